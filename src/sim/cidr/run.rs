//! A scenario line by line: which command each line is, and what it answers.

use std::sync::LazyLock;

use super::read::{Piece, Read, hinted, mended, refuse};
use super::tree::{self, Block, tree};
use super::words::Words;
use super::{aws, bits, class, drill, info, join, nth, relate, room, split};
use crate::sim::{Outcome, Refusal, Run};
use crate::text::{Message, excerpt, nearest};

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

/// The most commands of a scenario, the most edits of a tree, and the most refusals: who has more mends these first.
const MOST_COMMANDS: usize = 1_000;
const MOST_EDITS: usize = 10_000;
const MOST_REFUSALS: usize = 50;

/// Runs every line.
pub fn run(scenario: &str) -> Run {
    let mut run = Run::default();
    let mut lines = lines(scenario).peekable();
    let mut commands = 0;
    while let Some(line) = lines.next().filter(|_| run.refusals.len() < MOST_REFUSALS) {
        commands += 1;
        if commands > MOST_COMMANDS {
            run.refusals.push(*refuse("E_MANY", line.range(), Message::new("cidr-e-many").with("most", MOST_COMMANDS)));
            break;
        }
        let mut words = Words::new(line);
        let answered = match form(&mut words) {
            Ok(Form { answer: Line(answer), .. }) => complete(words, *answer),
            Ok(_) => {
                let edits = std::iter::from_fn(|| lines.next_if(|line| !begins_tree(*line))).take(MOST_EDITS).collect();
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
    run.refusals.truncate(MOST_REFUSALS);
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
        rest => Err(refuse("E_TRAILING", rest.range(), Message::new("cidr-e-trailing").with("text", excerpt(rest.text)))),
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
    let refusal = refuse("E_COMMAND", word.range(), Message::new("cidr-e-command").with("word", excerpt(word.text)));
    let known = FORMS.iter().flat_map(|form| form.words).copied();
    match nearest(word.text, known).first().copied() {
        Some(near) => mended(hinted(refusal, Message::new("cidr-h-command").with("word", near)), word.range(), near),
        None => hinted(refusal, Message::new("cidr-h-commands").with("words", FORMS.iter().map(|f| f.words[0]).collect::<Vec<_>>().join(" "))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, verdict: &str) {
        let run = run(line);
        assert_eq!(run.refusals, vec![], "{line}");
        assert_eq!(run.outcomes.iter().map(|o| o.verdict.as_str()).collect::<Vec<_>>(), [verdict], "{line}");
    }

    /// The refused part of the line stands between carets: `^10.0.300.0^`.
    #[track_caller]
    fn refused(line: &str, code: &str) {
        let text = line.replace('^', "");
        let run = run(&text);
        let [refusal] = &run.refusals[..] else { panic!("{line}: {:?}", run.refusals) };
        let mut shown = text;
        shown.insert(refusal.at.end, '^');
        shown.insert(refusal.at.start, '^');
        assert_eq!((shown.as_str(), refusal.code), (line, code));
    }

    #[test]
    fn each_command_has_its_verdict() {
        check("10.0.37.200/20", "10.0.32.0/20");
        check("INFO 10.0.37.200/255.255.240.0", "10.0.32.0/20");
        check("비트 2001:db8::1/32", "2001:db8::/32");
        check("split 10.0.0.0/16 /18", "10.0.0.0/18 10.0.64.0/18 10.0.128.0/18 10.0.192.0/18");
        check("split 10.0.0.0/16 into 3", "10.0.0.0/18 10.0.64.0/18 10.0.128.0/18");
        check("split 10.0.0.0/24 hosts 20, 100", "10.0.0.128/27 10.0.0.0/25");
        check("split 10.0.0.0/24 hosts 11 12 aws", "10.0.0.32/28 10.0.0.0/27");
        check("split 10.0.0.0/24 hosts 300", "none");
        check("join 10.0.0.0/24,10.0.1.0/24", "10.0.0.0/23");
        check("합치기 10.0.1.0/24 10.0.2.0/24", "none");
        check("sum 10.0.2.0/24 10.0.3.0/24", "10.0.2.0/23");
        check("super 10.0.37.0/24 /20", "10.0.32.0/20");
        check("cover 10.0.1.0/24 10.0.6.0/24", "10.0.0.0/21");
        check("in 10.0.5.9 10.0.4.0/23", "ok");
        check("in 10.0.0.0/8 10.0.4.0/23", "refused");
        check("overlap 10.0.0.0/16 10.1.0.0/16 10.0.4.0/22", "10.0.0.0/16 10.0.4.0/22");
        check("overlap 10.0.0.0/16 10.1.0.0/16", "none");
        check("minus 10.0.0.0/16 10.0.64.0/20", "10.0.0.0/18 10.0.80.0/20 10.0.96.0/19 10.0.128.0/17");
        check("free 10.0.0.0/24 used 10.0.0.0/25 10.0.0.192/26", "10.0.0.128/26");
        check("range 10.0.0.3-10.0.0.8", "10.0.0.3/32 10.0.0.4/30 10.0.0.8/32");
        check("subnet 10.0.0.0/16 8 5", "10.0.5.0/24");
        check("host 10.0.0.0/24 -2", "10.0.0.254");
        check("class 192.0.2.1", "192.0.2.0/24");
        check("class 224.0.0.1", "none");
        check("vpc 10.1.0.0/16 + 10.2.0.0/16", "ok");
        check("plan 10.0.0.0/16 az 2 tier web:/24 db:/26", "10.0.0.0/24 10.0.1.0/24 10.0.2.0/26 10.0.2.64/26");
        check("plan 10.0.0.0/16 az 2 tier web:/30", "refused");
        check("peer 10.0.0.0/16 | 10.1.0.0/16", "ok");
        check("peer 10.0.0.0/16 | 10.0.4.0/22 192.168.0.0/24", "refused");
        check("tree 10.0.0.0/16\nsplit 10.0.0.0/16\njoin 10.0.0.0/16\nsplit 10.0.0.0/16 /17", "10.0.0.0/17 10.0.128.0/17");
        check("drill host-count 1 seed 5", "126");
    }

    #[test]
    fn long_verdicts_show_their_ends() {
        let run = run("split 10.0.0.0/8 /24");
        assert!(run.outcomes[0].verdict.starts_with("10.0.0.0/24 10.0.1.0/24"));
        assert!(run.outcomes[0].verdict.ends_with(" ... 10.255.255.0/24"));
    }

    #[test]
    fn what_cannot_be_read_has_its_place() {
        refused("^^", "E_EMPTY");
        refused("10.0.^300^.0/24", "E_OCTET");
        refused("^10.0.0^/24", "E_PARTS");
        refused("^10.0.0.0.0^/24", "E_PARTS");
        refused("10.0^.^.0/24", "E_PARTS");
        refused("10.0.^010^.0/24", "E_LEADING_ZERO");
        refused("10.0.0.0/^33^", "E_PLEN_RANGE");
        refused("::/^129^", "E_PLEN_RANGE");
        refused("10.0.0.0/^08^", "E_LEADING_ZERO");
        refused("10.0.0.0/^255.0.255.0^", "E_MASK_GAP");
        refused("10.0.0.0/^0.0.0.255^", "E_WILDCARD");
        refused("10.0.0.0^/^", "E_EMPTY_PREFIX");
        refused("^/24^", "E_EMPTY_ADDRESS");
        refused("10.0.0.0/24^/24^", "E_TRAILING");
        refused("info 10.0.0.0/24 ^10.0.1.0/24^", "E_TRAILING");
        refused("10.0.0.0/2^x^", "E_TRAILING");
        refused("10.0.0.^0x1f^/24", "E_DIGIT");
        refused("^１０^.0.0.0/8", "E_NON_ASCII");
        refused("2001:db8:^12345^::/64", "E_V6_GROUP");
        refused("2001:db8:^xyz^::/64", "E_V6_GROUP");
        refused("^1:2:3:4:5:6:7^/64", "E_V6_GROUP");
        refused("1::2^::^3/64", "E_V6_DOUBLE_COLON");
        refused("fe80::1^%eth0^/64", "E_V6_ZONE");
        refused("::/^255.0.0.0^", "E_FAMILY");
        refused("minus 10.0.0.0/8 ^::/8^", "E_FAMILY");
        refused("^spilt^ 10.0.0.0/8 /9", "E_COMMAND");
        refused("split 10.0.0.0/8 ^9^", "E_SLASH");
        refused("split 10.0.0.0/8^^", "E_EXPECTED");
        refused("join^^", "E_EXPECTED");
        refused("range ^10.0.0.9 - 10.0.0.1^", "E_ORDER");
        refused("tree 10.0.0.0/16\nsplit ^10.0.0.0/24^", "E_NOT_LEAF");
        refused("tree 10.0.0.0/16\nmark 10.0.0.0/16 ^가^", "E_SYMBOL");
        refused("tree 10.0.0.0/16 + ^10.0.1.0/24^", "E_OVERLAP");
    }

    #[test]
    fn a_certain_mend_leads_to_an_answer() {
        for (line, mended) in [
            ("１０.0.0.0／8", "10.0.0.0/8"),
            ("10.0.0.0/0.0.0.255", "10.0.0.0/255.255.255.0"),
            ("10.0.0.0/08", "10.0.0.0/8"),
            ("10.0.0.0  255.0.0.0", "10.0.0.0/255.0.0.0"),
            ("spilt 10.0.0.0/8 /9", "split 10.0.0.0/8 /9"),
            ("split 10.0.0.0/8 9", "split 10.0.0.0/8 /9"),
            ("range 10.0.0.9 - 10.0.0.1", "range 10.0.0.1 - 10.0.0.9"),
        ] {
            let refused = run(line).refusals;
            let mend = refused[0].mend.as_ref().unwrap();
            assert_eq!(mend.apply(line, ""), mended);
            assert_eq!(run(mended).refusals, vec![]);
        }
    }

    #[test]
    fn lines_are_answered_each_and_a_bad_one_spoils_no_other() {
        let run = run("# two and a half\ninfo 10.0.0.0/8 # ten\n\nnonsense\nbits 10.0.0.1\ntree 10.0.0.0/8\nsplit 10.0.0.0/8\ntree ::/0\n");
        assert_eq!(run.outcomes.iter().map(|o| o.verdict.as_str()).collect::<Vec<_>>(), ["10.0.0.0/8", "10.0.0.1/32", "10.0.0.0/9 10.128.0.0/9", "::/0"]);
        assert_eq!(run.refusals.len(), 1);
    }

    #[test]
    fn a_million_lines_are_refused_soon() {
        let codes = |scenario: &str| {
            let refusals = run(scenario).refusals;
            (refusals.len(), refusals.last().unwrap().code)
        };
        assert_eq!(codes(&"a = 1\n".repeat(1_000_000)), (50, "E_COMMAND"));
        assert_eq!(codes(&"info 10.0.0.0/24\n".repeat(1_000_000)), (1, "E_MANY"));
        assert_eq!(codes(&format!("tree 10.0.0.0/8\n{}", "split 10.0.0.0/8\n".repeat(100_000))).0, 50);
        assert_eq!(codes(&"x".repeat(10 << 20)), (1, "E_COMMAND"));
    }

    #[test]
    fn what_was_read_otherwise_is_said() {
        let notice = |line: &str| run(line).outcomes[0].notices.iter().map(|n| (n.message.id, n.code)).collect::<Vec<_>>();
        assert_eq!(notice("info 10.0.0.1"), [("cidr-n-bare", None)]);
        assert_eq!(notice("split 10.0.5.0/16 /17"), [("cidr-n-host-bits", Some("HOST_BITS"))]);
        assert_eq!(notice("split 10.0.0.0/16 /17"), []);
    }

    #[test]
    fn why_two_do_not_join_has_a_code() {
        for (line, code) in [
            ("join 10.0.1.0/24 10.0.2.0/24", "MISALIGNED"),
            ("join 10.0.0.0/24 10.0.2.0/24", "NOT_ADJACENT"),
            ("join 10.0.0.0/24 10.0.1.0/25", "NOT_SIBLINGS_SIZE"),
            ("split 10.0.0.0/24 hosts 300", "NO_ROOM"),
            ("peer 10.0.0.0/16 | 10.0.0.0/8", "PEER_OVERLAP"),
            ("vpc 10.0.0.0/15", "AWS_SIZE"),
            ("vpc 169.254.0.0/16", "AWS_RESERVED_RANGE"),
            ("vpc 10.1.0.0/16 + 10.1.4.0/24", "AWS_OVERLAP"),
            ("vpc 10.1.0.0/16 + 172.16.0.0/16", "AWS_SECONDARY_RANGE"),
            ("vpc 10.1.0.0/16 + 10.0.0.0/16", "AWS_SECONDARY_RANGE"),
            ("vpc 10.2.0.0/16 + 10.0.0.0/24 routes 10.0.0.0/24", "AWS_ROUTE"),
        ] {
            assert_eq!(run(line).outcomes[0].codes, [code], "{line}");
        }
        check("vpc 10.2.0.0/16 + 10.0.0.0/25 routes 10.0.0.0/24", "ok");
        check("vpc 172.17.0.0/16", "ok");
        check("vpc 100.64.0.0/16 + 198.51.0.0/16", "ok");
        check("vpc 10.2.0.0/16 + 198.19.0.0/16", "refused");
        check("vpc 172.16.0.0/16 + 172.31.0.0/16", "refused");
    }
}
