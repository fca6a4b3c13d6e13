//! `opsdrill search`: hits for people, as JSON, or a batch of queries.

use std::io::IsTerminal;
use std::time::Instant;

use anyhow::bail;
use serde_json::{Value, json};

use super::args::{Global, Search};
use super::batch;
use super::paint::Paint;
use super::voice::{Voice, since};
use super::{Outcome, load, print};
use crate::search::{Found, Hit, Marked, Query, Rows, SearchIndex};
use crate::sim::Tone;
use crate::text::{Message, Run, Texts, cut, width, wrap};

/// A batch answers with no more lessons than this.
const MOST_IN_BATCH: usize = 10;

/// Does what `opsdrill search` was asked. That nothing was found is exit 1, as in grep.
///
/// # Errors
///
/// Nothing was asked, or the course cannot be read; in the reader's language.
pub fn run(args: &Search, global: &Global, texts: &'static Texts) -> Outcome {
    let query = query(args, texts);
    if !args.batch && query.text.trim().is_empty() && query.topics.is_empty() && query.tags.is_empty() {
        bail!(texts.get("search-what"));
    }
    let voice = Voice::of(global, texts);
    let course = load::course(global, texts)?;
    let begun = Instant::now();
    let index = SearchIndex::build(&course)?;
    voice.detail(&Message::new("voice-index").with("sections", index.sections()).with("ms", since(begun)));
    if args.batch {
        let limit = args.number.min(MOST_IN_BATCH);
        return batch::answer(voice, |line| answer(&index, &query, line, limit).ok_or_else(|| batch::lacks("query", texts)));
    }
    let found = index.search(&query, args.number.max(1));
    if args.json {
        print(&format!("{:#}\n", found.hits.iter().map(whole).collect::<Value>()))?;
    } else if found.hits.is_empty() {
        voice.notice(&Message::new("search-nothing").with("query", asked(&query)));
    } else {
        print(&Page::new(Paint::stdout(global.color), texts).all(&found))?;
    }
    Ok(!found.hits.is_empty())
}

fn query(args: &Search, texts: &Texts) -> Query {
    let rows = if args.json || args.batch { Rows::OneALesson } else { Rows::TwoALesson };
    Query { text: args.query.join(" "), topics: args.topic.clone(), tags: args.tag.clone(), lang: texts.lang(), rows }
}

/// The whole query as it could have been typed.
fn asked(query: &Query) -> String {
    let topics = query.topics.iter().map(|topic| format!("topic:{topic}"));
    let tags = query.tags.iter().map(|tag| format!("tag:{tag}"));
    let words = (!query.text.is_empty()).then(|| query.text.clone());
    words.into_iter().chain(topics).chain(tags).collect::<Vec<_>>().join(" ")
}

/// The answer to one line of a batch; none if it asks nothing.
fn answer(index: &SearchIndex, common: &Query, line: &Value, limit: usize) -> Option<(&'static str, Value)> {
    let query = Query { text: line.get("query")?.as_str()?.to_owned(), ..common.clone() };
    Some(("hits", index.search(&query, limit).hits.iter().map(brief).collect()))
}

fn brief(hit: &Hit) -> Value {
    json!({
        "lesson": hit.slug.as_str(),
        "anchor": hit.anchor.as_ref().map(|anchor| anchor.as_str()),
        "title": hit.title,
        "score": rounded(hit.score),
        "snippet": hit.snippet.text,
    })
}

fn whole(hit: &Hit) -> Value {
    let mut value = brief(hit);
    value["lang"] = hit.lang.code().into();
    value["heading"] = hit.heading.as_str().into();
    value["marks"] = hit.snippet.marks.iter().map(|mark| json!([mark.start, mark.end])).collect();
    value
}

/// Scores are comparable within one search only; more digits would say more than is known.
fn rounded(score: f32) -> f64 {
    (f64::from(score) * 1000.0).round() / 1000.0
}

/// Hits as a person reads them.
struct Page {
    paint: Paint,
    texts: &'static Texts,
    /// Cells of a line; a pipe has as many as a hit needs.
    width: Option<usize>,
}

impl Page {
    fn new(paint: Paint, texts: &'static Texts) -> Self {
        const WIDEST: usize = 100;
        let terminal = std::io::stdout().is_terminal().then(|| crossterm::terminal::size().map_or(80, |(columns, _)| usize::from(columns)));
        Page { paint, texts, width: terminal.map(|columns| columns.clamp(20, WIDEST)) }
    }

    fn all(&self, found: &Found) -> String {
        let digits = found.hits.len().to_string().len();
        let mut out = String::new();
        for (at, hit) in found.hits.iter().enumerate() {
            out.push_str(&self.hit(&format!("{:>digits$}  ", at + 1), hit));
        }
        if self.width.is_some() && found.total > found.hits.len() {
            let more = Message::new("search-more").with("shown", found.hits.len()).with("total", found.total);
            out.push_str(&self.paint.tone(Tone::Muted, &self.texts.say(&more)));
            out.push('\n');
        }
        out
    }

    /// The rank, lesson and section with the place that opens it, then the snippet below.
    fn hit(&self, rank: &str, hit: &Hit) -> String {
        let place = hit.anchor.as_ref().map_or_else(|| hit.slug.to_string(), |anchor| format!("{}#{anchor}", hit.slug));
        let name = if hit.heading.is_empty() { hit.title.clone() } else { format!("{} › {}", hit.title, hit.heading) };
        let indent = width(rank);
        let room = self.width.map_or(usize::MAX, |cells| cells.saturating_sub(indent));
        let beside = width(&name) + 2 + width(&place) <= room;
        let gap = if beside { "  ".to_owned() } else { format!("\n{}", " ".repeat(indent)) };
        let (rank, name, place) = (self.paint.tone(Tone::Muted, rank), self.paint.accent(&cut(&name, room)), self.paint.tone(Tone::Muted, &place));
        let snippet = self.snippet(&hit.snippet, room).into_iter().map(|line| format!("{}{line}\n", " ".repeat(indent)));
        format!("{rank}{name}{gap}{place}\n{}", snippet.collect::<String>())
    }

    fn snippet(&self, snippet: &Marked, room: usize) -> Vec<String> {
        const MOST_LINES: usize = 3;
        let lines = wrap(&runs(snippet), room, room);
        let painted = |run: &Run<bool>| if run.style { self.paint.tone(Tone::Strong, &run.text) } else { run.text.clone() };
        lines.iter().take(MOST_LINES).map(|line| line.iter().map(painted).collect()).filter(|line: &String| !line.is_empty()).collect()
    }
}

/// The snippet in pieces, each marked or not.
fn runs(snippet: &Marked) -> Vec<Run<bool>> {
    let mut out = Vec::new();
    let mut at = 0;
    for mark in &snippet.marks {
        out.push(Run::new(&snippet.text[at..mark.start], false));
        out.push(Run::new(&snippet.text[mark.clone()], true));
        at = mark.end;
    }
    out.push(Run::new(&snippet.text[at..], false));
    out.retain(|run| !run.text.is_empty());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_part_a_snippet() {
        let snippet = Marked { text: "a cost 비용".to_owned(), marks: vec![2..6, 7..13] };
        let runs: Vec<(String, bool)> = runs(&snippet).into_iter().map(|run| (run.text, run.style)).collect();
        assert_eq!(runs, [("a ", false), ("cost", true), (" ", false), ("비용", true)].map(|(text, marked)| (text.to_owned(), marked)));
    }
}
