use std::collections::BTreeMap;

use super::super::net::Net;
use super::super::read::{Piece, Read, Target, hinted, mended, refuse};
use super::super::size::Size;
use super::super::words::Words;
use super::export::Format;
use super::leaves::{Leaves, MOST, Not};
use crate::sim::Refusal;
use crate::text::{Message, excerpt, nearest, unshowable, width};

/// How each edit is written.
pub const SHAPES: &str = "  split NET [/LEN]\n  join NET\n  name NET TEXT\n  mark NET SYMBOL\n  export text|terraform|csv";

/// The longest name, in characters.
const LONGEST: usize = 64;
/// The most edits of which each is told.
const MOST_TOLD: usize = 64;

/// What an edit does with the rest of its line.
type Edit = fn(&mut Grown, &mut Words<'_>) -> Read<()>;

/// Every edit by its words.
const EDITS: &[(&[&str], Edit)] = &[
    (&["split", "나누기"], Grown::split),
    (&["join", "합치기"], Grown::join),
    (&["name", "이름"], Grown::name),
    (&["mark", "표시"], Grown::mark),
    (&["export", "내보내기"], Grown::export),
];

/// A tree with everything that the edits did to it.
pub struct Grown {
    /// Its leaves.
    pub leaves: Leaves,
    /// What networks are called.
    pub names: BTreeMap<Net, String>,
    /// The symbols that networks are marked with.
    pub marks: BTreeMap<Net, char>,
    /// How it is to be written out.
    pub exports: Vec<Format>,
    /// What the first edits did.
    pub told: Vec<Message>,
}

impl Grown {
    /// A tree of undivided roots.
    pub fn new(roots: Vec<Net>) -> Grown {
        Grown { leaves: Leaves::new(roots), names: BTreeMap::new(), marks: BTreeMap::new(), exports: Vec::new(), told: Vec::new() }
    }

    /// Does what a line says.
    pub fn edit(&mut self, line: Piece<'_>) -> Read<()> {
        let mut words = Words::new(line);
        let Some((_, edit)) = EDITS.iter().find(|(names, _)| words.eat(names)) else { return Err(unknown(&words)) };
        edit(self, &mut words)?;
        let rest = words.take_rest();
        if rest.text.is_empty() { Ok(()) } else { Err(refuse("E_TRAILING", rest.range(), Message::new("cidr-e-trailing").with("text", excerpt(rest.text)))) }
    }

    fn split(&mut self, words: &mut Words<'_>) -> Read<()> {
        let target = words.target()?;
        let to = if words.is_empty() { None } else { Some(words.slash(target.net)?.0) };
        let made = self.leaves.split(target.net, to).map_err(|not| why(not, &target))?;
        self.tell(Message::new("cidr-tree-split").with("net", target.net).with("count", made));
        Ok(())
    }

    fn join(&mut self, words: &mut Words<'_>) -> Read<()> {
        let target = words.target()?;
        let gone = self.leaves.join(target.net).map_err(|not| why(not, &target))?;
        self.tell(Message::new("cidr-tree-join").with("net", target.net).with("count", gone));
        Ok(())
    }

    fn name(&mut self, words: &mut Words<'_>) -> Read<()> {
        let target = self.known(words)?;
        let name = words.take_rest();
        if name.text.chars().count() > LONGEST || name.text.chars().any(unshowable) {
            return Err(refuse("E_NAME", name.range(), Message::new("cidr-e-name").with("most", LONGEST)));
        }
        if name.text.is_empty() {
            self.names.remove(&target.net);
        } else {
            self.names.insert(target.net, name.text.to_owned());
        }
        Ok(())
    }

    fn mark(&mut self, words: &mut Words<'_>) -> Read<()> {
        let target = self.known(words)?;
        let symbol = words.take_rest();
        let mut chars = symbol.text.chars();
        match (chars.next(), chars.next()) {
            (None, _) => self.marks.remove(&target.net),
            (Some(mark), None) if width(symbol.text) == 1 && !unshowable(mark) => self.marks.insert(target.net, mark),
            _ => return Err(refuse("E_SYMBOL", symbol.range(), Message::new("cidr-e-symbol"))),
        };
        Ok(())
    }

    fn export(&mut self, words: &mut Words<'_>) -> Read<()> {
        let Some(word) = words.take() else { return Err(words.missing(Message::new("cidr-e-format"))) };
        let format = Format::ALL.into_iter().find(|f| f.word().eq_ignore_ascii_case(word.text));
        let format = format.ok_or_else(|| refuse("E_FORMAT", word.range(), Message::new("cidr-e-format")))?;
        if !self.exports.contains(&format) {
            self.exports.push(format);
        }
        Ok(())
    }

    /// Reads a network that is in the tree.
    fn known(&self, words: &mut Words<'_>) -> Read<Target> {
        let target = words.target()?;
        match self.leaves.has(target.net) {
            Ok(()) => Ok(target),
            Err(not) => Err(why(not, &target)),
        }
    }

    fn tell(&mut self, message: Message) {
        if self.told.len() < MOST_TOLD {
            self.told.push(message);
        }
    }
}

fn unknown(words: &Words<'_>) -> Box<Refusal> {
    let word = words.peek().unwrap_or(words.rest());
    let refusal = refuse("E_COMMAND", word.range(), Message::new("cidr-e-edit").with("word", excerpt(word.text)));
    match nearest(word.text, EDITS.iter().flat_map(|(names, _)| names.iter().copied())).first() {
        Some(near) => mended(hinted(refusal, Message::new("cidr-h-command").with("word", *near)), word.range(), *near),
        None => hinted(
            refusal,
            Message::new("cidr-h-edits").with("words", EDITS.iter().filter_map(|(names, _)| names.first().copied()).collect::<Vec<_>>().join(" ")),
        ),
    }
}

fn why(not: Not, target: &Target) -> Box<Refusal> {
    let said = |id| Message::new(id).with("net", target.net);
    let refused = |code, message| refuse(code, target.at.clone(), message);
    match not {
        Not::Outside => refused("E_NOT_IN_TREE", said("cidr-e-tree-outside")),
        Not::Inside(leaf) => {
            let hint = Message::new("cidr-h-tree-inside").with("leaf", leaf).with("prefix", target.net.prefix());
            hinted(refused("E_NOT_LEAF", said("cidr-e-tree-inside").with("leaf", leaf)), hint)
        }
        Not::Leaf => refused("E_LEAF", said("cidr-e-tree-leaf")),
        Not::Divided => hinted(refused("E_NOT_LEAF", said("cidr-e-tree-divided")), Message::new("cidr-h-tree-divided").with("net", target.net)),
        Not::Small => refused("E_RANGE", said("cidr-e-tree-small")),
        Not::Address => refused("E_RANGE", said("cidr-e-tree-address")),
        Not::Many(count) => refused("E_LEAVES", said("cidr-e-tree-many").with("count", count).with("most", Size::from(MOST as u128))),
    }
}
