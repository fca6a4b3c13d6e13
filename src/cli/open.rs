//! Opens the terminal face: Home, or the screen that a command names.

use std::io::IsTerminal;
use std::sync::mpsc::{Sender, channel};

use anyhow::bail;

use super::args::{Args, Color, Global};
use super::voice::Voice;
use super::{Outcome, load};
use crate::content::{Course, Slug};
use crate::text::{Message, Texts, nearest};
use crate::tui::effect::Route;
use crate::tui::theme::Theme;
use crate::tui::{Options, Sources};

/// Runs the terminal face, on `route` if there is one, else on the lesson that the command line names.
///
/// # Errors
///
/// No terminal, an unknown theme or lesson, a course that cannot be read; in the reader's language.
pub fn run(args: &Args, route: Option<Route>, texts: &'static Texts) -> Outcome {
    let global = &args.global;
    let dumb = std::env::var("TERM").is_ok_and(|term| term == "dumb");
    if dumb || !std::io::stdin().is_terminal() || !std::io::stdout().is_terminal() {
        bail!(texts.get(if dumb { "open-dumb" } else { "open-no-terminal" }));
    }
    let lesson = args.lesson.as_deref().map(|name| Slug::new(name.trim_end_matches(".md").trim_end_matches(".ko").trim_matches('/')));
    let opened = lesson.clone().map(|slug| Route::Reader { slug, anchor: None, lang: None, terms: None });
    let voice = Voice::of(global, texts);
    let paths = load::paths(global, texts)?;
    let (details, told) = channel();
    let options = Options {
        quiet: global.quiet,
        lang: texts.lang(),
        theme: theme(global, texts)?,
        route: route.or(opened),
        sources: Sources { course: Box::new(reader(global, lesson, details.clone())), profile: paths.profile().to_owned(), details },
    };
    let ended = crate::tui::run(options);
    // What the workers did, said when the terminal is the shell's again.
    told.try_iter().for_each(|detail| voice.detail(&detail));
    match ended? {
        0 => Ok(true),
        code => std::process::exit(i32::from(code)),
    }
}

/// Reads the course that the command line names and looks for the lesson in it.
fn reader(global: &Global, lesson: Option<Slug>, details: Sender<Message>) -> impl FnOnce() -> Result<Course, Message> + Send + use<> {
    let path = global.course.clone();
    move || {
        let (course, detail) = load::read(path.as_deref()).map_err(|error| error.message())?;
        let _ = details.send(detail);
        match lesson.filter(|slug| !course.lessons.contains_key(slug)) {
            Some(slug) => Err(unknown_lesson(&course, &slug)),
            None => Ok(course),
        }
    }
}

/// What to say where there is no such lesson: that it is planned, or which one has the nearest name.
#[must_use]
pub fn unknown_lesson(course: &Course, slug: &Slug) -> Message {
    if course.planned.contains_key(slug) {
        return Message::new("open-planned").with("lesson", slug.to_string());
    }
    match nearest(slug.as_str(), course.lessons.keys().map(Slug::as_str)).first() {
        Some(near) => Message::new("open-unknown-near").with("lesson", slug.to_string()).with("near", (*near).to_owned()),
        None => Message::new("open-unknown").with("lesson", slug.to_string()),
    }
}

/// The theme that is asked for; without colours where `NO_COLOR` or `--color never` says so.
fn theme(global: &Global, texts: &Texts) -> anyhow::Result<Theme> {
    let colourless = global.color == Color::Never || (global.color == Color::Auto && std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()));
    let name = match &global.theme {
        Some(name) => name.as_str(),
        None if colourless => "mono",
        None => "dark",
    };
    match Theme::named(name) {
        Some(theme) => Ok(theme),
        None => bail!(texts.say(&Message::new("open-no-theme").with("theme", name.to_owned()).with("known", Theme::names().join(", ")))),
    }
}
