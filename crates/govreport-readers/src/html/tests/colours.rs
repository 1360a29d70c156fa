//! Words in the colour of their ground.

use super::blocks::{blocks, read};

/// The words of the only cell beside a label.
fn cell(words: &str) -> String {
    let page = format!("<table><tr><td>规章<td>{words}</table>");
    blocks(&read(&page)).join(" ").replace("R0 0:规章|1:", "")
}

#[test]
fn words_that_cannot_be_told_from_their_ground_are_not_seen() {
    for words in [
        "<font color=white>9</font>351",
        "<FONT COLOR='#FFFFFF'>9</FONT>351",
        "<font color=ffffff>9</font>351",
        "<span style='color:#fff'>9</span>351",
        "<span style='color:WHITE'><b>9</b></span>351",
        "<span style='color:rgb(255, 255, 255)'>9</span>351",
        "<span style='color:rgba(0,0,0,0)'>9</span>351",
        "<span style='color:transparent'>9</span>351",
        "<span style='color:hsl(0,0%,100%)'>9</span>351",
        "<span style='color:#fefefe!important;color:red'>9</span>351",
        "<span style='background:red;color:red'>9</span>351",
        "<span style='background-color:black'>9</span>351",
        "<span style='-webkit-text-fill-color:transparent'>9</span>351",
        "<span style='color:white'>9<i style='color:black'>351</i></span>",
        "<span style='background:#000;color:#fff'>351</span>",
        "<span style='color:#ccc'>351</span>",
        "<span style='color:white'><a href=x>351</a></span>",
        "<span style='color:var(--c)'>351</span>",
    ] {
        assert_eq!(cell(words), "351", "{words}");
    }
}

#[test]
fn white_words_on_a_dark_ground_are_seen() {
    for start in [
        "<table bgcolor=navy><tr><td style='color:#fff'>规章<td style='color:#fff'>",
        "<table><tr bgcolor='#000080' style='color:white'><td>规章<td>",
        "<style>tr{background:#036;color:#fff}</style><table><tr><td>规章<td>",
        "<style>.h td{background-color:blue}</style><table class=h><tr><td style='color:white'>规章<td><font color=#ffffff>",
        "<body bgcolor=black text=white><table><tr><td>规章<td>",
        "<body style='background:#111'><table style='color:#eee'><tr><td>规章<td>",
        "<style>body{background:#000;color:#fff}</style><table><tr><td>规章<td>",
    ] {
        assert_eq!(blocks(&read(&format!("{start}351"))), ["R0 0:规章|1:351"], "{start}");
    }
}

#[test]
fn where_the_ground_is_not_known_headings_are_kept_and_numbers_withheld() {
    for start in [
        "<table background=a.png><tr style='color:#fff'><td>规章<td>",
        "<table style='background:url(a.png)'><tr style='color:#fff'><td>规章<td>",
        "<table style='background-image:linear-gradient(red,blue)'><tr style='color:#fff'><td>规章<td>",
        "<table style='background:var(--b)'><tr style='color:#fff'><td>规章<td>",
        "<link rel=stylesheet href=a.css><table><tr style='color:#fff'><td>规章<td>",
        "<style>@import url(a.css);</style><table><tr style='color:#fff'><td>规章<td>",
        "<style>tr:nth-child(1){background:#dde}</style><table><tr style='color:#fff'><td>规章<td>",
    ] {
        let seen = blocks(&read(&format!("{start}351件")));
        assert_eq!(seen, ["R0 0:规章|1:\u{FFFD}\u{FFFD}\u{FFFD}件"], "{start}");
    }
    let behind = "<table><tr style='color:#fff'><td>规章<td>351</table><link rel=stylesheet href=a.css>";
    assert_eq!(blocks(&read(behind)), ["R0 0:规章|1:\u{FFFD}\u{FFFD}\u{FFFD}"]);
    let dark = "<link rel=stylesheet href=a.css><table><tr style='color:#333'><td>规章<td>351";
    assert_eq!(blocks(&read(dark)), ["R0 0:规章|1:351"]);
    let boxed = "<link rel=stylesheet href=a.css><style>body{background:#333}</style><div class=a><table><tr style='color:#333'><td>规章<td>351";
    assert_eq!(blocks(&read(boxed)), ["R0 0:规章|1:351"]);
    let title = "<link rel=stylesheet href=a.css><h1 style='color:#fff'>甲县2023年度报告</h1>";
    assert_eq!(blocks(&read(title)), ["H1 甲县2023年度报告"]);
}
