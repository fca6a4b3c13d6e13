use std::ops::Range;

use super::{Anchor, PriceRef, Problem, Question, QuestionId, Slug};

/// A piece of a lesson with the bytes of the file that it was read from.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands in the lesson's text, in bytes.
    pub span: Range<usize>,
}

/// The kinds of block.
#[derive(Clone, Debug, PartialEq)]
pub enum BlockKind {
    /// A heading; levels 2 and 3 make sections.
    Heading { level: u8, anchor: Anchor, text: Inlines },
    /// Running text.
    Paragraph(Inlines),
    /// A list, numbered from `start` if it is numbered.
    List { start: Option<u64>, items: Vec<Item> },
    /// A table; every row has as many cells as the header.
    Table { align: Vec<Align>, header: Vec<Inlines>, rows: Vec<Vec<Inlines>> },
    /// A code block, its language by the first word after the fence. `blanks` are the places of a cloze: byte offset in `text`, index into the question's blanks.
    Code { lang: String, text: String, blanks: Vec<(usize, usize)> },
    /// One of GitHub's five alerts.
    Alert { kind: AlertKind, blocks: Vec<Block> },
    /// A block quote.
    Quote(Vec<Block>),
    /// A thematic break.
    Rule,
    /// A `quiz` fence.
    Question(Box<Question>),
    /// A `drill` fence.
    Drill(Drill),
    /// A `sim` fence.
    Scenario(Scenario),
    /// A fence that could not be read, shown in its place so that the rest stays readable.
    Broken(Box<Problem>),
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The state of its box, in a task list.
    pub checked: Option<bool>,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// How a column of a table is aligned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// As text.
    #[default]
    Left,
    /// In the middle.
    Center,
    /// As numbers.
    Right,
}

/// GitHub's alerts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AlertKind {
    /// Worth knowing.
    Note,
    /// A shortcut.
    Tip,
    /// What must not be missed; "Then and now" is one.
    Important,
    /// What may go wrong.
    Warning,
    /// What will go wrong.
    Caution,
}

/// Running text in pieces.
pub type Inlines = Vec<Inline>;

/// A piece of running text.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Inline code.
    Code(String),
    /// `*emphasis*`.
    Emphasis(Inlines),
    /// `**strong**`.
    Strong(Inlines),
    /// `~~struck~~`.
    Strike(Inlines),
    /// A link.
    Link { to: Target, text: Inlines },
    /// A picture, which a terminal shows by its words.
    Image { alt: String, url: String },
    /// A price by its id, looked up when it is drawn.
    Price(PriceRef),
    /// A hidden place of a cloze: an index into the question's blanks.
    Blank(usize),
    /// A line end that must be kept.
    Break,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A lesson, or a section of one.
    Lesson { slug: Slug, anchor: Option<Anchor> },
    /// A page on the web.
    Url(String),
    /// Something that is not there; the text of the link as written.
    Nowhere(String),
}

/// A `sim` fence: a simulator's name and a scenario for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// The simulator's name.
    pub sim: String,
    /// The scenario, without its `expect` lines.
    pub text: String,
    /// What the outcomes must be, in order.
    pub expects: Vec<Expect>,
}

/// `expect VERDICT because CODE`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expect {
    /// The outcome's verdict.
    pub verdict: String,
    /// A code that the outcome must have.
    pub because: Option<String>,
}

/// A `drill` fence: a question that a simulator makes new each time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drill {
    /// Its id in the lesson: `cidr-last-address` unless the fence names another.
    pub id: QuestionId,
    /// The simulator's name.
    pub sim: String,
    /// The kind of drill.
    pub kind: String,
    /// 1 to 3.
    pub level: u8,
    /// The id that it had before.
    pub was: Option<QuestionId>,
}

/// Running text without its marks: what a title, a search and a comparison need.
///
/// A price is its id, a blank is `…`, a picture its words.
#[must_use]
pub fn plain(inlines: &[Inline]) -> String {
    let mut out = String::new();
    write_plain(inlines, &mut out);
    out
}

fn write_plain(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strike(inner) | Inline::Link { text: inner, .. } => write_plain(inner, out),
            Inline::Image { alt, .. } => out.push_str(alt),
            Inline::Price(price) => out.push_str(&price.id),
            Inline::Blank(_) => out.push('…'),
            Inline::Break => out.push(' '),
        }
    }
}
