//! The command line's grammar, with help and complaints in the reader's language.
//!
//! The structure is declared once, for clap; every sentence comes from `assets/i18n/*/cli.ftl`
//! under an id made of the command's and the argument's name: `cli-search-number`.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::{ContextKind, ErrorKind};
use clap::{ArgAction, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::text::{Arg, Lang, Message, Texts};

/// Everything that stands on the command line.
#[derive(Debug, Parser)]
#[command(name = "opsdrill", version, disable_help_subcommand = true)]
pub struct Args {
    /// A lesson to open.
    #[arg(value_name = "LESSON")]
    pub lesson: Option<String>,
    /// What holds for every command.
    #[command(flatten)]
    pub global: Global,
    /// A command; the TUI without one.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Options that stand before or after any command.
#[derive(Clone, Debug, clap::Args)]
pub struct Global {
    #[arg(long, global = true, value_name = "NAME", default_value = "default")]
    pub profile: String,
    #[arg(long, global = true, value_name = "PATH")]
    pub course: Option<PathBuf>,
    #[arg(long, global = true, value_name = "LANG")]
    pub lang: Option<String>,
    #[arg(long, global = true, value_name = "NAME")]
    pub theme: Option<String>,
    #[arg(long, global = true, value_name = "WHEN", value_enum, default_value_t = Color::Auto, hide_possible_values = true)]
    pub color: Color,
    #[arg(long, global = true, value_name = "PATH")]
    pub data_dir: Option<PathBuf>,
    #[arg(short, long, global = true)]
    pub quiet: bool,
    #[arg(short, long, global = true)]
    pub verbose: bool,
}

/// When to colour what is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// When it goes to a terminal and `NO_COLOR` is not set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// The commands.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    Search(Search),
    Read(Read),
    Review(Review),
    Sim(Sim),
    Drill(Drill),
    Check(Check),
    Study(Study),
}

/// `opsdrill search`.
#[derive(Clone, Debug, clap::Args)]
pub struct Search {
    #[arg(value_name = "QUERY")]
    pub query: Vec<String>,
    #[arg(short, long, value_name = "N", default_value_t = 10)]
    pub number: usize,
    #[arg(long, value_name = "TOPIC", value_delimiter = ',')]
    pub topic: Vec<String>,
    #[arg(long, value_name = "TAG", value_delimiter = ',')]
    pub tag: Vec<String>,
    #[arg(long)]
    pub json: bool,
    #[arg(long)]
    pub batch: bool,
}

/// `opsdrill read`.
#[derive(Clone, Debug, clap::Args)]
pub struct Read {
    #[arg(value_name = "LESSON")]
    pub lesson: String,
    #[arg(long)]
    pub json: bool,
}

/// `opsdrill review`.
#[derive(Clone, Debug, clap::Args)]
pub struct Review {
    #[arg(long, value_name = "MINUTES")]
    pub minutes: Option<u32>,
    #[arg(long, value_name = "TOPIC", value_delimiter = ',')]
    pub topic: Vec<String>,
    #[arg(long)]
    pub plain: bool,
    #[arg(long)]
    pub json: bool,
}

/// `opsdrill sim`.
#[derive(Clone, Debug, clap::Args)]
#[command(disable_help_flag = true)]
pub struct Sim {
    #[arg(value_name = "NAME")]
    pub name: Option<String>,
    #[arg(value_name = "SCENARIO", value_parser = unshielded)]
    pub scenario: Vec<String>,
    #[arg(short, long, value_name = "FILE")]
    pub file: Option<PathBuf>,
    #[arg(long)]
    pub steps: bool,
    #[arg(long)]
    pub json: bool,
    #[arg(long)]
    pub batch: bool,
    #[arg(short, long)]
    pub help: bool,
}

/// `opsdrill drill`.
#[derive(Clone, Debug, clap::Args)]
pub struct Drill {
    #[arg(value_name = "NAME")]
    pub name: String,
    #[arg(value_name = "KIND")]
    pub kind: Option<String>,
    #[arg(long, value_name = "1-3", default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..=3))]
    pub level: u8,
    #[arg(long, value_name = "SEED")]
    pub seed: Option<u64>,
    #[arg(short, long, value_name = "N", default_value_t = 10)]
    pub number: usize,
    #[arg(long)]
    pub json: bool,
}

/// `opsdrill study`.
#[derive(Clone, Debug, clap::Args)]
pub struct Study {
    #[arg(long, required = true)]
    pub batch: bool,
}

/// `opsdrill check`.
#[derive(Clone, Debug, clap::Args)]
pub struct Check {
    #[arg(value_name = "PATH")]
    pub path: Option<PathBuf>,
    #[arg(long)]
    pub json: bool,
    #[arg(long)]
    pub watch: bool,
}

/// What the command line came to.
pub enum Asked {
    /// Do this, speaking so.
    Run(Box<Args>, &'static Texts),
    /// Print this: help or the version.
    Say(String),
    /// Complain with this.
    Refuse(String),
}

/// Reads the command line.
#[must_use]
pub fn read(arguments: &[OsString]) -> Asked {
    let wanted = spoken_lang(arguments);
    let texts = Texts::of(wanted.unwrap_or_default());
    let command = localised(texts);
    let matches = match command.try_get_matches_from(shielded(arguments)) {
        Ok(matches) => matches,
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => return Asked::Say(error.render().to_string()),
        Err(error) => return Asked::Refuse(complaint(&error, texts)),
    };
    match Args::from_arg_matches(&matches) {
        Ok(args) => match &args.global.lang {
            Some(code) if code.parse::<Lang>().is_err() => {
                Asked::Refuse(refusal(texts, Message::new("cli-no-lang").with("lang", code.clone()).with("known", Lang::ALL.map(Lang::code).join(", "))))
            }
            _ => Asked::Run(Box::new(args), texts),
        },
        Err(error) => Asked::Refuse(complaint(&error, texts)),
    }
}

/// The help of a subcommand that shows its own help elsewhere.
#[must_use]
pub fn help_of(subcommand: &str, texts: &Texts) -> String {
    localised(texts).find_subcommand_mut(subcommand).map(|command| command.render_help().to_string()).unwrap_or_default()
}

/// Stands before a word of a scenario such as `->` or `-1` while clap reads the line.
///
/// Clap either takes such words for options or, where it is told not to, every option after them for a word.
const SHIELD: char = '\u{e000}';

fn shielded(arguments: &[OsString]) -> Vec<OsString> {
    let scenario = arguments.iter().any(|a| a == "sim");
    let shield = |word: &str| word.strip_prefix('-').is_some_and(|rest| rest.starts_with(|c: char| c != '-' && !c.is_ascii_alphabetic()));
    let each = arguments.iter().map(|a| match a.to_str() {
        Some(word) if scenario && shield(word) => format!("{SHIELD}{word}").into(),
        _ => a.clone(),
    });
    each.collect()
}

fn unshielded(word: &str) -> Result<String, std::convert::Infallible> {
    Ok(word.strip_prefix(SHIELD).unwrap_or(word).to_owned())
}

/// The language that help speaks is needed before the line can be parsed.
fn spoken_lang(arguments: &[OsString]) -> Option<Lang> {
    let words: Vec<&str> = arguments.iter().filter_map(|a| a.to_str()).collect();
    let named = words.iter().enumerate().find_map(|(i, w)| match w.strip_prefix("--lang") {
        Some("") => words.get(i + 1).copied(),
        Some(rest) => rest.strip_prefix('='),
        None => None,
    });
    named.and_then(|code| code.parse().ok()).or_else(|| locale().map(|l| Lang::from_locale(&l)))
}

fn locale() -> Option<String> {
    ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok()).find(|value| !value.is_empty())
}

fn localised(texts: &Texts) -> clap::Command {
    let root = translate(Args::command(), "cli", texts).subcommand_help_heading(texts.get("cli-heading-commands"));
    let names: Vec<String> = root.get_subcommands().map(|c| c.get_name().to_owned()).collect();
    names.iter().fold(root, |root, name| root.mut_subcommand(name, |c| translate(c.bin_name(format!("opsdrill {name}")), &format!("cli-{name}"), texts)))
}

/// Gives a command and its arguments the sentences of `texts`.
fn translate(command: clap::Command, id: &str, texts: &Texts) -> clap::Command {
    let mut command = command.about(texts.find(&format!("{id}-about")).unwrap_or_default()).disable_help_flag(true).disable_version_flag(true);
    if command.get_arguments().all(|a| a.get_id() != "help") {
        command = command.arg(clap::Arg::new("help").short('h').long("help").action(ArgAction::Help));
    }
    if id == "cli" {
        command = command.arg(clap::Arg::new("version").short('V').long("version").action(ArgAction::Version));
    }
    let names: Vec<String> = command.get_arguments().map(|a| a.get_id().to_string()).collect();
    let command = names.into_iter().enumerate().fold(command, |command, (at, name)| {
        let sentence = texts.find(&format!("{id}-{name}")).or_else(|| texts.find(&format!("cli-{name}"))).unwrap_or_default();
        command.mut_arg(name, |arg| {
            let heading = if arg.is_positional() { "cli-heading-arguments" } else { "cli-heading-options" };
            let arg = if arg.get_action().takes_values() { arg.hide_default_value(true) } else { arg };
            let order = if arg.is_global_set() || arg.get_id() == "help" { 100 + at } else { at };
            arg.help_heading(texts.get(heading)).help(sentence).display_order(order)
        })
    });
    let command = command.help_template(template(texts));
    let options = texts.get("cli-word-options");
    let usage = if id == "cli" {
        format!("opsdrill {options} [LESSON]\n        opsdrill {options} {}", texts.get("cli-word-command"))
    } else {
        command.clone().render_usage().to_string().trim_start_matches("Usage: ").replace("[OPTIONS]", &options)
    };
    command.override_usage(usage)
}

fn template(texts: &Texts) -> String {
    format!("{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}\n", texts.get("cli-heading-usage"))
}

/// Says in the reader's language what clap says in English.
fn complaint(error: &clap::Error, texts: &Texts) -> String {
    let context = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let message = match error.kind() {
        ErrorKind::UnknownArgument => Message::new("cli-unknown-argument").with("argument", context(ContextKind::InvalidArg)),
        ErrorKind::InvalidSubcommand => Message::new("cli-unknown-command").with("command", context(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingRequiredArgument => Message::new("cli-missing-argument").with("argument", context(ContextKind::InvalidArg)),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            Message::new("cli-bad-value").with("argument", context(ContextKind::InvalidArg)).with("value", context(ContextKind::InvalidValue))
        }
        ErrorKind::ArgumentConflict => {
            Message::new("cli-conflict").with("argument", context(ContextKind::InvalidArg)).with("other", context(ContextKind::PriorArg))
        }
        _ => Message::new("cli-bad-usage").with("detail", Arg::from(error.kind().to_string())),
    };
    let mut text = refusal(texts, message);
    for kind in [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue] {
        let near = context(kind);
        if !near.is_empty() {
            text.push_str(&texts.say(&Message::new("cli-did-you-mean").with("word", near)));
            text.push('\n');
        }
    }
    text
}

fn refusal(texts: &Texts, message: Message) -> String {
    format!("opsdrill: {}\n{}\n", texts.say(&message), texts.get("cli-try-help"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, scenario: &[&str], json: bool) {
        let arguments: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        let Asked::Run(args, _) = read(&arguments) else { panic!("refused: {line}") };
        let Some(Command::Sim(sim)) = args.command else { panic!("no sim: {line}") };
        assert_eq!((sim.scenario, sim.json), (scenario.iter().map(|w| (*w).to_owned()).collect(), json));
    }

    #[test]
    fn a_scenario_may_hold_words_with_a_hyphen_and_options_may_follow() {
        check("opsdrill sim cidr host 10.0.0.0/24 -1 --json", &["host", "10.0.0.0/24", "-1"], true);
        check("opsdrill sim vpc path app -> internet:443 --lang en", &["path", "app", "->", "internet:443"], false);
        check("opsdrill --lang ko sim cidr --json range 10.0.0.0 - 10.0.0.9", &["range", "10.0.0.0", "-", "10.0.0.9"], true);
    }
}
