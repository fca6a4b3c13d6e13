use std::collections::HashMap;
use std::sync::Arc;

use super::analyse::Analyser;
use super::form::Form;
use super::glossary::{Concept, Glossary};
use super::lexicon::Lexicon;
use super::query::Asked;
use super::stop::is_stop;
use super::word::{Script, Word, words};

/// How much a form counts beside what was typed. Tuned on judged queries; the optimum is flat.
mod weight {
    /// What was typed, as it was typed.
    pub const TYPED: f32 = 1.0;
    /// A form of the same meaning.
    pub const SAME: f32 = 0.95;
    /// A form that only belongs to the concept.
    pub const ALSO: f32 = 0.5;
    /// A concept of one word of a longer name.
    pub const INNER: f32 = 0.8;
    /// A word that goes on as the last one began, which is no word yet.
    pub const COMPLETION: f32 = 1.0;
    /// The same, where what was typed is a word already.
    pub const COMPLETION_BESIDE_WORD: f32 = 0.5;
    /// A concept whose name goes on so.
    pub const BEGUN: f32 = 0.7;
    /// The same, where what was typed names a concept already.
    pub const BEGUN_BESIDE_NAMED: f32 = 0.2;
}

/// Words of a query beyond this many are left out: someone pasted a page.
const MOST_WORDS: usize = 32;
/// The longest name in the glossary that is looked for, in words.
const LONGEST_NAME: usize = 4;
/// Words that may complete the last one.
const COMPLETIONS: usize = 16;
/// Glossary names that may complete the last words.
const BEGUN_NAMES: usize = 12;
/// Forms of one unit that are looked for, the heaviest first.
const MOST_FORMS: usize = 40;

/// A thing that the query asks for, in every form that it may have in a text.
#[derive(Debug)]
pub struct Unit {
    /// What part it plays.
    pub role: Role,
    /// The forms with their weights, the heaviest first, none twice.
    pub forms: Vec<(Arc<Form>, f32)>,
}

/// The part that a unit plays in the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A word, or words that together name one concept.
    Whole,
    /// One word of a name of several: the whole name is wanted, the word is better than nothing.
    Part,
    /// A word that only carries the question.
    Stop,
}

impl Role {
    /// How much of a unit's score counts.
    #[must_use]
    pub const fn weight(self) -> f32 {
        match self {
            Role::Whole => 1.0,
            Role::Part => 0.35,
            Role::Stop => 0.08,
        }
    }
}

/// What is known when a query is read.
pub struct Reader<'a> {
    /// Which words mean the same.
    pub glossary: &'a Glossary,
    /// The words of the lessons.
    pub lexicon: &'a Lexicon,
    /// Makes tokens.
    pub analyser: &'a mut Analyser,
}

impl Reader<'_> {
    /// The units of a query's free words: the longest names of the glossary first, then single words.
    pub fn units(&mut self, asked: &Asked) -> Vec<Unit> {
        let mut words = words(&asked.words);
        let unfinished = asked.unfinished && words.len() <= MOST_WORDS;
        words.truncate(MOST_WORDS);
        let all_stop = words.iter().all(|word| is_stop(&word.text));
        let mut units = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let rest = Rest { words: &words[at..], unfinished };
            let stop = !all_stop && is_stop(&words[at].text);
            at += self.next(&rest, stop, &mut units);
        }
        units
    }

    /// Reads one unit off the front and says how many words it took.
    fn next(&mut self, rest: &Rest<'_>, stop: bool, units: &mut Vec<Unit>) -> usize {
        for count in (2..=LONGEST_NAME.min(rest.words.len())).rev() {
            let name = self.name(rest, count);
            if !name.is_empty() {
                units.push(name.unit(Role::Whole));
                units.extend((0..count).map(|at| self.inner(&rest.after(at)).unit(Role::Part)));
                return count;
            }
        }
        let unit = if stop { self.typed(rest).unit(Role::Stop) } else { self.word(rest).unit(Role::Whole) };
        units.push(unit);
        1
    }

    /// The forms of the concepts that the first `count` words name or, at the end of the query, begin to name.
    fn name(&mut self, rest: &Rest<'_>, count: usize) -> Forms {
        let mut forms = Forms::default();
        let words = &rest.words[..count];
        self.add_named(words, weight::TYPED, &mut forms);
        self.add_begun(rest, count, &mut forms);
        if !forms.is_empty() {
            self.add_typed(words, &mut forms);
        }
        forms
    }

    /// The forms of the first word, taken alone.
    fn word(&mut self, rest: &Rest<'_>) -> Forms {
        let mut forms = self.typed(rest);
        self.add_named(&rest.words[..1], weight::TYPED, &mut forms);
        self.add_begun(rest, 1, &mut forms);
        forms
    }

    /// The forms of the first word as one of a longer name.
    fn inner(&mut self, rest: &Rest<'_>) -> Forms {
        let mut forms = self.typed(rest);
        self.add_named(&rest.words[..1], weight::INNER, &mut forms);
        forms
    }

    /// The first word as it was typed, with the words that it may become.
    fn typed(&mut self, rest: &Rest<'_>) -> Forms {
        let mut forms = Forms::default();
        let Some(word) = rest.words.first() else { return forms };
        self.add_typed(&rest.words[..1], &mut forms);
        if rest.ends_after(1) && may_go_on(word) {
            let known = self.lexicon.knows(&word.text);
            let weight = if known { weight::COMPLETION_BESIDE_WORD } else { weight::COMPLETION };
            for completion in self.lexicon.completions(&word.text, COMPLETIONS) {
                if let Some(form) = Form::of(completion.word, self.analyser) {
                    forms.add(Arc::new(form), weight * completion.share);
                }
            }
        }
        forms
    }

    fn add_typed(&mut self, words: &[Word], forms: &mut Forms) {
        let tokens = self.analyser.tokens(words);
        forms.add(Arc::new(Form { tokens, several: words.len() > 1 }), weight::TYPED);
    }

    fn add_named(&mut self, words: &[Word], weight: f32, forms: &mut Forms) {
        for concept in self.glossary.named(words, self.analyser) {
            forms.named = true;
            forms.add_concept(concept, weight);
        }
    }

    /// Adds the concepts whose names go on as the first `count` words do, if the query ends there.
    fn add_begun(&self, rest: &Rest<'_>, count: usize, forms: &mut Forms) {
        let words = &rest.words[..count];
        if !rest.ends_after(count) || !long_enough(words) {
            return;
        }
        let weight = if forms.named { weight::BEGUN_BESIDE_NAMED } else { weight::BEGUN };
        for concept in self.glossary.begun(words, BEGUN_NAMES) {
            forms.add_concept(concept, weight);
        }
    }
}

/// What of the query is still to be read.
struct Rest<'a> {
    words: &'a [Word],
    /// Whether its last word may go on.
    unfinished: bool,
}

impl Rest<'_> {
    fn after(&self, count: usize) -> Rest<'_> {
        Rest { words: self.words.get(count..).unwrap_or_default(), unfinished: self.unfinished }
    }

    /// Whether the query ends, unfinished, with the first `count` words.
    fn ends_after(&self, count: usize) -> bool {
        self.unfinished && self.words.len() == count
    }
}

/// Whether so little as `word` is worth completing.
fn may_go_on(word: &Word) -> bool {
    match word.script {
        Script::Latin => word.text.chars().nth(1).is_some(),
        Script::Hangul => true,
        Script::Jamo | Script::Ideographs => false,
    }
}

/// Whether so little as `words` may be the beginning of a name: three letters or two syllables.
fn long_enough(words: &[Word]) -> bool {
    let letters: usize = words.iter().map(|word| word.text.chars().count()).sum();
    letters >= if words.iter().all(|word| word.text.is_ascii()) { 3 } else { 2 }
}

/// Forms with the greatest weight that each was given.
#[derive(Default)]
struct Forms {
    weights: HashMap<Arc<Form>, f32>,
    /// Whether a concept was named in full.
    named: bool,
}

impl Forms {
    fn is_empty(&self) -> bool {
        self.weights.is_empty()
    }

    fn add(&mut self, form: Arc<Form>, weight: f32) {
        let known = self.weights.entry(form).or_default();
        *known = known.max(weight);
    }

    fn add_concept(&mut self, concept: &Concept, weight: f32) {
        for (forms, part) in [(&concept.same, weight::SAME), (&concept.also, weight::ALSO)] {
            for form in forms {
                self.add(Arc::clone(form), weight * part);
            }
        }
    }

    fn unit(self, role: Role) -> Unit {
        let mut forms: Vec<(Arc<Form>, f32)> = self.weights.into_iter().collect();
        forms.sort_by(|(a, wa), (b, wb)| wb.total_cmp(wa).then_with(|| a.tokens.cmp(&b.tokens)));
        forms.truncate(MOST_FORMS);
        Unit { role, forms }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLOSSARY: &str = r#"concept = [
        { same = ["cost", "비용"], also = ["money"] },
        { same = ["gateway", "게이트웨이"] },
        { same = ["nat gateway", "NAT 게이트웨이"] },
    ]"#;

    /// The units of a query as text: role, then the heaviest forms.
    #[track_caller]
    fn check(query: &str, expected: &[&str]) {
        let mut analyser = Analyser::default();
        let glossary = Glossary::read(GLOSSARY, &mut analyser).unwrap();
        let lexicon = Lexicon::new([("subnets", 2), ("submit", 1), ("파티션", 1)].map(|(w, n)| (w.to_owned(), n)), 9);
        let asked = super::super::Query { text: query.to_owned(), ..Default::default() }.asked();
        let units = Reader { glossary: &glossary, lexicon: &lexicon, analyser: &mut analyser }.units(&asked);
        let found: Vec<String> = units.iter().map(picture).collect();
        assert_eq!(found, expected, "{query}");
    }

    fn picture(unit: &Unit) -> String {
        let forms: Vec<String> = unit.forms.iter().map(|(form, weight)| format!("{}*{weight:.2}", form.tokens.join("+"))).collect();
        format!("{:?} {}", unit.role, forms.join(" "))
    }

    #[test]
    fn a_word_brings_its_synonyms() {
        check("비용 ", &["Whole 비용*1.00 cost*0.95 money*0.50"]);
        check("money ", &["Whole money*1.00"]);
    }

    #[test]
    fn the_longest_name_is_taken_with_its_words_beside_it() {
        check(
            "nat gateway cost ",
            &[
                "Whole nat+gateway*1.00 nat+게이+이트+트웨+웨이*0.95",
                "Part nat*1.00",
                "Part gateway*1.00 게이+이트+트웨+웨이*0.76",
                "Whole cost*1.00 비용*0.95 money*0.50",
            ],
        );
    }

    #[test]
    fn words_of_the_question_are_stop_words_beside_others() {
        check("how to cost ", &["Stop how*1.00", "Stop to*1.00", "Whole cost*1.00 비용*0.95 money*0.50"]);
        check("how ", &["Whole how*1.00"]);
    }

    #[test]
    fn the_last_word_may_be_unfinished() {
        check("sub", &["Whole sub*1.00 subnet*1.00 submit*0.73"]);
        check("sub ", &["Whole sub*1.00"]);
        check("파티셔", &["Whole 파티+티셔*1.00 파티+티션*1.00"]);
        check("nat gat", &["Whole nat+gat*1.00 nat+gateway*0.66 nat+게이+이트+트웨+웨이*0.66", "Part nat*1.00", "Part gat*1.00"]);
    }

    #[test]
    fn a_pasted_page_is_cut() {
        let page = "word ".repeat(10_000);
        let mut analyser = Analyser::default();
        let glossary = Glossary::read(GLOSSARY, &mut analyser).unwrap();
        let asked = super::super::Query { text: page, ..Default::default() }.asked();
        let units = Reader { glossary: &glossary, lexicon: &Lexicon::default(), analyser: &mut analyser }.units(&asked);
        assert_eq!(units.len(), MOST_WORDS);
    }
}
