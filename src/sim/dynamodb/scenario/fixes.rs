//! What would mend an outcome: each fix is run before it is offered.

use super::filter::conjuncts;
use super::read::{Entry, Pattern, Scenario};
use super::{run_as_it_is, say, traffic};
use crate::sim::dynamodb::capacity::Units;
use crate::sim::dynamodb::expression::{Comparator, Condition, Function, Node, Operand};
use crate::sim::dynamodb::schema::Schema;
use crate::sim::dynamodb::value::Value;
use crate::sim::edit::{Step, set};
use crate::sim::{Change, Fix, Outcome, line_change};
use crate::text::Message;

/// Tries what could mend each outcome.
pub fn try_each(text: &str, outcomes: &mut [Outcome]) {
    let (Some(scenario), _) = Scenario::read(text) else { return };
    let asked = scenario.entries.iter().filter(|(_, e)| !matches!(e, Entry::Item(_)));
    for (i, (_, entry)) in asked.enumerate() {
        let Some(outcome) = outcomes.get_mut(i) else { return };
        let ideas = match entry {
            Entry::Pattern(pattern) => for_pattern(text, &scenario.schema, pattern, outcome),
            Entry::Traffic(load) => for_traffic(text, load, outcome),
            Entry::Operation(_) | Entry::Item(_) => Vec::new(),
        };
        for (label, change) in ideas {
            let (then, _) = run_as_it_is(&change.apply(text, ""));
            let verdict = then.outcomes.get(i).filter(|_| then.refusals.is_empty()).map(|o| o.verdict.clone());
            if let Some(then) = verdict.filter(|v| *v != outcome.verdict && v != "refused") {
                outcome.fixes.push(Fix { label, change, then });
            }
        }
    }
}

fn for_pattern(text: &str, schema: &Schema, pattern: &Pattern, outcome: &Outcome) -> Vec<(Message, Change)> {
    let mut ideas = Vec::new();
    if let (true, Some(at)) = (outcome.codes.contains(&say::GSI_CONSISTENT), &pattern.consistent_at) {
        ideas.push((Message::new("dynamodb-f-eventual"), Change { range: at.clone(), text: "false".to_owned() }));
    }
    if outcome.verdict == "Scan" {
        ideas.extend(index_for(schema, &pattern.filter.condition).map(|index| index.offered(text)));
    }
    ideas
}

fn for_traffic(text: &str, load: &traffic::Traffic, outcome: &Outcome) -> Vec<(Message, Change)> {
    let mut ideas = Vec::new();
    let mut offer = |label, table, key, literal: &str| {
        let changed = set(text, &[Step::Key(table)], key, literal);
        ideas.extend(changed.map(|changed| (label, Change::between(text, &changed))));
    };
    if let Some(shards) = traffic::shards_for(load) {
        offer(Message::new("dynamodb-f-shards").with("count", shards), "traffic", "shards", &shards.to_string());
    }
    for (key, units) in traffic::missing(load).into_iter().filter(|_| outcome.codes.contains(&say::UNDER_PROVISIONED)) {
        offer(Message::new("dynamodb-f-capacity").with("key", key).with("units", units), "table", key, &units.to_string());
    }
    ideas
}

/// An index that would answer a condition.
struct Idea {
    name: String,
    partition: (String, &'static str),
    sort: Option<(String, &'static str)>,
}

/// Whether there is an index that would answer a condition.
pub fn can_be_indexed(schema: &Schema, condition: &Condition) -> bool {
    index_for(schema, condition).is_some()
}

/// An index on what the condition compares with `=`, sorted by what else it compares.
fn index_for(schema: &Schema, condition: &Condition) -> Option<Idea> {
    let mut parts = Vec::new();
    conjuncts(condition, &mut parts);
    let partition = parts.iter().find_map(|p| compared(p, true))?;
    let sort = parts.iter().filter_map(|p| compared(p, false).or(compared(p, true))).find(|(name, _)| *name != partition.0);
    let base = format!("by{}", capital(&partition.0));
    let fits = |text: &str| text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.'));
    let base = if fits(&base) { base } else { "gsi".to_owned() };
    let taken = |name: &str| schema.indexes.iter().any(|i| i.name == name);
    let name = std::iter::once(base.clone()).chain((2..).map(|n| format!("{base}{n}"))).find(|name| !taken(name))?;
    Some(Idea { name, partition, sort })
}

/// The attribute that a part compares with a value that a key may have.
fn compared(part: &Condition, equal: bool) -> Option<(String, &'static str)> {
    let (path, value) = match &part.node {
        Node::Compare(Comparator::NotEqual, ..) => return None,
        Node::Compare(c, Operand::Path(path), Operand::Value(value)) if (*c == Comparator::Equal) == equal => (path, value),
        Node::Between(Operand::Path(path), Operand::Value(value), Operand::Value(_)) if !equal => (path, value),
        Node::Call(Function::BeginsWith, Operand::Path(path), Some(Operand::Value(value))) if !equal => (path, value),
        _ => return None,
    };
    let plain = |name: &&str| !name.contains(['"', '\\', '\n', ':']) && !name.chars().any(char::is_control);
    let name = path.attribute().filter(plain)?.to_owned();
    matches!(value, Value::S(_) | Value::N(_) | Value::B(_)).then(|| (name, value.type_name()))
}

fn capital(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

impl Idea {
    fn offered(self, text: &str) -> (Message, Change) {
        let key = |(name, kind): &(String, &str)| format!("{name}:{kind}");
        let mut lines = vec!["".to_owned(), "[[gsi]]".to_owned(), format!("name = \"{}\"", self.name), format!("pk = \"{}\"", key(&self.partition))];
        lines.extend(self.sort.as_ref().map(|sort| format!("sk = \"{}\"", key(sort))));
        let keys = self.sort.as_ref().map_or(self.partition.0.clone(), |(sort, _)| format!("{} + {sort}", self.partition.0));
        let label = Message::new("dynamodb-f-index").with("name", self.name).with("keys", keys).with("units", Units::whole(1).to_string());
        (label, line_change(text, &lines.join("\n")))
    }
}
