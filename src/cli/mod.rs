//! The command line: one file a subcommand. It parses, calls the layers below, and words errors.

pub mod args;
pub mod check;
pub mod load;

use std::ffi::OsString;
use std::process::ExitCode;

use crate::text::Texts;
use args::{Args, Asked, Command};

/// What a subcommand came to: `Ok(true)` is exit 0, `Ok(false)` 1 (a check failed), an error 2.
pub type Outcome = anyhow::Result<bool>;

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
        Err(error) => {
            eprintln!("opsdrill: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn dispatch(args: &Args, texts: &'static Texts) -> Outcome {
    match &args.command {
        None => Ok(true),
        Some(Command::Check(check)) => check::run(check, &args.global, texts),
        Some(Command::Search(_) | Command::Read(_) | Command::Review(_) | Command::Sim(_) | Command::Drill(_)) => Ok(true),
    }
}
