use std::io::{self, BufRead, Write};

use crate::text::{Message, Texts, clean_line, hangul};

/// A talk, line by line, over any pair of streams.
pub struct Talk<'t, R, W> {
    input: R,
    output: W,
    /// The sentences of the reader's language.
    pub texts: &'t Texts,
}

/// What was said to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// A line, without its end.
    Line(String),
    /// One of the words that are no answer.
    Order(Order),
}

/// Words that are no answer; the end of the input says [`Order::Quit`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// `:u`
    Undo,
    /// `:s`
    Skip,
    /// `:f`
    Flag,
    /// `:h`
    Hint,
    /// `:q`
    Quit,
}

const ORDERS: [(&str, Order); 5] = [(":u", Order::Undo), (":s", Order::Skip), (":f", Order::Flag), (":h", Order::Hint), (":q", Order::Quit)];

impl<'t, R: BufRead, W: Write> Talk<'t, R, W> {
    /// A talk in a language.
    pub fn new(input: R, output: W, texts: &'t Texts) -> Self {
        Talk { input, output, texts }
    }

    /// Prints text with a line end behind it.
    pub fn print(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.output, "{}", text.trim_end())
    }

    /// Prints a sentence.
    pub fn say(&mut self, message: &Message) -> io::Result<()> {
        let sentence = self.texts.say(message);
        self.print(&sentence)
    }

    /// Waits for a line behind `mark`.
    pub fn ask(&mut self, mark: &str) -> io::Result<Heard> {
        write!(self.output, "{mark}> ")?;
        self.output.flush()?;
        let mut line = Vec::new();
        if self.input.read_until(b'\n', &mut line)? == 0 {
            writeln!(self.output)?;
            return Ok(Heard::Order(Order::Quit));
        }
        let line = clean_line(String::from_utf8_lossy(&line).trim_end_matches(['\n', '\r']));
        let word = latin(line.trim());
        let order = ORDERS.iter().find(|(name, _)| *name == word).map(|(_, order)| *order);
        Ok(order.map_or(Heard::Line(line), Heard::Order))
    }
}

/// What was typed, as the keys of a Latin keyboard: an input method may be on.
pub fn latin(text: &str) -> String {
    text.chars().map(|c| hangul::keys(c).unwrap_or_else(|| c.to_string())).collect::<String>().to_lowercase()
}
