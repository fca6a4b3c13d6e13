//! Answers: what they are worth, not how they are written.

use std::collections::BTreeSet;

use super::super::header::is_token;
use super::super::url::Url;
use crate::text::Message;

/// What a question asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// One of the choices.
    Word(&'static str),
    /// A number.
    Number(usize),
    /// Names of fields in any order; none is an answer too.
    Names(BTreeSet<String>),
    /// An origin, or `null`.
    Origin(String),
}

const NONE: &[&str] = &["none", "-", "nothing", "없음", "없다"];
const YES: &[&str] = &["yes", "y", "예", "네", "응"];
const NO: &[&str] = &["no", "n", "아니요", "아니오", "아뇨"];

impl Value {
    /// Names in lower case.
    pub fn names<T: AsRef<str>>(names: impl IntoIterator<Item = T>) -> Value {
        Value::Names(names.into_iter().map(|name| name.as_ref().to_ascii_lowercase()).collect())
    }

    /// The answer in canonical text.
    pub fn text(&self) -> String {
        match self {
            Value::Word(word) => (*word).to_owned(),
            Value::Number(n) => n.to_string(),
            Value::Names(names) if names.is_empty() => "none".to_owned(),
            Value::Names(names) => names.iter().map(String::as_str).collect::<Vec<_>>().join(","),
            Value::Origin(origin) => origin.clone(),
        }
    }

    /// Reads an answer of this kind.
    ///
    /// # Errors
    ///
    /// What is wanted instead.
    pub fn read(&self, choices: &[(&'static str, Message)], answer: &str) -> Result<Value, Message> {
        let lower = answer.trim().to_lowercase();
        match self {
            Value::Word(_) => word(choices, &lower),
            Value::Number(_) => lower.parse().map(Value::Number).map_err(|_| Message::new("cors-want-number")),
            Value::Names(_) if NONE.contains(&lower.as_str()) => Ok(Value::Names(BTreeSet::new())),
            Value::Names(_) => {
                let names: Vec<&str> = lower.split([',', ' ']).filter(|name| !name.is_empty()).collect();
                let good = !names.is_empty() && names.iter().all(|name| is_token(name));
                if good { Ok(Value::names(names)) } else { Err(Message::new("cors-want-names")) }
            }
            Value::Origin(_) if lower == "null" => Ok(Value::Origin(lower)),
            Value::Origin(_) => match Url::parse(&lower) {
                Some(url) if url.path == "/" => Ok(Value::Origin(url.origin.to_string())),
                _ => Err(Message::new("cors-want-origin")),
            },
        }
    }
}

fn word(choices: &[(&'static str, Message)], answer: &str) -> Result<Value, Message> {
    let means = |word: &str| word == answer || (word == "yes" && YES.contains(&answer)) || (word == "no" && NO.contains(&answer));
    let found = choices.iter().map(|(word, _)| *word).find(|word| means(word));
    let known = || choices.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ");
    found.map(Value::Word).ok_or_else(|| Message::new("cors-want-word").with("known", known()))
}
