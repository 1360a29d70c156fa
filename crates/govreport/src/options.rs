//! How to read.

use govreport_readers::{Hints, Limits};

/// How to read (读取选项).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Options {
    /// How much is taken on; more is an error that names the limit.
    pub limits: Limits,
    /// The encoding that came with the source, such as the `charset` of an HTTP header. It decides only where the bytes
    /// leave a doubt.
    pub charset: Option<String>,
    /// The name of the source, of which the extension is compared with the content. A path that is opened names itself.
    pub name: Option<String>,
}

impl Options {
    /// The default options with these limits.
    #[must_use]
    pub fn with_limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// What is known of a source beside its bytes. `name` is the one it was opened by.
    pub(crate) fn hints<'a>(&'a self, name: Option<&'a str>) -> Hints<'a> {
        Hints { name: self.name.as_deref().or(name), charset: self.charset.as_deref() }
    }
}
