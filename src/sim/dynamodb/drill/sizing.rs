use super::value::Value;
use super::{Question, orders};
use crate::sim::dynamodb::number::Number;
use crate::sim::dynamodb::value::{self, Item, Value as Attribute};
use crate::sim::rng::Rng;
use crate::text::Message;

/// How many bytes an item has.
pub fn item_size(rng: &mut Rng, level: u8) -> Question {
    let order = format!("o-{}", rng.within(1, 9999));
    let note = pick(rng, &["gift", "fragile", "call first", "leave at the door"]);
    let city = pick(rng, &["부산", "서울", "대구", "인천"]);
    let price = u64::from(rng.within(1, 9999)) * 10 + 1;
    let mut item = Item::from([("OrderID".to_owned(), Attribute::S(order)), ("note".to_owned(), Attribute::S(note.to_owned()))]);
    if level >= 2 {
        item.insert("price".to_owned(), Attribute::N(Number::whole(price)));
        item.insert("paid".to_owned(), Attribute::Bool(rng.coin()));
    }
    if level >= 3 {
        item.insert("city".to_owned(), Attribute::S(city.to_owned()));
    }
    let size = value::item_size(&item);
    let names: u64 = item.keys().map(|name| name.len() as u64).sum();
    let letters: u64 = item.iter().map(|(name, value)| name.len() as u64 + shown(value).trim_matches('"').chars().count() as u64).sum();
    let mut question = Question::new(Message::new("dynamodb-q-item-size").with("item", written(&item)), Value::whole(size))
        .because(Message::new("dynamodb-a-item-size").with("names", names).with("values", size - names).with("size", size))
        .slip(Value::whole(size - names), "dynamodb-m-no-names")
        .slip(Value::whole(letters), "dynamodb-m-letters");
    if level >= 2 {
        question = question.because(Message::new("dynamodb-a-number-size"));
    }
    if level >= 3 {
        question = question.because(Message::new("dynamodb-a-hangul"));
    }
    let lines: Vec<String> = item.iter().map(|(name, value)| format!("{name} = {}", shown(value))).collect();
    question.shown(format!("{}\n[[item]]\n{}\n", orders(false), lines.join("\n")))
}

fn pick<'a>(rng: &mut Rng, all: &[&'a str]) -> &'a str {
    let last = u32::try_from(all.len()).unwrap_or(1).saturating_sub(1);
    all.get(rng.within(0, last) as usize).copied().unwrap_or_default()
}

fn written(item: &Item) -> String {
    let parts: Vec<String> = item.iter().map(|(name, value)| format!("{name}: {}", shown(value))).collect();
    format!("{{ {} }}", parts.join(", "))
}

fn shown(value: &Attribute) -> String {
    match value {
        Attribute::S(text) => format!("\"{text}\""),
        Attribute::N(number) => number.to_string(),
        Attribute::Bool(is) => is.to_string(),
        _ => String::new(),
    }
}
