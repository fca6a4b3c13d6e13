//! The `where` of a pattern: a condition with values in it, read by the reader of expressions.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::sim::dynamodb::expression::{Condition, Node, Placeholders, condition};
use crate::sim::dynamodb::fault::{Fault, FaultKind};
use crate::sim::dynamodb::number::Number;
use crate::sim::dynamodb::value::Value;

/// The longest condition in bytes; values in it count, which stand apart in an expression.
const LONGEST: usize = 1 << 16;

const WORDS: &[&str] = &["AND", "OR", "NOT", "BETWEEN", "IN"];

/// A condition as somebody wrote it.
#[derive(Clone, Debug)]
pub struct Filter {
    /// What it says.
    pub condition: Condition,
    text: String,
    /// Where the pieces of what was read stand in what was written.
    pieces: Vec<(Range<usize>, Range<usize>)>,
}

/// Why a condition was not understood, and which bytes of it are meant.
pub struct Misread {
    /// The bytes.
    pub at: Range<usize>,
    /// What they say.
    pub text: String,
    /// What DynamoDB would say of it, where that helps.
    pub why: Option<String>,
}

#[derive(Default)]
struct Translation {
    text: String,
    pieces: Vec<(Range<usize>, Range<usize>)>,
    names: BTreeMap<String, String>,
    values: BTreeMap<String, Value>,
}

impl Filter {
    /// Reads a condition.
    pub fn read(text: &str) -> Result<Filter, Misread> {
        if text.len() > LONGEST {
            let why = Some(format!("Expression size has exceeded the maximum allowed size; expression size: {}", text.len()));
            return Err(Misread { at: 0..text.len(), text: String::new(), why });
        }
        let translation = translate(text)?;
        let placeholders = Placeholders::of(translation.names, translation.values);
        let pieces = translation.pieces;
        let condition = condition("where", &translation.text, &placeholders).map_err(|fault| misread(text, &pieces, fault))?;
        Ok(Filter { condition, text: text.to_owned(), pieces })
    }

    /// What was written for a part of the condition.
    pub fn said(&self, part: &Condition) -> &str {
        let inside = self.pieces.iter().filter(|(read, _)| read.start >= part.span.start && read.end <= part.span.end);
        let written: Vec<&Range<usize>> = inside.map(|(_, written)| written).collect();
        let (Some(first), Some(last)) = (written.first(), written.last()) else { return &self.text };
        self.text.get(first.start..last.end).unwrap_or(&self.text)
    }
}

/// The parts of a conjunction, those of conjunctions in it too.
pub fn conjuncts<'c>(condition: &'c Condition, parts: &mut Vec<&'c Condition>) {
    match &condition.node {
        Node::And(all) => all.iter().for_each(|c| conjuncts(c, parts)),
        _ => parts.push(condition),
    }
}

fn misread(text: &str, pieces: &[(Range<usize>, Range<usize>)], fault: Fault) -> Misread {
    let end = text.trim_end().len();
    let at = fault.at.and_then(|at| pieces.iter().find(|(read, _)| read.start <= at.start && at.start < read.end)).map(|(_, written)| written.clone());
    let syntax = fault.kind == FaultKind::ReservedWord || fault.text.contains("Syntax error");
    let why = (!syntax).then(|| fault.text.trim_start_matches("Invalid where: ").to_owned());
    let at = at.unwrap_or(end..text.len().max(end));
    Misread { text: text.get(at.clone()).unwrap_or_default().to_owned(), at, why }
}

/// Names become `#n1`, values `:v1`; everything else stays.
fn translate(text: &str) -> Result<Translation, Misread> {
    let mut out = Translation::default();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        if first.is_whitespace() {
            out.text.push(' ');
            at += first.len_utf8();
            continue;
        }
        let rest = &text[at..];
        let length = match first {
            '\'' | '"' => out.quoted(rest, first, at)?,
            '`' => out.named(rest, at)?,
            '0'..='9' | '-' | '.' if !out.text.ends_with('[') && starts_number(rest) => out.number(rest, at)?,
            _ if first.is_alphabetic() || first == '_' => out.word(rest, at),
            '!' if rest.starts_with("!=") => out.piece("<>", at, 2),
            '<' | '>' if rest.starts_with("<=") || rest.starts_with(">=") || rest.starts_with("<>") => out.piece(&rest[..2], at, 2),
            '=' if rest.starts_with("==") => out.piece("=", at, 2),
            '0'..='9' => {
                let end = rest.bytes().take_while(u8::is_ascii_digit).count();
                out.piece(&rest[..end], at, end)
            }
            _ => out.piece(&rest[..first.len_utf8()], at, first.len_utf8()),
        };
        at += length;
    }
    Ok(out)
}

fn starts_number(rest: &str) -> bool {
    rest.trim_start_matches(['-', '.']).starts_with(|c: char| c.is_ascii_digit())
}

/// A sign stands at the beginning or after the `e` of a power.
fn number_length(rest: &str) -> usize {
    let mut before = 'e';
    rest.find(|c: char| {
        let sign = matches!(c, '+' | '-') && matches!(before, 'e' | 'E');
        before = c;
        !(sign || c.is_ascii_digit() || matches!(c, '.' | '_' | 'e' | 'E'))
    })
    .unwrap_or(rest.len())
}

impl Translation {
    fn piece(&mut self, text: &str, at: usize, length: usize) -> usize {
        let begin = self.text.len();
        self.text.push_str(text);
        self.pieces.push((begin..self.text.len(), at..at + length));
        length
    }

    fn value(&mut self, value: Value, at: usize, length: usize) -> usize {
        let key = format!(":v{}", self.values.len() + 1);
        self.values.insert(key.clone(), value);
        self.piece(&key, at, length)
    }

    fn name(&mut self, name: &str, at: usize, length: usize) -> usize {
        let key = format!("#n{}", self.names.len() + 1);
        self.names.insert(key.clone(), name.to_owned());
        self.piece(&key, at, length)
    }

    /// A text in quotes; a doubled quote stands for itself.
    fn quoted(&mut self, rest: &str, quote: char, at: usize) -> Result<usize, Misread> {
        let mut value = String::new();
        let mut letters = rest.char_indices().skip(1).peekable();
        while let Some((i, letter)) = letters.next() {
            if letter != quote {
                value.push(letter);
            } else if letters.next_if(|(_, next)| *next == quote).is_some() {
                value.push(quote);
            } else {
                return Ok(self.value(Value::S(value), at, i + 1));
            }
        }
        Err(Misread { at: at..at + rest.len(), text: rest.to_owned(), why: None })
    }

    /// A name in backquotes, which may have any letters.
    fn named(&mut self, rest: &str, at: usize) -> Result<usize, Misread> {
        match rest[1..].find('`') {
            Some(end) if end > 0 => Ok(self.name(&rest[1..=end], at, end + 2)),
            _ => Err(Misread { at: at..at + rest.len(), text: rest.to_owned(), why: None }),
        }
    }

    fn number(&mut self, rest: &str, at: usize) -> Result<usize, Misread> {
        let digits = &rest[..number_length(rest)];
        match Number::parse(&digits.replace('_', "")) {
            Ok(number) => Ok(self.value(Value::N(number), at, digits.len())),
            Err(fault) => Err(Misread { at: at..at + digits.len(), text: digits.to_owned(), why: Some(fault.text) }),
        }
    }

    fn word(&mut self, rest: &str, at: usize) -> usize {
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        let word = &rest[..end];
        if let Some(keyword) = WORDS.iter().find(|w| w.eq_ignore_ascii_case(word)) {
            return self.piece(keyword, at, end);
        }
        match word {
            "true" | "false" => self.value(Value::Bool(word == "true"), at, end),
            "null" => self.value(Value::Null, at, end),
            _ if rest[end..].trim_start().starts_with('(') => self.piece(word, at, end),
            _ => self.name(word, at, end),
        }
    }
}
