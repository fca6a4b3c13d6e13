//! Markdown to blocks, every one of them with its place in the file.

use std::ops::Range;

use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, Event, LinkType, OffsetIter, Options, Parser, Tag};

use super::fence;
use super::link::Place;
use super::{AlertKind, Align, Anchor, Block, BlockKind, Inline, Inlines, Item, PriceRef, Problem, Reference, Referent, Target, plain};
use crate::text::Message;

/// Containers deeper than this are read as if they were not there: nobody writes them, and no input may exhaust the stack.
const DEEPEST: usize = 24;

/// Stands in masked text where a blank began; its bytes up to the end of the blank are [`FILL`].
pub(super) const BLANK: char = '\u{1}';
pub(super) const FILL: char = '\u{2}';

/// What is found on the way through a file beside its blocks.
#[derive(Default)]
pub(super) struct Found {
    pub(super) problems: Vec<Problem>,
    pub(super) references: Vec<Reference>,
}

/// A piece of a file, with the blanks of a cloze masked.
pub(super) struct Piece<'a> {
    /// What is parsed: as long as what stands in the file.
    pub(super) text: &'a str,
    /// Where it begins in the file.
    pub(super) at: usize,
    /// Where in `text` the blanks begin.
    pub(super) blanks: &'a [usize],
    /// Whether this is the file itself rather than the inside of a fence.
    pub(super) whole: bool,
}

/// Reads the bytes `range` of a file, or a masked copy of them, as Markdown.
pub(super) fn blocks(place: &Place<'_>, piece: &Piece<'_>, found: &mut Found) -> Vec<Block> {
    let mut reader = Reader { events: Parser::new_ext(piece.text, options(place)).into_offset_iter(), piece, place, found, depth: 0, checked: None };
    reader.blocks()
}

/// The bytes of code, inline or block, in a piece of Markdown.
pub(super) fn code_ranges(place: &Place<'_>, text: &str) -> Vec<Range<usize>> {
    let events = Parser::new_ext(text, options(place)).into_offset_iter();
    events.filter(|(event, _)| matches!(event, Event::Code(_) | Event::Start(Tag::CodeBlock(_)))).map(|(_, range)| range).collect()
}

fn options(place: &Place<'_>) -> Options {
    let course = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS | Options::ENABLE_HEADING_ATTRIBUTES | Options::ENABLE_GFM;
    if place.notes.is_some() { course | Options::ENABLE_WIKILINKS } else { course }
}

struct Reader<'a, 't> {
    events: OffsetIter<'t>,
    piece: &'a Piece<'t>,
    place: &'a Place<'a>,
    found: &'a mut Found,
    depth: usize,
    /// The box of the item that is being read.
    checked: Option<bool>,
}

impl<'t> Reader<'_, 't> {
    /// The blocks up to the end of the container that has just begun.
    fn blocks(&mut self) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::new();
        let mut ignored = 0;
        while let Some((event, span)) = self.events.next() {
            let span = self.span(span);
            match event {
                Event::End(_) if ignored > 0 => ignored -= 1,
                Event::End(_) => break,
                Event::Start(tag) if is_block(&tag) => {
                    if self.depth >= DEEPEST && is_container(&tag) {
                        ignored += 1;
                    } else if let Some(kind) = self.block(tag, &span) {
                        blocks.push(Block { kind, span });
                    }
                }
                Event::Rule => blocks.push(Block { kind: BlockKind::Rule, span }),
                Event::TaskListMarker(checked) => self.checked = Some(checked),
                event => self.loose(&mut blocks, event, span),
            }
        }
        blocks
    }

    /// Text that stands in a tight item without a paragraph around it.
    fn loose(&mut self, blocks: &mut Vec<Block>, event: Event<'t>, span: Range<usize>) {
        let end = span.end;
        if let Some(Block { kind: BlockKind::Paragraph(inlines), span: whole }) = blocks.last_mut().filter(|b| touches(b, span.start, self.piece)) {
            whole.end = end;
            self.inline(event, span, inlines);
            return;
        }
        let mut inlines = Vec::new();
        self.inline(event, span.clone(), &mut inlines);
        if !inlines.is_empty() {
            blocks.push(Block { kind: BlockKind::Paragraph(inlines), span });
        }
    }

    fn block(&mut self, tag: Tag<'t>, span: &Range<usize>) -> Option<BlockKind> {
        self.depth += 1;
        let kind = match tag {
            Tag::Paragraph => Some(BlockKind::Paragraph(self.inlines())),
            Tag::Heading { level, id, .. } => {
                let text = self.inlines();
                let anchor = id.map_or_else(|| Anchor::of_heading(&plain(&text)), |id| Anchor::new(&*id));
                Some(BlockKind::Heading { level: level as u8, anchor, text })
            }
            Tag::BlockQuote(kind) => {
                let blocks = self.blocks();
                Some(match kind {
                    Some(kind) => BlockKind::Alert { kind: alert(kind), blocks },
                    None => BlockKind::Quote(blocks),
                })
            }
            Tag::CodeBlock(kind) => Some(self.code(&kind, span)),
            Tag::List(start) => Some(BlockKind::List { start, items: self.items() }),
            Tag::Table(align) => Some(self.table(&align)),
            Tag::HtmlBlock => self.html(),
            _ => Some(BlockKind::Quote(self.blocks())),
        };
        self.depth -= 1;
        kind
    }

    fn items(&mut self) -> Vec<Item> {
        let mut items = Vec::new();
        while let Some((Event::Start(_), _)) = self.events.next() {
            let outer = self.checked.take();
            let blocks = self.blocks();
            items.push(Item { checked: std::mem::replace(&mut self.checked, outer), blocks });
        }
        items
    }

    fn table(&mut self, align: &[Alignment]) -> BlockKind {
        let mut rows: Vec<Vec<Inlines>> = Vec::new();
        while let Some((Event::Start(_), _)) = self.events.next() {
            let mut cells = Vec::new();
            while let Some((Event::Start(_), _)) = self.events.next() {
                cells.push(self.inlines());
            }
            cells.resize(align.len(), Vec::new());
            rows.push(cells);
        }
        let align = align.iter().map(|a| match a {
            Alignment::None | Alignment::Left => Align::Left,
            Alignment::Center => Align::Center,
            Alignment::Right => Align::Right,
        });
        let header = if rows.is_empty() { Vec::new() } else { rows.remove(0) };
        BlockKind::Table { align: align.collect(), header, rows }
    }

    /// A block of HTML: nothing if it is a comment, else its text as it stands.
    fn html(&mut self) -> Option<BlockKind> {
        let mut text = String::new();
        while let Some((Event::Html(piece) | Event::Text(piece), _)) = self.events.next() {
            text.push_str(&piece);
        }
        let text = text.trim();
        (!text.is_empty() && !text.starts_with("<!--")).then(|| BlockKind::Paragraph(vec![Inline::Text(text.replace('\n', " "))]))
    }

    fn code(&mut self, kind: &CodeBlockKind<'_>, span: &Range<usize>) -> BlockKind {
        let mut text = String::new();
        let mut blanks = Vec::new();
        while let Some((event, at)) = self.events.next() {
            match event {
                Event::Text(piece) => self.unmask(&piece, &at, |part| match part {
                    Part::Text(t) => text.push_str(t),
                    Part::Blank(index) => blanks.push((text.len(), index)),
                }),
                _ => break,
            }
        }
        let CodeBlockKind::Fenced(info) = kind else {
            return BlockKind::Code { lang: String::new(), text, blanks };
        };
        let lang = info.split([' ', '\t', ',']).next().unwrap_or_default().to_owned();
        if !fence::is_ours(&lang) {
            return BlockKind::Code { lang, text, blanks };
        }
        if self.depth > 1 || !self.piece.whole {
            let message = Message::new("content-nested-fence").with("fence", lang.clone());
            self.found.problems.push(self.place.source.problem(first_line(&self.place.source.text, span), "nested-fence", message));
            return BlockKind::Code { lang, text, blanks };
        }
        fence::read(self.place, span, self.found)
    }

    /// The running text up to the end of what has just begun.
    fn inlines(&mut self) -> Inlines {
        let mut inlines = Vec::new();
        let mut ignored = 0;
        while let Some((event, span)) = self.events.next() {
            match event {
                Event::End(_) if ignored > 0 => ignored -= 1,
                Event::End(_) => break,
                Event::Start(_) if self.depth >= DEEPEST => ignored += 1,
                Event::TaskListMarker(checked) => self.checked = Some(checked),
                event => {
                    let span = self.span(span);
                    self.inline(event, span, &mut inlines);
                }
            }
        }
        inlines
    }

    fn inline(&mut self, event: Event<'t>, span: Range<usize>, out: &mut Inlines) {
        match event {
            Event::Text(text) => self.text(&text, &span, out),
            Event::Code(text) => self.inline_code(&text, span, out),
            Event::SoftBreak => push_text(out, " "),
            Event::HardBreak => out.push(Inline::Break),
            Event::InlineHtml(html) if html.starts_with("<!--") => {}
            Event::InlineHtml(html) if is_line_break(&html) => out.push(Inline::Break),
            Event::InlineHtml(html) => push_text(out, &html),
            Event::Start(tag) => {
                self.depth += 1;
                self.span_tag(tag, span, out);
                self.depth -= 1;
            }
            _ => {}
        }
    }

    fn span_tag(&mut self, tag: Tag<'t>, span: Range<usize>, out: &mut Inlines) {
        match tag {
            Tag::Emphasis => out.push(Inline::Emphasis(self.inlines())),
            Tag::Strong => out.push(Inline::Strong(self.inlines())),
            Tag::Strikethrough => out.push(Inline::Strike(self.inlines())),
            Tag::Link { link_type, dest_url, .. } => {
                let to = self.link(link_type, &dest_url, span);
                out.push(Inline::Link { to, text: self.inlines() });
            }
            Tag::Image { dest_url, .. } => {
                let alt = plain(&self.inlines());
                out.push(Inline::Image { alt, url: dest_url.to_string() });
            }
            _ => out.append(&mut self.inlines()),
        }
    }

    fn link(&mut self, kind: LinkType, to: &str, span: Range<usize>) -> Target {
        let (target, lang) = match kind {
            LinkType::WikiLink { .. } => (self.place.wiki_target(to), None),
            LinkType::Email => (Target::Url(format!("mailto:{to}")), None),
            _ => self.place.target(to),
        };
        if lang.is_some_and(|lang| lang != self.place.lang) {
            let message = Message::new("content-link-language").with("end", self.place.lang.file_end());
            self.found.problems.push(self.place.source.problem(span.clone(), "link-language", message));
        }
        self.found.references.push(Reference { span, to: Referent::Link(target.clone()) });
        target
    }

    fn text(&self, text: &str, span: &Range<usize>, out: &mut Inlines) {
        let at = span.start - self.piece.at..span.end - self.piece.at;
        self.unmask(text, &at, |part| match part {
            Part::Text(t) => push_text(out, t),
            Part::Blank(index) => out.push(Inline::Blank(index)),
        });
    }

    fn inline_code(&mut self, text: &str, span: Range<usize>, out: &mut Inlines) {
        if let Some(price) = price(text) {
            self.found.references.push(Reference { span, to: Referent::Price(price.clone()) });
            out.push(Inline::Price(price));
            return;
        }
        let at = span.start - self.piece.at..span.end - self.piece.at;
        self.unmask(text, &at, |part| match part {
            Part::Text(t) => out.push(Inline::Code(t.to_owned())),
            Part::Blank(index) => out.push(Inline::Blank(index)),
        });
    }

    /// Takes masked text apart; `at` is where it stands in the piece.
    fn unmask(&self, text: &str, at: &Range<usize>, mut each: impl FnMut(Part<'_>)) {
        if self.piece.blanks.is_empty() {
            each(Part::Text(text));
            return;
        }
        let mut index = self.piece.blanks.partition_point(|b| *b < at.start);
        for (n, part) in text.split(BLANK).enumerate() {
            if n > 0 {
                each(Part::Blank(index));
                index += 1;
            }
            let part = part.replace(FILL, "");
            if !part.is_empty() {
                each(Part::Text(&part));
            }
        }
    }

    fn span(&self, span: Range<usize>) -> Range<usize> {
        self.piece.at + span.start..self.piece.at + span.end
    }
}

enum Part<'a> {
    Text(&'a str),
    Blank(usize),
}

fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Superscript | Tag::Subscript | Tag::Link { .. } | Tag::Image { .. })
}

fn is_container(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::BlockQuote(_) | Tag::List(_) | Tag::Item)
}

/// Whether loose text at `start` goes on the paragraph `block`: nothing but the same item's text lies between.
fn touches(block: &Block, start: usize, piece: &Piece<'_>) -> bool {
    let gap = piece.text.get(block.span.end.saturating_sub(piece.at)..start.saturating_sub(piece.at));
    block.span.end <= start && gap.is_some_and(|gap| !gap.contains("\n\n"))
}

fn alert(kind: BlockQuoteKind) -> AlertKind {
    match kind {
        BlockQuoteKind::Note => AlertKind::Note,
        BlockQuoteKind::Tip => AlertKind::Tip,
        BlockQuoteKind::Important => AlertKind::Important,
        BlockQuoteKind::Warning => AlertKind::Warning,
        BlockQuoteKind::Caution => AlertKind::Caution,
    }
}

fn is_line_break(html: &str) -> bool {
    matches!(html.to_ascii_lowercase().as_str(), "<br>" | "<br/>" | "<br />")
}

/// `price:ID` or `price:ID@REGION`.
fn price(code: &str) -> Option<PriceRef> {
    let rest = code.strip_prefix("price:").filter(|rest| !rest.is_empty() && !rest.contains(char::is_whitespace))?;
    Some(match rest.split_once('@') {
        Some((id, region)) => PriceRef { id: id.to_owned(), region: Some(region.to_owned()) },
        None => PriceRef { id: rest.to_owned(), region: None },
    })
}

fn push_text(out: &mut Inlines, text: &str) {
    match out.last_mut() {
        Some(Inline::Text(last)) => last.push_str(text),
        _ if text.is_empty() => {}
        _ => out.push(Inline::Text(text.to_owned())),
    }
}

/// The bytes of the first line of `span`.
pub(super) fn first_line(text: &str, span: &Range<usize>) -> Range<usize> {
    let line = text.get(span.clone()).and_then(|t| t.lines().next()).map_or(0, str::len);
    span.start..span.start + line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{Lesson, Slug, Source, parse_lesson};
    use crate::text::Lang;

    fn lesson(body: &str) -> Lesson {
        parse_lesson(&Source::new("a/b.md", format!("+++\ntitle = \"T\"\n+++\n{body}")), &Slug::from("a/b"), Lang::En).0
    }

    /// Blocks as a picture: one letter for the kind, what is in it in brackets.
    fn picture(blocks: &[Block]) -> String {
        let one = |block: &Block| match &block.kind {
            BlockKind::Heading { level, anchor, text } => format!("h{level}#{anchor}[{}]", line(text)),
            BlockKind::Paragraph(text) => format!("p[{}]", line(text)),
            BlockKind::List { start, items } => {
                let items = items.iter().map(|i| format!("{}{}", i.checked.map_or("", |c| if c { "x:" } else { "o:" }), picture(&i.blocks)));
                format!("{}[{}]", start.map_or("ul".to_owned(), |n| format!("ol{n}")), items.collect::<Vec<_>>().join(" | "))
            }
            BlockKind::Table { align, header, rows } => {
                let row = |cells: &Vec<Inlines>| cells.iter().map(|c| line(c)).collect::<Vec<_>>().join(",");
                format!("t{}[{} | {}]", align.len(), row(header), rows.iter().map(row).collect::<Vec<_>>().join(" | "))
            }
            BlockKind::Code { lang, text, .. } => format!("c{lang}[{}]", text.replace('\n', "/")),
            BlockKind::Alert { kind, blocks } => format!("{kind:?}[{}]", picture(blocks)),
            BlockKind::Quote(blocks) => format!("q[{}]", picture(blocks)),
            BlockKind::Rule => "rule".to_owned(),
            BlockKind::Question(_) | BlockKind::Drill(_) | BlockKind::Scenario(_) => "fence".to_owned(),
            BlockKind::Broken(_) => "broken".to_owned(),
        };
        blocks.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    fn line(inlines: &[Inline]) -> String {
        let one = |inline: &Inline| match inline {
            Inline::Text(text) => text.clone(),
            Inline::Code(code) => format!("`{code}`"),
            Inline::Emphasis(inner) => format!("_{}_", line(inner)),
            Inline::Strong(inner) => format!("*{}*", line(inner)),
            Inline::Strike(inner) => format!("~{}~", line(inner)),
            Inline::Link { to: Target::Lesson { slug, .. }, text } => format!("<{slug} {}>", line(text)),
            Inline::Link { to: Target::Url(url), text } => format!("<{url} {}>", line(text)),
            Inline::Link { to: Target::Nowhere(to), text } => format!("<?{to} {}>", line(text)),
            Inline::Image { alt, url } => format!("!{url} {alt}!"),
            Inline::Price(price) => format!("${}{}", price.id, price.region.as_ref().map(|r| format!("@{r}")).unwrap_or_default()),
            Inline::Blank(index) => format!("{{{index}}}"),
            Inline::Break => "/".to_owned(),
        };
        inlines.iter().map(one).collect()
    }

    #[track_caller]
    fn check(body: &str, expected: &str) {
        assert_eq!(picture(&lesson(body).blocks), expected, "{body}");
    }

    #[test]
    fn blocks_are_read() {
        check("# A\n## B *b* {#bee}\n### C d!\ntext\n***\n", "h1#a[A] h2#bee[B _b_] h3#c-d[C d!] p[text] rule");
        check("- a\n- b\n\n3. c\n4. d", "ul[p[a] | p[b]] ol3[p[c] | p[d]]");
        check("- [ ] a\n- [x] b `c`\n  - d", "ul[o:p[a] | x:p[b `c`] ul[p[d]]]");
        check("- a\n\n  b\n- c", "ul[p[a] p[b] | p[c]]");
        check("| a | b |\n| - | -: |\n| c |\n| d | e | f |", "t2[a,b | c, | d,e]");
        check("```rust ignore\nx\n```\n\n    y\n", "crust[x/] c[y/]");
        check("> a\n> > b\n\n> [!WARNING]\n> c", "q[p[a] q[p[b]]] Warning[p[c]]");
    }

    #[test]
    fn running_text_is_read() {
        check("a *b **c*** ~~d~~ `e`\nf  \ng<br>h", "p[a _b *c*_ ~d~ `e` f/g/h]");
        check("[a](c.md#x) <https://d.e> [f](g) ![h](i.png)", "p[<a/c a> <https://d.e https://d.e> <?g f> !i.png h!]");
        check("`price:x.y` `price:x@r` `price: z` `price:`", "p[$x.y $x@r `price: z` `price:`]");
        check("a <!-- b --> c <your-name>", "p[a  c <your-name>]");
        check("<!-- a\nb -->\n\n<div>\nc\n</div>\n", "p[<div> c </div>]");
        check("서브넷은 **가용 영역**에 있다.", "p[서브넷은 *가용 영역*에 있다.]");
    }

    #[test]
    fn references_know_their_place() {
        let lesson = lesson("[a](c.md) and `price:x`\n\n```quiz q\n[d](e.md)?\n\n= a\n```\n");
        let named: Vec<&str> = lesson.references.iter().map(|r| &lesson.source[r.span.clone()]).collect();
        assert_eq!(named, ["[a](c.md)", "`price:x`", "[d](e.md)"]);
    }

    #[test]
    fn headings_of_one_name_get_anchors_of_their_own() {
        check("## A\n## A\n## A\n", "h2#a[A] h2#a-1[A] h2#a-2[A]");
    }

    #[test]
    fn text_that_was_decomposed_is_composed_and_spans_count_in_it() {
        let lesson = lesson("\u{1109}\u{1165} `price:x`\r\n");
        assert_eq!(picture(&lesson.blocks), "p[서 $x]");
        assert_eq!(&lesson.source[lesson.references[0].span.clone()], "`price:x`");
    }
}
