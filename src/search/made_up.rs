//! A small course for tests.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::content::{Block, BlockKind, Course, Front, Inline, Inlines, Lesson, Module, Part, Slug};
use crate::text::{ByLang, Lang};

/// A lesson in one language: slug, language, title, then its text in a little of Markdown.
///
/// `# anchor Heading` begins a section, `tag: a`, `alias: a` and `summary: a` are front matter, every
/// other line is a paragraph.
pub type Made<'a> = (&'a str, Lang, &'a str, &'a str);

/// A course of such lessons, in their order.
pub fn course(lessons: &[Made<'_>]) -> Course {
    let mut made: BTreeMap<Slug, ByLang<Option<Arc<Lesson>>>> = BTreeMap::new();
    let mut order: Vec<Slug> = Vec::new();
    for (slug, lang, title, text) in lessons {
        let slug = Slug::from(*slug);
        let made_lesson = Arc::new(lesson(slug.clone(), *lang, title, text));
        if !order.contains(&slug) {
            order.push(slug.clone());
        }
        made.entry(slug).or_default()[*lang] = Some(made_lesson);
    }
    let module = Module { title: ByLang::default(), lessons: order };
    let part = Part { id: "part".to_owned(), title: ByLang::default(), modules: vec![module] };
    Course { id: "made-up".to_owned(), languages: Lang::ALL.into(), parts: vec![part], lessons: made, ..Course::default() }
}

fn lesson(slug: Slug, lang: Lang, title: &str, text: &str) -> Lesson {
    let mut front = Front { title: title.to_owned(), ..Front::default() };
    let mut blocks = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match line.split_once(' ') {
            Some(("tag:", tag)) => front.tags.push(tag.to_owned()),
            Some(("alias:", alias)) => front.aliases.push(alias.to_owned()),
            Some(("summary:", summary)) => summary.clone_into(&mut front.summary),
            Some(("#", heading)) => {
                let (anchor, heading) = heading.split_once(' ').unwrap_or((heading, heading));
                blocks.push(BlockKind::Heading { level: 2, anchor: anchor.into(), text: words(heading) });
            }
            _ => blocks.push(BlockKind::Paragraph(words(line))),
        }
    }
    let blocks = blocks.into_iter().map(|kind| Block { kind, span: 0..0 }).collect();
    Lesson { slug, lang, front, blocks, references: Vec::new(), source: text.into() }
}

fn words(text: &str) -> Inlines {
    vec![Inline::Text(text.to_owned())]
}

/// Three lessons about things that no course of ours teaches, but the glossary knows.
pub fn small() -> Course {
    use Lang::{En, Ko};
    course(&[
        (
            "db/partitions",
            En,
            "Partitions",
            "tag: data\nsummary: How a table is cut.\n# keys Keys\nA table is cut by its key.\n# price What it costs\nPartitions are free.",
        ),
        ("db/partitions", Ko, "파티션", "# keys 키\n테이블은 키에 따라 나뉘어요. 파티션마다 서버가 달라요.\n# price 비용\n파티션은 무료예요."),
        (
            "web/cache",
            En,
            "Caches",
            "alias: memo\ntag: web\ntag: data\nA cache keeps answers near the reader.\n# price The price of a cache\nA cache charges by the hour.",
        ),
        ("web/cache", Ko, "캐시", "캐시는 답을 가까이 둬요.\n# price 캐시 요금\n캐시는 시간마다 과금돼요."),
        (
            "web/queue",
            En,
            "Message queues",
            "A queue holds messages. The route table is no queue.\n# only-here English only\nA dead letter queue holds what failed.",
        ),
        ("web/queue", Ko, "메시지 큐", "큐에는 메시지가 쌓여요."),
    ])
}
