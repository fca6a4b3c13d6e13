//! A line of a scenario in words, read one after the other.

use std::ops::Range;

use super::net::Net;
use super::read::{self, Piece, Read, Target, hinted, mended, refuse};
use crate::sim::{Change, Fix};
use crate::text::{Message, excerpt};

/// What stands between two words: spaces and commas.
fn between(c: char) -> bool {
    c.is_whitespace() || c == ','
}

/// The words of a line that are still to be read.
#[derive(Clone, Debug)]
pub struct Words<'s> {
    /// The line, and for a tree the lines of edits after it.
    pub asked: Range<usize>,
    /// Whether the line is only tried, as the fix of another: then it looks for no fixes itself.
    pub tried: bool,
    rest: Piece<'s>,
}

impl<'s> Words<'s> {
    /// The words of a line.
    #[must_use]
    pub fn new(line: Piece<'s>) -> Words<'s> {
        Words { asked: line.range(), tried: false, rest: line }
    }

    /// What is left of the line, without spaces around.
    #[must_use]
    pub fn rest(&self) -> Piece<'s> {
        let start = self.rest.text.len() - self.rest.text.trim_start_matches(between).len();
        self.rest.part(start..self.rest.text.trim_end_matches(between).len().max(start))
    }

    /// The next word, which stays; `|` and `+` are words of their own.
    #[must_use]
    pub fn peek(&self) -> Option<Piece<'s>> {
        let rest = self.rest();
        let first = rest.text.chars().next()?;
        let own = |c: char| c == '|' || c == '+';
        let end = if own(first) { 1 } else { rest.text.find(|c| between(c) || own(c)).unwrap_or(rest.text.len()) };
        Some(rest.part(0..end))
    }

    /// Whether every word has been read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rest().text.is_empty()
    }

    /// The next word.
    pub fn take(&mut self) -> Option<Piece<'s>> {
        let word = self.peek()?;
        self.rest = self.rest.part(word.range().end - self.rest.at..self.rest.text.len());
        Some(word)
    }

    /// Reads the rest as one piece.
    pub fn take_rest(&mut self) -> Piece<'s> {
        let rest = self.rest();
        self.rest = self.rest.part(self.rest.text.len()..self.rest.text.len());
        rest
    }

    /// Reads the next word if it is one of these, in any case.
    pub fn eat(&mut self, words: &[&str]) -> bool {
        let hit = self.peek().is_some_and(|word| words.iter().any(|w| same(w, word.text)));
        if hit {
            self.take();
        }
        hit
    }

    /// Reads one of these words, or refuses.
    pub fn expect(&mut self, words: &[&'static str]) -> Read<()> {
        if self.eat(words) { Ok(()) } else { Err(self.missing(Message::new("cidr-e-word").with("word", words[0]))) }
    }

    /// Reads a network.
    pub fn target(&mut self) -> Read<Target> {
        match self.take() {
            Some(word) => read::target(word),
            None => Err(hinted(self.missing(Message::new("cidr-e-net")), Message::new("cidr-h-target"))),
        }
    }

    /// Reads networks up to one of the words `until` or the end; at least one.
    pub fn targets(&mut self, until: &[&str]) -> Read<Vec<Target>> {
        let mut all = vec![self.target()?];
        while self.peek().is_some_and(|word| !until.iter().any(|w| same(w, word.text))) {
            all.push(self.target()?);
        }
        Ok(all)
    }

    /// Reads a prefix length with its slash, for a network to be made of `net`.
    pub fn slash(&mut self, net: Net) -> Read<(u8, Range<usize>)> {
        let Some(word) = self.take() else { return Err(self.missing(Message::new("cidr-e-slash"))) };
        read::ascii(word)?;
        if let Some(digits) = word.text.strip_prefix('/') {
            let len = read::prefix_len(Piece { text: digits, at: word.at + 1 }, net.family())?;
            return Ok((len, word.range()));
        }
        let refusal = refuse("E_SLASH", word.range(), Message::new("cidr-e-slash"));
        let certain = word.text.parse::<u8>().is_ok();
        Err(if certain { mended(refusal, word.range(), format!("/{}", word.text)) } else { refusal })
    }

    /// Reads a whole number of at most 2^128 - 1.
    pub fn number(&mut self) -> Read<(u128, Range<usize>)> {
        let Some(word) = self.take() else { return Err(self.missing(Message::new("cidr-e-number-missing"))) };
        number(word).map(|n| (n, word.range()))
    }

    /// A change of the whole line, with what it leads to; `None` if it leads nowhere or this line is itself only tried.
    #[must_use]
    pub fn fix(&self, label: Message, line: String) -> Option<Fix> {
        if self.tried {
            return None;
        }
        let outcome = super::run::try_line(&line)?;
        Some(Fix { label, change: Change { range: self.asked.clone(), text: line }, then: outcome.verdict })
    }

    /// A refusal at the next word, or at the end of the line if there is none.
    #[must_use]
    pub fn missing(&self, message: Message) -> Box<crate::sim::Refusal> {
        let end = self.rest.range().end;
        refuse("E_EXPECTED", self.peek().map_or(end..end, |word| word.range()), message)
    }
}

/// Reads a whole number.
pub fn number(word: Piece<'_>) -> Read<u128> {
    read::ascii(word)?;
    let digits = !word.text.is_empty() && word.text.bytes().all(|b| b.is_ascii_digit());
    match word.text.parse() {
        Ok(n) if digits => Ok(n),
        _ if digits => Err(refuse("E_NUMBER", word.range(), Message::new("cidr-e-number-large"))),
        _ => Err(refuse("E_NUMBER", word.range(), Message::new("cidr-e-number").with("text", excerpt(word.text)))),
    }
}

fn same(keyword: &str, word: &str) -> bool {
    keyword.eq_ignore_ascii_case(word)
}
