use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use anyhow::anyhow;
use notify::{EventKind, RecursiveMode, Watcher};
use serde_json::json;

use super::args::{Check, Global};
use super::paint::Paint;
use super::voice::Voice;
use super::{Outcome, load};
use crate::content::{self, Checks, Problem, Ran, Refused, SimulatorFacts};
use crate::sim;
use crate::store::library;
use crate::text::{Message, Texts, clean_line};

/// An editor saves in several steps; what follows within this time belongs to the same save.
const SETTLED: Duration = Duration::from_millis(80);

/// `opsdrill check`: every problem of a course with its place, and how to mend it.
///
/// # Errors
///
/// The folder cannot be read or watched.
pub fn run(args: &Check, global: &Global, texts: &'static Texts) -> Outcome {
    let what = args.path.as_deref().or(global.course.as_deref());
    let view = View { json: args.json, quiet: global.quiet, colour: Paint::stdout(global.color).is_on(), texts };
    let voice = Voice::of(global, texts);
    let Some(path) = what else {
        if args.watch {
            return Err(anyhow!(texts.get("check-watch-what")));
        }
        let course = load::course(global, texts)?;
        let problems = content::check(&course, &checks(true));
        return view.show(course.lessons.len(), &problems, Path::new(""));
    };
    let subject = Subject::at(path);
    voice.detail(&Message::new("voice-check").with("path", subject.folder().display().to_string()));
    if args.watch { watch(&subject, &view) } else { view.once(&subject) }
}

/// What is checked: a course's folder, or one file of it.
struct Subject {
    folder: PathBuf,
    file: Option<String>,
}

impl Subject {
    /// A lesson is checked as a part of the course around it: the nearest folder above with a
    /// `course.toml`, or the vault that it lies in.
    fn at(path: &Path) -> Subject {
        let Some(full) = path.is_file().then(|| path.canonicalize().ok()).flatten() else {
            return Subject { folder: path.to_owned(), file: None };
        };
        let around = |mark: &str| full.ancestors().skip(1).find(|folder| folder.join(mark).exists());
        let Some(folder) = around("course.toml").or_else(|| around(".obsidian")).or(full.parent()) else {
            return Subject { folder: path.to_owned(), file: None };
        };
        let parts: Vec<_> = full.strip_prefix(folder).unwrap_or(&full).components().map(|c| c.as_os_str().to_string_lossy()).collect();
        let here = std::env::current_dir().and_then(|here| here.canonicalize()).unwrap_or_default();
        Subject { folder: folder.strip_prefix(here).unwrap_or(folder).to_owned(), file: Some(parts.join("/")) }
    }

    /// A folder as the system wants it: the one that we are in has no name.
    fn folder(&self) -> &Path {
        if self.folder.as_os_str().is_empty() { Path::new(".") } else { &self.folder }
    }

    /// How many lessons were checked, and what is wrong with them.
    fn problems(&self, texts: &Texts) -> anyhow::Result<(usize, Vec<Problem>)> {
        if let Some(file) = self.file.as_ref().filter(|file| !file.ends_with(".md") && *file != "course.toml") {
            return Err(anyhow!(texts.say(&Message::new("check-no-lesson").with("file", clean_line(file)))));
        }
        let course = library::folder(self.folder()).map_err(|error| anyhow!(texts.say(&error.message())))?;
        let mut problems = content::check(&course, &checks(course.id == library::BUILT_IN));
        let Some(file) = &self.file else { return Ok((course.lessons.len(), problems)) };
        problems.retain(|p| *p.source.file == **file);
        Ok((1, problems))
    }
}

/// Tells the check about the simulators, which it does not know.
#[must_use]
pub fn checks(explain_all: bool) -> Checks<'static> {
    let facts =
        |s: &&'static dyn sim::Simulator| SimulatorFacts { name: s.name(), drills: s.drills().iter().map(|d| d.name).collect(), codes: s.codes().to_vec() };
    Checks { simulators: sim::ALL.iter().map(facts).collect(), run: &run_scenario, explain_all }
}

fn run_scenario(name: &str, scenario: &str) -> Ran {
    let Some(simulator) = sim::find(name) else { return Ran::default() };
    let run = simulator.run(scenario);
    let outcomes = run.outcomes.into_iter().map(|o| (o.verdict, o.codes.into_iter().map(str::to_owned).collect()));
    let refusals = run.refusals.into_iter().map(|r| Refused { at: r.at, message: r.message, hint: r.hint });
    Ran { outcomes: outcomes.collect(), refusals: refusals.collect() }
}

/// How problems are shown.
struct View<'a> {
    json: bool,
    quiet: bool,
    colour: bool,
    texts: &'a Texts,
}

impl View<'_> {
    fn once(&self, subject: &Subject) -> Outcome {
        let (lessons, problems) = subject.problems(self.texts)?;
        self.show(lessons, &problems, &subject.folder)
    }

    fn show(&self, lessons: usize, problems: &[Problem], folder: &Path) -> Outcome {
        let text = if self.json { self.as_json(problems, folder) } else { self.as_text(lessons, problems, folder) };
        super::print(&text)?;
        Ok(problems.is_empty())
    }

    fn as_json(&self, problems: &[Problem], folder: &Path) -> String {
        let object = |problem: &Problem| {
            let ((line, column), (end_line, end_column)) = (problem.place(), problem.end());
            json!({
                "file": shown_path(folder, problem), "line": line, "column": column, "end_line": end_line, "end_column": end_column,
                "code": problem.code, "message": self.texts.say(&problem.message), "hint": problem.hint.as_ref().map(|hint| self.texts.say(hint)),
            })
            .to_string()
        };
        format!("[{}]\n", problems.iter().map(object).collect::<Vec<_>>().join(",\n "))
    }

    fn as_text(&self, lessons: usize, problems: &[Problem], folder: &Path) -> String {
        let width = crossterm::terminal::size().map_or(100, |(columns, _)| usize::from(columns).clamp(40, 140));
        let renderer = if self.colour { Renderer::styled() } else { Renderer::plain() }.term_width(width);
        let mut text: String = problems.iter().map(|problem| self.drawn(problem, folder, &renderer) + "\n\n").collect();
        if !(self.quiet && problems.is_empty()) {
            text.push_str(&self.texts.say(&summary(lessons, problems)));
            text.push('\n');
        }
        text
    }

    /// A problem as compilers draw it: the place, the line, a caret, the remedy.
    fn drawn(&self, problem: &Problem, folder: &Path, renderer: &Renderer) -> String {
        let source = &problem.source.text;
        let span = problem.span.start.min(source.len())..problem.span.end.min(source.len());
        let snippet = Snippet::source(&**source).path(shown_path(folder, problem)).annotation(AnnotationKind::Primary.span(span));
        let title = Level::ERROR.with_name(self.texts.get("check-problem")).primary_title(self.texts.say(&problem.message)).id(problem.code);
        let mut group = title.element(snippet);
        if let Some(hint) = &problem.hint {
            group = group.element(Level::HELP.with_name(self.texts.get("check-remedy")).message(self.texts.say(hint)));
        }
        renderer.render(&[group])
    }
}

fn shown_path(folder: &Path, problem: &Problem) -> String {
    clean_line(&folder.strip_prefix(".").unwrap_or(folder).join(&*problem.source.file).to_string_lossy())
}

fn summary(lessons: usize, problems: &[Problem]) -> Message {
    if problems.is_empty() {
        return Message::new("check-fine").with("lessons", lessons);
    }
    let mut files: Vec<&str> = problems.iter().map(|p| &*p.source.file).collect();
    files.dedup();
    Message::new("check-found").with("problems", problems.len()).with("files", files.len())
}

/// Checks again whenever a file of the course is saved, until it is interrupted.
fn watch(subject: &Subject, view: &View<'_>) -> Outcome {
    let (sender, changes) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        if event.is_ok_and(|event| concerns(&event)) {
            let _ = sender.send(()); // nobody listens any more: the program is ending
        }
    })?;
    watcher.watch(subject.folder(), RecursiveMode::Recursive)?;
    view.once(subject)?;
    while changes.recv().is_ok() {
        while changes.recv_timeout(SETTLED).is_ok() {}
        if let Err(error) = view.once(subject) {
            eprintln!("opsdrill: {error:#}"); // a folder that is being replaced may be back at the next save
        }
    }
    Ok(true)
}

fn concerns(event: &notify::Event) -> bool {
    let is_ours = |path: &PathBuf| path.extension().is_some_and(|end| end == "md" || end == "toml");
    !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(is_ours)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Source;
    use crate::text::Lang;

    fn problem() -> Problem {
        let source = Source::new("vpc/here.md", "첫 줄\n한 `price:x` 줄\n");
        let at = source.text.find('`').unwrap_or_default();
        source
            .problem(at..at + 9, "unknown-price", Message::new("content-unknown-price").with("id", "x"))
            .hint(Message::new("content-did-you-mean").with("word", "y"))
    }

    fn view(json: bool, lang: Lang) -> View<'static> {
        View { json, quiet: false, colour: false, texts: Texts::of(lang) }
    }

    #[test]
    fn a_problem_is_drawn_under_its_line() {
        let expected = "\
problem[unknown-price]: There is no price \"x\"
 --> course/vpc/here.md:2:3
  |
2 | 한 `price:x` 줄
  |    ^^^^^^^^^
  |
  = remedy: Did you mean \"y\"?

1 problem in 1 file.
";
        assert_eq!(view(false, Lang::En).as_text(3, &[problem()], Path::new("./course")), expected);
        assert_eq!(view(false, Lang::Ko).as_text(3, &[], Path::new("")), "레슨 3개에 잘못된 곳이 없습니다.\n");
    }

    #[test]
    fn a_machine_gets_one_array() {
        let text = view(true, Lang::En).as_json(&[problem(), problem()], Path::new(""));
        let read: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(read[1]["file"], "vpc/here.md");
        assert_eq!((&read[0]["line"], &read[0]["column"], &read[0]["end_line"], &read[0]["end_column"]), (&json!(2), &json!(3), &json!(2), &json!(12)));
        assert_eq!(view(true, Lang::En).as_json(&[], Path::new("")), "[]\n");
    }
}
