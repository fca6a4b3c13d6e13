//! Which way a question goes, why, and what the other ways would cost.

use serde_json::Value as Json;

use super::bill::Kept;
use super::print::Printer;
use super::read::Pattern;
use super::way::{Closed, Cost, Wanted, Way, WayKind, branches, ways};
use super::{fixes, picture, say};
use crate::sim::dynamodb::capacity::{READ_BLOCK, Units};
use crate::sim::dynamodb::expression::{Comparator, Condition, Range};
use crate::sim::dynamodb::json::write;
use crate::sim::dynamodb::schema::Schema;
use crate::sim::dynamodb::table::Table;
use crate::sim::{Cell, Change, Control, Notice, Outcome, Panel, Step, Tone};
use crate::text::Message;

/// A question with everything that is known about its ways.
struct Answer<'a> {
    table: &'a Table,
    pattern: &'a Pattern,
    /// The way, or the ways of several requests.
    taken: Vec<Way<'a>>,
    cost: Cost,
    /// The others that are open, with their costs.
    others: Vec<(Way<'a>, Cost)>,
    closed: Vec<Closed>,
    /// What the table keeps ready, where it is not paid on demand.
    kept: Option<Kept>,
}

/// The answer to a question.
pub fn outcome(table: &Table, text: &str, pattern: &Pattern, kept: Option<Kept>) -> Outcome {
    let condition = &pattern.filter.condition;
    let split = branches(condition);
    let wanted = Wanted { attributes: pattern.wants.as_deref(), consistent: pattern.consistent };
    let (mut open, closed) = ways(&table.schema, condition, &wanted);
    let blocked = refuse_global(table, pattern, &mut open);
    let several = split.as_ref().filter(|_| open.first().is_some_and(|w| w.kind == WayKind::Scan)).and_then(|s| each_by_key(table, pattern, s, &wanted));
    let mut with_cost: Vec<(Way<'_>, Cost)> = open.into_iter().map(|way| (way.clone(), way.cost(table, condition, pattern.consistent))).collect();
    let (taken, cost) = match several {
        Some(ways) => ways,
        None if with_cost.is_empty() => (Vec::new(), Cost::default()),
        None => {
            let (way, cost) = with_cost.remove(0);
            (vec![way], cost)
        }
    };
    let answer = Answer { table, pattern, taken, cost, others: with_cost, closed, kept };
    let mut outcome = if let Some(index) = blocked { answer.refused(&index) } else { answer.outcome() };
    outcome.asked = pattern.at.clone();
    outcome.controls.extend(consistency_control(text, pattern));
    outcome
}

/// Takes global indexes away from a question that must see the last write; names the one that would have been taken.
fn refuse_global(table: &Table, pattern: &Pattern, open: &mut Vec<Way<'_>>) -> Option<String> {
    if !pattern.consistent {
        return None;
    }
    let first = open.first().filter(|w| w.is_global(&table.schema)).map(|w| say::source(&table.schema, w.index).to_owned());
    open.retain(|w| !w.is_global(&table.schema));
    first.filter(|_| open.first().is_none_or(|w| w.kind == WayKind::Scan))
}

/// A way by key for each of several conditions; `None` if one of them has none.
fn each_by_key<'a>(table: &'a Table, pattern: &Pattern, each: &'a [Condition], wanted: &Wanted<'_>) -> Option<(Vec<Way<'a>>, Cost)> {
    let mut sum = Cost::default();
    let mut taken = Vec::new();
    for condition in each {
        let (mut open, _) = ways(&table.schema, condition, wanted);
        open.retain(|w| !(wanted.consistent && w.is_global(&table.schema)));
        let way = open.into_iter().next().filter(|w| w.kind != WayKind::Scan)?;
        let cost = way.cost(table, condition, pattern.consistent);
        sum = Cost {
            read: sum.read + cost.read,
            returned: sum.returned + cost.returned,
            bytes: sum.bytes + cost.bytes,
            pages: sum.pages + cost.pages,
            units: sum.units + cost.units,
            fetched: sum.fetched + cost.fetched,
        };
        taken.push(way);
    }
    Some((taken, sum))
}

impl Answer<'_> {
    fn schema(&self) -> &Schema {
        &self.table.schema
    }

    fn verdict(&self) -> String {
        let mut names: Vec<String> = self.taken.iter().map(|w| w.name(self.schema())).collect();
        names.dedup();
        match (self.taken.len(), names.as_slice()) {
            (1, [name]) => name.clone(),
            (count, [name]) => format!("{count} x {name}"),
            _ => names.join(" + "),
        }
    }

    fn codes(&self) -> Vec<&'static str> {
        let mut codes = Vec::new();
        if self.taken.len() > 1 {
            codes.push(say::SEVERAL);
        }
        let Some(way) = self.taken.first() else { return codes };
        codes.push(match (&way.kind, way.index) {
            (WayKind::Get(..), _) => say::WHOLE_KEY,
            (WayKind::Query(..), None) => say::PARTITION_KEY,
            (WayKind::Query(..), Some(_)) => say::INDEX_KEY,
            (WayKind::Scan, Some(_)) => say::SPARSE,
            (WayKind::Scan, None) if self.closed.iter().any(|c| c.named) => say::NOT_EQUAL,
            (WayKind::Scan, None) => say::NO_KEY,
        });
        if way.fetches {
            codes.push(say::NOT_PROJECTED);
        }
        if self.taken.iter().any(|w| !w.filter.is_empty()) {
            codes.push(say::FILTERED);
        }
        if self.cost.pages > self.taken.len() as u64 {
            codes.push(say::MORE_PAGES);
        }
        if self.short().is_some() {
            codes.push(say::UNDER_PROVISIONED);
        }
        codes
    }

    /// Units a second and those that the table keeps ready, where they are fewer; a global index keeps its own.
    fn short(&self) -> Option<(Units, Units)> {
        let own = !self.taken.iter().any(|way| way.is_global(self.schema()));
        let (wanted, ready) = (self.cost.units.times(self.pattern.rate?), Units::whole(self.kept?.reads));
        (own && wanted > ready).then_some((wanted, ready))
    }

    fn outcome(&self) -> Outcome {
        let headline = Message::new("dynamodb-p-head")
            .with("name", self.pattern.name.clone())
            .with("way", self.verdict())
            .with("read", self.cost.read)
            .with("returned", self.cost.returned)
            .with("units", self.cost.units.to_string());
        let mut panels = vec![self.table_of_ways()];
        panels.extend(picture::collections(self.table, &self.taken, &self.pattern.filter));
        panels.extend(self.requests());
        Outcome {
            verdict: self.verdict(),
            codes: self.codes(),
            headline: Some(headline),
            notices: self.notices(),
            steps: self.steps(),
            panels,
            ..Outcome::default()
        }
    }

    fn refused(&self, index: &str) -> Outcome {
        let message = Message::new("dynamodb-p-consistent").with("name", self.pattern.name.clone()).with("index", index.to_owned());
        Outcome {
            verdict: "refused".to_owned(),
            codes: vec![say::GSI_CONSISTENT],
            headline: Some(message),
            steps: self.steps(),
            panels: vec![self.table_of_ways()],
            ..Outcome::default()
        }
    }

    fn notices(&self) -> Vec<Notice> {
        let Some(way) = self.taken.first() else { return Vec::new() };
        let mut notices = Vec::new();
        if way.fetches {
            let id = if way.is_global(self.schema()) { "dynamodb-n-get-each" } else { "dynamodb-n-fetch" };
            let message = Message::new(id).with("index", say::source(self.schema(), way.index).to_owned()).with("count", self.cost.read);
            notices.push(Notice { code: Some(say::NOT_PROJECTED), message });
        }
        if way.kind == WayKind::Scan && way.index.is_none() && !fixes::can_be_indexed(self.schema(), &self.pattern.filter.condition) {
            notices.push(say::remark(Message::new("dynamodb-n-no-index")));
        }
        if let Some((wanted, ready)) = self.short() {
            let message = Message::new("dynamodb-n-short").with("units", wanted.to_string()).with("kept", ready.to_string());
            notices.push(Notice { code: Some(say::UNDER_PROVISIONED), message });
        }
        notices.extend(way.program.iter().map(|part| say::remark(Message::new("dynamodb-n-program").with("part", self.pattern.filter.said(part).to_owned()))));
        notices
    }

    fn table_of_ways(&self) -> Panel {
        let header = ["dynamodb-l-way", "dynamodb-l-read", "dynamodb-l-returned", "dynamodb-l-units", "dynamodb-l-why"].map(Message::new).to_vec();
        let mut rows = Vec::new();
        if !self.taken.is_empty() {
            rows.push(self.open_row(&self.verdict(), &self.cost, Cell::Message(self.reason(), Tone::Good), Tone::Strong));
        }
        rows.extend(self.others.iter().map(|(way, cost)| {
            let id = if way.kind == WayKind::Scan { "dynamodb-w-everything" } else { "dynamodb-w-possible" };
            self.open_row(&way.name(self.schema()), cost, Cell::Message(Message::new(id), Tone::Muted), Tone::Plain)
        }));
        for closed in &self.closed {
            let name = closed.index.map_or("GetItem, Query".to_owned(), |_| format!("Query {}", say::source(self.schema(), closed.index)));
            let blank = || Cell::Text(String::new(), Tone::Plain);
            rows.push(vec![Cell::Text(name, Tone::Muted), blank(), blank(), blank(), Cell::Message(closed.why.clone(), Tone::Muted)]);
        }
        Panel::Table { title: Some(Message::new("dynamodb-t-ways")), header, rows }
    }

    fn open_row(&self, name: &str, cost: &Cost, why: Cell, tone: Tone) -> Vec<Cell> {
        vec![Cell::Text(name.to_owned(), tone), say::number(cost.read), say::number(cost.returned), Cell::Number(cost.units.to_string()), why]
    }

    fn reason(&self) -> Message {
        let Some(way) = self.taken.first() else { return Message::new("dynamodb-w-everything") };
        match (&way.kind, way.index) {
            _ if self.taken.len() > 1 => Message::new("dynamodb-w-several"),
            (WayKind::Get(..), _) => Message::new("dynamodb-w-get"),
            (WayKind::Query(..), None) => Message::new("dynamodb-w-query"),
            (WayKind::Query(..), Some(_)) => Message::new("dynamodb-w-index"),
            (WayKind::Scan, Some(_)) => Message::new("dynamodb-w-sparse"),
            (WayKind::Scan, None) => Message::new("dynamodb-w-scan"),
        }
    }

    fn steps(&self) -> Vec<Step> {
        let mut steps = self.way_steps();
        if !self.taken.is_empty() {
            steps.push(self.units_step());
            if self.cost.pages > self.taken.len() as u64 {
                steps.push(Message::new("dynamodb-s-pages").with("pages", self.cost.pages));
            }
            if self.cost.fetched > Units::ZERO {
                steps.push(Message::new("dynamodb-s-fetched").with("units", self.cost.fetched.to_string()).with("total", self.cost.units.to_string()));
            }
        }
        for way in self.taken.iter().take(1).filter(|w| !w.filter.is_empty()) {
            let parts: Vec<&str> = way.filter.iter().map(|p| self.pattern.filter.said(p)).collect();
            let dropped = self.cost.read.saturating_sub(self.cost.returned);
            steps.push(Message::new("dynamodb-s-filter").with("filter", parts.join(" AND ")).with("dropped", dropped).with("returned", self.cost.returned));
        }
        if let Some(wants) = self.pattern.wants.as_ref().filter(|wants| !wants.is_empty() && !self.taken.is_empty()) {
            steps.push(Message::new("dynamodb-s-projection").with("wants", wants.join(", ")));
        }
        if let Some((_, scan)) = self.others.iter().find(|(w, _)| w.kind == WayKind::Scan && w.index.is_none()) {
            steps.push(Message::new("dynamodb-s-scan").with("read", scan.read).with("units", scan.units.to_string()));
        }
        if let (Some(rate), false) = (self.pattern.rate, self.taken.is_empty()) {
            let each_second = self.cost.units.times(rate);
            steps.push(Message::new("dynamodb-s-rate").with("rate", rate).with("units", each_second.to_string()));
        }
        steps.into_iter().map(say::step).collect()
    }

    /// The ways that are closed with why, the one taken with why, and where it leads.
    fn way_steps(&self) -> Vec<Message> {
        const MOST: usize = 4;
        let closed = |c: &Closed| Message::new("dynamodb-s-closed").with("source", say::source(self.schema(), c.index).to_owned()).with("why", c.why.clone());
        let mut steps: Vec<Message> = self.closed.iter().take(MOST).map(closed).collect();
        if !self.taken.is_empty() {
            steps.push(Message::new("dynamodb-s-chosen").with("way", self.verdict()).with("why", self.reason()));
        }
        for way in self.taken.iter().take(MOST) {
            steps.extend(self.key_steps(way));
        }
        steps
    }

    fn units_step(&self) -> Message {
        let own = self.cost.units.minus(self.cost.fetched).to_string();
        if self.taken.len() > 1 {
            return Message::new("dynamodb-s-units-each").with("read", self.cost.read).with("count", self.taken.len()).with("units", own);
        }
        let strong = self.pattern.consistent;
        let id = if strong { "dynamodb-s-units-strong" } else { "dynamodb-s-units" };
        let blocks = self.cost.bytes.div_ceil(READ_BLOCK).max(1);
        Message::new(id).with("read", self.cost.read).with("bytes", self.cost.bytes).with("blocks", blocks).with("units", own)
    }

    fn key_steps(&self, way: &Way<'_>) -> Vec<Message> {
        let keys = way.index.and_then(|i| self.schema().indexes.get(i)).map_or(&self.schema().keys, |i| &i.keys);
        let partition = match &way.kind {
            WayKind::Get(partition, _) | WayKind::Query(partition, _) => partition,
            WayKind::Scan => return Vec::new(),
        };
        let source = say::source(self.schema(), way.index).to_owned();
        let hashed = Message::new("dynamodb-s-hash").with("source", source).with("key", keys.partition.name.clone()).with("value", say::scalar(partition));
        let sort = keys.sort.as_ref().filter(|_| !matches!(way.kind, WayKind::Query(_, Range::All)));
        std::iter::once(hashed).chain(sort.map(|s| sorted(&way.kind, &s.name))).collect()
    }

    /// The request as the API takes it, placeholders and all.
    fn requests(&self) -> Option<Panel> {
        let way = self.taken.first()?;
        let fields = request(self.schema(), way, self.pattern);
        let last = fields.len() - 1;
        let line = |(i, (name, value)): (usize, &(&str, Json))| {
            let (open, end) = (if i == 0 { "{ " } else { "  " }, if i == last { " }" } else { "," });
            format!("{open}\"{name}\": {value}{end}")
        };
        let lines = fields.iter().enumerate().map(line).collect();
        let title = Message::new("dynamodb-t-request").with("operation", way.name(self.schema()).split(' ').next().unwrap_or_default().to_owned());
        Some(Panel::Text { title: Some(title), lines })
    }
}

/// What the sort key says among the items of one partition.
fn sorted(kind: &WayKind, key: &str) -> Message {
    let (id, value) = match kind {
        WayKind::Get(_, Some(value)) => ("dynamodb-s-sort-one", say::scalar(value)),
        WayKind::Query(_, Range::Compare(Comparator::Equal, value)) => ("dynamodb-s-sort-equal", say::scalar(value)),
        _ => return Message::new("dynamodb-s-range").with("key", key.to_owned()),
    };
    Message::new(id).with("key", key.to_owned()).with("value", value)
}

/// The fields of the request in the order in which people write them.
fn request(schema: &Schema, way: &Way<'_>, pattern: &Pattern) -> Vec<(&'static str, Json)> {
    let mut printer = Printer::default();
    let mut fields = vec![("TableName", Json::from(schema.name.as_str()))];
    let index = way.index.and_then(|i| schema.indexes.get(i));
    fields.extend(index.map(|i| ("IndexName", i.name.as_str().into())));
    let keys = index.map_or(&schema.keys, |i| &i.keys);
    match &way.kind {
        WayKind::Get(partition, sort) => {
            let values = std::iter::once(partition).chain(sort);
            let key = keys.columns().zip(values).map(|(c, v)| (c.name.clone(), write(&v.into())));
            fields.push(("Key", Json::Object(key.collect())));
        }
        WayKind::Query(partition, range) => fields.push(("KeyConditionExpression", printer.keys(keys, partition, range).into())),
        WayKind::Scan => {}
    }
    if !way.filter.is_empty() && !matches!(way.kind, WayKind::Get(..)) {
        let filter = way.filter.iter().map(|p| printer.condition(p)).collect::<Vec<_>>().join(" AND ");
        fields.push(("FilterExpression", filter.into()));
    }
    if let Some(wants) = pattern.wants.as_ref().filter(|w| !w.is_empty() && !way.fetches) {
        fields.push(("ProjectionExpression", wants.iter().map(|name| printer.name(name)).collect::<Vec<_>>().join(", ").into()));
    }
    if pattern.consistent {
        fields.push(("ConsistentRead", true.into()));
    }
    fields.extend(printer.fields());
    fields
}

/// Turns `consistent` on or off; only where the pattern is a block of lines.
fn consistency_control(text: &str, pattern: &Pattern) -> Option<Control> {
    let label = Message::new(if pattern.consistent { "dynamodb-c-eventual" } else { "dynamodb-c-strong" });
    let change = match &pattern.consistent_at {
        Some(at) => Change { range: at.clone(), text: (!pattern.consistent).to_string() },
        None if text.get(pattern.at.clone())?.starts_with("[[") => {
            let end = pattern.condition_at.end;
            Change { range: end..end, text: "\nconsistent = true".to_owned() }
        }
        None => return None,
    };
    Some(Control { key: 'c', label, ask: None, change })
}
