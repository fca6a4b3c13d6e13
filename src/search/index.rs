use std::collections::HashMap;
use std::sync::Arc;

use tantivy::Searcher;
use tantivy::collector::{Count, TopDocs};
use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};

use super::SearchError;
use super::analyse::Analyser;
use super::build::Builder;
use super::form::Form;
use super::glossary::Glossary;
use super::hit::{Found, Hit, Text};
use super::lexicon::Lexicon;
use super::plan::Plan;
use super::query::{Asked, Query};
use super::section::passages;
use super::terms::Terms;
use super::unit::{Reader, Role, Unit};
use crate::content::{Anchor, Course, Slug};
use crate::text::{ByLang, Lang};

/// A course, ready to be searched: built once in memory, then only read.
///
/// Building takes some tens of milliseconds and belongs on a thread of its own; [`scan`](super::scan())
/// answers until then. Both languages of a section are one document, so that a query in either or in
/// both finds it once.
pub struct SearchIndex {
    pub(super) searcher: Searcher,
    pub(super) fields: Fields,
    pub(super) glossary: Glossary,
    pub(super) lexicon: Lexicon,
    /// By document number: documents are added in this order to a single segment.
    pub(super) sections: Vec<Section>,
}

/// The fields of a document.
pub struct Fields {
    /// The lesson's title, in each language, with its aliases and its slug.
    pub title: Field,
    /// The headings above the section, its own among them.
    pub heading: Field,
    /// What stands in the section.
    pub body: Field,
    /// `topic:vpc`, `tag:cost`: what filters ask for.
    pub labels: Field,
}

/// A document, as it is shown.
pub struct Section {
    /// The lesson.
    pub slug: Slug,
    /// The section; none for the lesson's beginning.
    pub anchor: Option<Anchor>,
    /// Whether most of it are questions.
    pub asks: bool,
    /// The text in each language that has it.
    pub texts: ByLang<Option<Arc<Text>>>,
}

impl Fields {
    /// The fields in which words are looked for, and how much a place in each counts.
    #[must_use]
    pub fn weighted(&self) -> [(Field, f32); 3] {
        [(self.title, 2.0), (self.heading, 1.5), (self.body, 1.0)]
    }

    /// A schema with these fields: tokens come ready made, with spaces between them.
    #[must_use]
    pub fn schema() -> (Schema, Fields) {
        let indexing = |tokenizer| TextFieldIndexing::default().set_tokenizer(tokenizer);
        let positions = indexing("whitespace").set_index_option(IndexRecordOption::WithFreqsAndPositions);
        let words = TextOptions::default().set_indexing_options(positions);
        let labels = TextOptions::default().set_indexing_options(indexing("raw").set_index_option(IndexRecordOption::Basic).set_fieldnorms(false));
        let mut schema = Schema::builder();
        let fields = Fields {
            title: schema.add_text_field("title", words.clone()),
            heading: schema.add_text_field("heading", words.clone()),
            body: schema.add_text_field("body", words),
            labels: schema.add_text_field("labels", labels),
        };
        (schema.build(), fields)
    }
}

impl SearchIndex {
    /// Reads every section of a course.
    ///
    /// # Errors
    /// When the index cannot be built, which only a fault of the program explains.
    pub fn build(course: &Course) -> Result<SearchIndex, SearchError> {
        let mut builder = Builder::new()?;
        for passage in passages(course) {
            builder.add(course, passage)?;
        }
        builder.finish()
    }

    /// How many sections there are.
    #[must_use]
    pub fn sections(&self) -> usize {
        self.sections.len()
    }

    /// The best sections for a query, at most `limit` of them.
    #[must_use]
    pub fn search(&self, query: &Query, limit: usize) -> Found {
        let asked = query.asked();
        if asked.is_empty() || limit == 0 {
            return Found::default();
        }
        let mut analyser = Analyser::default();
        let units = Reader { glossary: &self.glossary, lexicon: &self.lexicon, analyser: &mut analyser }.units(&asked);
        let phrases = forms(&asked.phrases, &mut analyser);
        let plan = Plan { units: &units, phrases: &phrases, without: &forms(&asked.without, &mut analyser), labels: &labels(&asked) };
        let terms = Arc::new(terms(&units, &phrases));
        let wanted = asked.lang.map_or(limit.saturating_mul(SECTIONS_A_LESSON), |_| self.sections.len());
        let (mut ranked, mut total) = self.ranked(&plan, wanted);
        if let Some(lang) = asked.lang {
            ranked.retain(|(section, _)| section.stands_in(lang, &terms));
            total = ranked.len();
        }
        let hits = spread(ranked, query.rows.a_lesson()).take(limit);
        let hits = hits.filter_map(|(section, score)| section.hit(asked.lang, query.lang, score, &terms)).collect();
        Found { hits, total, terms }
    }

    /// The sections that match, best first, and how many there are.
    fn ranked(&self, plan: &Plan<'_>, wanted: usize) -> (Vec<(&Section, f32)>, usize) {
        let top = TopDocs::with_limit(wanted.clamp(1, self.sections.len().max(1))).order_by_score();
        // An index in memory cannot fail to be read.
        let (top, total) = self.searcher.search(&plan.query(&self.fields), &(top, Count)).unwrap_or_default();
        let sections = top.into_iter().filter_map(|(score, at)| Some((self.sections.get(at.doc_id as usize)?, score)));
        let weighed = sections.map(|(section, score)| (section, if section.asks { score * ASKING } else { score }));
        let mut sections: Vec<_> = weighed.collect();
        sections.sort_by(|(_, a), (_, b)| b.total_cmp(a));
        (sections, total)
    }
}

/// What the score of a section of questions counts: who searches wants to be told, not asked, and questions repeat the
/// words of the lesson more densely than the sections that explain them.
const ASKING: f32 = 0.7;

/// Sections that are ranked for each hit that is wanted, as those of one lesson often stand together.
const SECTIONS_A_LESSON: usize = 16;
/// Leaves of each lesson its best `most` sections.
fn spread(ranked: Vec<(&Section, f32)>, most: usize) -> impl Iterator<Item = (&Section, f32)> {
    let mut taken: HashMap<&Slug, usize> = HashMap::new();
    ranked.into_iter().filter(move |(section, _)| {
        let taken = taken.entry(&section.slug).or_default();
        *taken += 1;
        *taken <= most
    })
}

fn forms(texts: &[String], analyser: &mut Analyser) -> Vec<Form> {
    texts.iter().filter_map(|text| Form::of(text, analyser)).collect()
}

fn labels(asked: &Asked) -> Vec<Vec<String>> {
    let topics: Vec<String> = asked.topics.iter().map(|topic| label("topic", topic)).collect();
    let tags = asked.tags.iter().map(|tag| vec![label("tag", tag)]);
    tags.chain((!topics.is_empty()).then_some(topics)).collect()
}

/// What a filter asks for and a document has: `tag:cost`.
pub fn label(kind: &str, value: &str) -> String {
    format!("{kind}:{}", value.to_lowercase())
}

/// Everything that is worth marking: words of the question only where nothing else was asked.
fn terms(units: &[Unit], phrases: &[Form]) -> Terms {
    let meant = units.iter().filter(|unit| unit.role != Role::Stop);
    let forms = meant.enumerate().flat_map(|(at, unit)| unit.forms.iter().map(move |(form, _)| (at, form.as_ref())));
    Terms::of_forms(forms.chain(phrases.iter().enumerate().map(|(at, form)| (units.len() + at, form))))
}

impl Section {
    fn stands_in(&self, lang: Lang, terms: &Terms) -> bool {
        self.texts[lang].as_ref().is_some_and(|text| terms.is_empty() || text.has(terms))
    }

    /// The hit in the language that was asked for; else in the reader's, unless only another has what was found.
    fn hit(&self, asked: Option<Lang>, reader: Lang, score: f32, terms: &Arc<Terms>) -> Option<Hit> {
        let found = || Lang::ALL.into_iter().find(|lang| self.stands_in(*lang, terms));
        let lang = asked.or_else(|| self.stands_in(reader, terms).then_some(reader)).or_else(found).unwrap_or(reader);
        let in_any = || self.texts.iter().find_map(|(lang, text)| Some((lang, text.as_ref()?)));
        let (lang, text) = self.texts[lang].as_ref().map(|text| (lang, text)).or_else(in_any)?;
        Some(Hit {
            slug: self.slug.clone(),
            anchor: self.anchor.clone(),
            lang,
            title: text.title.text.clone(),
            heading: text.heading.text.clone(),
            snippet: text.snippet(terms),
            score,
            text: Arc::clone(text),
            terms: Arc::clone(terms),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::Rows;
    use crate::search::made_up::small;

    fn search(text: &str, lang: Lang) -> Found {
        let query = Query { text: text.to_owned(), lang, ..Query::default() };
        SearchIndex::build(&small()).unwrap().search(&query, 10)
    }

    fn picture(hit: &Hit) -> String {
        let anchor = hit.anchor.as_ref().map_or_else(String::new, |anchor| format!("#{anchor}"));
        format!("{}{anchor} {}", hit.slug, hit.lang)
    }

    /// The hits of a query of an English reader, best first, as `slug#anchor lang`.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = search(text, Lang::En).hits.iter().map(picture).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn either_language_finds_the_section_once_and_opens_the_readers() {
        check("cache pricing", &["web/cache#price en", "web/cache en", "db/partitions#price en"]);
        check("캐시 요금", &["web/cache#price en", "web/cache en", "db/partitions#price en"]);
    }

    #[test]
    fn what_stands_in_one_language_only_opens_in_it() {
        check("서버가", &["db/partitions#keys ko"]);
        let found = search("dead letter", Lang::Ko);
        assert_eq!(found.hits.iter().map(picture).collect::<Vec<_>>(), ["web/queue#only-here en"]);
    }

    #[test]
    fn a_language_can_be_asked_for() {
        check("서버 lang:ko", &["db/partitions#keys ko"]);
        check("서버가 lang:en", &[]);
        check("letter lang:ko", &[]);
        check("tag:web lang:ko", &["web/cache ko", "web/cache#price ko"]);
        assert_eq!(search("dead letter lang:en", Lang::Ko).total, 1);
    }

    #[test]
    fn an_unfinished_word_finds_what_it_may_become() {
        check("parti", &["db/partitions en", "db/partitions#price en"]);
        check("파티셔", &["db/partitions#price ko", "db/partitions#keys ko"]);
        check("parti ", &[]);
    }

    #[test]
    fn aliases_and_summaries_are_searched() {
        check("memo", &["web/cache en", "web/cache#price en"]);
        check("how a table is cut", &["db/partitions en", "db/partitions#keys en", "web/queue en"]);
    }

    #[test]
    fn phrases_are_required_and_exclusions_forbidden() {
        check(r#""route table""#, &["web/queue en"]);
        check(r#""table route""#, &[]);
        check("queue -letter", &["web/queue en"]);
        check("-queue -cache", &["db/partitions en", "db/partitions#keys en"]);
    }

    #[test]
    fn filters_hold_alone_and_beside_words() {
        check("tag:web tag:data", &["web/cache en", "web/cache#price en"]);
        check("cost topic:db", &["db/partitions#price en"]);
        check("cost tag:WEB", &["web/cache#price en"]);
        let query = Query { topics: vec!["db".into(), "none".into()], text: "cost".into(), ..Query::default() };
        assert_eq!(SearchIndex::build(&small()).unwrap().search(&query, 10).total, 1);
    }

    #[test]
    fn rows_of_a_lesson_are_limited() {
        let index = SearchIndex::build(&small()).unwrap();
        let query = Query { text: "cache".into(), rows: Rows::OneALesson, ..Query::default() };
        let found = index.search(&query, 10);
        assert_eq!(found.hits.iter().map(picture).collect::<Vec<_>>(), ["web/cache#price en"]);
        assert_eq!((found.total, index.sections()), (2, 7));
    }

    #[test]
    fn no_query_is_wrong() {
        for text in ["", " ", "?", "\"", "-", "tag:", "lang:", "()AND OR +-!", "\u{0}", "한ㄱ", "ㅋㅋ", &"a ".repeat(5000)] {
            let found = search(text, Lang::En);
            assert!(found.hits.len() <= found.total.max(10), "{text}");
        }
    }

    #[test]
    fn synonyms_are_marked_in_snippet_and_preview() {
        let found = search("비용 cache", Lang::En);
        let hit = &found.hits[0];
        let marked = |marked: &crate::search::Marked| marked.marks.iter().map(|m| marked.text[m.clone()].to_owned()).collect::<Vec<_>>();
        assert_eq!(marked(&hit.snippet), ["cache", "charges"]);
        assert_eq!(hit.preview().iter().flat_map(marked).collect::<Vec<_>>(), ["cache", "charges"]);
        assert_eq!(marked(&found.terms.mark(&hit.heading)), ["price", "cache"]);
    }

    #[test]
    fn an_empty_course_has_an_index_too() {
        let index = SearchIndex::build(&Course::default()).unwrap();
        assert_eq!((index.sections(), index.search(&Query { text: "a".into(), ..Query::default() }, 5).total), (0, 0));
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

        #[test]
        fn any_query_is_answered_within_its_limit(text in "[a-z가-힣ㄱ-ㅎ\"\\-: ]{0,30}|\\PC{0,20}", limit in 0..4_usize) {
            static INDEX: std::sync::OnceLock<SearchIndex> = std::sync::OnceLock::new();
            let index = INDEX.get_or_init(|| SearchIndex::build(&small()).unwrap());
            let found = index.search(&Query { text, ..Query::default() }, limit);
            proptest::prop_assert!(found.hits.len() <= limit);
            proptest::prop_assert!(found.hits.is_sorted_by(|a, b| a.score >= b.score));
            let marks_fit = |m: &crate::search::Marked| m.marks.iter().all(|range| m.text.get(range.clone()).is_some());
            proptest::prop_assert!(found.hits.iter().all(|hit| marks_fit(&hit.snippet) && hit.preview().iter().all(marks_fit)));
        }
    }
}
