//! Opens the terminal face: Home, or the screen that a command names.

use std::io::IsTerminal;

use anyhow::bail;

use super::Outcome;
use super::args::{Args, Color, Global};
use crate::content::{Course, Slug};
use crate::store::{Paths, library};
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
    let paths = Paths::find(global.data_dir.as_deref(), &global.profile).map_err(|error| anyhow::anyhow!(texts.say(&error.message())))?;
    let options = Options {
        lang: texts.lang(),
        theme: theme(global, texts)?,
        route: route.or(opened),
        sources: Sources { course: Box::new(reader(global, lesson)), profile: paths.profile().to_owned() },
    };
    match crate::tui::run(options)? {
        0 => Ok(true),
        code => std::process::exit(i32::from(code)),
    }
}

/// Reads the course that the command line names and looks for the lesson in it.
fn reader(global: &Global, lesson: Option<Slug>) -> impl FnOnce() -> Result<Course, Message> + Send + use<> {
    let path = global.course.clone();
    move || {
        let course = match path {
            Some(path) => library::folder(&path).map_err(|error| error.message())?,
            None => library::embedded(),
        };
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
