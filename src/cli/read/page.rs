use std::fmt::Write;

use super::table;
use crate::content::{AlertKind, Block, BlockKind, Course, Drill, Inline, Item, Lesson, PriceSpeaker, Scenario, SpokenPrice, Target};
use crate::sim;
use crate::text::{Message, Run, Texts, width, wrap};

/// The width of the text in cells.
const CELLS: usize = 76;

/// However deep something stands, this much is left for it.
const NARROWEST: usize = 20;

/// A lesson on its way to plain text.
pub struct Page<'a> {
    pub(super) texts: &'a Texts,
    course: &'a Course,
    lesson: &'a Lesson,
}

impl<'a> Page<'a> {
    /// A page of `lesson`.
    #[must_use]
    pub fn new(course: &'a Course, lesson: &'a Lesson, texts: &'a Texts) -> Self {
        Page { texts, course, lesson }
    }

    /// The sentences of its language.
    #[must_use]
    pub fn texts(&self) -> &'a Texts {
        self.texts
    }

    /// The whole lesson: title, summary, text, sources.
    #[must_use]
    pub fn whole(&self) -> String {
        let front = &self.lesson.front;
        let mut lines = lines(&front.title, CELLS);
        let rule = lines.iter().map(|line| width(line)).max().unwrap_or(0);
        lines.push("═".repeat(rule));
        lines.extend(if front.summary.is_empty() { Vec::new() } else { self::lines(&front.summary, CELLS) });
        let mut text = lines.join("\n") + "\n\n" + &self.text(&self.lesson.blocks);
        if !front.sources.is_empty() {
            let _ = writeln!(text, "\n{}", self.texts.get("read-sources"));
            for source in &front.sources {
                let _ = writeln!(text, "- {} <{}>", source.title, source.url);
            }
        }
        text
    }

    /// Some blocks of the lesson.
    #[must_use]
    pub fn text(&self, blocks: &[Block]) -> String {
        let text = self.blocks(blocks, CELLS).join("\n");
        if text.is_empty() { text } else { text + "\n" }
    }

    /// Blocks as lines, an empty line between two.
    pub(super) fn blocks(&self, blocks: &[Block], cells: usize) -> Vec<String> {
        let mut lines = Vec::new();
        for block in blocks {
            let own = self.block(&block.kind, cells.max(NARROWEST));
            if !lines.is_empty() && !own.is_empty() {
                lines.push(String::new());
            }
            lines.extend(own);
        }
        lines
    }

    fn block(&self, kind: &BlockKind, cells: usize) -> Vec<String> {
        match kind {
            BlockKind::Heading { level, text, .. } => heading(&self.line(text), *level, cells),
            BlockKind::Paragraph(text) => lines(&self.line(text), cells),
            BlockKind::List { start, items } => self.list(*start, items, cells),
            BlockKind::Table { align, header, rows } => {
                let mut prices = self.prices();
                let mut cell = |inlines: &Vec<Inline>| self.inlines(inlines, &mut prices);
                let header: Vec<String> = header.iter().map(&mut cell).collect();
                let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(&mut cell).collect()).collect();
                table::lines(align, &header, &rows, cells)
            }
            BlockKind::Code { text, blanks, .. } => code(text, blanks),
            BlockKind::Alert { kind, blocks } => {
                let label = self.texts.get(alert(*kind));
                let inner = self.blocks(blocks, cells - 2);
                std::iter::once(format!("┃ {label}")).chain(behind("┃ ", inner)).collect()
            }
            BlockKind::Quote(blocks) => behind("│ ", self.blocks(blocks, cells - 2)).collect(),
            BlockKind::Rule => vec!["─".repeat(cells)],
            BlockKind::Question(question) => self.question(question, cells),
            BlockKind::Drill(drill) => self.drill(drill),
            BlockKind::Scenario(scenario) => self.scenario(scenario, cells),
            BlockKind::Broken(problem) => lines(&self.texts.say(&Message::new("read-broken").with("why", problem.message.clone())), cells),
        }
    }

    fn list(&self, start: Option<u64>, items: &[Item], cells: usize) -> Vec<String> {
        let is_loose = items.iter().any(|item| item.blocks.iter().filter(|b| matches!(b.kind, BlockKind::Paragraph(_))).count() > 1);
        let mut out = Vec::new();
        for (n, item) in (start.unwrap_or(1)..).zip(items) {
            let mark = match (start, item.checked) {
                (_, Some(true)) => "[x] ".to_owned(),
                (_, Some(false)) => "[ ] ".to_owned(),
                (Some(_), None) => format!("{n}. "),
                (None, None) => "- ".to_owned(),
            };
            let inner = if is_loose { self.blocks(&item.blocks, cells - width(&mark)) } else { self.tight(&item.blocks, cells - width(&mark)) };
            if is_loose && !out.is_empty() {
                out.push(String::new());
            }
            out.extend(hanging(&mark, inner));
        }
        out
    }

    /// The blocks of an item, without empty lines between a text and the list below it.
    fn tight(&self, blocks: &[Block], cells: usize) -> Vec<String> {
        blocks.iter().flat_map(|block| self.block(&block.kind, cells.max(NARROWEST))).collect()
    }

    fn drill(&self, drill: &Drill) -> Vec<String> {
        let command = format!("opsdrill drill {} {} --level {}", drill.sim, drill.kind, drill.level);
        vec![self.texts.get("read-drill"), format!("    {command}")]
    }

    /// A scenario with the headline of each outcome.
    fn scenario(&self, scenario: &Scenario, cells: usize) -> Vec<String> {
        let mut out = vec![format!("{} · {}", self.texts.get("read-scenario"), scenario.sim)];
        out.extend(code(&scenario.text, &[]));
        let outcomes = sim::find(&scenario.sim).map(|sim| sim.run(&scenario.text).outcomes).unwrap_or_default();
        for headline in outcomes.iter().filter_map(|outcome| outcome.headline.as_ref()) {
            out.extend(hanging("=> ", lines(&self.texts.say(headline), cells - 3)));
        }
        out
    }

    /// Running text; the first price of it says region and month.
    #[must_use]
    pub fn line(&self, inlines: &[Inline]) -> String {
        self.inlines(inlines, &mut self.prices())
    }

    fn prices(&self) -> PriceSpeaker<'a> {
        PriceSpeaker::new(&self.course.prices, &self.course.region)
    }

    fn inlines(&self, inlines: &[Inline], prices: &mut PriceSpeaker<'_>) -> String {
        let mut out = String::new();
        for inline in inlines {
            match inline {
                Inline::Text(text) => out.push_str(text),
                Inline::Code(text) => out.extend(["`", text, "`"]),
                Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strike(inner) => out.push_str(&self.inlines(inner, prices)),
                Inline::Link { to, text } => self.link(to, &self.inlines(text, prices), &mut out),
                Inline::Image { alt, url } => {
                    let _ = write!(out, "[{alt}] <{url}>");
                }
                Inline::Price(price) => out.push_str(&self.price(&prices.say(price))),
                Inline::Blank(index) => {
                    let _ = write!(out, "[{}: ____]", index + 1);
                }
                Inline::Break => out.push('\n'),
            }
        }
        out
    }

    fn link(&self, to: &Target, text: &str, out: &mut String) {
        let _ = match to {
            Target::Url(url) if url == text => write!(out, "<{url}>"),
            Target::Url(url) => write!(out, "{text} <{url}>"),
            Target::Lesson { slug, .. } if *slug != self.lesson.slug => write!(out, "{text} ({slug})"),
            Target::Lesson { .. } | Target::Nowhere(_) => write!(out, "{text}"),
        };
    }

    fn price(&self, price: &SpokenPrice) -> String {
        let text = self.texts.say(&price.message);
        price.page.as_ref().map_or(text.clone(), |page| format!("{text} <{page}>"))
    }
}

/// Text broken into lines of at most `cells`.
#[must_use]
pub fn lines(text: &str, cells: usize) -> Vec<String> {
    let cells = cells.max(1);
    let join = |line: Vec<Run<()>>| line.into_iter().map(|run| run.text).collect::<String>();
    text.lines().flat_map(|line| wrap(&[Run::new(line.replace('\t', " "), ())], cells, cells)).map(join).collect()
}

/// The first line behind `mark`, the others under its text.
#[must_use]
pub fn hanging(mark: &str, lines: Vec<String>) -> Vec<String> {
    let space = " ".repeat(width(mark));
    let lines = if lines.is_empty() { vec![String::new()] } else { lines };
    let line = |(i, line): (usize, String)| format!("{}{line}", if i == 0 { mark } else { &space }).trim_end().to_owned();
    lines.into_iter().enumerate().map(line).collect()
}

fn behind(mark: &str, lines: Vec<String>) -> impl Iterator<Item = String> {
    lines.into_iter().map(move |line| format!("{mark}{line}").trim_end().to_owned())
}

fn heading(text: &str, level: u8, cells: usize) -> Vec<String> {
    let mut lines = lines(text, cells);
    if level <= 2 {
        let rule = lines.iter().map(|line| width(line)).max().unwrap_or(0);
        lines.push("─".repeat(rule));
    }
    lines
}

/// Code, indented and never wrapped; a tab stands for four cells.
pub(super) fn code(text: &str, blanks: &[(usize, usize)]) -> Vec<String> {
    let mut shown = text.to_owned();
    for (at, index) in blanks.iter().rev().filter(|(at, _)| text.is_char_boundary(*at)) {
        shown.insert_str(*at, &format!("[{}: ____]", index + 1));
    }
    shown.trim_end().lines().map(|line| format!("    {}", line.replace('\t', "    ")).trim_end().to_owned()).collect()
}

fn alert(kind: AlertKind) -> &'static str {
    match kind {
        AlertKind::Note => "read-note",
        AlertKind::Tip => "read-tip",
        AlertKind::Important => "read-important",
        AlertKind::Warning => "read-warning",
        AlertKind::Caution => "read-caution",
    }
}
