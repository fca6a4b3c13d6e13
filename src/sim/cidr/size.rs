use std::fmt;

/// A number of addresses or networks, 0 to 2^128.
///
/// `::/0` holds one address more than a `u128` can count. Sums stop at 2^128.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Size {
    whole: bool, // 2^128 itself; `rest` is 0 then
    rest: u128,
}

impl Size {
    /// 2^128.
    pub const WHOLE: Size = Size { whole: true, rest: 0 };

    /// 2^`bits`, at most 2^128.
    #[must_use]
    pub const fn power(bits: u8) -> Size {
        if bits >= 128 { Size::WHOLE } else { Size { whole: false, rest: 1 << bits } }
    }

    /// The number, if it fits: every one but 2^128.
    #[must_use]
    pub const fn number(self) -> Option<u128> {
        if self.whole { None } else { Some(self.rest) }
    }

    /// The sum, at most 2^128.
    #[must_use]
    pub fn plus(self, other: Size) -> Size {
        match (self.number(), other.number()) {
            (Some(a), Some(b)) => a.checked_add(b).map_or(Size::WHOLE, Size::from),
            _ => Size::WHOLE,
        }
    }

    /// So many less, at least 0.
    #[must_use]
    pub fn less(self, by: u128) -> Size {
        match (self.whole, by) {
            (true, 0) => self,
            (true, _) => Size::from(u128::MAX - (by - 1)),
            (false, _) => Size::from(self.rest.saturating_sub(by)),
        }
    }
}

impl From<u128> for Size {
    fn from(number: u128) -> Size {
        Size { whole: false, rest: number }
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.number() {
            Some(number) => number.fmt(f),
            None => f.write_str("340282366920938463463374607431768211456"),
        }
    }
}
