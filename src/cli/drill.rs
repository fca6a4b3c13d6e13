//! `opsdrill drill`: asks, judges and explains on a terminal; elsewhere prints questions with their answers.

use std::io::{self, BufRead, IsTerminal, Write};
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::bail;
use serde_json::json;

use super::args::{Color, Drill as Asked};
use super::outcome_json;
use super::paint::Paint;
use super::sim::find;
use super::{Outcome, pipe};
use crate::sim::{Drill, Judgement, Simulator, Tone};
use crate::text::{Message, Texts, nearest};

/// Does what `opsdrill drill` was asked.
pub fn run(args: &Asked, color: Color, texts: &'static Texts) -> Outcome {
    let sim = find(&args.name, texts)?;
    let kinds = kinds(sim, args.kind.as_deref(), texts)?;
    let first = args.seed.unwrap_or_else(clock);
    let drills = (0..args.number as u64).filter_map(|i| {
        let seed = first.wrapping_add(i);
        let place = usize::try_from(seed % kinds.len() as u64).unwrap_or(0);
        sim.drill(kinds[place], args.level, seed)
    });
    let practice = Practice { sim, texts, paint: Paint::stdout(color), first };
    if args.json {
        pipe(practice.print_json(drills))?;
    } else if io::stdin().is_terminal() && io::stdout().is_terminal() {
        pipe(practice.ask(drills, args.number))?;
    } else {
        pipe(practice.print(drills))?;
    }
    Ok(true)
}

/// A seed that is another each time.
fn clock() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(1, |since| since.as_secs() % 1_000_000)
}

/// The kind that was named, or all.
fn kinds(sim: &dyn Simulator, named: Option<&str>, texts: &Texts) -> anyhow::Result<Vec<&'static str>> {
    let known: Vec<&'static str> = sim.drills().iter().map(|kind| kind.name).collect();
    let Some(named) = named else {
        if known.is_empty() {
            bail!(texts.say(&Message::new("sim-drill-none").with("name", sim.name())));
        }
        return Ok(known);
    };
    if let Some(kind) = known.iter().find(|kind| **kind == named) {
        return Ok(vec![kind]);
    }
    let mut text = texts.say(&Message::new("sim-drill-unknown").with("kind", named.to_owned()).with("known", known.join(", ")));
    if let Some(near) = nearest(named, known).first() {
        text.push('\n');
        text.push_str(&texts.say(&Message::new("sim-did-you-mean").with("word", *near)));
    }
    bail!(text)
}

/// What questions are put with.
struct Practice {
    sim: &'static dyn Simulator,
    texts: &'static Texts,
    paint: Paint,
    first: u64,
}

/// What became of a question.
enum Answered {
    Right,
    Wrong,
    Stop,
}

impl Practice {
    fn print_json(&self, drills: impl Iterator<Item = Drill>) -> io::Result<()> {
        let mut out = io::stdout().lock();
        for drill in drills {
            serde_json::to_writer(&mut out, &self.json(&drill))?;
            out.write_all(b"\n")?;
        }
        Ok(())
    }

    fn json(&self, drill: &Drill) -> serde_json::Value {
        json!({
            "sim": drill.sim,
            "kind": drill.kind,
            "level": drill.level,
            "seed": drill.seed,
            "prompt": outcome_json::message(&drill.prompt, self.texts),
            "choices": drill.choices.iter().map(|(word, m)| json!({"word": word, "text": self.texts.say(m)})).collect::<Vec<_>>(),
            "answer": drill.answer,
            "explanation": drill.explanation.iter().map(|m| outcome_json::message(m, self.texts)).collect::<Vec<_>>(),
            "scenario": drill.scenario,
        })
    }

    /// A question and its answer, a tab between, one a line.
    fn print(&self, drills: impl Iterator<Item = Drill>) -> io::Result<()> {
        let mut out = io::stdout().lock();
        for drill in drills {
            writeln!(out, "{}\t{}", self.texts.say(&drill.prompt), drill.answer)?;
        }
        Ok(())
    }

    fn ask(&self, drills: impl Iterator<Item = Drill>, number: usize) -> io::Result<()> {
        let (mut input, mut out) = (io::stdin().lock(), io::stdout().lock());
        let (mut right, mut asked) = (0_usize, 0_usize);
        for (i, drill) in drills.enumerate() {
            let count = self.paint.tone(Tone::Muted, &format!("{}/{number}", i + 1));
            writeln!(out, "{count}  {}", self.paint.tone(Tone::Strong, &self.texts.say(&drill.prompt)))?;
            for (word, choice) in &drill.choices {
                let said = self.texts.say(choice);
                writeln!(out, "     {word}{}", if said == *word { String::new() } else { format!("  {said}") })?;
            }
            match self.answer(&drill, &mut input, &mut out)? {
                Answered::Stop => break,
                Answered::Right => right += 1,
                Answered::Wrong => {}
            }
            asked += 1;
        }
        let tally = Message::new("sim-drill-tally").with("right", right).with("asked", asked).with("seed", self.first.to_string());
        writeln!(out, "{}", self.texts.say(&tally))
    }

    /// Asks until there is an answer that can be judged.
    fn answer(&self, drill: &Drill, input: &mut impl BufRead, out: &mut impl Write) -> io::Result<Answered> {
        loop {
            write!(out, "   > ")?;
            out.flush()?;
            let mut line = String::new();
            if input.read_line(&mut line)? == 0 || matches!(line.trim(), "q" | "quit") {
                writeln!(out)?;
                return Ok(Answered::Stop);
            }
            match self.sim.judge(drill, line.trim()) {
                Judgement::Unreadable(wanted) => writeln!(out, "   {}", self.paint.tone(Tone::Warn, &self.texts.say(&wanted)))?,
                Judgement::Right => {
                    writeln!(out, "   {}\n", self.paint.tone(Tone::Good, &self.texts.get("sim-drill-right")))?;
                    return Ok(Answered::Right);
                }
                Judgement::Wrong(mistake) => {
                    self.explain(drill, mistake.as_ref(), out)?;
                    return Ok(Answered::Wrong);
                }
            }
        }
    }

    fn explain(&self, drill: &Drill, mistake: Option<&Message>, out: &mut impl Write) -> io::Result<()> {
        let wrong = Message::new("sim-drill-wrong").with("answer", drill.answer.clone());
        writeln!(out, "   {}", self.paint.tone(Tone::Bad, &self.texts.say(&wrong)))?;
        for message in drill.told(mistake) {
            writeln!(out, "     {}", self.texts.say(message))?;
        }
        writeln!(out, "     {}\n", self.paint.tone(Tone::Muted, &format!("opsdrill sim {} {}", drill.sim, drill.scenario)))
    }
}
