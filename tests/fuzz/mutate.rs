//! How a text is broken: by characters, words and lines, and JSON also by its values.

use std::collections::BTreeSet;

use opsdrill::seed;
use serde_json::{Map, Value};

/// Words that have broken programs before.
const NASTY: &[&str] = &[
    "",
    " ",
    "\t",
    "\r\n",
    "\0",
    "\u{feff}",
    "\u{202e}",
    "\u{200b}",
    "가",
    "가\u{301}",
    "１２",
    "／",
    "🏳️‍🌈",
    "-",
    "-0",
    "-1",
    "0",
    "00",
    "1e400",
    "1E-400",
    "NaN",
    "inf",
    "0x10",
    "0.1",
    "1e3",
    "255",
    "256",
    "32",
    "33",
    "128",
    "129",
    "65535",
    "65536",
    "2147483648",
    "4294967295",
    "4294967296",
    "9223372036854775807",
    "9223372036854775808",
    "18446744073709551616",
    "340282366920938463463374607431768211456",
    "99999999999999999999999999999999999999",
    "0.0.0.0/0",
    "::/0",
    "255.255.255.255",
    "[[",
    "]]",
    "[",
    "]",
    "{",
    "}",
    "(",
    ")",
    "\"",
    "'",
    "'''",
    "\"\"\"",
    "\\",
    "\\u0000",
    "#",
    "//",
    ":",
    ";",
    ",",
    ",,",
    "=",
    "*",
    "null",
    "true",
    "https://[::1]:65536/",
    "a.b.c",
    "#n",
    ":v",
    "NOT",
    "AND",
    "BETWEEN",
    "..",
    "%00",
    "%zz",
    "${x}",
    "{$x}",
];

/// The usual length of a text, in bytes; now and then it is far longer.
const USUAL: usize = 20_000;
const LONG: usize = 400_000;

/// Breaks texts, the same way for the same seed.
pub struct Mutator {
    state: u64,
    words: Vec<String>,
}

impl Mutator {
    /// Takes its words from the texts to break.
    pub fn new(pool: &[String], seed: u64) -> Mutator {
        let apart = |c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | ':' | '#'));
        let words: BTreeSet<&str> = pool.iter().flat_map(|text| text.split(apart)).filter(|word| !word.is_empty() && word.len() < 60).take(200_000).collect();
        Mutator { state: seed, words: words.into_iter().map(str::to_owned).collect() }
    }

    /// Another text, made from one or two of the pool.
    pub fn mutate(&mut self, pool: &[String], is_json: bool) -> String {
        let mut text = self.pick(pool).clone();
        for _ in 0..=self.below(4) {
            text = if is_json && self.below(3) > 0 { self.json(&text) } else { self.text(&text, pool) };
        }
        let most = if self.below(500) == 0 { LONG } else { USUAL };
        shorten(text, most)
    }

    /// Remembers a text that made something new happen; where the pool is full it takes the place of another.
    pub fn keep(&mut self, pool: &mut Vec<String>, text: String, most: usize) {
        if text.len() > USUAL {
            return;
        }
        if pool.len() < most {
            pool.push(text);
        } else {
            let place = self.below(pool.len());
            pool[place] = text;
        }
    }

    /// A shorter text that still fails.
    pub fn shrink(&mut self, mut text: String, mut fails: impl FnMut(&str) -> bool) -> String {
        for _ in 0..400 {
            let range = self.range(&text);
            let smaller = format!("{}{}", &text[..range.start], &text[range.end..]);
            if smaller.len() < text.len() && fails(&smaller) {
                text = smaller;
            }
        }
        text
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(seed::below(seed::next(&mut self.state), limit as u64)).unwrap()
    }

    fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    fn word(&mut self) -> String {
        match self.below(3) {
            0 if !self.words.is_empty() => {
                let word = self.below(self.words.len());
                self.words[word].clone()
            }
            1 => self.below(1 << 20).to_string(),
            _ => (*self.pick(NASTY)).to_owned(),
        }
    }

    /// A place between two characters.
    fn place(&mut self, text: &str) -> usize {
        let at = self.below(text.len() + 1);
        (at..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
    }

    /// A piece: some bytes, a word or a line of the text.
    fn range(&mut self, text: &str) -> std::ops::Range<usize> {
        let at = self.place(text);
        let (before, after) = text.split_at(at);
        match self.below(3) {
            0 => {
                let end = (at + self.below(24)).min(text.len());
                at..(end..=text.len()).find(|end| text.is_char_boundary(*end)).unwrap_or(text.len())
            }
            1 => before.rfind(char::is_whitespace).unwrap_or(0)..at + after.find(char::is_whitespace).unwrap_or(after.len()),
            _ => before.rfind('\n').unwrap_or(0)..at + after.find('\n').unwrap_or(after.len()),
        }
    }

    fn text(&mut self, text: &str, pool: &[String]) -> String {
        let range = self.range(text);
        let piece = &text[range.clone()];
        let put = match self.below(8) {
            0 => String::new(),
            1 | 2 => self.word(),
            3 => format!("{piece}{piece}"),
            4 => format!("{piece}{}", self.word()),
            5 => {
                let times = if self.below(40) == 0 { 5_000 } else { 1 + self.below(40) };
                piece.repeat(times.min(LONG / piece.len().max(1)))
            }
            6 => {
                let other = self.pick(pool).clone();
                let range = self.range(&other);
                other[range].to_owned()
            }
            _ => char::from_u32(u32::try_from(self.below(0x3000)).unwrap()).map(String::from).unwrap_or_default(),
        };
        format!("{}{put}{}", &text[..range.start], &text[range.end..])
    }

    fn json(&mut self, text: &str) -> String {
        let Ok(mut value) = serde_json::from_str::<Value>(text) else { return text.to_owned() };
        let mut place = self.below(count(&value));
        self.change(&mut value, &mut place);
        value.to_string()
    }

    /// Changes the value that is `place` values further.
    fn change(&mut self, value: &mut Value, place: &mut usize) -> bool {
        if *place == 0 {
            *value = self.changed(value.take());
            return true;
        }
        *place -= 1;
        match value {
            Value::Object(fields) => fields.values_mut().any(|value| self.change(value, place)),
            Value::Array(items) => items.iter_mut().any(|value| self.change(value, place)),
            _ => false,
        }
    }

    fn changed(&mut self, value: Value) -> Value {
        match (self.below(6), value) {
            (0, Value::Object(fields)) => without(fields, |n| self.below(n)),
            (1, Value::Object(mut fields)) => {
                let (name, value) = (self.word(), self.leaf());
                fields.insert(name, value);
                fields.into()
            }
            (0, Value::Array(mut items)) if !items.is_empty() => {
                items.remove(self.below(items.len()));
                items.into()
            }
            (1, Value::Array(items)) if !items.is_empty() => {
                let times = 1 + self.below(20);
                items.iter().cycle().take(items.len() * times).cloned().collect()
            }
            (2, value) => (0..self.below(30))
                .fold(value, |inner, n| if n % 2 == 0 { Value::Array(vec![inner]) } else { Map::from_iter([("x".to_owned(), inner)]).into() }),
            (3, Value::String(text)) => self.text(&text, &[String::new()]).into(),
            (4, Value::String(text)) => self.text(&text, std::slice::from_ref(&text)).into(),
            (4, Value::Number(number)) => number.as_f64().map_or(Value::Null, |n| Value::from(-n)),
            _ => self.leaf(),
        }
    }

    fn leaf(&mut self) -> Value {
        match self.below(9) {
            0 => Value::Null,
            1 => Value::Bool(self.below(2) == 0),
            2 => Value::from(self.below(300)),
            3 => Value::from(-1),
            4 => [f64::MAX, 1e-320, 0.5, -0.0, 1e21].map(Value::from)[self.below(5)].clone(),
            5 => [u64::MAX, u64::from(u32::MAX), 65_536].map(Value::from)[self.below(3)].clone(),
            6 => Value::Array(Vec::new()),
            7 => Value::Object(Map::new()),
            _ => self.word().into(),
        }
    }
}

fn without(fields: Map<String, Value>, below: impl FnOnce(usize) -> usize) -> Value {
    let gone = if fields.is_empty() { 0 } else { below(fields.len()) };
    fields.into_iter().enumerate().filter(|(n, _)| *n != gone).map(|(_, field)| field).collect::<Map<_, _>>().into()
}

/// How many values there are in a value, itself included.
fn count(value: &Value) -> usize {
    match value {
        Value::Object(fields) => 1 + fields.values().map(count).sum::<usize>(),
        Value::Array(items) => 1 + items.iter().map(count).sum::<usize>(),
        _ => 1,
    }
}

fn shorten(mut text: String, most: usize) -> String {
    let end = (0..=most.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    text.truncate(end);
    text
}
