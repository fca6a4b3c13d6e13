//! Numbers with their unit, as people write them: `500`, `10M`, `128MB`, `1.5TB`, `120ms`, `2vCPU`.

use super::decimal::{self, ONE};
use super::read::{Word, refuse};
use crate::sim::{Change, Refusal};
use crate::text::{Message, excerpt};

/// A number and what it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure {
    /// How many, in millionths of the unit's smallest: one, a byte, a millisecond, a vCPU.
    pub value: i128,
    /// What is counted.
    pub unit: Unit,
    /// How many bytes of the word are digits and point.
    pub digits: usize,
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Pieces, or whatever the item is counted in.
    Count,
    /// Bytes.
    Size,
    /// Milliseconds.
    Time,
    /// vCPUs.
    Vcpu,
}

/// Bytes of a GB as AWS bills it.
///
/// The S3 pricing page and the price list count in GB of 2^30 bytes, which is a GiB elsewhere.
pub const GB: i128 = 1 << 30;

/// Nothing larger is reckoned with.
const MOST: i128 = 1_000_000_000_000;

const UNITS: &[(&str, Unit, i128)] = &[
    ("", Unit::Count, 1),
    ("k", Unit::Count, 1_000),
    ("K", Unit::Count, 1_000),
    ("M", Unit::Count, 1_000_000),
    ("KB", Unit::Size, 1 << 10),
    ("KiB", Unit::Size, 1 << 10),
    ("MB", Unit::Size, 1 << 20),
    ("MiB", Unit::Size, 1 << 20),
    ("GB", Unit::Size, GB),
    ("GiB", Unit::Size, GB),
    ("TB", Unit::Size, GB << 10),
    ("TiB", Unit::Size, GB << 10),
    ("ms", Unit::Time, 1),
    ("s", Unit::Time, 1_000),
    ("min", Unit::Time, 60_000),
    ("h", Unit::Time, 3_600_000),
    ("vCPU", Unit::Vcpu, 1),
];

/// Reads a number with its unit.
pub fn read(word: &Word<'_>) -> Result<Measure, Box<Refusal>> {
    let text = word.0;
    let say = |id| Message::new(id).with("text", excerpt(text));
    if text.starts_with(['-', '−']) {
        return Err(refuse("E_NEGATIVE", &word.1, say("cost-e-negative")));
    }
    let digits = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let (number, suffix) = text.split_at(digits);
    let unit = UNITS.iter().find(|(name, ..)| *name == suffix).or_else(|| UNITS.iter().skip(4).find(|(name, ..)| name.eq_ignore_ascii_case(suffix)));
    let (Some((_, unit, times)), Some(read)) = (unit, decimal::read(number, decimal::QUANTITY)) else {
        return Err(unreadable(word, say("cost-e-number")));
    };
    let (unit, times) = (*unit, *times);
    let most = if unit == Unit::Size { MOST * GB } else { MOST };
    let value = read.checked_mul(times).filter(|n| *n <= most * ONE);
    value.map(|value| Measure { value, unit, digits }).ok_or_else(|| refuse("E_LARGE", &word.1, say("cost-e-large")))
}

/// A number that is none; with its separators taken out it may be one.
fn unreadable(word: &Word<'_>, message: Message) -> Box<Refusal> {
    let mut refusal = refuse("E_NUMBER", &word.1, message);
    let plain: String = word.0.chars().take(60).filter(|c| !matches!(c, ',' | '_')).collect();
    if plain.len() < word.0.len() && word.0.len() < 60 && read(&(plain.as_str(), word.1.clone())).is_ok() {
        refusal.hint = Some(Message::new("sim-did-you-mean").with("word", plain.clone()));
        refusal.mend = Some(Change { range: word.1.clone(), text: plain });
    }
    refusal
}

impl Measure {
    /// The same in pieces; GB are pieces too where an item is counted in GB.
    pub fn count(&self, in_gb: bool, word: &Word<'_>) -> Result<i128, Box<Refusal>> {
        match self.unit {
            Unit::Count => Ok(self.value),
            Unit::Size if in_gb => Ok((self.value + GB / 2) / GB),
            _ => Err(refuse("E_UNIT", &word.1, Message::new("cost-e-unit-count").with("text", excerpt(word.0)))),
        }
    }

    /// Whole bytes, a part of one rounded up.
    pub fn bytes(&self, word: &Word<'_>) -> Result<i128, Box<Refusal>> {
        self.whole(Unit::Size, "cost-e-unit-size", word)
    }

    /// Whole milliseconds, a part of one rounded up.
    pub fn milliseconds(&self, word: &Word<'_>) -> Result<i128, Box<Refusal>> {
        self.whole(Unit::Time, "cost-e-unit-time", word)
    }

    fn whole(&self, unit: Unit, id: &'static str, word: &Word<'_>) -> Result<i128, Box<Refusal>> {
        let is_it = self.unit == unit;
        if is_it { Ok((self.value + ONE - 1) / ONE) } else { Err(refuse("E_UNIT", &word.1, Message::new(id).with("text", excerpt(word.0)))) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<(i128, Unit), &str>) {
        let read = read(&(text, 0..text.len()));
        assert_eq!(read.map(|m| (m.value, m.unit)).map_err(|refusal| refusal.code), expected.map(|(n, unit)| (n * ONE, unit)), "{text}");
    }

    #[test]
    fn numbers_have_units() {
        check("500", Ok((500, Unit::Count)));
        check("20k", Ok((20_000, Unit::Count)));
        check("10M", Ok((10_000_000, Unit::Count)));
        check("3KB", Ok((3072, Unit::Size)));
        check("1tb", Ok((1 << 40, Unit::Size)));
        check("1.5s", Ok((1500, Unit::Time)));
        check("2VCPU", Ok((2, Unit::Vcpu)));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in ["", ".", "1e3", "NaN", "inf", "1.2.3", "0.1234567", "10m", "5 ", "٣", "1/2", "+1"] {
            check(text, Err("E_NUMBER"));
        }
        check("-1", Err("E_NEGATIVE"));
        check("−1", Err("E_NEGATIVE"));
        check("1000001M", Err("E_LARGE"));
        check("9999999999999TB", Err("E_LARGE"));
    }

    #[test]
    fn separators_are_taken_out() {
        let mend = read(&("1,000", 4..9)).unwrap_err().mend;
        assert_eq!(mend, Some(Change { range: 4..9, text: "1000".into() }));
    }
}
