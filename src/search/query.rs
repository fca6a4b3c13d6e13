use crate::text::{Lang, clean_line};

/// What someone looks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// As typed: words, `"a phrase"`, `-without`, `tag:cost`, `topic:vpc`, `lang:ko`.
    pub text: String,
    /// Only lessons of one of these topics; all if empty.
    pub topics: Vec<String>,
    /// Only lessons with all of these tags.
    pub tags: Vec<String>,
    /// The reader's language: the one in which hits open if they can.
    pub lang: Lang,
    /// How many sections of a lesson may be shown.
    pub rows: Rows,
}

/// How many sections of a lesson may be among the hits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rows {
    /// Two, the best: on a screen.
    #[default]
    TwoALesson,
    /// The best: for machines.
    OneALesson,
}

impl Rows {
    /// As a number.
    #[must_use]
    pub const fn a_lesson(self) -> usize {
        match self {
            Rows::TwoALesson => 2,
            Rows::OneALesson => 1,
        }
    }
}

/// A query taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The free words, in order, separated by spaces.
    pub words: String,
    /// Whether the last word may go on: nothing stands behind it.
    pub unfinished: bool,
    /// What must stand there literally.
    pub phrases: Vec<String>,
    /// What must not stand there.
    pub without: Vec<String>,
    /// Topics, one of which the lesson must have.
    pub topics: Vec<String>,
    /// Tags, all of which the lesson must have.
    pub tags: Vec<String>,
    /// The language in which it must stand.
    pub lang: Option<Lang>,
}

/// A stretch of the query between spaces; a quoted one keeps its own.
struct Piece<'a> {
    /// Its first sign was a minus.
    minus: bool,
    /// It stood between quotes.
    quoted: bool,
    text: &'a str,
}

impl Query {
    /// Takes the query apart. Whatever is no syntax is a word: no query is wrong.
    #[must_use]
    pub fn asked(&self) -> Asked {
        let text = clean_line(&self.text);
        let mut asked = Asked { topics: lower(&self.topics), tags: lower(&self.tags), ..Asked::default() };
        for piece in pieces(&text) {
            asked.unfinished = asked.take(&piece) && !text.ends_with(' ');
        }
        asked
    }
}

impl Asked {
    /// Whether nothing at all was asked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.trim().is_empty()
            && self.phrases.is_empty()
            && self.without.is_empty()
            && self.tags.is_empty()
            && self.topics.is_empty()
            && self.lang.is_none()
    }

    /// Whether the piece is a free word.
    fn take(&mut self, piece: &Piece<'_>) -> bool {
        let text = piece.text;
        match piece {
            Piece { minus: true, .. } => self.without.push(text.to_owned()),
            Piece { quoted: true, .. } => self.phrases.push(text.to_owned()),
            _ if self.take_filter(text) => {}
            _ => {
                self.words.extend((!self.words.is_empty()).then_some(' '));
                self.words.push_str(text);
                return true;
            }
        }
        false
    }

    /// Whether `text` is a filter; one without a value yet is taken and filters nothing.
    fn take_filter(&mut self, text: &str) -> bool {
        let Some((name, value)) = text.split_once(':') else { return false };
        let wanted = |list: &mut Vec<String>| list.extend((!value.is_empty()).then(|| value.to_lowercase()));
        match name {
            "tag" => wanted(&mut self.tags),
            "topic" => wanted(&mut self.topics),
            "lang" => match value.parse() {
                Ok(lang) => self.lang = Some(lang),
                Err(()) => return value.is_empty(),
            },
            _ => return false,
        }
        true
    }
}

fn lower(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| text.to_lowercase()).collect()
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let minus = rest.strip_prefix('-').filter(|after| after.starts_with(|c: char| c == '"' || c.is_alphanumeric()));
        let body = minus.unwrap_or(rest);
        let (text, after) = match body.strip_prefix('"') {
            Some(inside) => inside.split_once('"').unwrap_or((inside, "")),
            None => body.split_once(' ').unwrap_or((body, "")),
        };
        if !text.trim().is_empty() {
            out.push(Piece { minus: minus.is_some(), quoted: body.starts_with('"'), text: text.trim() });
        }
        rest = after.trim_start();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Asked) {
        let query = Query { text: text.to_owned(), ..Query::default() };
        assert_eq!(query.asked(), expected, "{text}");
    }

    fn list(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|t| (*t).to_owned()).collect()
    }

    #[test]
    fn words_stay_words() {
        check("route table", Asked { words: "route table".into(), unfinished: true, ..Asked::default() });
        check(" on-demand - x ", Asked { words: "on-demand - x".into(), ..Asked::default() });
        check("arn:aws https://a.b", Asked { words: "arn:aws https://a.b".into(), unfinished: true, ..Asked::default() });
    }

    #[test]
    fn phrases_and_exclusions_are_taken_out() {
        check(
            r#"a "route table" -nat -"open port" b"#,
            Asked { words: "a b".into(), unfinished: true, phrases: list(&["route table"]), without: list(&["nat", "open port"]), ..Asked::default() },
        );
        check(r#""half a phr"#, Asked { phrases: list(&["half a phr"]), ..Asked::default() });
    }

    #[test]
    fn filters_are_taken_out() {
        check(
            "tag:Cost a topic:vpc lang:ko ",
            Asked { words: "a".into(), tags: list(&["cost"]), topics: list(&["vpc"]), lang: Some(Lang::Ko), ..Asked::default() },
        );
        check("a tag:", Asked { words: "a".into(), ..Asked::default() });
        check("lang:xx", Asked { words: "lang:xx".into(), unfinished: true, ..Asked::default() });
    }

    #[test]
    fn nothing_is_nothing() {
        for text in ["", "  ", "\"", "\"\"", "tag:"] {
            assert!(Query { text: text.into(), ..Query::default() }.asked().is_empty(), "{text}");
        }
    }
}
