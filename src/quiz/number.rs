use std::cmp::Ordering;

use super::spelling;

/// A number with its unit: `4 KB`, `$0.059`, `1,024개`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Quantity {
    number: Decimal,
    /// What stands around the number, folded; empty without a unit.
    pub unit: String,
}

/// An exact decimal: `digits` divided by ten to the power of `scale`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Decimal {
    digits: i128,
    scale: u32,
}

impl Quantity {
    /// Reads text that is a number, with a sign or currency before and a unit behind it.
    ///
    /// `None` for everything else: an address, a range, a version.
    pub fn read(text: &str) -> Option<Quantity> {
        let text = spelling::fold(text);
        let (currency, rest) = split_currency(spelling::without_particle(&text));
        let end = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '_' | '-' | '+'))).unwrap_or(rest.len());
        let (number, unit) = rest.split_at(end);
        let number = Decimal::read(number)?;
        let unit = unit.trim();
        let is_unit = unit.is_empty() || (!unit.starts_with(is_joint) && !unit.contains(|c: char| c.is_ascii_digit()));
        (is_unit && (currency.is_empty() || unit.is_empty())).then(|| Quantity { number, unit: format!("{currency}{unit}") })
    }

    /// Whether the numbers are equal, or no further apart than the tolerance.
    pub fn near(&self, other: &Quantity, tolerance: Option<&str>) -> bool {
        let allowed = tolerance.and_then(Quantity::read).map_or(Decimal { digits: 0, scale: 0 }, |t| t.number);
        self.number.distance(other.number).is_some_and(|distance| distance.compare(allowed).is_some_and(Ordering::is_le))
    }
}

/// A sign that binds a number to more text, so that both together are no quantity.
fn is_joint(c: char) -> bool {
    matches!(c, '/' | ':' | '.' | '-' | '+' | '~' | '^' | '*' | '=' | '(' | '#' | '@')
}

fn split_currency(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !matches!(c, '$' | '€' | '₩' | '£' | '¥')).unwrap_or(0);
    let (currency, rest) = text.split_at(end);
    (currency, rest.trim_start())
}

impl Decimal {
    /// Reads `-1,234.5`: commas between groups of three, `_` between digits.
    fn read(text: &str) -> Option<Decimal> {
        let (negative, text) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let whole = ungroup(whole)?;
        let fraction = fraction.replace('_', "");
        if whole.is_empty() && fraction.is_empty() || !(whole.clone() + &fraction).bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let digits: i128 = format!("{whole}{fraction}").parse().ok()?;
        Some(Decimal { digits: if negative { -digits } else { digits }, scale: u32::try_from(fraction.len()).ok()? })
    }

    fn distance(self, other: Decimal) -> Option<Decimal> {
        let scale = self.scale.max(other.scale);
        let difference = self.scaled(scale)?.checked_sub(other.scaled(scale)?)?;
        Some(Decimal { digits: difference.checked_abs()?, scale })
    }

    fn compare(self, other: Decimal) -> Option<Ordering> {
        let scale = self.scale.max(other.scale);
        Some(self.scaled(scale)?.cmp(&other.scaled(scale)?))
    }

    fn scaled(self, scale: u32) -> Option<i128> {
        self.digits.checked_mul(10_i128.checked_pow(scale - self.scale)?)
    }
}

/// The digits without separators; `None` where a comma does not stand before three digits.
fn ungroup(whole: &str) -> Option<String> {
    let plain = whole.replace('_', "");
    let mut groups = plain.split(',');
    let first = groups.next()?;
    let grouped = plain.contains(',');
    if grouped && (first.is_empty() || first.len() > 3 || groups.any(|group| group.len() != 3)) {
        return None;
    }
    Some(plain.replace(',', ""))
}
