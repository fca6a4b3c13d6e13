//! Answers: what they are worth, not how they are written.

use super::super::net::{Addr, Net};
use super::super::read::{Piece, addr, half_width, target};
use crate::text::Message;

/// What a question asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A network; its address alone is enough.
    Net(Net),
    /// A network, or that there is none.
    Maybe(Option<Net>),
    /// An address.
    Addr(Addr),
    /// A number.
    Number(u128),
    /// A prefix length.
    Prefix(u8),
    /// One of the choices.
    Word(&'static str),
}

/// What somebody answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// An address, with the prefix length if one was written.
    Addr(Addr, Option<Net>),
    /// That there is none.
    None,
    /// A number.
    Number(u128),
    /// A choice.
    Word(&'static str),
}

const NONE: &[&str] = &["none", "no", "-", "없음", "없다", "불가"];
const WORDS: &[(&str, &[&str])] = &[
    ("yes", &["yes", "y", "예", "네", "응"]),
    ("no", &["no", "n", "아니요", "아니오", "아뇨"]),
    ("A", &["a"]),
    ("B", &["b"]),
    ("C", &["c"]),
    ("D", &["d"]),
    ("E", &["e"]),
];

impl Value {
    /// The answer in canonical text.
    pub fn text(&self) -> String {
        match self {
            Value::Net(net) | Value::Maybe(Some(net)) => net.to_string(),
            Value::Maybe(None) => "none".to_owned(),
            Value::Addr(addr) => addr.to_string(),
            Value::Number(n) => n.to_string(),
            Value::Prefix(p) => format!("/{p}"),
            Value::Word(word) => (*word).to_owned(),
        }
    }

    /// Whether an answer says this.
    pub fn is(&self, given: &Given) -> bool {
        match (self, given) {
            (Value::Net(net) | Value::Maybe(Some(net)), Given::Addr(addr, written)) => *addr == net.first() && written.is_none_or(|w| w == *net),
            (Value::Maybe(None), Given::None) => true,
            (Value::Addr(addr), Given::Addr(other, _)) => addr == other,
            (Value::Number(n), Given::Number(m)) => n == m,
            (Value::Prefix(p), Given::Number(m)) => u128::from(*p) == *m,
            (Value::Word(word), Given::Word(other)) => word == other,
            _ => false,
        }
    }

    /// Reads an answer to a question that asks for such a value.
    ///
    /// # Errors
    ///
    /// What was asked for, if the answer is no such thing.
    pub fn read(&self, answer: &str) -> Result<Given, Message> {
        let text: String = answer.chars().map(half_width).collect();
        let text = text.trim().trim_end_matches(['.', '。']).trim();
        let (read, wanted) = match self {
            Value::Net(_) => (network(text), "cidr-want-net"),
            Value::Maybe(_) if NONE.iter().any(|n| n.eq_ignore_ascii_case(text)) => (Some(Given::None), ""),
            Value::Maybe(_) => (network(text), "cidr-want-maybe"),
            Value::Addr(_) => (network(text), "cidr-want-addr"),
            Value::Number(_) => (number(text).map(Given::Number), "cidr-want-number"),
            Value::Prefix(_) => (number(text.trim_start_matches('/')).filter(|n| *n <= 128).map(Given::Number), "cidr-want-prefix"),
            Value::Word("yes" | "no") => (word(text), "cidr-want-yes-no"),
            Value::Word(_) => (word(text), "cidr-want-class"),
        };
        read.ok_or_else(|| Message::new(wanted))
    }
}

fn network(text: &str) -> Option<Given> {
    if text.contains('/') {
        let target = target(Piece::whole(text)).ok()?;
        return Some(Given::Addr(target.addr, Some(target.net)));
    }
    addr(Piece::whole(text)).ok().map(|addr| Given::Addr(addr, None))
}

fn word(text: &str) -> Option<Given> {
    let lower = text.to_lowercase();
    let short = lower.trim_start_matches("class").trim_end_matches("클래스").trim();
    WORDS.iter().find(|(_, forms)| forms.contains(&short)).map(|(word, _)| Given::Word(word))
}

/// A whole number with separators or a counter word, or a power of two with something taken off: `2^12-2`.
fn number(text: &str) -> Option<u128> {
    let plain: String = text.trim_end_matches(|c: char| c.is_alphabetic() || c == ' ').chars().filter(|c| !matches!(c, ',' | '_' | ' ')).collect();
    let (power, less) = plain.split_once('-').map_or((plain.as_str(), Some(0)), |(power, less)| (power, digits(less)));
    let value = match power.split_once('^') {
        Some(("2", bits)) => 1_u128.checked_shl(u32::try_from(digits(bits)?).ok()?)?,
        Some(_) => return None,
        None => digits(power)?,
    };
    value.checked_sub(less?)
}

fn digits(text: &str) -> Option<u128> {
    if text.bytes().all(|b| b.is_ascii_digit()) { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(asked: &Value, answer: &str, right: Option<bool>) {
        assert_eq!(asked.read(answer).ok().map(|given| asked.is(&given)), right, "{answer}");
    }

    fn net(text: &str) -> Net {
        target(Piece::whole(text)).unwrap().net
    }

    #[test]
    fn an_answer_is_worth_its_value() {
        for (answer, right) in [
            ("4,094", Some(true)),
            ("4094개", Some(true)),
            ("４０９４", Some(true)),
            ("2^12-2", Some(true)),
            ("2 ^ 12 - 2", Some(true)),
            ("4096", Some(false)),
            ("many", None),
            ("", None),
            ("2^999", None),
            ("-2", None),
        ] {
            check(&Value::Number(4094), answer, right);
        }
        for (answer, right) in [
            ("10.0.32.0", Some(true)),
            ("10.0.32.0/20", Some(true)),
            ("10.0.32.0/255.255.240.0", Some(true)),
            ("10.0.37.200/20", Some(false)),
            ("10.0.32.0/21", Some(false)),
            ("20", None),
        ] {
            check(&Value::Net(net("10.0.32.0/20")), answer, right);
        }
        check(&Value::Net(net("2001:db8:0:a::/64")), "2001:0DB8:0000:000A::", Some(true));
        check(&Value::Prefix(26), "/26", Some(true));
        check(&Value::Prefix(26), "26", Some(true));
        check(&Value::Prefix(26), "129", None);
        check(&Value::Maybe(None), "없음", Some(true));
        check(&Value::Maybe(None), "10.0.0.0/8", Some(false));
        check(&Value::Word("no"), "아니요", Some(true));
        check(&Value::Word("B"), "b클래스", Some(true));
        check(&Value::Word("B"), "class B", Some(true));
        check(&Value::Word("B"), "F", None);
    }
}
