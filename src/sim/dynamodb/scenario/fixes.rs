//! What would mend an outcome: each fix is run before it is offered.

use super::filter::conjuncts;
use super::read::{Entry, Pattern, Scenario};
use super::{rewrite, run_as_it_is, say, traffic};
use crate::sim::dynamodb::capacity::{Units, WRITE_BLOCK};
use crate::sim::dynamodb::expression::{Comparator, Condition, Function, Node, Operand};
use crate::sim::dynamodb::schema::Schema;
use crate::sim::dynamodb::value::{Item, Value, item_size};
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
            Entry::Pattern(pattern) => for_pattern(text, &scenario, pattern, outcome),
            Entry::Traffic(load) => for_traffic(text, load, outcome),
            Entry::Operation(operation) => rewrite::for_operation(&scenario.schema, operation, outcome),
            Entry::Item(_) => Vec::new(),
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

fn for_pattern(text: &str, scenario: &Scenario, pattern: &Pattern, outcome: &Outcome) -> Vec<(Message, Change)> {
    let mut ideas = Vec::new();
    if let (true, Some(at)) = (outcome.codes.contains(&say::GSI_CONSISTENT), &pattern.consistent_at) {
        ideas.push((Message::new("dynamodb-f-eventual"), Change { range: at.clone(), text: "false".to_owned() }));
    }
    if outcome.verdict == "Scan" {
        ideas.extend(index_for(&scenario.schema, &pattern.filter.condition).map(|index| index.offered(text, scenario)));
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

fn items(scenario: &Scenario) -> impl Iterator<Item = &Item> {
    scenario.entries.iter().filter_map(|(_, entry)| if let Entry::Item(item) = entry { Some(item) } else { None })
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
    fn offered(self, text: &str, scenario: &Scenario) -> (Message, Change) {
        let key = |(name, kind): &(String, &str)| format!("{name}:{kind}");
        let mut lines = vec!["".to_owned(), "[[gsi]]".to_owned(), format!("name = \"{}\"", self.name), format!("pk = \"{}\"", key(&self.partition))];
        lines.extend(self.sort.as_ref().map(|sort| format!("sk = \"{}\"", key(sort))));
        let keys = self.sort.as_ref().map_or(self.partition.0.clone(), |(sort, _)| format!("{} + {sort}", self.partition.0));
        let (cost, inside) = (self.cost(scenario), self.inside(scenario));
        let label = Message::new("dynamodb-f-index").with("name", self.name).with("keys", keys).with("cost", cost).with("inside", inside);
        (label, line_change(text, &lines.join("\n")))
    }

    /// Whether the index would hold an item: only one that has its keys, of their types.
    fn holds(&self, item: &Item) -> bool {
        std::iter::once(&self.partition).chain(&self.sort).all(|(name, kind)| item.get(name).is_some_and(|value| value.type_name() == *kind))
    }

    /// What a write costs more, by the largest of the items that it would hold whole.
    fn cost(&self, scenario: &Scenario) -> Message {
        match items(scenario).filter(|item| self.holds(item)).map(item_size).max() {
            Some(bytes) => {
                let units = Units::whole(bytes.div_ceil(WRITE_BLOCK).max(1)).to_string();
                Message::new("dynamodb-f-index-items").with("units", units).with("bytes", bytes)
            }
            None => Message::new("dynamodb-f-index-kb").with("units", Units::whole(1).to_string()),
        }
    }

    /// Which items would be in it.
    fn inside(&self, scenario: &Scenario) -> Message {
        let (all, held) = items(scenario).fold((0_usize, 0_usize), |(all, held), item| (all + 1, held + usize::from(self.holds(item))));
        let id = if held < all { "dynamodb-f-index-sparse" } else { "dynamodb-f-index-all" };
        Message::new(id).with("held", held).with("all", all).with("key", self.partition.0.clone())
    }
}

#[cfg(test)]
mod tests {
    use crate::sim::Outcome;
    use crate::sim::dynamodb::scenario::run;
    use crate::text::{Lang, Texts};

    fn outcome(text: &str) -> Outcome {
        run(text).outcomes.remove(0)
    }

    fn label(text: &str) -> String {
        let outcome = outcome(text);
        assert_eq!(outcome.fixes.len(), 1, "{:?}", outcome.fixes);
        Texts::of(Lang::En).say(&outcome.fixes[0].label)
    }

    const TABLE: &str = "[table]\nname = \"Orders\"\npk = \"id:S\"\nsk = \"date:S\"\n";

    #[test]
    fn what_an_index_costs_is_reckoned_from_the_items_that_are_in_it() {
        let item = |id: &str, more: &str| format!("[[item]]\nid = \"{id}\"\ndate = \"d\"\n{more}\n");
        let note = "x".repeat(2_900);
        let items = item("a", &format!("open = \"yes\"\nnote = \"{note}\"")) + &item("b", &format!("note = \"{}\"", "x".repeat(9_000)));
        let text = format!("{TABLE}{items}[[pattern]]\nwhere = \"open = 'yes'\"\n");
        let said = label(&text);
        assert!(said.contains("costs 3 WCU more") && said.contains("1 of 2 (sparse)"), "{said}");
        let said = label(&format!("{TABLE}[[pattern]]\nwhere = \"open = 'yes'\"\n"));
        assert!(said.contains("1 WCU more for each KB") && said.contains("without open"), "{said}");
    }

    #[test]
    fn one_item_is_no_range() {
        let ids = |condition: &str| {
            let outcome = outcome(&format!("{TABLE}[[pattern]]\nwhere = \"{condition}\"\n"));
            outcome.steps.iter().map(|step| step.message.id).filter(|id| id.starts_with("dynamodb-s-sort") || *id == "dynamodb-s-range").collect::<Vec<_>>()
        };
        assert_eq!(ids("id = 'a' AND date = 'd'"), ["dynamodb-s-sort-one"]);
        assert_eq!(ids("id = 'a' AND date > 'd'"), ["dynamodb-s-range"]);
        assert_eq!(ids("id = 'a'"), Vec::<&str>::new());
    }

    #[test]
    fn a_function_of_another_language_is_recognised() {
        for (word, meant) in [("startswith", "begins_with"), ("startsWith", "begins_with"), ("includes", "contains"), ("length", "size")] {
            let refusals = run(&format!("{TABLE}[[pattern]]\nwhere = \"id = 'a' AND {word}(date, '2026')\"\n")).refusals;
            let hint = refusals[0].hint.as_ref().map(|hint| Texts::of(Lang::En).say(hint));
            assert_eq!(hint.as_deref(), Some(format!("did you mean {meant}?").as_str()), "{word}");
        }
    }
}
