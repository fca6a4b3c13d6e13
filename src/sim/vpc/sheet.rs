//! A scenario in statements and questions: what stands on each line, before anything is looked up.

use std::collections::HashSet;

use super::super::cidr::read::{Piece, Read, hinted, mended, refuse};
use super::limits::{LONGEST, LONGEST_LINE, MOST_LINES, MOST_QUESTIONS, MOST_REFUSALS, too_many};
use crate::sim::Refusal;
use crate::text::{Message, excerpt, nearest};

/// A line that says what there is.
#[derive(Clone, Copy, Debug)]
pub struct Statement<'s> {
    /// What it makes.
    pub kind: Kind,
    /// Its name.
    pub id: Piece<'s>,
    /// What is said of it.
    pub rest: Piece<'s>,
    /// The whole of it.
    pub line: Piece<'s>,
}

/// What a statement makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A VPC.
    Vpc,
    /// A subnet.
    Subnet,
    /// A route table.
    Table,
    /// An internet gateway.
    Igw,
    /// An egress-only internet gateway.
    Egress,
    /// A NAT gateway.
    Nat,
    /// A gateway endpoint.
    Gateway,
    /// An interface endpoint.
    Interface,
    /// A peering connection.
    Peering,
    /// A prefix list.
    List,
    /// A host on the internet.
    Outside,
    /// A host.
    Host,
    /// A security group.
    Group,
    /// A network ACL.
    Acl,
}

/// A line that asks.
#[derive(Clone, Copy, Debug)]
pub struct Question<'s> {
    /// What it asks.
    pub ask: Ask,
    /// What follows the word.
    pub rest: Piece<'s>,
    /// The whole of it.
    pub line: Piece<'s>,
}

/// What a question asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Whether somebody reaches somebody.
    Path,
    /// What has to be changed so that they do.
    Fix,
    /// What a change would do.
    WhatIf,
    /// Who reaches whom.
    Reach,
    /// What a path costs a month.
    Cost,
}

/// A scenario, read as far as its lines.
#[derive(Clone, Debug, Default)]
pub struct Sheet<'s> {
    /// What there is, after every `set` and `del`.
    pub statements: Vec<Statement<'s>>,
    /// What is asked.
    pub questions: Vec<Question<'s>>,
    /// What could not be read.
    pub refusals: Vec<Refusal>,
    /// What was there and is gone: routes that name it are black holes, as in AWS.
    pub gone: HashSet<&'s str>,
    /// The names that are taken.
    names: HashSet<(Kind, &'s str)>,
}

/// The words of a piece, read one after the other.
#[derive(Clone, Copy, Debug)]
pub struct Words<'s>(Piece<'s>);

const KINDS: &[(&str, Kind)] = &[
    ("vpc", Kind::Vpc),
    ("subnet", Kind::Subnet),
    ("rt", Kind::Table),
    ("igw", Kind::Igw),
    ("eigw", Kind::Egress),
    ("nat", Kind::Nat),
    ("endpoint", Kind::Gateway),
    ("peering", Kind::Peering),
    ("prefix", Kind::List),
    ("outside", Kind::Outside),
    ("host", Kind::Host),
    ("sg", Kind::Group),
    ("nacl", Kind::Acl),
];

const ASKS: &[(&str, Ask)] = &[("path", Ask::Path), ("fix", Ask::Fix), ("what-if", Ask::WhatIf), ("reach", Ask::Reach), ("cost", Ask::Cost)];

impl<'s> Words<'s> {
    /// The words of a piece.
    #[must_use]
    pub fn of(piece: Piece<'s>) -> Words<'s> {
        Words(piece)
    }

    /// The next word.
    pub fn take(&mut self) -> Option<Piece<'s>> {
        let rest = self.rest();
        if rest.text.is_empty() {
            return None;
        }
        let end = rest.text.find(char::is_whitespace).unwrap_or(rest.text.len());
        self.0 = rest.part(end..rest.text.len());
        Some(rest.part(0..end))
    }

    /// The next word, which stays.
    #[must_use]
    pub fn peek(&self) -> Option<Piece<'s>> {
        let mut ahead = *self;
        ahead.take()
    }

    /// Reads the next word if it is this one.
    pub fn eat(&mut self, word: &str) -> bool {
        let hit = self.peek().is_some_and(|w| w.text.eq_ignore_ascii_case(word));
        if hit {
            self.take();
        }
        hit
    }

    /// What is left, without spaces around.
    #[must_use]
    pub fn rest(&self) -> Piece<'s> {
        self.0.trim()
    }

    /// The next word; `what` says what is missing where there is none.
    pub fn need(&mut self, what: &'static str) -> Read<Piece<'s>> {
        self.take().ok_or_else(|| self.missing(what))
    }

    /// Reads a keyword, or refuses.
    pub fn keyword(&mut self, word: &'static str) -> Read<()> {
        if self.eat(word) {
            return Ok(());
        }
        Err(match self.peek() {
            Some(found) => {
                refuse("E_EXPECTED", found.range(), Message::new("vpc-e-keyword-not").with("word", word).with("found", crate::text::excerpt(found.text)))
            }
            None => refuse("E_EXPECTED", self.end(), Message::new("vpc-e-keyword").with("word", word)),
        })
    }

    /// A refusal: something is missing at the end.
    #[must_use]
    pub fn missing(&self, what: &'static str) -> Box<Refusal> {
        refuse("E_EXPECTED", self.end(), Message::new("vpc-e-missing").with("what", Message::new(what)))
    }

    /// Refuses what is left over.
    pub fn done(&self) -> Read<()> {
        let rest = self.rest();
        if rest.text.is_empty() { Ok(()) } else { Err(refuse("E_TRAILING", rest.range(), Message::new("vpc-e-trailing").with("text", excerpt(rest.text)))) }
    }

    fn end(&self) -> std::ops::Range<usize> {
        let end = self.0.at + self.0.text.trim_end().len();
        end..end
    }
}

/// A refusal of a word that is none of `known`, with the nearest of them.
pub fn odd(word: Piece<'_>, known: &[&str]) -> Box<Refusal> {
    let refusal = refuse("E_WORD", word.range(), Message::new("vpc-e-word").with("word", excerpt(word.text)).with("known", known.join(", ")));
    match nearest(word.text, known.iter().copied()).first().copied() {
        Some(near) => mended(hinted(refusal, Message::new("vpc-h-near").with("word", near.to_owned())), word.range(), near),
        None => refusal,
    }
}

/// Reads a scenario line by line.
#[must_use]
pub fn read(scenario: &str) -> Sheet<'_> {
    let mut sheet = Sheet::default();
    if scenario.len() > LONGEST {
        sheet.refusals.push(*too_many(0..0, "vpc-many-bytes", LONGEST));
        return sheet;
    }
    if let Some(line) = Piece::whole(scenario).split('\n').find(|line| line.text.len() > LONGEST_LINE) {
        sheet.refusals.push(*too_many(line.at..line.at, "vpc-many-bytes-line", LONGEST_LINE));
        return sheet;
    }
    let lines = Piece::whole(scenario).split('\n').map(uncommented).filter(|line| !line.text.is_empty());
    for (number, line) in lines.enumerate() {
        if number == MOST_LINES {
            sheet.refusals.push(*too_many(line.range(), "vpc-many-lines", MOST_LINES));
        }
        if number >= MOST_LINES || sheet.refusals.len() >= MOST_REFUSALS {
            break;
        }
        if let Err(refusal) = sheet.line(line) {
            let is_too_much = refusal.code == "E_MANY";
            sheet.refusals.push(*refusal);
            if is_too_much {
                break;
            }
        }
    }
    sheet
}

fn uncommented(line: Piece<'_>) -> Piece<'_> {
    let end = if line.text.trim_start().starts_with('#') { 0 } else { line.text.find(" #").unwrap_or(line.text.len()) };
    line.part(0..end).trim()
}

impl<'s> Sheet<'s> {
    fn line(&mut self, line: Piece<'s>) -> Read<()> {
        let mut words = Words::of(line);
        let first = words.take().unwrap_or(line);
        if let Some((_, ask)) = ASKS.iter().find(|(word, _)| word.eq_ignore_ascii_case(first.text)) {
            if self.questions.len() == MOST_QUESTIONS {
                return Err(too_many(line.range(), "vpc-many-questions", MOST_QUESTIONS));
            }
            self.questions.push(Question { ask: *ask, rest: words.rest(), line });
            return Ok(());
        }
        if first.text.eq_ignore_ascii_case("set") || first.text.eq_ignore_ascii_case("del") {
            return self.edit(line);
        }
        let statement = statement(line)?;
        if !self.names.insert((statement.kind, statement.id.text)) {
            return Err(refuse("E_DUPLICATE", statement.id.range(), Message::new("vpc-e-duplicate").with("name", excerpt(statement.id.text))));
        }
        self.statements.push(statement);
        Ok(())
    }
}

impl<'s> Sheet<'s> {
    /// Applies `set STATEMENT` or `del KIND NAME`; a bare statement is set.
    ///
    /// # Errors
    ///
    /// It cannot be read, or there is no such thing to be deleted.
    pub fn edit(&mut self, line: Piece<'s>) -> Read<()> {
        let (edited, is_there) = edit(&mut self.statements, line)?;
        if is_there {
            self.names.insert(edited);
            self.gone.remove(edited.1);
        } else {
            self.names.remove(&edited);
            self.gone.insert(edited.1);
        }
        Ok(())
    }
}

/// Applies `set STATEMENT` or `del KIND NAME`; a bare statement is set.
///
/// Returns what was edited, and whether it is there now.
fn edit<'s>(statements: &mut Vec<Statement<'s>>, line: Piece<'s>) -> Read<((Kind, &'s str), bool)> {
    let mut words = Words::of(line);
    if words.eat("del") {
        let word = words.need("vpc-w-kind")?;
        let kind = kind(word)?;
        let id = words.need("vpc-w-name")?;
        words.done()?;
        let at = statements.iter().position(|s| s.is(kind, id.text) || kind == Kind::Gateway && s.is(Kind::Interface, id.text));
        let Some(at) = at else { return Err(unknown(id, statements.iter().filter(|s| s.kind == kind).map(|s| s.id.text))) };
        return Ok(((statements.remove(at).kind, id.text), false));
    }
    words.eat("set");
    let made = statement(words.rest())?;
    match statements.iter_mut().find(|s| s.is(made.kind, made.id.text)) {
        Some(old) => *old = made,
        None => statements.push(made),
    }
    Ok(((made.kind, made.id.text), true))
}

/// A refusal of a name that nothing has.
pub fn unknown<'k>(name: Piece<'_>, known: impl IntoIterator<Item = &'k str>) -> Box<Refusal> {
    let refusal = refuse("E_UNKNOWN", name.range(), Message::new("vpc-e-unknown").with("name", excerpt(name.text)));
    match nearest(name.text, known).first().copied() {
        Some(near) => mended(hinted(refusal, Message::new("vpc-h-near").with("word", near.to_owned())), name.range(), near),
        None => refusal,
    }
}

fn kind(word: Piece<'_>) -> Read<Kind> {
    let found = KINDS.iter().find(|(known, _)| known.eq_ignore_ascii_case(word.text)).map(|(_, kind)| *kind);
    found.ok_or_else(|| odd(word, &KINDS.iter().map(|(w, _)| *w).chain(ASKS.iter().map(|(w, _)| *w)).chain(["set", "del"]).collect::<Vec<_>>()))
}

fn statement(line: Piece<'_>) -> Read<Statement<'_>> {
    let mut words = Words::of(line);
    let mut kind = kind(words.need("vpc-w-kind")?)?;
    if kind == Kind::Gateway {
        let word = words.need("vpc-w-endpoint")?;
        kind = match word.text {
            "gateway" => Kind::Gateway,
            "interface" => Kind::Interface,
            _ => return Err(odd(word, &["gateway", "interface"])),
        };
    }
    let listed = matches!(kind, Kind::Table | Kind::Group | Kind::Acl);
    let mut id = words.need("vpc-w-name")?;
    let mut rest = words.rest();
    if listed && let Some(colon) = id.text.find(':') {
        let behind = id.at + colon + 1;
        rest = line.part(behind - line.at..line.text.len()).trim();
        id = id.part(0..colon);
    } else if listed && rest.text.starts_with(':') {
        rest = rest.part(1..rest.text.len()).trim();
    }
    if id.text.is_empty() || id.text.contains([':', ',', ';', '"']) {
        return Err(refuse("E_NAME", id.range(), Message::new("vpc-e-name").with("name", excerpt(id.text))));
    }
    Ok(Statement { kind, id, rest, line })
}

impl Statement<'_> {
    /// Whether it makes this.
    #[must_use]
    pub fn is(&self, kind: Kind, id: &str) -> bool {
        self.kind == kind && self.id.text == id
    }
}
