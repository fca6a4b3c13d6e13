use std::cmp::Ordering;
use std::fmt;

use super::fault::{Result, invalid};

/// The most significant digits of a number.
const DIGITS: usize = 38;
/// The longest text that is read as one; zeros at either end may be many.
const LONGEST: usize = 1024;

/// A decimal number of at most 38 significant digits, as DynamoDB keeps it.
///
/// Its magnitude is `0.d1d2d3... x 10^exponent` without zeros at either end; zero has no digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Number {
    negative: bool,
    exponent: i32,
    digits: Vec<u8>,
}

impl Number {
    /// Reads `-12.5`, `1E5` or `.5`.
    ///
    /// # Errors
    ///
    /// Not a number, more than 38 significant digits, or beyond 1E-130 to 9.99E+125.
    pub fn parse(text: &str) -> Result<Number> {
        let not_one = || invalid(format!("The parameter cannot be converted to a numeric value: {}", text.chars().take(64).collect::<String>()));
        if text.len() > LONGEST {
            return Err(not_one());
        }
        let (negative, rest) = match text.as_bytes().first() {
            Some(b'-') => (true, &text[1..]),
            Some(b'+') => (false, &text[1..]),
            _ => (false, text),
        };
        let (mantissa, power) = rest.split_once(['e', 'E']).map_or((rest, Some(0)), |(m, p)| (m, power(p)));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digital = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if whole.len() + fraction.len() == 0 || !digital(whole) || !digital(fraction) {
            return Err(not_one());
        }
        let power = power.ok_or_else(not_one)?;
        let digits = whole.bytes().chain(fraction.bytes()).map(|b| b - b'0').collect();
        let point = i64::try_from(whole.len()).unwrap_or(i64::MAX);
        Number::build(negative, digits, point.saturating_add(power))
    }

    /// A whole number.
    pub fn whole(number: u64) -> Number {
        let digits = number.to_string().bytes().map(|b| b - b'0').collect::<Vec<u8>>();
        let point = i64::try_from(digits.len()).unwrap_or(0);
        Number::build(false, digits, point).unwrap_or(Number { negative: false, exponent: 0, digits: Vec::new() })
    }

    /// Trims zeros and checks the limits; `point` is where the decimal point stands in `digits`.
    fn build(negative: bool, mut digits: Vec<u8>, point: i64) -> Result<Number> {
        let zeros = digits.iter().take_while(|d| **d == 0).count();
        digits.drain(..zeros);
        let kept = digits.iter().rposition(|d| *d != 0).map_or(0, |last| last + 1);
        digits.truncate(kept);
        if digits.is_empty() {
            return Ok(Number { negative: false, exponent: 0, digits });
        }
        let exponent = point.saturating_sub(i64::try_from(zeros).unwrap_or(i64::MAX));
        if exponent > 126 {
            return Err(invalid("Number overflow. Attempting to store a number with magnitude larger than supported range"));
        }
        if exponent < -129 {
            return Err(invalid("Number underflow. Attempting to store a number with magnitude smaller than supported range"));
        }
        if digits.len() > DIGITS {
            return Err(invalid("Attempting to store more than 38 significant digits in a Number"));
        }
        Ok(Number { negative, exponent: i32::try_from(exponent).unwrap_or(0), digits })
    }

    /// How many of its significant digits stand before the point.
    fn whole_digits(&self) -> usize {
        usize::try_from(self.exponent).unwrap_or(0).min(self.digits.len())
    }

    /// The bytes that it takes up in an item.
    ///
    /// One, half a byte for each significant digit, before and after the point rounded up apart, and
    /// one for a minus. AWS says "approximately"; this is what independent implementations agree on.
    pub fn size(&self) -> u64 {
        if self.digits.is_empty() {
            return 1;
        }
        let whole = self.whole_digits();
        let bytes = 1 + whole.div_ceil(2) + (self.digits.len() - whole).div_ceil(2) + usize::from(self.negative);
        bytes as u64
    }

    /// The sum.
    ///
    /// # Errors
    ///
    /// It has more than 38 digits or is beyond the limits.
    pub fn plus(&self, other: &Number) -> Result<Number> {
        let top = self.exponent.max(other.exponent);
        let low = |n: &Number| n.exponent - i32::try_from(n.digits.len()).unwrap_or(0);
        let bottom = low(self).min(low(other));
        let mut sums: Vec<i8> = vec![0; usize::try_from(top - bottom).unwrap_or(0)];
        for number in [self, other] {
            let from = usize::try_from(top - number.exponent).unwrap_or(0);
            for (sum, digit) in sums.iter_mut().skip(from).zip(&number.digits) {
                let digit = i8::try_from(*digit).unwrap_or(0);
                *sum += if number.negative { -digit } else { digit };
            }
        }
        let negative = sums.iter().find(|s| **s != 0).is_some_and(|s| *s < 0);
        Number::build(negative, carried(sums, negative), i64::from(top) + 1)
    }

    /// The difference.
    ///
    /// # Errors
    ///
    /// As [`Number::plus`].
    pub fn minus(&self, other: &Number) -> Result<Number> {
        self.plus(&Number { negative: !other.negative && !other.digits.is_empty(), ..other.clone() })
    }
}

fn power(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || digits.len() > 9 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

/// Digits from sums of digits, with one place more in front.
fn carried(sums: Vec<i8>, negative: bool) -> Vec<u8> {
    let mut carry = 0;
    let mut digits: Vec<u8> = sums
        .into_iter()
        .rev()
        .map(|sum| {
            let sum = if negative { -sum } else { sum } + carry;
            carry = sum.div_euclid(10);
            u8::try_from(sum.rem_euclid(10)).unwrap_or(0)
        })
        .collect();
    digits.push(u8::try_from(carry).unwrap_or(0));
    digits.reverse();
    digits
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        let sign = |n: &Number| {
            if n.digits.is_empty() {
                0
            } else if n.negative {
                -1
            } else {
                1
            }
        };
        let magnitude = || self.exponent.cmp(&other.exponent).then_with(|| self.digits.cmp(&other.digits));
        sign(self).cmp(&sign(other)).then_with(|| match sign(self) {
            0 => Ordering::Equal,
            1 => magnitude(),
            _ => magnitude().reverse(),
        })
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.digits.is_empty() {
            return f.write_str("0");
        }
        if self.negative {
            f.write_str("-")?;
        }
        let text: String = self.digits.iter().map(|d| char::from(b'0' + d)).collect();
        let (whole, fraction) = text.split_at(self.whole_digits());
        let zeros = usize::try_from(self.exponent.unsigned_abs()).unwrap_or(0);
        if self.exponent <= 0 {
            return write!(f, "0.{}{fraction}", "0".repeat(zeros));
        }
        f.write_str(whole)?;
        if fraction.is_empty() { f.write_str(&"0".repeat(zeros - whole.len())) } else { write!(f, ".{fraction}") }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn number(text: &str) -> Number {
        Number::parse(text).unwrap()
    }

    #[track_caller]
    fn check(text: &str, canonical: &str, size: u64) {
        assert_eq!((number(text).to_string().as_str(), number(text).size()), (canonical, size));
    }

    #[test]
    fn numbers_are_normalised_and_measured() {
        check("0", "0", 1);
        check("-0.00", "0", 1);
        check("007.50", "7.5", 3);
        check("-12", "-12", 3);
        check("1E3", "1000", 2);
        check(".00012", "0.00012", 2);
        check("1234.5", "1234.5", 4);
        check("99999999999999999999999999999999999999", "99999999999999999999999999999999999999", 20);
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in ["", "-", ".", "abc", "1e", "1E126", "1E-131", "NaN", "Infinity", "0x1", "1 ", "１", "1E9999999999999", &"1".repeat(39)] {
            assert!(Number::parse(text).is_err(), "{text}");
        }
        assert!(Number::parse("9.9E125").is_ok() && Number::parse("1E-130").is_ok());
    }

    proptest! {
        #[test]
        fn order_and_sums_are_those_of_integers(a in -1_000_000_i64..1_000_000, b in -1_000_000_i64..1_000_000) {
            let (x, y) = (number(&a.to_string()), number(&b.to_string()));
            prop_assert_eq!(x.cmp(&y), a.cmp(&b));
            prop_assert_eq!(x.plus(&y).unwrap().to_string(), (a + b).to_string());
            prop_assert_eq!(x.minus(&y).unwrap().to_string(), (a - b).to_string());
        }

        #[test]
        fn what_is_printed_is_read_back(text in "-?[0-9]{0,20}[1-9]\\.[0-9]{1,15}") {
            let read = number(&text);
            prop_assert_eq!(number(&read.to_string()), read);
        }

        #[test]
        fn any_text_is_read_or_refused(text in ".{0,80}") {
            let _ = Number::parse(&text);
        }
    }
}
