use super::attempt::{Attempt, Sheet};
use crate::content::{Block, BlockKind, Inline, Inlines, Item, Kind};

impl Attempt {
    /// The question's prompt as this try asks it.
    ///
    /// In a cloze the blanks that are not asked are filled in, and `Inline::Blank` and the blanks of
    /// code hold the index of the field instead of that of the blank.
    #[must_use]
    pub fn prompt(&self) -> Vec<Block> {
        let (Sheet::Fields(fields), Kind::Cloze { blanks, .. }) = (self.sheet(), &self.question().kind) else {
            return self.question().prompt.clone();
        };
        let shown = |blank: usize| match fields.iter().position(|field| field.blank == blank) {
            Some(field) => Shown::Field(field),
            None => Shown::Answer(blanks.get(blank).and_then(|b| b.accepted.first()).map_or(String::new(), |a| a.text.clone())),
        };
        blocks(&self.question().prompt, &shown)
    }
}

/// What stands in the place of a blank.
enum Shown {
    Field(usize),
    Answer(String),
}

fn blocks(blocks: &[Block], shown: &dyn Fn(usize) -> Shown) -> Vec<Block> {
    blocks.iter().map(|block| Block { kind: kind(&block.kind, shown), span: block.span.clone() }).collect()
}

fn kind(kind: &BlockKind, shown: &dyn Fn(usize) -> Shown) -> BlockKind {
    match kind {
        BlockKind::Heading { level, anchor, text } => BlockKind::Heading { level: *level, anchor: anchor.clone(), text: inlines(text, shown) },
        BlockKind::Paragraph(text) => BlockKind::Paragraph(inlines(text, shown)),
        BlockKind::List { start, items } => {
            let items = items.iter().map(|item| Item { checked: item.checked, blocks: blocks(&item.blocks, shown) });
            BlockKind::List { start: *start, items: items.collect() }
        }
        BlockKind::Table { align, header, rows } => {
            let cells = |row: &Vec<Inlines>| row.iter().map(|cell| inlines(cell, shown)).collect();
            BlockKind::Table { align: align.clone(), header: cells(header), rows: rows.iter().map(cells).collect() }
        }
        BlockKind::Code { lang, text, blanks } => {
            let (text, blanks) = code(text, blanks, shown);
            BlockKind::Code { lang: lang.clone(), text, blanks }
        }
        BlockKind::Alert { kind, blocks: inner } => BlockKind::Alert { kind: *kind, blocks: blocks(inner, shown) },
        BlockKind::Quote(inner) => BlockKind::Quote(blocks(inner, shown)),
        other => other.clone(),
    }
}

fn inlines(text: &[Inline], shown: &dyn Fn(usize) -> Shown) -> Inlines {
    let inline = |inline: &Inline| match inline {
        Inline::Emphasis(inner) => Inline::Emphasis(inlines(inner, shown)),
        Inline::Strong(inner) => Inline::Strong(inlines(inner, shown)),
        Inline::Strike(inner) => Inline::Strike(inlines(inner, shown)),
        Inline::Link { to, text } => Inline::Link { to: to.clone(), text: inlines(text, shown) },
        Inline::Blank(blank) => match shown(*blank) {
            Shown::Field(field) => Inline::Blank(field),
            Shown::Answer(answer) => Inline::Text(answer),
        },
        other => other.clone(),
    };
    text.iter().map(inline).collect()
}

/// Code with the answers put in, and where its fields stand then.
fn code(text: &str, blanks: &[(usize, usize)], shown: &dyn Fn(usize) -> Shown) -> (String, Vec<(usize, usize)>) {
    let (mut out, mut fields, mut done) = (String::new(), Vec::new(), 0);
    for (at, blank) in blanks {
        out.push_str(text.get(done..*at).unwrap_or_default());
        done = *at;
        match shown(*blank) {
            Shown::Field(field) => fields.push((out.len(), field)),
            Shown::Answer(answer) => out.push_str(&answer),
        }
    }
    out.push_str(text.get(done..).unwrap_or_default());
    (out, fields)
}

#[cfg(test)]
mod tests {
    use crate::content::{BlockKind, Inline, Slug, Source, parse_lesson, plain};
    use crate::quiz::Attempt;
    use crate::text::Lang;

    #[track_caller]
    fn check(fence: &str, number: Option<u32>, expected: &str) {
        let text = format!("+++\ntitle = \"T\"\n+++\n\n````quiz q {fence}\n````\n");
        let (lesson, problems) = parse_lesson(&Source::new("t/a.md", text), &Slug::from("t/a"), Lang::En);
        assert_eq!(problems, []);
        let attempt = Attempt::new(lesson.questions().next().unwrap(), number, 1);
        let prompt = attempt.prompt();
        let shown = prompt.iter().map(|block| match &block.kind {
            BlockKind::Paragraph(text) => {
                text.iter().map(|i| if let Inline::Blank(field) = i { format!("<{field}>") } else { plain(std::slice::from_ref(i)) }).collect()
            }
            BlockKind::Code { text, blanks, .. } => format!("{text}{blanks:?}"),
            _ => String::new(),
        });
        assert_eq!(shown.collect::<Vec<String>>().join("|"), expected);
    }

    #[test]
    fn other_cards_of_a_cloze_are_shown() {
        check("\n{{c1::a}} and {{c2::b|bee}} and {{c1::c}}", None, "<0> and <1> and <2>");
        check("\n{{c1::a}} and {{c2::b|bee}} and {{c1::c}}", Some(1), "<0> and b and <1>");
        check("\n{{c1::a}} and {{c2::b|bee}} and {{c1::c}}", Some(2), "a and <0> and c");
    }

    #[test]
    fn blanks_in_code_too() {
        check("cloze\n```sh\nrun {{c1::-x}} {{c2::-y}}\n```", Some(2), "run -x \n[(7, 0)]");
    }
}
