use super::judge::{Judged, judge};
use super::shuffle::shuffled;
use super::verdict::{Grading, Mark, Verdict};
use crate::content::{Accepted, Blank, Choice, Inlines, Kind, Question};

/// One try at a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Attempt {
    question: Question,
    sheet: Sheet,
}

/// What the learner works on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// Choices as shown, and which are picked; only one of them unless `many`.
    Choices { shown: Vec<usize>, picked: Vec<bool>, many: bool },
    /// Items as they are arranged now.
    Order { shown: Vec<usize> },
    /// The right column as shown, and for each item of the left column its partner in the right one.
    Match { shown: Vec<usize>, partners: Vec<Option<usize>> },
    /// Places to type into; a typed question has one.
    Fields(Vec<Field>),
    /// The learner thinks, then compares.
    Recall,
    /// The learner speaks, then ticks the points made.
    Rubric { ticked: Vec<bool> },
}

/// A place to type into.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Field {
    /// The index among the question's blanks; 0 in a typed question.
    pub blank: usize,
    /// What has been typed.
    pub text: String,
}

impl Attempt {
    /// A try at `question`; `seed` decides every order in which something is shown.
    ///
    /// `blank` is the number of the card, where one card of a cloze is asked and the other blanks are
    /// shown; without it all blanks are asked.
    #[must_use]
    pub fn new(question: &Question, blank: Option<u32>, seed: u64) -> Attempt {
        Attempt { sheet: Sheet::of(question, blank, seed), question: question.clone() }
    }

    /// The question.
    #[must_use]
    pub fn question(&self) -> &Question {
        &self.question
    }

    /// The same try at the question in another language: what was picked, moved or typed stays.
    ///
    /// Where the question has another shape there, it is asked anew, in the order in which it is written.
    #[must_use]
    pub fn reworded(&self, question: &Question) -> Attempt {
        let fresh = Sheet::of(question, None, 0);
        let sheet = match (&self.sheet, &question.kind) {
            (Sheet::Fields(_), Kind::Cloze { blanks, .. }) => Sheet::Fields(self.moved(blanks)),
            (sheet, _) if sheet.fits(&fresh) => sheet.clone(),
            _ => fresh,
        };
        Attempt { question: question.clone(), sheet }
    }

    /// The fields in the order of other blanks: the numbers tell which is which.
    fn moved(&self, blanks: &[Blank]) -> Vec<Field> {
        let numbers = self.numbers();
        let mut fields = Vec::new();
        for (number, places) in numbers {
            let same = blanks.iter().enumerate().filter(|(_, blank)| blank.card == number).map(|(at, _)| at);
            let texts = places.iter().map(|at| self.typed(*at)).chain(std::iter::repeat(""));
            fields.extend(same.zip(texts).map(|(blank, text)| Field { blank, text: text.to_owned() }));
        }
        fields.sort_by_key(|field| field.blank);
        fields
    }

    fn typed(&self, field: usize) -> &str {
        match &self.sheet {
            Sheet::Fields(fields) => fields.get(field).map_or("", |field| field.text.as_str()),
            _ => "",
        }
    }

    /// The numbers of the blanks that are asked, each with its fields; none if it is no cloze.
    #[must_use]
    pub fn numbers(&self) -> Vec<(u32, Vec<usize>)> {
        let (Kind::Cloze { blanks, .. }, Sheet::Fields(fields)) = (&self.question.kind, &self.sheet) else { return Vec::new() };
        let mut numbers: Vec<(u32, Vec<usize>)> = Vec::new();
        for (at, field) in fields.iter().enumerate() {
            let Some(number) = blanks.get(field.blank).map(|blank| blank.card) else { continue };
            match numbers.iter_mut().find(|(known, _)| *known == number) {
                Some((_, places)) => places.push(at),
                None => numbers.push((number, vec![at])),
            }
        }
        numbers
    }

    /// What the learner works on.
    #[must_use]
    pub fn sheet(&self) -> &Sheet {
        &self.sheet
    }

    /// Takes a choice or ticks a point, or takes that back; where one is to be chosen, the other is let go.
    pub fn toggle(&mut self, index: usize) {
        let (marks, many) = match &mut self.sheet {
            Sheet::Choices { picked, many, .. } => (picked, *many),
            Sheet::Rubric { ticked } => (ticked, true),
            _ => return,
        };
        let on = marks.get(index).is_some_and(|on| !on);
        if !many {
            marks.fill(false);
        }
        if let Some(mark) = marks.get_mut(index) {
            *mark = on;
        }
    }

    /// Moves the item shown at `from` to the place `to`; those between make room.
    pub fn shift(&mut self, from: usize, to: usize) {
        if let Sheet::Order { shown } = &mut self.sheet
            && from < shown.len()
        {
            let item = shown.remove(from);
            shown.insert(to.min(shown.len()), item);
        }
    }

    /// Puts an item of the left column and one of the right together; both leave their partners. The same again parts them.
    pub fn pair(&mut self, left: usize, right: usize) {
        let Sheet::Match { shown, partners } = &mut self.sheet else { return };
        if left >= partners.len() || right >= shown.len() {
            return;
        }
        let parted = partners[left] == Some(right);
        partners.iter_mut().filter(|p| **p == Some(right)).for_each(|p| *p = None);
        partners[left] = (!parted).then_some(right);
    }

    /// Puts text into a field.
    pub fn write(&mut self, field: usize, text: impl Into<String>) {
        if let Sheet::Fields(fields) = &mut self.sheet
            && let Some(field) = fields.get_mut(field)
        {
            field.text = text.into();
        }
    }

    /// Whether everything that can be answered has been.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        match &self.sheet {
            Sheet::Choices { picked, .. } => picked.contains(&true),
            Sheet::Match { partners, .. } => !partners.contains(&None),
            Sheet::Fields(fields) => fields.iter().all(|field| !field.text.trim().is_empty()),
            Sheet::Order { .. } | Sheet::Recall | Sheet::Rubric { .. } => true,
        }
    }

    /// Judges what has been answered so far; what is left open counts as not known.
    #[must_use]
    pub fn grade(&self) -> Grading {
        match (&self.sheet, &self.question.kind) {
            (Sheet::Choices { picked, .. }, Kind::Choice(choices) | Kind::Select(choices)) => Grading::Judged(grade_choices(picked, choices)),
            (Sheet::Order { shown }, Kind::Order(items)) => Grading::Judged(grade_order(shown, items)),
            (Sheet::Match { partners, .. }, Kind::Match { pairs, .. }) => Grading::Judged(grade_match(partners, pairs)),
            (Sheet::Fields(fields), _) => self.grade_fields(fields),
            (Sheet::Rubric { ticked }, _) => Grading::Judged(Verdict {
                points: (ticked.iter().filter(|t| **t).count(), ticked.len()),
                marks: ticked.iter().map(|ticked| Mark::of(*ticked, true)).collect(),
            }),
            _ => Grading::ByLearner,
        }
    }

    /// What is accepted in a field, the answer to show first.
    #[must_use]
    pub fn accepted(&self, field: usize) -> &[Accepted] {
        match (&self.question.kind, &self.sheet) {
            (Kind::Typed { accepted, .. }, _) => accepted,
            (Kind::Cloze { blanks, .. }, Sheet::Fields(fields)) => {
                fields.get(field).and_then(|field| blanks.get(field.blank)).map_or(&[], |blank| blank.accepted.as_slice())
            }
            _ => &[],
        }
    }

    fn grade_fields(&self, fields: &[Field]) -> Grading {
        let exact = matches!(self.question.kind, Kind::Typed { exact: true, .. } | Kind::Cloze { exact: true, .. });
        let judged: Vec<Judged> = fields.iter().enumerate().map(|(at, field)| judge(self.accepted(at), exact, &field.text)).collect();
        let asked = judged.iter().enumerate().find_map(|(at, judged)| match judged {
            Judged::Ask(message) => Some((at, message.clone())),
            _ => None,
        });
        match asked {
            Some((at, message)) if !judged.contains(&Judged::Wrong) => Grading::Ask(at, message),
            _ => Grading::Judged(Verdict::whole(judged.iter().map(|judged| Mark::right_or_wrong(*judged == Judged::Right)).collect())),
        }
    }
}

impl Sheet {
    /// Whether a sheet of the same question in another language has room for what stands in this one.
    fn fits(&self, other: &Sheet) -> bool {
        match (self, other) {
            (Sheet::Choices { shown: a, many: x, .. }, Sheet::Choices { shown: b, many: y, .. }) => a.len() == b.len() && x == y,
            (Sheet::Order { shown: a }, Sheet::Order { shown: b }) | (Sheet::Match { shown: a, .. }, Sheet::Match { shown: b, .. }) => a.len() == b.len(),
            (Sheet::Fields(a), Sheet::Fields(b)) => a.len() == b.len(),
            (Sheet::Rubric { ticked: a }, Sheet::Rubric { ticked: b }) => a.len() == b.len(),
            (a, b) => a == b,
        }
    }

    fn of(question: &Question, blank: Option<u32>, seed: u64) -> Sheet {
        let shown = |count| if question.fixed { (0..count).collect() } else { shuffled(count, seed) };
        match &question.kind {
            Kind::Choice(choices) => Sheet::Choices { shown: shown(choices.len()), picked: vec![false; choices.len()], many: false },
            Kind::Select(choices) => Sheet::Choices { shown: shown(choices.len()), picked: vec![false; choices.len()], many: true },
            Kind::Order(items) => Sheet::Order { shown: disordered(items, seed) },
            Kind::Match { pairs, .. } => Sheet::Match { shown: shuffled(pairs.len(), seed), partners: vec![None; pairs.len()] },
            Kind::Cloze { blanks, .. } => {
                let asked = blanks.iter().enumerate().filter(|(_, b)| blank.is_none_or(|number| b.card == number));
                Sheet::Fields(asked.map(|(blank, _)| Field { blank, text: String::new() }).collect())
            }
            Kind::Typed { .. } => Sheet::Fields(vec![Field::default()]),
            Kind::Recall { .. } => Sheet::Recall,
            Kind::Rubric { points } => Sheet::Rubric { ticked: vec![false; points.len()] },
        }
    }
}

/// An order that is not the right one, where there is such.
fn disordered(items: &[Inlines], seed: u64) -> Vec<usize> {
    let mut shown = shuffled(items.len(), seed);
    if grade_order(&shown, items).is_right() && !shown.is_empty() {
        shown.rotate_left(1);
    }
    shown
}

fn grade_choices(picked: &[bool], choices: &[Choice]) -> Verdict {
    Verdict::whole(picked.iter().zip(choices).map(|(picked, choice)| Mark::of(*picked, choice.right)).collect())
}

/// Items that say the same may stand in each other's place.
fn grade_order(shown: &[usize], items: &[Inlines]) -> Verdict {
    Verdict::whole(shown.iter().zip(items).map(|(at, item)| Mark::right_or_wrong(items.get(*at) == Some(item))).collect())
}

/// Items of the right column that say the same may stand for each other, and so may those of the left.
fn grade_match(partners: &[Option<usize>], pairs: &[[Inlines; 2]]) -> Verdict {
    let belongs = |(left, right): (&[Inlines; 2], &Option<usize>)| {
        let right = right.and_then(|right| pairs.get(right));
        Mark::right_or_wrong(right.is_some_and(|right| pairs.iter().any(|pair| pair[0] == left[0] && pair[1] == right[1])))
    };
    Verdict::whole(pairs.iter().zip(partners).map(belongs).collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::content::{Slug, Source, parse_lesson};
    use crate::text::Lang;

    fn question(fence: &str) -> Question {
        let text = format!("+++\ntitle = \"T\"\n+++\n\n```quiz q{fence}\n```\n");
        let (lesson, problems) = parse_lesson(&Source::new("t/a.md", text), &Slug::from("t/a"), Lang::En);
        assert_eq!(problems, []);
        lesson.questions().next().unwrap().clone()
    }

    fn attempt(fence: &str) -> Attempt {
        Attempt::new(&question(fence), None, 1)
    }

    /// The points and the marks, as signs.
    #[track_caller]
    fn check(attempt: &Attempt, expected: &str) {
        let said = match attempt.grade() {
            Grading::Judged(verdict) => {
                let sign = |mark: &Mark| match mark {
                    Mark::Plain => '.',
                    Mark::Right => '+',
                    Mark::Wrong => '-',
                    Mark::Missed => '?',
                };
                format!("{} {}/{}", verdict.marks.iter().map(sign).collect::<String>(), verdict.points.0, verdict.points.1)
            }
            Grading::Ask(field, message) => format!("ask {field} {}", message.id),
            Grading::ByLearner => "by learner".into(),
        };
        assert_eq!(said, expected);
    }

    const CHOICE: &str = "\nQ?\n\n- [ ] a\n- [x] b\n- [ ] c";
    const SELECT: &str = "\nQ?\n\n- [x] a\n- [x] b\n- [ ] c";
    const ORDER: &str = "\nQ?\n\n1. a\n2. b\n3. a\n4. d";
    const MATCH: &str = "\nQ?\n\n| x | y |\n| --- | --- |\n| a | 1 |\n| b | 2 |\n| c | 2 |";

    #[test]
    fn one_choice_is_taken_at_a_time() {
        let mut attempt = attempt(CHOICE);
        assert!(!attempt.is_complete());
        check(&attempt, ".?. 0/1");
        attempt.toggle(0);
        check(&attempt, "-?. 0/1");
        attempt.toggle(1);
        check(&attempt, ".+. 1/1");
        attempt.toggle(1);
        attempt.toggle(9);
        check(&attempt, ".?. 0/1");
    }

    #[test]
    fn of_several_choices_all_must_be_right() {
        let mut attempt = attempt(SELECT);
        attempt.toggle(0);
        check(&attempt, "+?. 0/1");
        attempt.toggle(1);
        check(&attempt, "++. 1/1");
        attempt.toggle(2);
        check(&attempt, "++- 0/1");
    }

    #[test]
    fn fixed_choices_are_not_shuffled() {
        for seed in 0..20 {
            let Sheet::Choices { shown, .. } = Sheet::of(&question(&format!(" fixed{CHOICE}")), None, seed) else { panic!() };
            assert_eq!(shown, [0, 1, 2]);
        }
    }

    #[test]
    fn items_are_moved_into_order() {
        let mut attempt = attempt(ORDER);
        for (place, item) in [0, 1, 2, 3].into_iter().enumerate() {
            let Sheet::Order { shown } = attempt.sheet() else { panic!() };
            let from = shown.iter().position(|at| *at == item).unwrap();
            attempt.shift(from, place);
        }
        check(&attempt, "++++ 1/1");
        attempt.shift(0, 2);
        check(&attempt, "--++ 0/1");
        attempt.shift(0, 1);
        check(&attempt, "++++ 1/1"); // one `a` is as good as the other
        attempt.shift(9, 0);
    }

    #[test]
    fn pairs_are_put_together_and_parted() {
        let mut attempt = attempt(MATCH);
        attempt.pair(0, 0);
        attempt.pair(1, 2);
        check(&attempt, "++- 0/1");
        attempt.pair(2, 1);
        check(&attempt, "+++ 1/1"); // either of the two `2`s
        attempt.pair(0, 1);
        check(&attempt, "-+- 0/1");
        attempt.pair(0, 1);
        let Sheet::Match { partners, .. } = attempt.sheet() else { panic!() };
        assert_eq!(partners, &[None, Some(2), None]);
        attempt.pair(7, 0);
        attempt.pair(0, 7);
    }

    #[test]
    fn blanks_are_asked_together_or_one_card_at_a_time() {
        let cloze = question("\n{{c1::a}} {{c2::b|bee}} {{c1::c}}");
        let mut all = Attempt::new(&cloze, None, 1);
        for (field, text) in ["A", "bee", "x"].into_iter().enumerate() {
            all.write(field, text);
        }
        check(&all, "++- 0/1");
        let mut one = Attempt::new(&cloze, Some(2), 1);
        assert_eq!((one.sheet(), one.accepted(0)[0].text.as_str()), (&Sheet::Fields(vec![Field { blank: 1, text: String::new() }]), "b"));
        one.write(0, "b");
        check(&one, "+ 1/1");
    }

    #[test]
    fn a_missing_unit_is_asked_for_unless_something_is_wrong() {
        let mut typed = attempt("\nQ?\n\n= 4 KB");
        assert!(!typed.is_complete());
        typed.write(0, "4");
        check(&typed, "ask 0 quiz-which-unit");
        typed.write(0, "4 kb");
        check(&typed, "+ 1/1");
        let mut cloze = attempt("\n{{c1::a}} {{c2::4 KB}}");
        cloze.write(0, "a");
        cloze.write(1, "4");
        check(&cloze, "ask 1 quiz-which-unit");
        cloze.write(0, "b");
        check(&cloze, "-- 0/1");
    }

    #[test]
    fn the_learner_judges_what_was_spoken() {
        check(&attempt("\nQ?\n\n---\n\nA"), "by learner");
        let mut rubric = attempt("\nQ?\n\n---\n\n- [ ] a\n- [ ] b\n- [ ] c");
        rubric.toggle(0);
        rubric.toggle(2);
        check(&rubric, "+?+ 2/3");
    }

    proptest! {
        #[test]
        fn an_order_is_never_shown_solved(seed: u64) {
            let attempt = Attempt::new(&question(ORDER), None, seed);
            let Grading::Judged(verdict) = attempt.grade() else { panic!() };
            prop_assert!(!verdict.is_right());
        }

        #[test]
        fn the_same_seed_shows_the_same(seed: u64) {
            for fence in [CHOICE, ORDER, MATCH] {
                prop_assert!(Attempt::new(&question(fence), None, seed) == Attempt::new(&question(fence), None, seed));
            }
        }
    }
}
