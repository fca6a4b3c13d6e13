//! Which way a question goes, and what is in a page, a table or an index.

use super::value::Value;
use super::{Question, orders};
use crate::sim::rng::Rng;
use crate::text::Message;

const INDEX: &str = "\n[[gsi]]\nname = \"byRegion\"\npk = \"region:S\"\nsk = \"date:S\"\n";
const REGIONS: [&str; 4] = ["Busan", "Seoul", "Daegu", "Incheon"];

/// Conditions by the way that they open, with why, for each level.
const CONDITIONS: [&[(&str, &str, &str)]; 3] = [
    &[
        ("OrderID = 'o-1' AND date = '2026-11-24'", "get", "dynamodb-a-way-get"),
        ("OrderID = 'o-1'", "query", "dynamodb-a-way-query"),
        ("region = 'Busan'", "index", "dynamodb-a-way-index"),
        ("price > 1000", "scan", "dynamodb-a-way-no-key"),
    ],
    &[
        ("OrderID = 'o-1' AND begins_with(date, '2026-11')", "query", "dynamodb-a-way-query"),
        ("date = '2026-11-24'", "scan", "dynamodb-a-way-sort-only"),
        ("region = 'Busan' AND date >= '2026-11-01'", "index", "dynamodb-a-way-index"),
        ("begins_with(OrderID, 'o-')", "scan", "dynamodb-a-way-equal"),
        ("OrderID = 'o-1' AND price > 1000", "query", "dynamodb-a-way-query-filter"),
    ],
    &[
        ("OrderID = 'o-1' AND contains(date, '11')", "query", "dynamodb-a-way-query-program"),
        ("NOT OrderID = 'o-1'", "scan", "dynamodb-a-way-equal"),
        ("region = 'Busan' OR price > 1000", "scan", "dynamodb-a-way-or"),
        ("region <> 'Busan'", "scan", "dynamodb-a-way-equal"),
        ("region BETWEEN 'A' AND 'Busan'", "scan", "dynamodb-a-way-equal"),
        ("region = 'Busan' AND date = '2026-11-24'", "index", "dynamodb-a-way-index-exact"),
        ("region = 'Busan' AND price > 1000", "index", "dynamodb-a-way-index-filter"),
        ("OrderID = 'o-1' AND region = 'Busan'", "query", "dynamodb-a-way-query-filter"),
    ],
];

/// Which way a condition goes.
pub fn way(rng: &mut Rng, level: u8) -> Question {
    let conditions = CONDITIONS[usize::from(level.clamp(1, 3)) - 1];
    let last = u32::try_from(conditions.len() - 1).unwrap_or(0);
    let (condition, right, why) = conditions[rng.within(0, last) as usize];
    let order = format!("o-{}", rng.within(1, 99));
    let region = REGIONS[rng.within(0, 3) as usize];
    let condition = condition.replace("o-1", &order).replace("Busan", region);
    let mistake = |word: &'static str| match (word, right) {
        ("get", _) => "dynamodb-m-way-get",
        ("query", _) => "dynamodb-m-way-query",
        ("index", _) => "dynamodb-m-way-index",
        (_, "scan") | (_, _) => "dynamodb-m-way-scan",
    };
    let mut question = Question::new(Message::new("dynamodb-q-way").with("condition", condition.clone()), Value::Word(right)).because(Message::new(why));
    for word in ["get", "query", "index", "scan"] {
        question.choices.push((word, Message::new(choice(word))));
        if word != right {
            question = question.slip(Value::Word(word), mistake(word));
        }
    }
    question.shown(format!("{}{INDEX}{}\n[[pattern]]\nwhere = \"{condition}\"\n", orders(true), few_items(&order, region)))
}

fn choice(word: &str) -> &'static str {
    match word {
        "get" => "dynamodb-way-get",
        "query" => "dynamodb-way-query",
        "index" => "dynamodb-way-index",
        _ => "dynamodb-way-scan",
    }
}

fn few_items(order: &str, region: &str) -> String {
    let item = |order: &str, date: &str, region: &str, price: u32| {
        format!("\n[[item]]\nOrderID = \"{order}\"\ndate = \"2026-11-{date}\"\nregion = \"{region}\"\nprice = {price}\n")
    };
    item(order, "24", region, 1200) + &item(order, "25", region, 300) + &item("o-200", "24", "Jeju", 900) + &item("o-201", "26", region, 2500)
}

/// How many items there are after some puts.
pub fn replace(rng: &mut Rng, level: u8) -> Question {
    let puts = rng.within(4, if level == 1 { 5 } else { 8 });
    let sort = level >= 2;
    let mut keys: Vec<(u32, u32)> = Vec::new();
    for i in 0..puts {
        // The last put repeats an earlier key, so that something is always replaced.
        let earlier = keys.get(rng.within(0, i.max(1) - 1) as usize).copied();
        let fresh = (rng.within(1, 3), rng.within(1, if level == 3 { 4 } else { 3 }));
        keys.push(earlier.filter(|_| i + 1 == puts).unwrap_or(fresh));
    }
    let said = |(order, day): &(u32, u32)| if sort { format!("(o-{order}, 11-0{day})") } else { format!("o-{order}") };
    let count = |mut all: Vec<(u32, u32)>| {
        all.sort_unstable();
        all.dedup();
        all.len() as u64
    };
    let partitions = count(keys.iter().map(|(order, _)| (*order, 0)).collect());
    let right = if sort { count(keys.clone()) } else { partitions };
    let list = keys.iter().map(said).collect::<Vec<_>>().join(", ");
    let items: String = keys.iter().enumerate().map(|(i, (order, day))| put(i, *order, *day)).collect();
    let id = if sort { "dynamodb-q-replace-sort" } else { "dynamodb-q-replace" };
    let mut question = Question::new(Message::new(id).with("list", list), Value::whole(right))
        .because(Message::new("dynamodb-a-replace").with("puts", puts).with("items", right))
        .slip(Value::whole(puts.into()), "dynamodb-m-puts");
    if sort {
        question = question.slip(Value::whole(partitions), "dynamodb-m-partitions");
    }
    question.shown(format!("{}{items}", orders(sort)))
}

fn put(i: usize, order: u32, day: u32) -> String {
    format!("\n[[item]]\nOrderID = \"o-{order}\"\ndate = \"2026-11-0{day}\"\nversion = {}\n", i + 1)
}

/// How many items a page with a limit returns.
pub fn limit(rng: &mut Rng, level: u8) -> Question {
    let all = rng.within(8, 12);
    let limit = rng.within(3, if level == 1 { 4 } else { 6 });
    // An empty page that is not the last is the surprise of level 3, and no rule of it.
    let is_empty = level == 3 && rng.coin();
    let open: Vec<bool> = (0..all).map(|i| rng.coin() && !(is_empty && i < limit)).collect();
    // A row of nothing but open orders would teach nothing.
    let open: Vec<bool> = open.into_iter().enumerate().map(|(i, is)| is && i != 1).collect();
    let first = open.iter().take(limit as usize).filter(|is| **is).count() as u64;
    let total = open.iter().filter(|is| **is).count() as u64;
    let list = open.iter().map(|is| if *is { "open" } else { "done" }).collect::<Vec<_>>().join(", ");
    let items: String = open
        .iter()
        .enumerate()
        .map(|(i, is)| format!("\n[[item]]\nOrderID = \"o-1\"\ndate = \"2026-11-{:02}\"\nstate = \"{}\"\n", i + 1, if *is { "open" } else { "done" }))
        .collect();
    let request = format!(
        "{{\"KeyConditionExpression\":\"OrderID = :o\",\"FilterExpression\":\"#s = :open\",\"Limit\":{limit},\"ExpressionAttributeNames\":{{\"#s\":\"state\"}},\"ExpressionAttributeValues\":{{\":o\":{{\"S\":\"o-1\"}},\":open\":{{\"S\":\"open\"}}}}}}"
    );
    Question::new(Message::new("dynamodb-q-limit").with("list", list).with("limit", limit), Value::whole(first))
        .because(Message::new("dynamodb-a-limit").with("limit", limit).with("first", first))
        .slip(Value::whole(total.min(limit.into())), "dynamodb-m-limit-found")
        .slip(Value::whole(limit.into()), "dynamodb-m-limit-found")
        .slip(Value::whole(total), "dynamodb-m-limit-all")
        .shown(format!("{}{items}\n[[op]]\nquery = '{request}'\n", orders(true)))
}

/// How many items an index holds.
pub fn sparse(rng: &mut Rng, level: u8) -> Question {
    let count = rng.within(5, if level == 1 { 6 } else { 9 });
    let with_region: Vec<bool> = (0..count).map(|i| i == 0 || (i != 1 && rng.coin())).collect();
    let with_date: Vec<bool> = (0..count).map(|i| level < 3 || i == 0 || (i != 2 && rng.coin())).collect();
    let inside = with_region.iter().zip(&with_date).filter(|(a, b)| **a && **b).count() as u64;
    let regions = with_region.iter().filter(|is| **is).count() as u64;
    let said = |i: usize| {
        let mut parts = vec![format!("o-{}", i + 1)];
        parts.extend(with_region[i].then(|| "region".to_owned()));
        parts.extend((level == 3 && with_date[i]).then(|| "paidAt".to_owned()));
        format!("({})", parts.join(" "))
    };
    let list = (0..count as usize).map(said).collect::<Vec<_>>().join(", ");
    let items: String = (0..count as usize)
        .map(|i| {
            let region = if with_region[i] { "region = \"Busan\"\n" } else { "" };
            let date = if level == 3 && with_date[i] { "paidAt = \"2026-11-24\"\n" } else { "" };
            format!("\n[[item]]\nOrderID = \"o-{}\"\n{region}{date}", i + 1)
        })
        .collect();
    let (id, sort) = if level == 3 { ("dynamodb-q-sparse-two", "sk = \"paidAt:S\"\n") } else { ("dynamodb-q-sparse", "") };
    let mut question = Question::new(Message::new(id).with("list", list), Value::whole(inside))
        .because(Message::new("dynamodb-a-sparse").with("inside", inside).with("count", count))
        .slip(Value::whole(count.into()), "dynamodb-m-sparse-all")
        .slip(Value::whole(u64::from(count) - inside), "dynamodb-m-sparse-out");
    if level == 3 {
        question = question.slip(Value::whole(regions), "dynamodb-m-sparse-one-key");
    }
    question.shown(format!("{}\n[[gsi]]\nname = \"byRegion\"\npk = \"region:S\"\n{sort}{items}", orders(false)))
}
