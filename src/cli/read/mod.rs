//! `opsdrill read`: a lesson as plain text.

pub mod page;
mod question;
mod table;

use std::io::{self, IsTerminal, Write};
use std::process::{Command, Stdio};
use std::sync::Arc;

use anyhow::anyhow;
use serde_json::json;

use super::args::{Global, Read};
use super::{Outcome, load};
use crate::content::{Course, Lesson, plain};
use crate::text::{Message, Texts};
use page::Page;

/// Prints a lesson: through a pager on a terminal, as it is into a pipe.
///
/// # Errors
///
/// There is no such lesson; the error names the nearest ones.
pub fn run(args: &Read, global: &Global, texts: &'static Texts) -> Outcome {
    let course = load::course(global, texts)?;
    let lesson = find(&course, &args.lesson, texts)?;
    if args.json {
        return super::print(&as_json(&course, lesson, texts));
    }
    let text = Page::new(&course, lesson, texts).whole();
    if io::stdout().is_terminal() { paged(&text) } else { super::print(&text) }
}

/// The lesson that a person means, with the nearest ones where there is none.
///
/// # Errors
///
/// No lesson is called so, or it is not written yet.
pub fn find<'c>(course: &'c Course, word: &str, texts: &Texts) -> anyhow::Result<&'c Lesson> {
    let found = course.find(word);
    if let [slug] = found.as_slice()
        && course.means(slug, word)
    {
        return match course.lesson(slug, texts.lang()) {
            Some(lesson) => Ok(lesson),
            None => Err(anyhow!(texts.say(&Message::new("read-planned").with("lesson", slug.to_string())))),
        };
    }
    let mut message = texts.say(&Message::new("read-no-lesson").with("lesson", crate::text::clean_line(word)));
    if !found.is_empty() {
        let near: Vec<&str> = found.iter().map(|slug| slug.as_str()).collect();
        message = format!("{message}\n{}", texts.say(&Message::new("read-near").with("lessons", near.join(", "))));
    }
    Err(anyhow!(message))
}

fn as_json(course: &Course, lesson: &Lesson, texts: &Texts) -> String {
    let page = Page::new(course, lesson, texts);
    let sections: Vec<_> = lesson
        .sections()
        .iter()
        .filter(|section| section.anchor.is_some() || !section.blocks.is_empty())
        .map(|section| {
            let text = page.text(&lesson.blocks[section.blocks.clone()]);
            json!({ "anchor": section.anchor.map(ToString::to_string), "level": section.level, "title": plain(section.title), "text": text })
        })
        .collect();
    let whole = json!({
        "lesson": lesson.slug.to_string(), "lang": lesson.lang.code(), "title": lesson.front.title, "summary": lesson.front.summary,
        "sections": sections, "text": page.whole(),
    });
    format!("{whole}\n")
}

/// Shows text through `$PAGER`, or `less`; without either it is printed.
fn paged(text: &str) -> Outcome {
    let pager = std::env::var("PAGER").unwrap_or_else(|_| "less".to_owned());
    let mut words = pager.split_whitespace();
    let Some(program) = words.next() else { return super::print(text) };
    let mut command = Command::new(program);
    command.args(words).stdin(Stdio::piped());
    for (name, value) in [("LESS", "FRX"), ("LESSCHARSET", "utf-8")] {
        if std::env::var_os(name).is_none() {
            command.env(name, value);
        }
    }
    // An interrupt is the pager's: if it ended this program alone, two would read the keyboard.
    signal_hook::flag::register(signal_hook::consts::SIGINT, Arc::default())?;
    let Ok(mut child) = command.spawn() else { return super::print(text) };
    if let Some(mut input) = child.stdin.take() {
        super::pipe(input.write_all(text.as_bytes()))?;
    }
    child.wait()?;
    Ok(true)
}

#[cfg(test)]
mod tests;
