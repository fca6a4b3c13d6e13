use std::fmt;
use std::ops::{Index, IndexMut};
use std::str::FromStr;

/// A language in which lessons and interface exist as equals.
///
/// A new language is one variant here, one row in each `match`, one folder in `assets/i18n`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lang {
    /// English: a lesson's `name.md`.
    #[default]
    En,
    /// Korean: a lesson's `name.ko.md`.
    Ko,
}

impl Lang {
    /// Every language, the default first.
    pub const ALL: [Lang; 2] = [Lang::En, Lang::Ko];

    /// The BCP 47 code: what `--lang` takes and what front matter and `course.toml` use.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Ko => "ko",
        }
    }

    /// The language's name in itself.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Lang::En => "English",
            Lang::Ko => "한국어",
        }
    }

    /// What stands between a lesson's slug and nothing else: `.md` or `.ko.md`.
    #[must_use]
    pub const fn file_end(self) -> &'static str {
        match self {
            Lang::En => ".md",
            Lang::Ko => ".ko.md",
        }
    }

    /// The next language, round and round: what the reader's `L` goes to.
    #[must_use]
    pub fn next(self) -> Lang {
        let at = Lang::ALL.iter().position(|l| *l == self).unwrap_or(0);
        Lang::ALL[(at + 1) % Lang::ALL.len()]
    }

    /// The language of a POSIX locale such as `ko_KR.UTF-8`; English where it names another.
    #[must_use]
    pub fn from_locale(locale: &str) -> Lang {
        let code = locale.split(['_', '.', '-', '@']).next().unwrap_or_default();
        code.parse().unwrap_or_default()
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Lang {
    type Err = ();

    fn from_str(code: &str) -> Result<Self, ()> {
        Lang::ALL.into_iter().find(|l| l.code() == code).ok_or(())
    }
}

/// One value for each language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ByLang<T>([T; Lang::ALL.len()]);

impl<T> ByLang<T> {
    /// Asks `make` once for each language.
    pub fn new(make: impl FnMut(Lang) -> T) -> Self {
        ByLang(Lang::ALL.map(make))
    }

    /// Each language with its value.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &T)> {
        Lang::ALL.into_iter().zip(&self.0)
    }
}

impl<T> Index<Lang> for ByLang<T> {
    type Output = T;

    fn index(&self, lang: Lang) -> &T {
        &self.0[lang as usize]
    }
}

impl<T> IndexMut<Lang> for ByLang<T> {
    fn index_mut(&mut self, lang: Lang) -> &mut T {
        &mut self.0[lang as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_names_its_language() {
        for (locale, lang) in [("ko_KR.UTF-8", Lang::Ko), ("ko", Lang::Ko), ("en_GB", Lang::En), ("C.UTF-8", Lang::En), ("", Lang::En), ("de_DE", Lang::En)] {
            assert_eq!(Lang::from_locale(locale), lang, "{locale}");
        }
    }

    #[test]
    fn next_goes_round() {
        assert_eq!(Lang::En.next(), Lang::Ko);
        assert_eq!(Lang::Ko.next(), Lang::En);
    }
}
