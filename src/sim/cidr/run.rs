//! A scenario line by line: which command each line is, and what it answers.

use std::sync::LazyLock;

use super::read::{Piece, Read, hinted, mended, refuse};
use super::tree::{self, Block, tree};
use super::words::Words;
use super::{aws, bits, class, drill, info, join, nth, relate, room, split};
use crate::sim::{Outcome, Refusal, Run};
use crate::text::{Message, nearest};

/// A command of the grammar.
struct Form {
    /// Its words, the first of them the usual one.
    words: &'static [&'static str],
    /// How it is written, one form a line.
    shape: &'static str,
    /// Reads the rest of the line and answers it.
    answer: Answer,
}

/// How much of a scenario a command takes.
#[derive(Clone, Copy)]
enum Answer {
    /// Its own line.
    Line(fn(&mut Words<'_>) -> Read<Outcome>),
    /// Its own line and those after it, which are edits.
    Tree,
}

use Answer::{Line, Tree};

/// Every command, in the order in which help lists them.
const FORMS: &[Form] = &[
    Form { words: &["info", "정보"], shape: "[info] NET", answer: Line(info::answer) },
    Form { words: &["bits", "비트"], shape: "bits NET", answer: Line(bits::answer) },
    Form { words: &["split", "나누기"], shape: "split NET /LEN\nsplit NET into N\nsplit NET hosts N,N,... [aws]", answer: Line(split::split) },
    Form { words: &["join", "합치기"], shape: "join NET NET ...", answer: Line(join::join) },
    Form { words: &["sum", "요약"], shape: "sum NET NET ...", answer: Line(join::sum) },
    Form { words: &["super", "상위"], shape: "super NET /LEN", answer: Line(join::supernet) },
    Form { words: &["cover", "감싸기"], shape: "cover NET NET ...", answer: Line(join::cover) },
    Form { words: &["in", "포함"], shape: "in ADDRESS|NET NET", answer: Line(relate::within) },
    Form { words: &["overlap", "겹침"], shape: "overlap NET NET ...", answer: Line(relate::overlap) },
    Form { words: &["minus", "빼기"], shape: "minus NET NET", answer: Line(room::minus) },
    Form { words: &["free", "남은"], shape: "free NET used NET NET ...", answer: Line(room::free) },
    Form { words: &["range", "범위"], shape: "range ADDRESS - ADDRESS", answer: Line(room::range) },
    Form { words: &["subnet", "서브넷"], shape: "subnet NET NEWBITS NUMBER", answer: Line(nth::subnet) },
    Form { words: &["host", "호스트"], shape: "host NET [-]N", answer: Line(nth::host) },
    Form { words: &["class", "클래스"], shape: "class ADDRESS", answer: Line(class::answer) },
    Form { words: &["vpc"], shape: "vpc NET + NET ... [routes NET NET ...]", answer: Line(aws::vpc) },
    Form { words: &["plan", "계획"], shape: "plan NET az N tier NAME:/LEN NAME:/LEN ...", answer: Line(aws::plan) },
    Form { words: &["peer", "피어링"], shape: "peer NET NET ... | NET NET ...", answer: Line(aws::peer) },
    Form { words: &["drill", "연습"], shape: "drill [KIND] [LEVEL] [seed N]", answer: Line(drill::answer) },
    Form { words: &["tree", "트리"], shape: "tree NET + NET ...", answer: Tree },
];

/// The grammar for help.
pub fn grammar() -> &'static str {
    static TEXT: LazyLock<String> = LazyLock::new(|| {
        let lines = FORMS.iter().flat_map(|form| {
            let more = form.words[1..].join(" ");
            form.shape.lines().enumerate().map(move |(i, line)| if i == 0 && !more.is_empty() { format!("{line:<58}{more}") } else { line.to_owned() })
        });
        lines.chain(["".to_owned(), tree::SHAPES.to_owned()]).collect::<Vec<_>>().join("\n")
    });
    &TEXT
}

/// Runs every line.
pub fn run(scenario: &str) -> Run {
    let mut run = Run::default();
    let mut lines = lines(scenario).peekable();
    while let Some(line) = lines.next() {
        let mut words = Words::new(line);
        let answered = match form(&mut words) {
            Ok(Form { answer: Line(answer), .. }) => complete(words, *answer),
            Ok(_) => {
                let edits = std::iter::from_fn(|| lines.next_if(|line| !begins_tree(*line))).collect();
                let (outcome, refusals) = tree(Block { scenario, head: words, edits });
                run.refusals.extend(refusals);
                outcome
            }
            Err(refusal) => Err(refusal),
        };
        match answered {
            Ok(outcome) => run.outcomes.push(outcome),
            Err(refusal) => run.refusals.push(*refusal),
        }
    }
    if run.outcomes.is_empty() && run.refusals.is_empty() {
        run.refusals.push(*hinted(refuse("E_EMPTY", 0..0, Message::new("cidr-e-empty")), Message::new("cidr-h-empty")));
    }
    run.refusals.sort_by_key(|refusal| refusal.at.start);
    run
}

fn begins_tree(line: Piece<'_>) -> bool {
    FORMS.iter().any(|form| matches!(form.answer, Tree) && Words::new(line).eat(form.words))
}

/// What a line would answer, without fixes of its own; `None` if it is refused.
pub fn try_line(line: &str) -> Option<Outcome> {
    let mut words = Words::new(Piece::whole(line));
    words.tried = true;
    match form(&mut words).ok()?.answer {
        Line(answer) => complete(words, answer).ok(),
        Tree => None,
    }
}

/// The lines that say something, without comments and spaces around.
fn lines(scenario: &str) -> impl Iterator<Item = Piece<'_>> {
    Piece::whole(scenario).split('\n').map(uncommented).filter(|line| !line.text.is_empty())
}

/// A line up to a `#` at its beginning or between spaces; a `#` at its end may be a mark.
fn uncommented(line: Piece<'_>) -> Piece<'_> {
    let line = line.trim();
    let end = if line.text.starts_with('#') { 0 } else { line.text.find(" # ").unwrap_or(line.text.len()) };
    line.part(0..end).trim()
}

/// Answers a line, of which nothing may be left over.
fn complete(mut words: Words<'_>, answer: fn(&mut Words<'_>) -> Read<Outcome>) -> Read<Outcome> {
    let asked = words.asked.clone();
    let outcome = answer(&mut words)?;
    match words.take_rest() {
        rest if rest.text.is_empty() => Ok(Outcome { asked, ..outcome }),
        rest => Err(refuse("E_TRAILING", rest.range(), Message::new("cidr-e-trailing").with("text", rest.text.to_owned()))),
    }
}

/// Which command a line is; one that begins with an address is `info`.
fn form(words: &mut Words<'_>) -> Read<&'static Form> {
    let first = words.peek().unwrap_or(Piece::whole(""));
    if let Some(form) = FORMS.iter().find(|form| words.eat(form.words)) {
        return Ok(form);
    }
    if first.text.contains(['.', ':', '/', '．', '：', '／']) || first.text.starts_with(|c: char| c.is_numeric()) {
        return Ok(&FORMS[0]);
    }
    Err(unknown(first))
}

fn unknown(word: Piece<'_>) -> Box<Refusal> {
    let refusal = refuse("E_COMMAND", word.range(), Message::new("cidr-e-command").with("word", word.text.to_owned()));
    let known = FORMS.iter().flat_map(|form| form.words).copied();
    match nearest(word.text, known).first().copied() {
        Some(near) => mended(hinted(refusal, Message::new("cidr-h-command").with("word", near)), word.range(), near),
        None => hinted(refusal, Message::new("cidr-h-commands").with("words", FORMS.iter().map(|f| f.words[0]).collect::<Vec<_>>().join(" "))),
    }
}
