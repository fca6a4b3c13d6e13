//! The command line: one file a subcommand. It parses, calls the layers below, and words errors.

pub mod args;
mod batch;
mod caret;
pub mod check;
mod drill;
pub mod load;
pub mod open;
mod outcome_json;
mod paint;
mod panel;
pub mod read;
pub mod review;
mod search;
mod sim;
mod study;
mod voice;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use crate::text::Texts;
use args::{Args, Asked, Command};

/// What a subcommand came to: `Ok(true)` is exit 0, `Ok(false)` 1 (a check failed), an error 2.
pub type Outcome = anyhow::Result<bool>;

/// Bad input that has been complained about already: exit 2 without another word.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("bad input")]
pub struct Said;

/// Runs the program and says how it ended.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let (args, texts) = match args::read(&arguments) {
        Asked::Run(args, texts) => (args, texts),
        Asked::Say(text) => {
            print!("{text}");
            return ExitCode::SUCCESS;
        }
        Asked::Refuse(text) => {
            eprint!("{text}");
            return ExitCode::from(2);
        }
    };
    match dispatch(&args, texts) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) if error.is::<Said>() => ExitCode::from(2),
        Err(error) => {
            eprintln!("opsdrill: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn dispatch(args: &Args, texts: &'static Texts) -> Outcome {
    match &args.command {
        None => open::run(args, None, texts),
        Some(Command::Sim(asked)) => sim::run(asked, &args.global, texts),
        Some(Command::Drill(asked)) => drill::run(asked, args.global.color, texts),
        Some(Command::Read(read)) => read::run(read, &args.global, texts),
        Some(Command::Check(check)) => check::run(check, &args.global, texts),
        Some(Command::Search(asked)) => search::run(asked, &args.global, texts),
        Some(Command::Study(asked)) => study::run(asked, &args.global, texts),
        Some(Command::Review(review)) => review::run(review, args, texts),
    }
}

/// Prints to standard output; that the reader has gone away is no error.
fn print(text: &str) -> Outcome {
    pipe(io::stdout().lock().write_all(text.as_bytes()))?;
    Ok(true)
}

/// What writing came to, where a reader who has gone away (`| head`) is a good end.
fn pipe(result: io::Result<()>) -> io::Result<()> {
    result.or_else(|error| if error.kind() == io::ErrorKind::BrokenPipe { Ok(()) } else { Err(error) })
}
