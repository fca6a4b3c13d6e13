//! An expression cut into tokens.

use std::ops::Range;

use crate::sim::dynamodb::fault::{Fault, Result, invalid};

/// The longest expression in bytes.
const LONGEST: usize = 4096;

/// A token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token<'e> {
    /// A bare word: an attribute's name, a keyword, a function.
    Word(&'e str),
    /// `#name`.
    NameRef(&'e str),
    /// `:value`.
    ValueRef(&'e str),
    /// Digits, as they stand between brackets.
    Digits(&'e str),
    /// `=`, `<>`, `(` and so on.
    Sign(&'static str),
}

impl Token<'_> {
    /// Its text.
    pub fn text(&self) -> &str {
        match self {
            Token::Word(text) | Token::NameRef(text) | Token::ValueRef(text) | Token::Digits(text) | Token::Sign(text) => text,
        }
    }
}

/// The longer first.
const SIGNS: &[&str] = &["<>", "<=", ">=", "=", "<", ">", "(", ")", "[", "]", ",", ".", "+", "-"];

/// The tokens of an expression with the bytes where they stand.
pub fn tokens<'e>(what: &str, text: &'e str) -> Result<Vec<(Token<'e>, Range<usize>)>> {
    if text.trim().is_empty() {
        return Err(invalid(format!("Invalid {what}: The expression can not be empty;")));
    }
    if text.len() > LONGEST {
        return Err(invalid(format!("Invalid {what}: Expression size has exceeded the maximum allowed size; expression size: {}", text.len())));
    }
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        if first.is_ascii_whitespace() {
            at += 1;
            continue;
        }
        let (token, length) = token(&text[at..], first).ok_or_else(|| unexpected(what, text, at..at + first.len_utf8()))?;
        tokens.push((token, at..at + length));
        at += length;
    }
    Ok(tokens)
}

fn token(rest: &str, first: char) -> Option<(Token<'_>, usize)> {
    let run = |from: usize| from + rest[from..].bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'_').count();
    match first {
        'a'..='z' | 'A'..='Z' | '_' => Some((Token::Word(&rest[..run(0)]), run(0))),
        '0'..='9' => {
            let end = rest.bytes().take_while(u8::is_ascii_digit).count();
            Some((Token::Digits(&rest[..end]), end))
        }
        '#' | ':' => {
            let end = run(1);
            let token = if first == '#' { Token::NameRef(&rest[..end]) } else { Token::ValueRef(&rest[..end]) };
            (end > 1).then_some((token, end))
        }
        _ => SIGNS.iter().find(|sign| rest.starts_with(**sign)).map(|sign| (Token::Sign(sign), sign.len())),
    }
}

/// A syntax error at a token, with what stands near it.
pub fn unexpected(what: &str, text: &str, at: Range<usize>) -> Fault {
    let token = if at.is_empty() { "<EOF>" } else { text.get(at.clone()).unwrap_or_default() };
    let boundary = |i: &usize| text.is_char_boundary(*i);
    let from = (0..=at.start.saturating_sub(10)).rev().find(boundary).unwrap_or(0);
    let to = ((at.end + 10).min(text.len())..=text.len()).find(boundary).unwrap_or(text.len());
    let near = text.get(from..to).unwrap_or_default();
    let text = format!("Invalid {what}: Syntax error; token: \"{token}\", near: \"{near}\"");
    Fault { at: Some(at.clone()), ..invalid(text) }
}
