use crate::text::Message;

/// An answer: what it is worth, not how it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number in halves, the smallest step of capacity units.
    Halves(u64),
    /// One of the choices.
    Word(&'static str),
}

/// The choices of every question here, with what else people write for them.
const WORDS: &[(&str, &[&str])] =
    &[("get", &["getitem", "get item"]), ("query", &["query table"]), ("index", &["query index", "gsi", "query gsi"]), ("scan", &[])];

/// What may stand after a number.
const UNITS: &[&str] = &["rcu", "wcu", "read units", "write units", "units", "unit", "bytes", "byte", "items", "item", "개", "바이트", "유닛", "b"];

impl Value {
    /// A whole number.
    pub fn whole(number: u64) -> Value {
        Value::Halves(number * 2)
    }

    /// It in canonical text.
    pub fn text(&self) -> String {
        match self {
            Value::Halves(halves) => format!("{}{}", halves / 2, if halves % 2 == 1 { ".5" } else { "" }),
            Value::Word(word) => (*word).to_owned(),
        }
    }

    /// Reads an answer to a question whose right answer is this one.
    ///
    /// # Errors
    ///
    /// What kind of answer is wanted.
    pub fn read(&self, answer: &str) -> Result<Value, Message> {
        let text = answer.trim().to_lowercase();
        match self {
            Value::Halves(_) => number(&text).ok_or(Message::new("dynamodb-number-wanted")),
            Value::Word(_) => {
                let known = WORDS.iter().find(|(word, others)| *word == text || others.contains(&text.as_str()));
                known.map(|(word, _)| Value::Word(word)).ok_or(Message::new("dynamodb-word-wanted"))
            }
        }
    }
}

/// A number with commas and a unit, if somebody wrote them; a fraction other than a half is no answer but a wrong number.
fn number(text: &str) -> Option<Value> {
    let bare = UNITS.iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(text).trim().replace([',', '_'], "");
    let (whole, fraction) = bare.split_once('.').unwrap_or((&bare, ""));
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if whole.len() + fraction.len() == 0 || !digits(whole) || !digits(fraction) || whole.len() > 15 {
        return None;
    }
    let halves = if whole.is_empty() { 0 } else { whole.parse::<u64>().ok()? } * 2;
    match fraction.trim_end_matches('0') {
        "" => Some(Value::Halves(halves)),
        "5" => Some(Value::Halves(halves + 1)),
        _ => Some(Value::Halves(u64::MAX)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_by_its_value() {
        for (text, halves) in [("1,200", 2400), ("0.5", 1), (".5", 1), ("1.50 RCU", 3), ("3개", 6), ("2 units", 4), ("0.25", u64::MAX)] {
            assert_eq!(Value::whole(0).read(text), Ok(Value::Halves(halves)), "{text}");
        }
        for text in ["", ".", "many", "-1", "1.2.3", "RCU"] {
            assert!(Value::whole(0).read(text).is_err(), "{text}");
        }
    }
}
