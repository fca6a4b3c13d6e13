use super::Placeholders;
use super::condition::Operand;
use super::parse::Parser;
use super::path::{Path, apart};
use crate::sim::dynamodb::fault::{Fault, Result, invalid, invalid_value};
use crate::sim::dynamodb::value::{Item, Value};

const WHAT: &str = "UpdateExpression";

/// What an update does to an item.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Update {
    set: Vec<(Path, Term)>,
    remove: Vec<Path>,
    add: Vec<(Path, Value)>,
    delete: Vec<(Path, Value)>,
}

/// What stands right of the `=` of a `SET`.
#[derive(Clone, Debug, PartialEq)]
enum Term {
    Path(Path),
    Value(Value),
    IfNotExists(Path, Box<Term>),
    Append(Box<Term>, Box<Term>),
    Plus(Box<Term>, Box<Term>),
    Minus(Box<Term>, Box<Term>),
}

impl Update {
    /// Reads `SET`, `REMOVE`, `ADD` and `DELETE`, each at most once, in any order.
    pub fn read(text: &str, placeholders: &Placeholders) -> Result<Update> {
        let mut parser = Parser::new(WHAT, text, placeholders)?;
        let mut update = Update::default();
        let mut seen = Vec::new();
        while parser.peek().is_some() {
            let clause = ["SET", "REMOVE", "ADD", "DELETE"].into_iter().find(|word| parser.eat_word(word)).ok_or_else(|| parser.unexpected())?;
            if seen.contains(&clause) {
                return Err(parser.wrong(format!("The \"{clause}\" section can only be used once in an update expression;")));
            }
            seen.push(clause);
            loop {
                update.action(clause, &mut parser)?;
                if !parser.eat(",") {
                    break;
                }
            }
        }
        apart(WHAT, &update.paths())?;
        Ok(update)
    }

    fn action(&mut self, clause: &str, parser: &mut Parser<'_>) -> Result<()> {
        let path = parser.path()?;
        match clause {
            "SET" => {
                parser.expect("=")?;
                self.set.push((path, sum(parser)?));
            }
            "REMOVE" => self.remove.push(path),
            "ADD" => {
                let value = literal(parser, "ADD")?;
                if !matches!(value, Value::N(_) | Value::Ss(_) | Value::Ns(_) | Value::Bs(_)) {
                    return Err(operand_type(parser, "ADD", &value));
                }
                self.add.push((path, value));
            }
            _ => {
                let value = literal(parser, "DELETE")?;
                if !matches!(value, Value::Ss(_) | Value::Ns(_) | Value::Bs(_)) {
                    return Err(operand_type(parser, "DELETE", &value));
                }
                self.delete.push((path, value));
            }
        }
        Ok(())
    }

    fn paths(&self) -> Vec<&Path> {
        let valued = self.set.iter().map(|(p, _)| p).chain(&self.remove);
        valued.chain(self.add.iter().chain(&self.delete).map(|(p, _)| p)).collect()
    }

    /// The attributes that it changes, by their first name.
    pub fn attributes(&self) -> Vec<&str> {
        self.paths().into_iter().map(Path::first).collect()
    }

    /// Does it: every value is taken from the item as it was.
    pub fn apply(&self, old: &Item) -> Result<Item> {
        let mut item = old.clone();
        let nowhere = || invalid("The document path provided in the update expression is invalid for update");
        for (path, term) in &self.set {
            let value = term.value(old)?;
            path.put(&mut item, value).then_some(()).ok_or_else(nowhere)?;
        }
        let mut removals: Vec<&Path> = self.remove.iter().collect();
        removals.sort_by_key(|p| std::cmp::Reverse(p.last_element()));
        for path in removals {
            path.remove(&mut item).then_some(()).ok_or_else(nowhere)?;
        }
        for (path, value) in &self.add {
            let sum = added(path.find(old), value)?;
            path.put(&mut item, sum).then_some(()).ok_or_else(nowhere)?;
        }
        for (path, value) in &self.delete {
            match path.find(old).map(|v| without(v, value)).transpose()?.flatten() {
                Some(rest) => path.put(&mut item, rest),
                None => path.remove(&mut item),
            }
            .then_some(())
            .ok_or_else(nowhere)?;
        }
        Ok(item)
    }
}

fn literal(parser: &mut Parser<'_>, clause: &str) -> Result<Value> {
    match parser.operand()? {
        Operand::Value(value) => Ok(value),
        _ => Err(parser.wrong(format!("{clause} takes a value of the request"))),
    }
}

fn operand_type(parser: &Parser<'_>, clause: &str, value: &Value) -> Fault {
    parser.wrong(format!("Incorrect operand type for operator or function; operator: {clause}, operand type: {}", value.type_name()))
}

fn sum(parser: &mut Parser<'_>) -> Result<Term> {
    let first = term(parser, 0)?;
    if parser.eat("+") {
        return Ok(Term::Plus(Box::new(first), Box::new(term(parser, 0)?)));
    }
    if parser.eat("-") {
        return Ok(Term::Minus(Box::new(first), Box::new(term(parser, 0)?)));
    }
    Ok(first)
}

fn term(parser: &mut Parser<'_>, depth: usize) -> Result<Term> {
    if depth > 32 {
        return Err(parser.wrong("The expression is nested too deeply"));
    }
    let term = if parser.call("if_not_exists") {
        let path = parser.path()?;
        parser.expect(",")?;
        Term::IfNotExists(path, Box::new(self::term(parser, depth + 1)?))
    } else if parser.call("list_append") {
        let first = self::term(parser, depth + 1)?;
        parser.expect(",")?;
        Term::Append(Box::new(first), Box::new(self::term(parser, depth + 1)?))
    } else {
        return match parser.operand()? {
            Operand::Value(value) => Ok(Term::Value(value)),
            Operand::Path(path) => Ok(Term::Path(path)),
            Operand::Size(_) => Err(parser.wrong("The function is not allowed in an update expression; function: size")),
        };
    };
    parser.expect(")")?;
    Ok(term)
}

impl Term {
    fn value(&self, item: &Item) -> Result<Value> {
        let wrong = |operator: &str, value: &Value| {
            invalid(format!("An operand in the update expression has an incorrect data type: {operator} does not take {}", value.type_name()))
        };
        match self {
            Term::Value(value) => Ok(value.clone()),
            Term::Path(path) => {
                path.find(item).cloned().ok_or_else(|| invalid("The provided expression refers to an attribute that does not exist in the item"))
            }
            Term::IfNotExists(path, other) => path.find(item).cloned().map_or_else(|| other.value(item), Ok),
            Term::Append(a, b) => match (a.value(item)?, b.value(item)?) {
                (Value::L(mut a), Value::L(b)) => {
                    a.extend(b);
                    Ok(Value::L(a))
                }
                (Value::L(_), other) | (other, _) => Err(wrong("list_append", &other)),
            },
            Term::Plus(a, b) | Term::Minus(a, b) => match (a.value(item)?, b.value(item)?) {
                (Value::N(a), Value::N(b)) => if matches!(self, Term::Plus(..)) { a.plus(&b) } else { a.minus(&b) }.map(Value::N),
                (Value::N(_), other) | (other, _) => Err(wrong("+ or -", &other)),
            },
        }
    }
}

fn added(old: Option<&Value>, value: &Value) -> Result<Value> {
    Ok(match (old, value) {
        (None, value) => value.clone(),
        (Some(Value::N(a)), Value::N(b)) => Value::N(a.plus(b)?),
        (Some(Value::Ss(a)), Value::Ss(b)) => Value::Ss(a | b),
        (Some(Value::Ns(a)), Value::Ns(b)) => Value::Ns(a | b),
        (Some(Value::Bs(a)), Value::Bs(b)) => Value::Bs(a | b),
        (Some(old), _) => return Err(invalid_value(format!("ADD does not take {} to {}", value.type_name(), old.type_name()))),
    })
}

/// A set without members of another; a set may not be empty.
fn without(old: &Value, value: &Value) -> Result<Option<Value>> {
    Ok(match (old, value) {
        (Value::Ss(a), Value::Ss(b)) => Some(a - b).filter(|s| !s.is_empty()).map(Value::Ss),
        (Value::Ns(a), Value::Ns(b)) => Some(a - b).filter(|s| !s.is_empty()).map(Value::Ns),
        (Value::Bs(a), Value::Bs(b)) => Some(a - b).filter(|s| !s.is_empty()).map(Value::Bs),
        (old, _) => return Err(invalid_value(format!("DELETE does not take {} from {}", value.type_name(), old.type_name()))),
    })
}
