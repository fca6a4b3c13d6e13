//! Flags of the command line that write a part of a scenario.
//!
//! A simulator declares them in one table ([`Simulator::flags`](super::Simulator::flags)): the command line
//! parses by it, the help lists it, and [`flagged`] makes of a scenario and the flags given one scenario
//! text. Everything after that (outcome, JSON, steps) knows only the text.

use super::edit::{Step, add, set, set_fields, text_literal};
use crate::text::Message;

/// A flag that writes a part of a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flag {
    /// The word after `--`.
    pub long: &'static str,
    /// The letter after `-`.
    pub short: Option<char>,
    /// What its value is called in the help.
    pub value: &'static str,
    /// The id of the message that says what it does.
    pub summary: &'static str,
    /// What it writes.
    pub writes: Writes,
}

/// What a flag writes into a scenario in TOML. What the scenario says there already gives way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writes {
    /// A text under a key of the table at a path.
    Text(&'static [Step], &'static str),
    /// A whole number under a key of the table at a path.
    Number(&'static [Step], &'static str),
    /// `Name: value` into the fields under a key of the table at a path; given twice, the name stands there twice.
    Field(&'static [Step], &'static str),
    /// A new table in a list, with a time in milliseconds under a key: `6s`, `500ms`, `2m`.
    Time(&'static str, &'static str),
}

impl Writes {
    /// Whether the flag may be given more than once.
    #[must_use]
    pub fn is_repeatable(self) -> bool {
        matches!(self, Writes::Field(..) | Writes::Time(..))
    }
}

/// The scenario with what the flags say, in the order of the flags' table whatever their order on the command line.
///
/// A scenario that is not TOML stays as it is: running it says why.
///
/// # Errors
///
/// Why the value of a flag cannot be read.
pub fn flagged(flags: &[Flag], scenario: &str, given: &[(&str, String)]) -> Result<String, Message> {
    if toml::de::DeTable::parse(scenario).is_err() {
        return Ok(scenario.to_owned());
    }
    let mut text = scenario.to_owned();
    for flag in flags {
        let values: Vec<&str> = given.iter().filter(|(long, _)| *long == flag.long).map(|(_, value)| value.as_str()).collect();
        if !values.is_empty() {
            text = flag.written(&text, &values)?;
        }
    }
    Ok(text)
}

impl Flag {
    fn written(&self, text: &str, values: &[&str]) -> Result<String, Message> {
        let last = values.last().copied().unwrap_or_default();
        let put = |path, key, literal: &str| set(text, path, key, literal).ok_or_else(|| self.nowhere());
        match self.writes {
            Writes::Text(path, key) => put(path, key, &text_literal(last)),
            Writes::Number(path, key) => {
                let number: i64 = last.parse().map_err(|_| self.wrong("sim-flag-number", last))?;
                put(path, key, &number.to_string())
            }
            Writes::Field(path, key) => self.fields(text, path, key, values),
            Writes::Time(list, key) => values.iter().try_fold(text.to_owned(), |text, value| {
                let ms = milliseconds(value).ok_or_else(|| self.wrong("sim-flag-time", value))?;
                Ok(add(&text, list, &format!("{key} = {ms}")))
            }),
        }
    }

    fn fields(&self, text: &str, path: &[Step], key: &'static str, values: &[&str]) -> Result<String, Message> {
        let mut fields: Vec<(&str, Vec<&str>)> = Vec::new();
        for written in values {
            let (name, value) = written.split_once(':').ok_or_else(|| self.wrong("sim-flag-field", written))?;
            let (name, value) = (name.trim(), value.trim());
            match fields.iter_mut().find(|(known, _)| known.eq_ignore_ascii_case(name)) {
                Some((_, all)) => all.push(value),
                None => fields.push((name, vec![value])),
            }
        }
        fields.iter().try_fold(text.to_owned(), |text, (name, values)| set_fields(&text, path, key, name, values).ok_or_else(|| self.nowhere()))
    }

    fn wrong(&self, id: &'static str, value: &str) -> Message {
        Message::new(id).with("flag", self.long).with("value", value.chars().take(80).collect::<String>())
    }

    fn nowhere(&self) -> Message {
        Message::new("sim-flag-nowhere").with("flag", self.long)
    }
}

/// A time with its unit; a bare number is seconds, as in `sleep`.
fn milliseconds(text: &str) -> Option<u64> {
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (number, unit) = (text.get(..digits)?.parse::<u64>().ok()?, text.get(digits..)?);
    let ms = match unit {
        "ms" => 1,
        "" | "s" => 1_000,
        "m" => 60_000,
        "h" => 3_600_000,
        _ => return None,
    };
    number.checked_mul(ms).filter(|ms| i64::try_from(*ms).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SERVER: &[Step] = &[Step::Key("server"), Step::Key("response")];
    const FLAGS: &[Flag] = &[
        Flag { long: "page", short: None, value: "ORIGIN", summary: "", writes: Writes::Text(&[], "page") },
        Flag { long: "status", short: None, value: "N", summary: "", writes: Writes::Number(SERVER, "status") },
        Flag { long: "resp", short: Some('r'), value: "FIELD", summary: "", writes: Writes::Field(SERVER, "headers") },
        Flag { long: "again", short: None, value: "TIME", summary: "", writes: Writes::Time("again", "after_ms") },
    ];

    fn written(scenario: &str, given: &[(&str, &str)]) -> Result<String, Message> {
        flagged(FLAGS, scenario, &given.iter().map(|(long, value)| (*long, (*value).to_owned())).collect::<Vec<_>>())
    }

    #[track_caller]
    fn check(scenario: &str, given: &[(&str, &str)], expected: &str) {
        assert_eq!(written(scenario, given).as_deref(), Ok(expected));
    }

    #[track_caller]
    fn refused(long: &str, value: &str, id: &str) {
        assert_eq!(written("", &[(long, value)]).map_err(|message| message.id), Err(id), "{value}");
    }

    #[test]
    fn flags_alone_are_a_scenario() {
        let given = [("resp", "B: b"), ("again", "6s"), ("status", "204"), ("again", "1m"), ("page", "https://a.b")];
        let head = "page = \"https://a.b\"\n\n[server.response]\nstatus = 204\nheaders = { B = \"b\" }\n";
        check("", &given, &format!("{head}\n[[again]]\nafter_ms = 6000\n\n[[again]]\nafter_ms = 60000\n"));
    }

    #[test]
    fn a_flag_overrides_what_the_scenario_says_and_leaves_the_rest() {
        let scenario = "page = \"x\" # why\n[server.response]\nheaders = { A = \"1\", b = \"2\" }\n";
        check(scenario, &[("page", "\"y\"")], &scenario.replace("\"x\"", "\"\\\"y\\\"\""));
        check(scenario, &[("resp", "B:x:y")], &scenario.replace("\"2\"", "\"x:y\""));
        check(scenario, &[("resp", "C: 3")], &scenario.replace(" }", ", C = \"3\" }"));
        check(scenario, &[("resp", "a: 1"), ("resp", "A: 2")], &scenario.replace("\"1\"", "[\"1\", \"2\"]"));
        check("page = [", &[("page", "x")], "page = [");
    }

    #[test]
    fn a_value_that_cannot_be_read_is_named() {
        refused("status", "ok", "sim-flag-number");
        refused("status", "2.5", "sim-flag-number");
        refused("resp", "Access-Control-Allow-Origin", "sim-flag-field");
        for time in ["", "6 s", "s", "-1s", "1.5s", "99999999999999999999", "9223372036854775807h"] {
            refused("again", time, "sim-flag-time");
        }
        assert_eq!(written("server.response.x = 1", &[("status", "2")]).map_err(|message| message.id), Err("sim-flag-nowhere"));
    }
}
