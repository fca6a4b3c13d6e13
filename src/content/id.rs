use std::fmt;
use std::sync::Arc;

macro_rules! identity {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Takes text as it stands; whether it is well formed is for the reader of files to say.
            pub fn new(text: impl Into<Arc<str>>) -> Self {
                $name(text.into())
            }

            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                $name::new(text)
            }
        }
    };
}

identity! {
    /// A lesson's path below the course, without `.md`: `vpc/nat-gateway`.
    Slug
}
identity! {
    /// The name of a section, `{#cost}` in a heading; equal in every language.
    Anchor
}
identity! {
    /// The name of a question or drill, unique in its lesson and equal in every language.
    QuestionId
}

impl Slug {
    /// The first part of the path: `vpc` of `vpc/nat-gateway`.
    #[must_use]
    pub fn topic(&self) -> &str {
        self.0.split('/').next().unwrap_or_default()
    }

    /// The file of this lesson in a language, below the course: `vpc/nat-gateway.ko.md`.
    #[must_use]
    pub fn file(&self, lang: crate::text::Lang) -> String {
        format!("{}{}", self.0, lang.file_end())
    }
}

impl Anchor {
    /// The anchor that a heading without `{#...}` gets: its text in lower case, without punctuation, `-` for spaces.
    ///
    /// The rule is GitHub's, so that links written for other viewers lead to the same place.
    #[must_use]
    pub fn of_heading(text: &str) -> Anchor {
        let kept = text.trim().chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
        Anchor::new(kept.flat_map(char::to_lowercase).map(|c| if c == ' ' { '-' } else { c }).collect::<String>())
    }
}
