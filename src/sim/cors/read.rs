//! Words and values of a scenario or request, each read as what it must be.

use super::header::{Headers, is_token};
use super::model::{Body, Credentials, Mode, Page, Profile, Redirect};
use super::url::Url;
use crate::sim::Refusal;
use crate::text::{Message, nearest};

/// What was read, or why it could not be.
pub type Read<T> = Result<T, Box<Refusal>>;

/// The most fields of one message.
pub const MOST_FIELDS: usize = 1_000;

/// The most bytes of the fields of one message: Chromium reads no longer answers.
const LONGEST_FIELDS: usize = 256 << 10;

/// The most bytes of a method, an address or the type of a body.
pub const LONGEST_TEXT: usize = 64 << 10;

/// A refusal without a place, which the caller adds.
pub fn refuse(code: &'static str, message: Message) -> Box<Refusal> {
    Box::new(Refusal { code, at: 0..0, message, hint: None, mend: None })
}

/// Adds a hint.
pub fn hinted(mut refusal: Box<Refusal>, hint: Message) -> Box<Refusal> {
    refusal.hint = Some(hint);
    refusal
}

pub use crate::text::excerpt as shown;

/// A text that is not too long to be looked at.
pub fn short<'t>(field: &'static str, text: &'t str) -> Read<&'t str> {
    if text.len() > LONGEST_TEXT {
        return Err(refuse("E_LONG", Message::new("cors-e-long").with("field", field).with("most", LONGEST_TEXT >> 10)));
    }
    Ok(text)
}

/// An absolute http or https address.
pub fn url(field: &'static str, text: &str) -> Read<Url> {
    let text = short(field, text)?;
    Url::parse(text).ok_or_else(|| {
        let refusal = refuse("E_URL", Message::new("cors-e-url").with("field", field).with("text", shown(text)));
        if text.contains("://") { refusal } else { hinted(refusal, Message::new("cors-h-url").with("text", shown(text))) }
    })
}

/// A page: an origin, or `null`.
pub fn page(text: &str, opaque: bool) -> Read<Page> {
    if text == "null" {
        return Ok(Page { origin: None, opaque: true });
    }
    let url = url("page", text)?;
    if url.path != "/" {
        let message = Message::new("cors-e-page-path").with("path", shown(&url.path));
        return Err(hinted(refuse("E_PAGE", message), Message::new("cors-h-page").with("origin", url.origin.to_string())));
    }
    Ok(Page { origin: Some(url.origin), opaque })
}

/// One of the words that a field may be.
pub fn word<T: Copy>(field: &'static str, text: &str, known: &[(&'static str, T)]) -> Read<T> {
    if let Some((_, value)) = known.iter().find(|(word, _)| *word == text) {
        return Ok(*value);
    }
    let words: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
    let message = Message::new("cors-e-word").with("field", field).with("text", shown(text)).with("known", words.join(", "));
    let refusal = refuse("E_WORD", message);
    Err(match nearest(&shown(text), words).first() {
        Some(near) => hinted(refusal, Message::new("cors-h-word").with("word", (*near).to_owned())),
        None => refusal,
    })
}

/// Words for [`Profile`].
pub const PROFILES: &[(&str, Profile)] = &[("standard", Profile::Standard), ("chromium", Profile::Chromium)];
/// Words for [`Credentials`].
pub const CREDENTIALS: &[(&str, Credentials)] = &[("omit", Credentials::Omit), ("same-origin", Credentials::SameOrigin), ("include", Credentials::Include)];
/// Words for [`Mode`].
pub const MODES: &[(&str, Mode)] = &[("cors", Mode::Cors), ("no-cors", Mode::NoCors), ("same-origin", Mode::SameOrigin)];
/// Words for [`Redirect`].
pub const REDIRECTS: &[(&str, Redirect)] = &[("follow", Redirect::Follow), ("error", Redirect::Error), ("manual", Redirect::Manual)];

#[derive(Clone, Copy)]
enum BodyWord {
    None,
    Text,
    Params,
    Form,
    Bytes,
    Blob,
}

/// A body by its kind, a blob with its type.
pub fn body(kind: &str, blob_type: &str) -> Read<Body> {
    let known = [
        ("none", BodyWord::None),
        ("string", BodyWord::Text),
        ("urlsearchparams", BodyWord::Params),
        ("formdata", BodyWord::Form),
        ("arraybuffer", BodyWord::Bytes),
        ("blob", BodyWord::Blob),
    ];
    Ok(match word("body", kind, &known)? {
        BodyWord::None => Body::None,
        BodyWord::Text => Body::Text,
        BodyWord::Params => Body::Params,
        BodyWord::Form => Body::Form,
        BodyWord::Bytes => Body::Bytes,
        BodyWord::Blob => Body::Blob(short("body", blob_type)?.to_owned()),
    })
}

/// A status.
pub fn status(number: i64) -> Read<u16> {
    match u16::try_from(number) {
        Ok(status) if (100..600).contains(&status) => Ok(status),
        _ => Err(refuse("E_STATUS", Message::new("cors-e-status").with("status", number.to_string()))),
    }
}

/// Adds a field, whose name and value must be possible.
pub fn field(headers: &mut Headers, name: &str, value: &str) -> Read<()> {
    if !is_token(name) {
        return Err(refuse("E_HEADER_NAME", Message::new("cors-e-header-name").with("name", shown(name))));
    }
    if value.contains(['\r', '\n', '\0']) {
        return Err(refuse("E_HEADER_VALUE", Message::new("cors-e-header-value").with("name", shown(name))));
    }
    if headers.0.len() >= MOST_FIELDS {
        return Err(refuse("E_MANY", Message::new("cors-e-many-fields").with("most", MOST_FIELDS)));
    }
    let bytes: usize = headers.0.iter().map(|(name, value)| name.len() + value.len()).sum();
    if bytes + name.len() + value.len() > LONGEST_FIELDS {
        return Err(refuse("E_LONG", Message::new("cors-e-long-fields").with("most", LONGEST_FIELDS >> 10)));
    }
    headers.push(name, value);
    Ok(())
}

/// Of a request: what a script may put into a field is one byte for each character.
pub fn sendable(headers: &Headers) -> Read<()> {
    match headers.0.iter().find(|(_, value)| value.chars().any(|c| u32::from(c) > 0xff)) {
        Some((name, _)) => Err(refuse("E_HEADER_VALUE", Message::new("cors-e-header-byte").with("name", shown(name)))),
        None => Ok(()),
    }
}
