use super::{Message, excerpt};

/// Words of the parser's complaints, the telling ones first, and the sentence that says the same to a person.
///
/// The `toml` crate gives no other structure to them. What a newer version words otherwise is
/// repeated as it is.
const KINDS: &[(&str, &str)] = &[
    ("duplicate key", "toml-twice"),
    ("cannot extend", "toml-extended"),
    ("recurs", "toml-deep"),
    ("extra comma", "toml-extra-comma"),
    ("missing comma", "toml-comma"),
    ("must be quoted", "toml-quotes"),
    ("unclosed", "toml-open"),
    ("assignment", "toml-value"),
    ("missing value", "toml-value"),
    ("no value", "toml-value"),
    ("extra `=`", "toml-value"),
    ("keys cannot be", "toml-key"),
    ("string", "toml-string"),
    ("escape", "toml-string"),
    ("unicode", "toml-string"),
    ("opening quote", "toml-string"),
    ("date", "toml-date"),
    ("time", "toml-date"),
    ("number", "toml-number"),
    ("radix", "toml-number"),
    ("leading zero", "toml-number"),
    ("digit", "toml-number"),
    ("numeric sign", "toml-number"),
    ("integer", "toml-number"),
    ("float", "toml-number"),
    ("key", "toml-key"),
];

/// What is wrong with a piece of TOML and how to mend it, for what the parser says of it in English.
#[must_use]
pub fn broken_toml(said: &str) -> Message {
    match KINDS.iter().find(|(words, _)| said.contains(words)) {
        Some((_, id)) => Message::new(id),
        None => Message::new("toml-other").with("detail", excerpt(said)),
    }
}

#[cfg(test)]
mod tests {
    use toml::de::DeTable;

    use super::*;

    #[test]
    fn the_frequent_mistakes_have_sentences_of_their_own() {
        let deep = format!("a = {}", "[".repeat(10_000));
        let cases = [
            ("a = 1\na = 2", "toml-twice"),
            ("a = word", "toml-quotes"),
            ("a = \"open", "toml-string"),
            ("a = \"\\q\"", "toml-string"),
            ("a = [1, 2", "toml-open"),
            ("[table\na = 1", "toml-open"),
            ("a = [\"x\" \"y\"]", "toml-comma"),
            ("a =", "toml-quotes"),
            ("a = [1 2]", "toml-quotes"),
            ("a", "toml-value"),
            ("a = 2026-13-01", "toml-date"),
            ("a = 01", "toml-number"),
            (&deep, "toml-deep"),
        ];
        let wrong = cases.map(|(text, expected)| {
            let (_, errors) = DeTable::parse_recoverable(text);
            let said = errors.first().map(|error| error.message().to_owned()).unwrap_or_default();
            (broken_toml(&said).id != expected).then(|| format!("{text:.20}: {said}, not {expected}\n"))
        });
        let wrong: String = wrong.into_iter().flatten().collect();
        assert!(wrong.is_empty(), "{wrong}");
    }

    #[test]
    fn what_is_worded_otherwise_is_repeated() {
        assert_eq!(broken_toml("something new"), Message::new("toml-other").with("detail", "something new"));
    }
}
