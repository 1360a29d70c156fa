//! Numbers as they are printed in cells.
