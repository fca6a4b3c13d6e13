use std::collections::HashMap;
use std::sync::Arc;

use serde::Deserialize;

use super::analyse::Analyser;
use super::form::Form;
use super::typed::{starting, strokes};
use super::word::{Word, words};

const GLOSSARY: &str = include_str!("../../assets/glossary.toml");

/// Which words mean the same, from `assets/glossary.toml`.
///
/// It is asked when a query is read and not when the index is built: expanding the sections instead
/// was measured to find less.
pub struct Glossary {
    concepts: Vec<Concept>,
    /// By their normalised words without spaces, so that `cold start` is `coldstart`.
    by_key: HashMap<String, Vec<usize>>,
    /// By the strokes that type them, for a query that is not yet finished.
    by_strokes: Vec<(String, usize)>,
}

/// One row: forms of equal meaning, and forms that only belong to it.
#[derive(Default)]
pub struct Concept {
    /// Each of these leads to the concept.
    pub same: Vec<Arc<Form>>,
    /// These are looked for as well, with less weight; they do not lead here.
    pub also: Vec<Arc<Form>>,
}

#[derive(Deserialize)]
struct Rows {
    concept: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    same: Vec<String>,
    #[serde(default)]
    also: Vec<String>,
}

impl Glossary {
    /// The glossary that is compiled in.
    ///
    /// # Errors
    /// When it is not TOML of the expected shape, which a test rules out.
    pub fn built_in(analyser: &mut Analyser) -> Result<Self, toml::de::Error> {
        Glossary::read(GLOSSARY, analyser)
    }

    /// Reads a glossary.
    ///
    /// # Errors
    /// When it is not TOML of the expected shape.
    pub fn read(text: &str, analyser: &mut Analyser) -> Result<Self, toml::de::Error> {
        let rows: Rows = toml::from_str(text)?;
        let mut glossary = Glossary { concepts: Vec::new(), by_key: HashMap::new(), by_strokes: Vec::new() };
        for row in rows.concept {
            glossary.add(&row, analyser);
        }
        glossary.by_strokes.sort();
        glossary.by_strokes.dedup();
        Ok(glossary)
    }

    fn add(&mut self, row: &Row, analyser: &mut Analyser) {
        let at = self.concepts.len();
        for form in &row.same {
            let words = words(form);
            let concepts = self.by_key.entry(key(&words, analyser)).or_default();
            if !concepts.contains(&at) {
                concepts.push(at);
            }
            self.by_strokes.push((typed(&words), at));
        }
        let mut forms = |texts: &[String]| texts.iter().filter_map(|text| Form::of(text, analyser)).map(Arc::new).collect();
        let concept = Concept { same: forms(&row.same), also: forms(&row.also) };
        self.concepts.push(concept);
    }

    /// The concepts that `words`, taken together, name.
    pub fn named<'a>(&'a self, words: &[Word], analyser: &mut Analyser) -> impl Iterator<Item = &'a Concept> {
        let found = self.by_key.get(&key(words, analyser)).map(Vec::as_slice).unwrap_or_default();
        found.iter().filter_map(|at| self.concepts.get(*at))
    }

    /// The concepts of which `words` are the beginning of a name, whole names left out, at most `limit`.
    #[must_use]
    pub fn begun(&self, words: &[Word], limit: usize) -> Vec<&Concept> {
        let typed = typed(words);
        let mut found: Vec<usize> = Vec::new();
        for (strokes, at) in starting(&self.by_strokes, &typed).iter().take(limit) {
            if *strokes != typed && !found.contains(at) {
                found.push(*at);
            }
        }
        found.into_iter().filter_map(|at| self.concepts.get(at)).collect()
    }
}

fn key(words: &[Word], analyser: &mut Analyser) -> String {
    words.iter().fold(String::new(), |key, word| key + &analyser.norm(word))
}

fn typed(words: &[Word]) -> String {
    strokes(&words.iter().map(|word| word.text.as_str()).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = r#"concept = [
        { same = ["cold start", "콜드 스타트"], also = ["latency"] },
        { same = ["cost", "비용"] },
    ]"#;

    #[track_caller]
    fn check(typed: &str, named: usize, begun: usize) {
        let mut analyser = Analyser::default();
        let glossary = Glossary::read(SMALL, &mut analyser).unwrap();
        let words = words(typed);
        assert_eq!(glossary.named(&words, &mut analyser).count(), named, "named by {typed}");
        assert_eq!(glossary.begun(&words, 12).len(), begun, "begun by {typed}");
    }

    #[test]
    fn spaces_case_and_endings_do_not_matter() {
        check("Cold Starts", 1, 0);
        check("coldstart", 1, 0);
        check("콜드스타트", 1, 0);
        check("비용은", 1, 0);
    }

    #[test]
    fn what_only_belongs_to_a_concept_does_not_lead_to_it() {
        check("latency", 0, 0);
    }

    #[test]
    fn a_name_may_be_half_typed() {
        check("cold sta", 0, 1);
        check("콜드 스ㅌ", 0, 1);
        check("co", 0, 2);
    }

    #[test]
    fn the_built_in_glossary_is_well_formed() {
        let glossary = Glossary::built_in(&mut Analyser::default()).unwrap();
        assert!(glossary.concepts.len() > 200);
        assert!(glossary.concepts.iter().all(|concept| concept.same.len() > 1));
    }
}
