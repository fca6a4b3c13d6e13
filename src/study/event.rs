use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::{CardId, LessonId, Millis, Rating, Stamp};
use crate::content::Anchor;

/// Something that the learner did. Never changed, never taken away.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its name in the world.
    pub id: EventId,
    /// The machine on which it happened.
    pub device: Arc<str>,
    /// Its number on that machine, from 1.
    pub seq: u64,
    /// When, with the study day that was settled then.
    pub stamp: Stamp,
    /// What.
    pub what: What,
}

/// The order in which events are folded: time, then device, then number.
pub type Key = (Millis, Arc<str>, u64);

impl Event {
    /// Its place in the order of the fold.
    #[must_use]
    pub fn key(&self) -> Key {
        (self.stamp.moment.at, Arc::clone(&self.device), self.seq)
    }
}

/// The id of an event, a `UUIDv7`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EventId(pub Uuid);

/// What happened.
///
/// As JSON it is an object with its `kind`. A kind of a newer version, or one with values that this
/// version does not know, is [`What::Unknown`]: kept as it is and skipped by the fold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum What {
    /// A card was answered.
    Reviewed {
        /// The card.
        card: CardId,
        /// The rating that counts.
        rating: Rating,
        /// The rating that the program gave, where it judged the answer itself.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        judged: Option<Rating>,
        /// Whether it was an exercise that leaves the schedule alone.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        practice: bool,
        /// How long the answer took.
        took_ms: u32,
        /// The days until the card is due, as they were chosen among those near the computed interval.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        days: Option<u32>,
    },
    /// A lesson has been on screen up to a section.
    Opened {
        /// The lesson.
        lesson: LessonId,
        /// The furthest section seen; none before the first heading.
        #[serde(default, skip_serializing_if = "Option::is_none", with = "anchor")]
        section: Option<Anchor>,
    },
    /// A lesson has been read to its end.
    Read {
        /// The lesson.
        lesson: LessonId,
    },
    /// The place where the learner stopped reading.
    Left {
        /// The lesson.
        lesson: LessonId,
        /// The section on screen.
        #[serde(default, skip_serializing_if = "Option::is_none", with = "anchor")]
        section: Option<Anchor>,
        /// The code of the language that was on screen.
        lang: String,
    },
    /// The new cards of a lesson may come, though it has not been read.
    Enrolled {
        /// The lesson.
        lesson: LessonId,
    },
    /// A card was marked for later, or the mark taken away.
    Flagged {
        /// The card.
        card: CardId,
        /// Whether it is marked.
        on: bool,
    },
    /// An earlier event counts no more.
    Undone {
        /// The event.
        event: EventId,
    },
    /// Something that this version does not understand.
    #[serde(untagged)]
    Unknown(Map<String, Value>),
}

impl What {
    /// The kind and everything else as a JSON object: what a row of the log holds.
    #[must_use]
    pub fn to_parts(&self) -> (String, String) {
        let Ok(Value::Object(mut parts)) = serde_json::to_value(self) else { return Default::default() };
        let kind = match parts.remove("kind") {
            Some(Value::String(kind)) => kind,
            _ => String::new(),
        };
        (kind, Value::Object(parts).to_string())
    }

    /// The meaning of a row of the log; [`What::Unknown`] if it has none here.
    #[must_use]
    pub fn from_parts(kind: &str, payload: &str) -> What {
        // Nearly all rows are reviews, and reading them without a tag takes half the time.
        if kind == "reviewed"
            && let Ok(Reviewed { card, rating, judged, practice, took_ms, days }) = serde_json::from_str(payload)
        {
            return What::Reviewed { card, rating, judged, practice, took_ms, days };
        }
        let rest = payload.trim_start().strip_prefix('{').unwrap_or("}");
        let comma = if rest.trim_start().starts_with('}') { "" } else { "," };
        let whole = format!("{{\"kind\":{}{comma}{rest}", Value::from(kind));
        serde_json::from_str(&whole).unwrap_or_else(|_| What::Unknown(Map::from_iter([("kind".to_owned(), Value::from(kind))])))
    }
}

/// The payload of a [`What::Reviewed`].
#[derive(Deserialize)]
struct Reviewed {
    card: CardId,
    rating: Rating,
    #[serde(default)]
    judged: Option<Rating>,
    #[serde(default)]
    practice: bool,
    took_ms: u32,
    #[serde(default)]
    days: Option<u32>,
}

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for EventId {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, uuid::Error> {
        text.parse().map(EventId)
    }
}

impl Serialize for EventId {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for EventId {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

/// An anchor as its text.
mod anchor {
    use super::{Anchor, Deserialize, Deserializer, Serializer};

    #[expect(clippy::ref_option, reason = "serde's signature")]
    pub fn serialize<S: Serializer>(anchor: &Option<Anchor>, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(anchor.as_ref().map_or("", Anchor::as_str))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Anchor>, D::Error> {
        String::deserialize(from).map(|text| Some(Anchor::new(text)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(kind: &str, payload: &str, expected: &What) {
        assert_eq!(What::from_parts(kind, payload), *expected);
        assert_eq!(What::from_parts(&expected.to_parts().0, &expected.to_parts().1), *expected);
    }

    #[test]
    fn a_row_has_its_meaning() {
        let (card, lesson) = (CardId::from_text("c/a#q"), LessonId::from_text("c/a"));
        let review = What::Reviewed { card: card.clone(), rating: Rating::Hard, judged: Some(Rating::Good), practice: false, took_ms: 900, days: Some(4) };
        check("reviewed", r#"{"card":"c/a#q","rating":2,"judged":3,"took_ms":900,"days":4}"#, &review);
        check("opened", r#"{"lesson":"c/a"}"#, &What::Opened { lesson: lesson.clone(), section: None });
        check("opened", r#"{"lesson":"c/a","section":"cost"}"#, &What::Opened { lesson: lesson.clone(), section: Some("cost".into()) });
        check("left", r#"{"lesson":"c/a","lang":"ko"}"#, &What::Left { lesson, section: None, lang: "ko".into() });
        check("flagged", r#"{"card":"c/a#q","on":true}"#, &What::Flagged { card, on: true });
        let id = EventId(Uuid::from_u128(7));
        check("undone", r#"{"event":"00000000-0000-0000-0000-000000000007"}"#, &What::Undone { event: id });
    }

    #[test]
    fn what_a_newer_version_wrote_is_kept() {
        for (kind, payload) in [("dreamt", r#"{"of":["sheep"],"n":3}"#), ("reviewed", r#"{"card":"c/a#q","rating":7,"took_ms":1}"#), ("read", "{}")] {
            let what = What::from_parts(kind, payload);
            assert!(matches!(what, What::Unknown(_)), "{what:?}");
            let (kept_kind, kept) = what.to_parts();
            assert_eq!((kept_kind.as_str(), serde_json::from_str::<Value>(&kept).unwrap()), (kind, serde_json::from_str(payload).unwrap()));
        }
    }

    #[test]
    fn a_row_that_is_no_object_has_no_meaning() {
        assert!(matches!(What::from_parts("reviewed", "nonsense"), What::Unknown(_)));
    }
}
