use std::borrow::Cow;

/// Something to say to a person: the id of a Fluent message and its arguments.
///
/// The core returns messages; only a face, with [`Texts`](super::Texts), makes a sentence of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The id in `assets/i18n/<lang>/*.ftl`.
    pub id: &'static str,
    /// The arguments, by the names that the message uses.
    pub args: Vec<(&'static str, Arg)>,
}

/// An argument of a [`Message`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// Text that is the same in every language: an address, a name, a number too long for `Count`.
    Text(Cow<'static, str>),
    /// A number of at most 2^53, shown with thousands separators; plural forms follow it.
    Count(i64),
    /// Another message, said in the same language.
    Message(Box<Message>),
}

impl Message {
    /// A message without arguments yet.
    #[must_use]
    pub const fn new(id: &'static str) -> Self {
        Message { id, args: Vec::new() }
    }

    /// Adds one argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

impl From<&'static str> for Arg {
    fn from(text: &'static str) -> Self {
        Arg::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Arg::Text(Cow::Owned(text))
    }
}

impl From<Message> for Arg {
    fn from(message: Message) -> Self {
        Arg::Message(Box::new(message))
    }
}

/// Fluent reckons in `f64`, which counts in ones up to here; larger numbers are passed as text.
const EXACT: u64 = 1 << 53;

macro_rules! count_from {
    ($($t:ty),*) => {$(
        impl From<$t> for Arg {
            fn from(n: $t) -> Self {
                match i64::try_from(n) {
                    Ok(n) if n.unsigned_abs() <= EXACT => Arg::Count(n),
                    _ => Arg::Text(Cow::Owned(super::group(&n.to_string()))),
                }
            }
        }
    )*};
}
count_from!(u8, u16, u32, u64, u128, usize, i32, i64, i128);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_too_long_for_fluent_stays_exact() {
        assert_eq!(Arg::from(4096_u128), Arg::Count(4096));
        assert_eq!(Arg::from(9_007_199_254_740_993_i64), Arg::from("9,007,199,254,740,993"));
    }
}
