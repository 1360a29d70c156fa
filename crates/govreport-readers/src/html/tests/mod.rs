mod blocks;
mod conforming;
