use tantivy::Term;
use tantivy::query::{AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, Occur, PhraseQuery, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};

use super::form::Form;
use super::index::Fields;
use super::unit::{Role, Unit};

/// What a section earns for each unit that it has at all, whatever the unit's weight in the index.
///
/// Words are joined by OR, because a course in one language queried in the other has few sections
/// with all of them; this is what puts those with more of them first.
const COVERAGE: f32 = 3.0;
/// What a unit's weaker fields and forms add to its best one.
const TIE: f32 = 0.1;
/// Damps phrases: tantivy sums the rarity of all tokens, and a Korean word of five syllables is four.
const PHRASE_DAMPING: f32 = 0.6;
/// Tokens that may stand between those of a form of several words: `보안그룹` has one more than `보안 그룹`.
const SLOP: u32 = 2;

/// What is asked of the index: units for the order, the rest as conditions.
pub struct Plan<'a> {
    /// What is looked for.
    pub units: &'a [Unit],
    /// What must stand there literally.
    pub phrases: &'a [Form],
    /// What must not stand there.
    pub without: &'a [Form],
    /// Groups of labels, one of each of which the section must have.
    pub labels: &'a [Vec<String>],
}

impl Plan<'_> {
    /// The query for tantivy.
    pub fn query(&self, fields: &Fields) -> Box<dyn Query> {
        let mut clauses: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        let (stops, meant): (Vec<&Unit>, Vec<&Unit>) = self.units.iter().partition(|unit| unit.role == Role::Stop);
        let any = |units: Vec<&Unit>| Box::new(BooleanQuery::union(units.into_iter().flat_map(|unit| of_unit(unit, fields)).collect()));
        if !meant.is_empty() {
            clauses.push((Occur::Must, any(meant)));
            clauses.push((Occur::Should, any(stops)));
        }
        clauses.extend(self.phrases.iter().map(|form| (Occur::Must, best_of(literal(form, fields)))));
        clauses.extend(self.labels.iter().map(|group| (Occur::Must, one_of(group, fields.labels))));
        if clauses.is_empty() {
            clauses.push((Occur::Must, Box::new(AllQuery)));
        }
        clauses.extend(self.without.iter().map(|form| (Occur::MustNot, best_of(literal(form, fields)))));
        Box::new(BooleanQuery::new(clauses))
    }
}

fn of_unit(unit: &Unit, fields: &Fields) -> Vec<Box<dyn Query>> {
    let forms: Vec<Box<dyn Query>> = unit.forms.iter().flat_map(|(form, weight)| of_form(form, *weight, fields)).collect();
    let mut out: Vec<Box<dyn Query>> = Vec::with_capacity(2);
    if unit.role == Role::Whole {
        let any = BooleanQuery::union(forms.iter().map(|query| query.box_clone()).collect());
        out.push(Box::new(ConstScoreQuery::new(Box::new(any), COVERAGE)));
    }
    out.push(Box::new(BoostQuery::new(best_of(forms), unit.role.weight())));
    out
}

fn of_form(form: &Form, weight: f32, fields: &Fields) -> Vec<Box<dyn Query>> {
    #[expect(clippy::cast_precision_loss, reason = "a form has few tokens")]
    let damped = weight * (form.tokens.len() as f32).powf(-PHRASE_DAMPING);
    let slop = if form.several { SLOP } else { 0 };
    let in_field = |(field, boost): (Field, f32)| -> Box<dyn Query> { Box::new(BoostQuery::new(tokens(form, field, slop), boost * damped)) };
    fields.weighted().map(in_field).into()
}

/// The form without anything between its tokens.
fn literal(form: &Form, fields: &Fields) -> Vec<Box<dyn Query>> {
    fields.weighted().map(|(field, boost)| -> Box<dyn Query> { Box::new(BoostQuery::new(tokens(form, field, 0), boost)) }).into()
}

fn tokens(form: &Form, field: Field, slop: u32) -> Box<dyn Query> {
    let mut terms: Vec<Term> = form.tokens.iter().map(|token| Term::from_field_text(field, token)).collect();
    match terms.pop() {
        Some(term) if terms.is_empty() => Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)),
        last => {
            terms.extend(last);
            let mut phrase = PhraseQuery::new(terms);
            phrase.set_slop(slop);
            Box::new(phrase)
        }
    }
}

fn best_of(queries: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    Box::new(DisjunctionMaxQuery::with_tie_breaker(queries, TIE))
}

/// One of some labels, which says nothing about how well a section matches.
fn one_of(labels: &[String], field: Field) -> Box<dyn Query> {
    let terms = labels.iter().map(|label| Term::from_field_text(field, label)).collect();
    Box::new(ConstScoreQuery::new(Box::new(BooleanQuery::new_multiterms_query(terms)), 0.0))
}
