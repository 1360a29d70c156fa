mod blocks;
mod conforming;
mod encodings;
mod hostile;
mod lines;
mod pages;
mod tables;
mod unseen;
