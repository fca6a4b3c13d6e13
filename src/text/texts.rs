use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use include_dir::{Dir, include_dir};
use unic_langid::LanguageIdentifier;

use super::{Arg, ByLang, Lang, Message, clean_line, group, hangul, showable};

static I18N: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/i18n");

/// The sentences of one language.
///
/// They come from `assets/i18n/<lang>/*.ftl`, compiled in, and are read once, when first asked for.
pub struct Texts {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    /// The sentences of `lang`.
    #[must_use]
    pub fn of(lang: Lang) -> &'static Texts {
        static ALL: OnceLock<ByLang<OnceLock<Texts>>> = OnceLock::new();
        ALL.get_or_init(ByLang::default)[lang].get_or_init(|| Texts::read(lang))
    }

    /// The language of these sentences.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The sentence of a message; its bare id where the language lacks it, which a test rules out.
    #[must_use]
    pub fn say(&self, message: &Message) -> String {
        let Some(pattern) = self.bundle.get_message(message.id).and_then(|m| m.value()) else {
            return message.id.to_owned();
        };
        let mut args = FluentArgs::with_capacity(message.args.len());
        for (name, value) in &message.args {
            args.set(*name, self.value(value));
        }
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }

    /// The sentence of a message whose id is put together at run time, if there is one.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<String> {
        let pattern = self.bundle.get_message(id)?.value()?;
        Some(self.bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned())
    }

    /// The sentence of a message without arguments.
    #[must_use]
    pub fn get(&self, id: &'static str) -> String {
        self.say(&Message::new(id))
    }

    fn value<'a>(&self, arg: &'a Arg) -> FluentValue<'a> {
        match arg {
            Arg::Text(text) if text.contains(['\n', '\t']) => FluentValue::String(clean_line(text).into()),
            Arg::Text(text) => FluentValue::String(showable(text)),
            #[expect(clippy::cast_precision_loss, reason = "Fluent's numbers are f64; counts stay far below 2^53")]
            Arg::Count(n) => FluentValue::Number(FluentNumber::from(*n as f64)),
            Arg::Message(message) => FluentValue::String(Cow::Owned(self.say(message))),
        }
    }

    fn read(lang: Lang) -> Texts {
        let id: LanguageIdentifier = lang.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false); // the marks would be counted as cells by some terminals
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(n) => Some(group(&n.as_string())),
            _ => None,
        }));
        // A name that is taken twice is ruled out by a test; here the first stands.
        let _ = bundle.add_function("JOSA", josa);
        for file in I18N.get_dir(lang.code()).into_iter().flat_map(|d| d.files()) {
            let text = file.contents_utf8().unwrap_or_default().to_owned();
            let resource = FluentResource::try_new(text).unwrap_or_else(|(partial, _)| partial);
            let _ = bundle.add_resource(resource);
        }
        Texts { lang, bundle }
    }
}

/// `{ JOSA($name, "은/는") }`: the word with the particle that its sound asks for.
fn josa<'a>(positional: &[FluentValue<'a>], _: &FluentArgs<'_>) -> FluentValue<'a> {
    let [word, FluentValue::String(pair)] = positional else {
        return FluentValue::Error;
    };
    let word = match word {
        FluentValue::String(s) => s.to_string(),
        FluentValue::Number(n) => group(&n.as_string()),
        _ => return FluentValue::Error,
    };
    let end = hangul::particle(&word, pair);
    FluentValue::String(Cow::Owned(format!("{word}{end}")))
}
