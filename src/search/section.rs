use crate::content::{Anchor, Block, BlockKind, Course, Inline, Item, Lesson, PriceSpeaker, Slug};
use crate::text::{ByLang, Lang, Texts};

/// What can be found: a section of a lesson, in each language that has it.
pub struct Passage {
    /// The lesson.
    pub slug: Slug,
    /// The section; none for what stands before the first heading.
    pub anchor: Option<Anchor>,
    /// Whether it asks more than it tells: most of it are questions.
    pub asks: bool,
    /// The text in each language.
    pub texts: ByLang<Option<Written>>,
}

/// A section as it reads in one language.
pub struct Written {
    /// The lesson's title.
    pub title: String,
    /// What else people type to find the lesson.
    pub aliases: Vec<String>,
    /// The headings above the section, its own last.
    pub path: Vec<String>,
    /// A line for each paragraph, list item, table row and line of code.
    pub lines: Vec<String>,
}

/// Every section of a course, in reading order; lessons that no module names come last.
///
/// The languages of a section are paired by its anchor. A section that only one language has
/// stands for itself.
pub fn passages(course: &Course) -> Vec<Passage> {
    let listed: Vec<&Slug> = course.order().filter(|slug| course.lessons.contains_key(slug)).collect();
    let others = course.lessons.keys().filter(|slug| !listed.contains(slug));
    listed.iter().copied().chain(others).flat_map(|slug| of_lesson(course, slug)).collect()
}

fn of_lesson(course: &Course, slug: &Slug) -> Vec<Passage> {
    let mut passages: Vec<Passage> = Vec::new();
    let Some(texts) = course.lessons.get(slug) else { return passages };
    for (lang, lesson) in texts.iter() {
        let Some(lesson) = lesson else { continue };
        for (anchor, asks, written) in read(course, lesson) {
            let at = passages.iter().position(|p| p.anchor == anchor && p.texts[lang].is_none()).unwrap_or(passages.len());
            if at == passages.len() {
                passages.push(Passage { slug: slug.clone(), anchor, asks, texts: ByLang::default() });
            }
            passages[at].texts[lang] = Some(written);
        }
    }
    passages
}

fn read(course: &Course, lesson: &Lesson) -> Vec<(Option<Anchor>, bool, Written)> {
    let mut path: Vec<(u8, String)> = Vec::new();
    let mut out = Vec::new();
    for section in lesson.sections() {
        let mut reader = Lines::new(course, lesson.lang);
        path.retain(|(level, _)| *level < section.level);
        if section.anchor.is_some() {
            path.push((section.level, reader.plain(section.title)));
        } else if !lesson.front.summary.is_empty() {
            reader.out.push(lesson.front.summary.clone());
        }
        let blocks = lesson.blocks.get(section.blocks.clone()).unwrap_or_default();
        blocks.iter().for_each(|block| reader.block(block));
        let questions = blocks.iter().filter(|block| matches!(block.kind, BlockKind::Question(_))).count();
        if section.anchor.is_none() && reader.out.is_empty() {
            continue;
        }
        let path = path.iter().map(|(_, heading)| heading.clone()).collect();
        let (title, aliases) = (lesson.front.title.clone(), lesson.front.aliases.clone());
        out.push((section.anchor.cloned(), questions * 2 > blocks.len(), Written { title, aliases, path, lines: reader.out }));
    }
    out
}

/// Reads the blocks of a section into lines of plain text; answers of questions are left out, they would give them away.
struct Lines<'a> {
    lang: Lang,
    prices: PriceSpeaker<'a>,
    out: Vec<String>,
}

impl<'a> Lines<'a> {
    fn new(course: &'a Course, lang: Lang) -> Self {
        Lines { lang, prices: PriceSpeaker::new(&course.prices, &course.region), out: Vec::new() }
    }

    fn block(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::Paragraph(text) => self.paragraph(text),
            BlockKind::List { items, .. } => items.iter().for_each(|item| self.item(item)),
            BlockKind::Table { header, rows, .. } => std::iter::once(header).chain(rows).for_each(|row| self.row(row)),
            BlockKind::Code { text, .. } => self.code(text),
            BlockKind::Alert { blocks, .. } | BlockKind::Quote(blocks) => blocks.iter().for_each(|block| self.block(block)),
            BlockKind::Question(question) => question.prompt.iter().for_each(|block| self.block(block)),
            BlockKind::Scenario(scenario) => self.code(&scenario.text),
            BlockKind::Heading { .. } | BlockKind::Rule | BlockKind::Drill(_) | BlockKind::Broken(_) => {}
        }
    }

    fn item(&mut self, item: &Item) {
        let start = self.out.len();
        item.blocks.iter().for_each(|block| self.block(block));
        if let Some(first) = self.out.get_mut(start) {
            first.insert_str(0, "- ");
        }
    }

    fn row(&mut self, cells: &[Vec<Inline>]) {
        let cells: Vec<String> = cells.iter().map(|cell| self.plain(cell)).filter(|cell| !cell.is_empty()).collect();
        self.push(cells.join(" | "));
    }

    fn paragraph(&mut self, text: &[Inline]) {
        let line = self.plain(text);
        self.push(line);
    }

    fn code(&mut self, text: &str) {
        text.lines().for_each(|line| self.push(line.replace('\t', "    ")));
    }

    fn push(&mut self, line: String) {
        if !line.trim().is_empty() {
            self.out.push(line);
        }
    }

    /// Running text without its marks, on one line, prices in words.
    fn plain(&mut self, inlines: &[Inline]) -> String {
        let mut out = String::new();
        self.write(inlines, &mut out);
        out.replace('\n', " ")
    }

    fn write(&mut self, inlines: &[Inline], out: &mut String) {
        for inline in inlines {
            match inline {
                Inline::Text(text) | Inline::Code(text) | Inline::Image { alt: text, .. } => out.push_str(text),
                Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strike(inner) | Inline::Link { text: inner, .. } => self.write(inner, out),
                Inline::Price(price) => out.push_str(&Texts::of(self.lang).say(&self.prices.say(price).message)),
                Inline::Blank(_) => out.push('…'),
                Inline::Break => out.push(' '),
            }
        }
    }
}
