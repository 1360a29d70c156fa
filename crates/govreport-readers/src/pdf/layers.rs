//! What holds for all that is drawn until it is taken back: to which part of the page it is clipped, and how transparent it is.

use hayro_interpret::BlendMode;

use crate::positioned::Rect;

/// The clips and the transparent groups that are open.
#[derive(Debug, Default)]
pub(super) struct Layers {
    clips: Vec<Clip>,
    groups: Vec<Group>,
}

/// The part of the page that is drawn on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clip {
    /// The rectangle around it.
    pub(super) around: Rect,
    /// Whether it is all of that rectangle.
    pub(super) is_whole: bool,
}

/// How what is drawn together is laid over what is there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Group {
    pub(super) opacity: f32,
    /// Whether it is laid over as paper is: no mask, no mixing of colours.
    pub(super) is_plain: bool,
}

impl Layers {
    pub(super) fn clip(&self) -> Option<Clip> {
        self.clips.last().copied()
    }

    pub(super) fn group(&self) -> Group {
        self.groups.last().copied().unwrap_or(Group { opacity: 1.0, is_plain: true })
    }

    pub(super) fn push_clip(&mut self, around: Rect, is_whole: bool) {
        let clip = match self.clip() {
            Some(outer) => Clip { around: outer.around.common(around), is_whole: outer.is_whole && is_whole },
            None => Clip { around, is_whole },
        };
        self.clips.push(clip);
    }

    pub(super) fn pop_clip(&mut self) {
        self.clips.pop();
    }

    pub(super) fn push_group(&mut self, opacity: f32, has_mask: bool, blend: BlendMode) {
        let outer = self.group();
        self.groups.push(Group {
            opacity: outer.opacity * opacity,
            is_plain: outer.is_plain && !has_mask && blend == BlendMode::Normal,
        });
    }

    pub(super) fn pop_group(&mut self) {
        self.groups.pop();
    }
}
