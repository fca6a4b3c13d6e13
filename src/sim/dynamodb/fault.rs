use std::fmt;
use std::ops::Range;

/// What DynamoDB answers when it refuses a request.
///
/// The text is in AWS's own words where they are known, and stays English in every language: it is
/// what a person reads in a log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Which exception.
    pub kind: FaultKind,
    /// What it says.
    pub text: String,
    /// The bytes of an expression that it is about, where it is about some.
    pub at: Option<Range<usize>>,
}

/// An exception of DynamoDB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// The request is wrong in itself.
    Validation,
    /// The request is wrong: an attribute's name is a reserved word.
    ReservedWord,
    /// A condition was false.
    ConditionalCheckFailed,
    /// There is no such table.
    ResourceNotFound,
    /// The JSON is no request.
    Serialization,
    /// A transaction did not happen.
    TransactionCanceled,
}

/// What an operation gave.
pub type Result<T> = std::result::Result<T, Fault>;

impl FaultKind {
    /// The name of the exception on the wire.
    pub fn name(self) -> &'static str {
        match self {
            FaultKind::Validation | FaultKind::ReservedWord => "ValidationException",
            FaultKind::ConditionalCheckFailed => "ConditionalCheckFailedException",
            FaultKind::ResourceNotFound => "ResourceNotFoundException",
            FaultKind::Serialization => "SerializationException",
            FaultKind::TransactionCanceled => "TransactionCanceledException",
        }
    }
}

/// The most letters of what a fault says: part of a request may be repeated in it, however long.
const LONGEST: usize = 400;

impl Fault {
    /// A refusal about no place in particular.
    pub fn new(kind: FaultKind, text: impl Into<String>) -> Fault {
        let mut text = text.into();
        if let Some((end, _)) = text.char_indices().nth(LONGEST) {
            text.truncate(end);
            text.push_str("...");
        }
        Fault { kind, text, at: None }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.kind.name(), self.text)
    }
}

/// A `ValidationException`.
pub fn invalid(text: impl Into<String>) -> Fault {
    Fault::new(FaultKind::Validation, text)
}

/// A `ValidationException` about a value in the request.
pub fn invalid_value(text: impl fmt::Display) -> Fault {
    invalid(format!("One or more parameter values were invalid: {text}"))
}

/// A `SerializationException`.
pub fn unreadable(text: impl Into<String>) -> Fault {
    Fault::new(FaultKind::Serialization, text)
}
