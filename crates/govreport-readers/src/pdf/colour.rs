//! Colours, as far as it matters whether a person can tell one from the other.

use hayro_interpret::Paint;

/// A colour without transparency, each part from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Colour([f32; 3]);

impl Colour {
    /// What a page is where nothing is drawn.
    pub(super) const PAPER: Self = Self([1.0; 3]);

    pub(super) const fn new(parts: [f32; 3]) -> Self {
        Self(parts)
    }

    /// How far two colours are apart, from 0 to 1: by the part in which they differ most.
    pub(super) fn apart(self, other: Self) -> f32 {
        self.0.iter().zip(other.0).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max)
    }

    /// The colour seen where this one is laid over another, with this opacity.
    pub(super) fn over(self, ground: Self, opacity: f32) -> Self {
        let mut mixed = ground.0;
        for (part, over) in mixed.iter_mut().zip(self.0) {
            *part += (over - *part) * opacity;
        }
        Self(mixed)
    }

    /// Whether it is as light as what is printed on a dark ground.
    pub(super) fn is_light(self) -> bool {
        self.apart(Self::PAPER) < 0.3
    }
}

/// What something is painted with: its colour where it has one, and its opacity.
pub(super) fn painted(paint: &Paint<'_>) -> (Option<Colour>, f32) {
    use hayro_interpret::pattern::Pattern;
    match paint {
        Paint::Color(colour) => {
            let [red, green, blue, opacity] = colour.to_rgba().components();
            (Some(Colour([red, green, blue])), opacity)
        }
        Paint::Pattern(pattern) => match &**pattern {
            Pattern::Shading(shading) => (None, shading.opacity),
            // Between the strokes of a pattern one sees through.
            Pattern::Tiling(tiling) => (None, tiling.opacity.min(0.5)),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thin_layer_is_near_to_its_ground() {
        let red = Colour([1.0, 0.0, 0.0]);
        assert!(red.over(Colour::PAPER, 0.2).apart(Colour::PAPER) < 0.21);
        assert!(red.over(Colour::PAPER, 1.0).apart(red) < 1e-6);
        assert!(Colour([0.9, 1.0, 1.0]).is_light() && !red.is_light());
    }
}
