use super::analyse::Analyser;
use super::word::words;

/// Something that may stand in a text: one or more words as tokens.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Form {
    /// The tokens, in order.
    pub tokens: Vec<String>,
    /// Whether it is more than one word; other signs may then stand between them.
    pub several: bool,
}

impl Form {
    /// The form that a text has; none if it has no letters.
    pub fn of(text: &str, analyser: &mut Analyser) -> Option<Form> {
        let words = words(text);
        let tokens = analyser.tokens(&words);
        (!tokens.is_empty()).then_some(Form { tokens, several: words.len() > 1 })
    }
}
