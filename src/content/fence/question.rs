use std::ops::Range;

use super::lines::{self, Line, split, take_quote, trim};
use super::opening::Opening;
use super::{Failure, answer, cloze};
use crate::content::link::Place;
use crate::content::markdown::{self, Found, Piece, first_line};
use crate::content::{Block, BlockKind, Choice, Inline, Inlines, Item, Kind, Question, QuestionId, plain};
use crate::text::Message;

const ATTRIBUTES: &[&str] = &["many", "fixed", "exact", "cloze", "level", "hint", "was"];

/// Reads a `quiz` fence. The first shape that fits decides its kind.
///
/// # Errors
///
/// A problem that makes the question unaskable.
pub(super) fn read(place: &Place<'_>, span: &Range<usize>, body: &Range<usize>, opening: &mut Opening, found: &mut Found) -> Result<Question, Failure> {
    let (id, at) = opening.name("content-quiz-without-id")?;
    opening.check_id(&id, at, &mut found.problems);
    let flags = Flags { many: opening.flag("many"), exact: opening.flag("exact"), cloze: opening.flag("cloze") };
    let fixed = opening.flag("fixed");
    let level = opening.level(&mut found.problems);
    let hint = opening.value("hint").map(|(hint, _)| hint);
    let was = opening.id("was", &mut found.problems);
    opening.finish(ATTRIBUTES, &mut found.problems);

    let (all, open) = split(&place.source.text, body);
    if let Some(open) = open {
        let problem = place.source.problem(open, "inner-fence", Message::new("content-inner-fence"));
        return Err(Box::new(problem.hint(Message::new("content-inner-fence-hint"))));
    }
    let (rest, quote) = take_quote(&all);
    let mut shape = Shape { place, found, flags, opening: first_line(&place.source.text, span) };
    let explanation = shape.inside_quote(quote);
    let (prompt, kind) = shape.kind(rest)?;
    if prompt.is_empty() {
        return Err(shape.fail("no-prompt", Message::new("content-no-prompt")));
    }
    Ok(Question { id: QuestionId::new(id), prompt, kind, explanation, hint, level, fixed, was, span: span.clone() })
}

struct Flags {
    many: bool,
    exact: bool,
    cloze: bool,
}

/// Finds the kind of a question in its raw lines.
struct Shape<'a, 'p, 'f> {
    place: &'a Place<'p>,
    found: &'f mut Found,
    flags: Flags,
    opening: Range<usize>,
}

type Asked = (Vec<Block>, Kind);

impl Shape<'_, '_, '_> {
    fn kind(&mut self, lines: &[Line<'_>]) -> Result<Asked, Failure> {
        if let Some(rule) = lines.iter().position(|l| !l.code && l.text.trim_end() == "---") {
            return self.open_answer(&lines[..rule], &lines[rule + 1..]);
        }
        let answers = lines.iter().rev().take_while(|l| is_answer(l) || l.is_blank()).filter(|l| is_answer(l)).count();
        if answers > 0 {
            return self.typed(lines, answers);
        }
        let whole = lines::span(lines, self.opening.end);
        if cloze::is_cloze(self.place, self.text(&whole), self.flags.cloze) {
            let (prompt, blanks) = cloze::read(self.place, &whole, self.flags.cloze, self.found)?;
            return Ok((prompt, Kind::Cloze { blanks, exact: self.flags.exact }));
        }
        let blocks = self.blocks(lines);
        self.by_blocks(blocks)
    }

    /// What stands after a line `---`: points to tick, or an answer to compare with.
    fn open_answer(&mut self, asked: &[Line<'_>], answer: &[Line<'_>]) -> Result<Asked, Failure> {
        let prompt = self.blocks(asked);
        let mut answer = self.blocks(answer);
        if answer.is_empty() {
            return Err(self.fail("no-answer", Message::new("content-no-answer")));
        }
        if let [Block { kind: BlockKind::List { items, .. }, .. }] = answer.as_mut_slice()
            && items.iter().all(|item| item.checked.is_some())
        {
            let points = std::mem::take(items).into_iter().map(|item| in_line(item.blocks)).collect();
            return Ok((prompt, Kind::Rubric { points }));
        }
        Ok((prompt, Kind::Recall { answer }))
    }

    fn typed(&mut self, lines: &[Line<'_>], answers: usize) -> Result<Asked, Failure> {
        let first = lines.iter().enumerate().rev().filter(|(_, l)| is_answer(l)).nth(answers - 1).map_or(0, |(i, _)| i);
        let mut accepted = Vec::new();
        for line in lines[first..].iter().filter(|l| is_answer(l)) {
            let span = line.span.start..line.span.start + line.text.len();
            accepted.extend(answer::alternatives(self.place.source, line.text.get(1..).unwrap_or_default(), &span, &mut self.found.problems));
        }
        if accepted.is_empty() {
            return Err(self.fail("no-answer", Message::new("content-no-answer")));
        }
        Ok((self.blocks(trim(&lines[..first])), Kind::Typed { accepted, exact: self.flags.exact }))
    }

    fn by_blocks(&mut self, mut blocks: Vec<Block>) -> Result<Asked, Failure> {
        let last_list = blocks.iter().rposition(|b| matches!(b.kind, BlockKind::List { .. }));
        if let Some(at) = last_list
            && let BlockKind::List { start, items } = &mut blocks[at].kind
        {
            let is_task = items.iter().any(|item| item.checked.is_some());
            if is_task || start.is_some() {
                let items = std::mem::take(items);
                let list = blocks.remove(at);
                let kind = if is_task { self.choices(items, &list.span) } else { self.order(items) };
                return kind.map(|kind| (blocks, kind));
            }
        }
        match blocks.pop() {
            Some(Block { kind: BlockKind::Table { header, rows, .. }, .. }) if header.len() == 2 => self.pairs(header, rows).map(|kind| (blocks, kind)),
            _ => {
                let problem = self.place.source.problem(self.opening.clone(), "no-kind", Message::new("content-no-kind"));
                Err(Box::new(problem.hint(Message::new("content-kinds"))))
            }
        }
    }

    fn choices(&mut self, items: Vec<Item>, span: &Range<usize>) -> Result<Kind, Failure> {
        if let Some(bare) = items.iter().find(|item| item.checked.is_none()) {
            let at = bare.blocks.first().map_or(span.clone(), |b| first_line(&self.place.source.text, &b.span));
            return Err(Box::new(self.place.source.problem(at, "choice-without-box", Message::new("content-choice-without-box"))));
        }
        if items.len() < 2 {
            return Err(self.fail("one-choice", Message::new("content-one-choice")));
        }
        let right = items.iter().filter(|item| item.checked == Some(true)).count();
        if right == 0 {
            return Err(self.fail("no-right-answer", Message::new("content-no-right-answer")));
        }
        let first = |item: &Item| item.blocks.first().map_or(span.clone(), |b| first_line(&self.place.source.text, &b.span));
        let places: Vec<Range<usize>> = items.iter().map(first).collect();
        let choices: Vec<Choice> = items.into_iter().map(choice).collect();
        self.repeated(&choices, &places);
        Ok(if right > 1 || self.flags.many { Kind::Select(choices) } else { Kind::Choice(choices) })
    }

    fn repeated(&mut self, choices: &[Choice], places: &[Range<usize>]) {
        let said: Vec<String> = choices.iter().map(|choice| plain(&choice.text)).collect();
        for (at, (text, place)) in said.iter().zip(places).enumerate() {
            if said[..at].contains(text) {
                let message = Message::new("content-repeated-choice").with("choice", text.clone());
                self.found.problems.push(self.place.source.problem(place.clone(), "repeated-choice", message));
            }
        }
    }

    fn order(&mut self, items: Vec<Item>) -> Result<Kind, Failure> {
        if items.len() < 2 {
            return Err(self.fail("one-item", Message::new("content-one-item")));
        }
        Ok(Kind::Order(items.into_iter().map(|item| in_line(item.blocks)).collect()))
    }

    fn pairs(&mut self, header: Vec<Inlines>, rows: Vec<Vec<Inlines>>) -> Result<Kind, Failure> {
        let pair = |cells: Vec<Inlines>| <[Inlines; 2]>::try_from(cells).ok();
        let pairs: Vec<_> = rows.into_iter().filter_map(pair).collect();
        match pair(header) {
            Some(columns) if pairs.len() > 1 => Ok(Kind::Match { columns, pairs }),
            _ => Err(self.fail("one-item", Message::new("content-one-item"))),
        }
    }

    /// What a block quote says, read without its marks.
    fn inside_quote(&mut self, lines: &[Line<'_>]) -> Vec<Block> {
        self.blocks(lines)
            .into_iter()
            .flat_map(|block| match block.kind {
                BlockKind::Quote(inner) => inner,
                _ => vec![block],
            })
            .collect()
    }

    fn blocks(&mut self, lines: &[Line<'_>]) -> Vec<Block> {
        let span = lines::span(lines, self.opening.end);
        let piece = Piece { text: self.place.source.text.get(span.clone()).unwrap_or_default(), at: span.start, blanks: &[], whole: false };
        markdown::blocks(self.place, &piece, self.found)
    }

    fn text(&self, span: &Range<usize>) -> &str {
        self.place.source.text.get(span.clone()).unwrap_or_default()
    }

    fn fail(&self, code: &'static str, message: Message) -> Failure {
        Box::new(self.place.source.problem(self.opening.clone(), code, message))
    }
}

fn is_answer(line: &Line<'_>) -> bool {
    !line.code && (line.text.starts_with("= ") || line.text.trim_end() == "=")
}

/// A choice with what is said to whoever takes it: the bullets below it.
fn choice(item: Item) -> Choice {
    let (feedback, text): (Vec<Block>, Vec<Block>) = item.blocks.into_iter().partition(is_feedback);
    Choice { text: in_line(text), right: item.checked == Some(true), feedback: feedback.into_iter().flat_map(bullets).collect() }
}

fn is_feedback(block: &Block) -> bool {
    matches!(block.kind, BlockKind::List { start: None, .. })
}

/// The inside of a list of one bullet; a longer list as it is.
fn bullets(block: Block) -> Vec<Block> {
    match block.kind {
        BlockKind::List { mut items, .. } if items.len() == 1 => items.pop().map(|item| item.blocks).unwrap_or_default(),
        _ => vec![block],
    }
}

/// Blocks as running text, a line for each: items of questions have no other room.
fn in_line(blocks: Vec<Block>) -> Inlines {
    let mut out = Inlines::new();
    for block in blocks {
        if !out.is_empty() {
            out.push(Inline::Break);
        }
        match block.kind {
            BlockKind::Paragraph(inlines) | BlockKind::Heading { text: inlines, .. } => out.extend(inlines),
            BlockKind::Code { text, .. } => {
                for (i, line) in text.lines().enumerate() {
                    out.extend((i > 0).then_some(Inline::Break));
                    out.push(Inline::Code(line.to_owned()));
                }
            }
            BlockKind::Quote(blocks) | BlockKind::Alert { blocks, .. } => out.extend(in_line(blocks)),
            BlockKind::List { items, .. } => out.extend(in_line(items.into_iter().flat_map(|item| item.blocks).collect())),
            _ => {}
        }
    }
    out
}
