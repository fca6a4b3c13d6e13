//! Items that are said in more than one number: a function with its memory and time, a task with its size.

use std::ops::Range;

use super::decimal::ONE;
use super::items;
use super::measure::{self, GB, Measure, Unit};
use super::read::{Entry, Word, refuse};
use crate::sim::{Change, Refusal};
use crate::text::{Message, excerpt};

/// What a form makes of its words.
type Built = Result<Vec<Entry>, Box<Refusal>>;

/// A word of a scenario that takes several numbers.
pub struct Form {
    /// The word.
    pub word: &'static str,
    /// How it is written.
    pub grammar: &'static str,
    /// Whether it may stand in a scenario more than once.
    pub repeats: bool,
    /// Makes the entries.
    build: fn(&mut Args<'_, '_>) -> Built,
}

/// Every form.
pub const FORMS: &[Form] = &[
    Form { word: "nat-flow", grammar: "nat-flow OUT BACK [other-az]         natgb, egress, interaz", repeats: true, build: nat_flow },
    Form { word: "fargate", grammar: "fargate [TASKS] CPU MEMORY [TIME] [arm]   20 1vCPU 2GB 90s", repeats: true, build: fargate },
    Form { word: "lambda", grammar: "lambda CALLS MEMORY TIME [arm]       10M 128MB 120ms", repeats: true, build: lambda },
    Form { word: "lambda-warm", grammar: "lambda-warm INSTANCES MEMORY [TIME]  10 512MB 8h", repeats: true, build: lambda_warm },
    Form { word: "apigw-http", grammar: "apigw-http CALLS [SIZE]              512 KB", repeats: false, build: |args| sized(args, "apigw-http", 512 << 10) },
    Form { word: "sqs", grammar: "sqs REQUESTS [SIZE]                  64 KB", repeats: false, build: |args| sized(args, "sqs", 64 << 10) },
    Form { word: "ddb-write", grammar: "ddb-write WRITES [SIZE]              1 KB", repeats: false, build: |args| sized(args, "ddb-write", 1 << 10) },
    Form { word: "ddb-read", grammar: "ddb-read READS [SIZE]                4 KB", repeats: false, build: |args| sized(args, "ddb-read", 4 << 10) },
];

/// The form of that word.
pub fn find(word: &str) -> Option<&'static Form> {
    FORMS.iter().find(|form| form.word.eq_ignore_ascii_case(word))
}

/// The words after a keyword, taken one after another.
pub struct Args<'a, 's> {
    word: &'a Word<'s>,
    grammar: &'static str,
    given: &'a [Word<'s>],
}

impl Form {
    /// Makes the entries of a statement; a word too many is refused.
    pub fn read(&self, word: &Word<'_>, given: &[Word<'_>]) -> Built {
        let mut args = Args { word, grammar: self.grammar, given };
        let mut entries = (self.build)(&mut args)?;
        if let [extra, ..] = args.given {
            return Err(refuse("E_EXTRA", &extra.1, Message::new("cost-e-extra").with("text", excerpt(extra.0)).with("form", form_of(self.grammar))));
        }
        let end = given.last().map_or(word.1.end, |last| last.1.end);
        entries.iter_mut().for_each(|entry| entry.at = word.1.start..end);
        Ok(entries)
    }
}

/// The words of a grammar line, without its example.
fn form_of(grammar: &'static str) -> &'static str {
    grammar.split("  ").next().unwrap_or(grammar)
}

impl<'a, 's> Args<'a, 's> {
    fn next(&mut self) -> Result<(&'a Word<'s>, Measure), Box<Refusal>> {
        let given = self.given;
        let Some((first, rest)) = given.split_first() else {
            return Err(refuse("E_EXPECTED", &self.word.1, Message::new("cost-e-form").with("form", form_of(self.grammar))));
        };
        self.given = rest;
        Ok((first, measure::read(first)?))
    }

    /// The next word, if it is a number of that unit.
    fn next_if(&mut self, unit: Unit) -> Result<Option<(&'a Word<'s>, Measure)>, Box<Refusal>> {
        let fits = self.given.first().is_some_and(|word| measure::read(word).is_ok_and(|measure| measure.unit == unit));
        if fits { self.next().map(Some) } else { Ok(None) }
    }

    /// Takes a flag, which stands last.
    fn flag(&mut self, name: &str) -> bool {
        match self.given {
            [first, rest @ ..] if first.0.eq_ignore_ascii_case(name) => {
                self.given = rest;
                true
            }
            _ => false,
        }
    }

    fn pieces(&mut self) -> Result<(i128, Range<usize>), Box<Refusal>> {
        let (word, measure) = self.next()?;
        Ok((measure.count(false, word)?, word.1.start..word.1.start + measure.digits))
    }
}

/// An entry of an item by its word.
fn entry(word: &str, quantity: i128, number: &Range<usize>) -> Option<Entry> {
    let item = items::find(word)?;
    Some(Entry { item, quantity, origin: None, seconds: None, at: 0..0, number: number.clone() })
}

fn entries(all: impl IntoIterator<Item = Option<Entry>>) -> Built {
    Ok(all.into_iter().flatten().collect())
}

/// What passes NAT: both ways are processed, one leaves; from another zone it crosses to the gateway too.
fn nat_flow(args: &mut Args<'_, '_>) -> Built {
    let mut gb = || {
        let (word, measure) = args.next()?;
        Ok::<_, Box<Refusal>>((measure.count(true, word)?, word.1.start..word.1.start + measure.digits))
    };
    let ((out, number), (back, _)) = (gb()?, gb()?);
    let crosses = args.flag("other-az").then(|| entry("interaz", out + back, &number));
    entries([entry("natgb", out + back, &number), entry("egress", out, &number)].into_iter().chain(crosses))
}

/// Requests that are counted in pieces of so many bytes.
fn sized(args: &mut Args<'_, '_>, item: &str, block: i128) -> Built {
    let (calls, number) = args.pieces()?;
    let Some(word) = args.given.first().cloned() else { return entries([entry(item, calls, &number)]) };
    let (_, size) = args.next()?;
    let blocks = ((size.bytes(&word)? + block - 1) / block).max(1);
    let total = calls.checked_mul(blocks).ok_or_else(|| refuse("E_LARGE", &word.1, Message::new("cost-e-large").with("text", excerpt(word.0))))?;
    let origin = Message::new("cost-o-blocks").with("calls", shown_count(calls)).with("blocks", blocks).with("size", excerpt(word.0));
    let origin = origin.with("kb", block >> 10);
    entries([entry(item, total, &number).map(|entry| Entry { origin: Some(origin), ..entry })])
}

fn shown_count(quantity: i128) -> String {
    crate::text::group(&super::decimal::quantity(quantity))
}

/// The longest a function may run, in milliseconds.
const LONGEST: i128 = 900_000;

fn memory(word: &Word<'_>, measure: Measure) -> Result<i128, Box<Refusal>> {
    let mb = (measure.bytes(word)? + (1 << 20) - 1) >> 20;
    if (128..=10_240).contains(&mb) {
        return Ok(mb);
    }
    let nearest = format!("{}MB", mb.clamp(128, 10_240));
    Err(mended("E_MEMORY", word, Message::new("cost-e-memory").with("text", excerpt(word.0)), nearest))
}

fn mended(code: &'static str, word: &Word<'_>, message: Message, text: String) -> Box<Refusal> {
    let mut refusal = refuse(code, &word.1, message);
    refusal.hint = Some(Message::new("sim-did-you-mean").with("word", text.clone()));
    refusal.mend = Some(Change { range: word.1.clone(), text });
    refusal
}

/// Requests, and memory × time; a part of a millisecond is a whole one.
fn lambda(args: &mut Args<'_, '_>) -> Built {
    let (calls, number) = args.pieces()?;
    let (word, measure) = args.next()?;
    let mb = memory(word, measure)?;
    let (word, measure) = args.next()?;
    let time = measure.milliseconds(word)?;
    if time > LONGEST {
        return Err(mended("E_TIME", word, Message::new("cost-e-time").with("text", excerpt(word.0)), "900s".to_owned()));
    }
    let item = if args.flag("arm") { "lambda-gbs-arm" } else { "lambda-gbs" };
    let used = calls.checked_mul(mb * time).ok_or_else(|| refuse("E_LARGE", &word.1, Message::new("cost-e-large").with("text", excerpt(word.0))))?;
    let origin = Message::new("cost-o-lambda").with("calls", shown_count(calls)).with("mb", mb).with("ms", time);
    entries([entry("lambda-req", calls, &number), entry(item, used, &number).map(|entry| Entry { origin: Some(origin), ..entry })])
}

/// Instances kept warm, for the month or for a time.
fn lambda_warm(args: &mut Args<'_, '_>) -> Built {
    let (count, number) = args.pieces()?;
    let (word, measure) = args.next()?;
    let mb = memory(word, measure)?;
    let seconds = seconds(args)?;
    let origin = Message::new("cost-o-warm").with("count", shown_count(count)).with("mb", mb);
    entries([entry("lambda-warm-mb", count * mb, &number).map(|entry| Entry { origin: Some(origin), seconds, ..entry })])
}

/// A time, if one follows: whole seconds, a part of one rounded up.
fn seconds(args: &mut Args<'_, '_>) -> Result<Option<i128>, Box<Refusal>> {
    let Some((word, measure)) = args.next_if(Unit::Time)? else { return Ok(None) };
    Ok(Some((measure.milliseconds(word)? + 999) / 1_000))
}

/// CPU in 1/100 vCPU; memory in 1/100 GB from, to, in steps of. Half a GB only with a quarter of a vCPU.
const SIZES: &[(i128, i128, i128, i128)] = &[
    (25, 50, 200, 50),
    (50, 100, 400, 100),
    (100, 200, 800, 100),
    (200, 400, 1_600, 100),
    (400, 800, 3_000, 100),
    (800, 1_600, 6_000, 400),
    (1_600, 3_200, 12_000, 800),
];

fn fits(cpu: i128, gb: i128) -> bool {
    let is_odd_quarter = cpu == 25 && gb == 150;
    !is_odd_quarter && SIZES.iter().any(|(size, from, to, step)| *size == cpu && (*from..=*to).contains(&gb) && (gb - from) % step == 0)
}

/// vCPUs and GB of tasks, for the month or for a time.
fn fargate(args: &mut Args<'_, '_>) -> Built {
    let tasks = args.next_if(Unit::Count)?;
    let (word, cpu) = args.next()?;
    if cpu.unit != Unit::Vcpu {
        return Err(refuse("E_UNIT", &word.1, Message::new("cost-e-unit-cpu").with("text", excerpt(word.0))));
    }
    let (memory, size) = args.next()?;
    let gb = size.bytes(memory)? * 100 / GB;
    pair(word, cpu.value, memory, gb)?;
    let number = tasks.as_ref().map_or(0..0, |(word, measure)| word.1.start..word.1.start + measure.digits);
    let count = tasks.map_or(ONE, |(_, measure)| measure.value);
    let seconds = seconds(args)?;
    let (cpus, gbs) = if args.flag("arm") { ("vcpu-arm", "memgb-arm") } else { ("vcpu", "memgb") };
    let made = |item: &str, each: i128, unit: &'static str| {
        let each_text = super::decimal::quantity(each);
        let origin = Message::new("cost-o-tasks").with("tasks", shown_count(count)).with("each", format!("{each_text} {unit}"));
        entry(item, count * each / ONE, &number).map(|entry| Entry { origin: Some(origin), seconds, ..entry })
    };
    entries([made(cpus, cpu.value, "vCPU"), made(gbs, gb * ONE / 100, "GB")])
}

/// Refuses a pair that Fargate does not offer, with the least memory that it does.
fn pair(cpu_word: &Word<'_>, cpu: i128, word: &Word<'_>, gb: i128) -> Result<(), Box<Refusal>> {
    let hundredths = cpu * 100 / ONE;
    let Some((_, from, to, step)) = SIZES.iter().find(|(size, ..)| *size == hundredths && hundredths * ONE == cpu * 100) else {
        return Err(refuse("E_PAIR", &cpu_word.1, Message::new("cost-e-cpu").with("text", excerpt(cpu_word.0))));
    };
    if fits(hundredths, gb) {
        return Ok(());
    }
    let gb_text = |hundredths: i128| format!("{}GB", super::decimal::quantity(hundredths * ONE / 100));
    let offered = (0..).map(|n| from + n * step).take_while(|gb| gb <= to).filter(|gb| fits(hundredths, *gb));
    let least = offered.clone().find(|offer| *offer >= gb).unwrap_or(*to);
    let message =
        Message::new("cost-e-pair").with("cpu", excerpt(cpu_word.0)).with("text", excerpt(word.0)).with("from", gb_text(*from)).with("to", gb_text(*to));
    Err(mended("E_PAIR", word, message, gb_text(least)))
}
