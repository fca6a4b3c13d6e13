//! The command line's grammar, with help and complaints in the reader's language.
//!
//! The structure is declared once, for clap; every sentence comes from `assets/i18n/*/cli.ftl`
//! under an id made of the command's and the argument's name: `cli-search-number`.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::{ContextKind, ErrorKind};
use clap::{ArgAction, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::sim::{self, Flag, Simulator};
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
    #[arg(short, long, global = true, conflicts_with = "quiet")]
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
    /// The simulator's own flags that were given, by their long names, each in the order of the line.
    #[arg(skip)]
    pub flags: Vec<(&'static str, String)>,
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
    let sim = simulator(arguments);
    let flags = sim.map_or(&[][..], |sim| sim.flags());
    let command = with_flags(localised(texts), flags, texts);
    let matches = match command.try_get_matches_from(shielded(arguments)) {
        Ok(matches) => matches,
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => return Asked::Say(error.render().to_string()),
        Err(error) => return Asked::Refuse(complaint(&error, sim, texts)),
    };
    match Args::from_arg_matches(&matches) {
        Ok(args) => match &args.global.lang {
            Some(code) if code.parse::<Lang>().is_err() => {
                Asked::Refuse(refusal(texts, Message::new("cli-no-lang").with("lang", code.clone()).with("known", Lang::ALL.map(Lang::code).join(", "))))
            }
            _ => Asked::Run(Box::new(given(args, &matches, flags)), texts),
        },
        Err(error) => Asked::Refuse(complaint(&error, sim, texts)),
    }
}

/// The simulator that is asked for: its flags must be known before the line can be parsed.
fn simulator(arguments: &[OsString]) -> Option<&'static dyn Simulator> {
    let words = arguments.iter().filter_map(|a| a.to_str());
    words.skip_while(|word| *word != "sim").skip(1).find_map(sim::find)
}

/// The grammar with the flags of a simulator. One of them hides a general option of the same name.
fn with_flags(root: clap::Command, flags: &'static [Flag], texts: &Texts) -> clap::Command {
    let hides = |name: &str| flags.iter().any(|flag| flag.long == name);
    let globals: Vec<String> = root.get_arguments().filter(|a| a.is_global_set() && a.get_long().is_some_and(hides)).map(|a| a.get_id().to_string()).collect();
    let root = globals.iter().fold(root, |root, id| root.mut_arg(id, |arg| arg.global(false)));
    root.mut_subcommand("sim", |command| {
        flags.iter().fold(command, |command, flag| {
            let action = if flag.writes.is_repeatable() { ArgAction::Append } else { ArgAction::Set };
            let arg = clap::Arg::new(id_of(flag)).long(flag.long).value_name(flag.value).action(action).value_parser(unshielded);
            command.arg(arg.short(flag.short).help(texts.get(flag.summary)).conflicts_with("batch"))
        })
    })
}

fn id_of(flag: &Flag) -> String {
    format!("flag-{}", flag.long)
}

/// The arguments with the flags of the simulator that were given.
fn given(mut args: Args, matches: &clap::ArgMatches, flags: &'static [Flag]) -> Args {
    if let (Some(Command::Sim(sim)), Some(matches)) = (&mut args.command, matches.subcommand_matches("sim")) {
        for flag in flags {
            sim.flags.extend(matches.get_many::<String>(&id_of(flag)).into_iter().flatten().map(|value| (flag.long, value.clone())));
        }
    }
    args
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
fn complaint(error: &clap::Error, sim: Option<&dyn Simulator>, texts: &Texts) -> String {
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
    let help = sim.map(|sim| Message::new("cli-try-sim-help").with("name", sim.name())).unwrap_or(Message::new("cli-try-help"));
    let mut text = format!("opsdrill: {}\n{}\n", texts.say(&message), texts.say(&help));
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

    /// The flags that a line gives, and the learner's profile.
    fn flags(line: &str) -> (String, Vec<(&'static str, String)>) {
        let arguments: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        let Asked::Run(args, _) = read(&arguments) else { panic!("refused: {line}") };
        let Some(Command::Sim(sim)) = args.command else { panic!("no sim: {line}") };
        (args.global.profile, sim.flags)
    }

    #[test]
    fn flags_of_a_simulator_are_read_by_its_table() {
        let given = flags("opsdrill sim cors -X PUT --pf=A:1 --page null --pf B:-2 --status -1 --json");
        let expected = [("page", "null"), ("method", "PUT"), ("pf", "A:1"), ("pf", "B:-2"), ("status", "-1")];
        assert_eq!(given, ("default".to_owned(), expected.map(|(long, value)| (long, value.to_owned())).to_vec()));
    }

    #[test]
    fn a_flag_hides_a_general_option_of_its_name() {
        assert_eq!(flags("opsdrill --profile kim sim cors --profile chromium"), ("kim".to_owned(), vec![("profile", "chromium".to_owned())]));
        assert_eq!(flags("opsdrill sim cidr info 10.0.0.0/8 --profile kim"), ("kim".to_owned(), Vec::new()));
    }

    #[track_caller]
    fn refused(line: &str, says: &str) {
        let arguments: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        let Asked::Refuse(text) = read(&arguments) else { panic!("accepted: {line}") };
        assert!(text.contains(says), "{text}");
    }

    #[test]
    fn a_flag_that_there_is_not_is_refused_with_the_nearest() {
        refused("opsdrill sim cors --lang en --pagee x", "Did you mean --page?");
        refused("opsdrill sim cors --lang ko --credential include", "혹시 --credentials?");
        refused("opsdrill sim cidr --lang en --page x", "'opsdrill sim cidr --help'");
        refused("opsdrill sim cors --lang en --batch --page x", "--batch");
    }
}
