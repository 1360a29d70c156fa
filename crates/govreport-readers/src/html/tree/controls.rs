//! Controls: what they show of what is in them.

use super::build::Builder;
use super::choices::{Choice, Select};
use super::stack::{Closed, Inside};
use crate::html::entities::{self, Within};
use crate::html::tag::Tag;
use crate::html::tokens::{Attribute, Name};

impl<'s> Builder<'s> {
    pub(super) fn open_select(&mut self, name: Name<'s>) {
        let attributes = &self.tokens.attributes;
        let rows = attributes.raw(Attribute::Size).and_then(|rows| rows.trim_ascii().parse::<u32>().ok());
        let is_list = attributes.has(Attribute::Multiple) || rows.is_some_and(|rows| rows > 1);
        self.open(name);
        let start = self.tree.nodes.len();
        let serial = self.stack.top().serial;
        self.selects.push(Select { serial, is_list, start, options: Vec::new() });
    }

    pub(super) fn open_option(&mut self, name: Name<'s>) {
        let attributes = &self.tokens.attributes;
        let (is_chosen, is_disabled) =
            (attributes.has(Attribute::Selected), attributes.has(Attribute::Disabled));
        let label = self.value(Attribute::Label).filter(|label| !label.is_empty());
        let start = self.tree.nodes.len();
        self.open(name);
        if name.tag != Tag::Option {
            return;
        }
        if let Some(label) = label {
            self.append_own(&label);
            self.stack.hide_top();
        }
        let serial = self.stack.top().serial;
        if let Some(select) = self.selects.last_mut() {
            select.options.push(Choice { serial, start, end: start, is_chosen, is_disabled });
        }
    }

    /// Whether choices stand in the line: only one of them is shown.
    pub(super) fn drops_down(&self) -> bool {
        self.selects.last().is_some_and(|select| !select.is_list)
    }

    /// An element of a control was closed.
    pub(super) fn close_control(&mut self, entry: &Closed) {
        let end = self.tree.nodes.len();
        let Some(select) = self.selects.last_mut() else { return };
        if entry.serial == select.serial {
            let Some(select) = self.selects.pop() else { return };
            if !select.is_list {
                self.show_choice(&select, end);
            }
        } else if let Some(option) = select.options.last_mut().filter(|option| option.serial == entry.serial)
        {
            option.end = end;
        }
    }

    /// Leaves the choice that is shown: the last that is chosen, or else the first that can be.
    fn show_choice(&mut self, select: &Select, end: usize) {
        let options = &select.options;
        let chosen = options.iter().rev().find(|option| option.is_chosen);
        let shown = chosen.or_else(|| options.iter().find(|option| !option.is_disabled));
        let (from, to) = shown.map_or((end, end), |option| (option.start, option.end));
        self.tree.erase(select.start..from);
        self.tree.erase(to..end);
    }

    /// `input`: the value that stands in it.
    pub(super) fn show_input(&mut self, name: Name<'s>) {
        // All others are chosen, pressed or pulled, and have no words of the page in them.
        const WRITTEN: [&str; 14] = [
            "",
            "text",
            "number",
            "tel",
            "url",
            "email",
            "search",
            "date",
            "month",
            "week",
            "time",
            "datetime-local",
            "datetime",
            "currency",
        ];
        let attributes = &self.tokens.attributes;
        let kind = attributes.raw(Attribute::Type).unwrap_or_default().trim_ascii();
        let is_written = WRITTEN.iter().any(|known| kind.eq_ignore_ascii_case(known));
        let Some(raw) = attributes.raw(Attribute::Value).filter(|_| is_written) else {
            return self.record_only(name);
        };
        let mut value = String::new();
        entities::read(raw, Within::Attribute, &mut value);
        self.open(name);
        self.append_own(&value);
        self.pop();
    }

    /// Whether the element that begins stands in one that is closed, and what of it is seen all the same.
    pub(super) fn unfolded(&mut self, tag: Tag) -> Option<bool> {
        let Inside::Folded { hidden } = self.stack.top().inside else { return None };
        // Another summary after the first is hidden with the rest.
        (tag == Tag::Summary).then(|| {
            self.stack.unfold_top();
            hidden
        })
    }
}
