//! Reading a condition: `NOT` binds closer than `AND`, `AND` closer than `OR`.
//!
//! AWS refuses some conditions that can never hold (bounds the wrong way round, an order between sets, a
//! type that there is not); the implementations that cases were recorded from let them be false, and so
//! does this.

use std::ops::Range;

use super::Placeholders;
use super::condition::{Comparator, Condition, Function, Node, Operand};
use super::path::{Path, Step};
use super::token::{Token, tokens, unexpected};
use crate::sim::dynamodb::fault::{Fault, FaultKind, Result, invalid};
use crate::sim::dynamodb::reserved::is_reserved;
use crate::sim::dynamodb::value::Value;

/// How deep parentheses and `NOT` may stand in each other; AWS allows 300 operators in all.
const DEEPEST: usize = 150;
/// The most values after `IN`.
const MOST_IN: usize = 100;

/// Reads an expression token by token.
pub struct Parser<'e> {
    /// The parameter that holds it.
    pub what: &'static str,
    text: &'e str,
    tokens: Vec<(Token<'e>, Range<usize>)>,
    at: usize,
    depth: usize,
    /// The tokens of the group read last: where it opens and where the next begins.
    group: Option<(usize, usize)>,
    placeholders: &'e Placeholders,
}

/// Reads a whole condition.
pub fn condition(what: &'static str, text: &str, placeholders: &Placeholders) -> Result<Condition> {
    let mut parser = Parser::new(what, text, placeholders)?;
    let condition = parser.either()?;
    parser.end()?;
    Ok(condition)
}

impl<'e> Parser<'e> {
    /// Begins at the first token.
    pub fn new(what: &'static str, text: &'e str, placeholders: &'e Placeholders) -> Result<Parser<'e>> {
        Ok(Parser { what, text, tokens: tokens(what, text)?, at: 0, depth: 0, group: None, placeholders })
    }

    /// The next token.
    pub fn peek(&self) -> Option<Token<'e>> {
        self.tokens.get(self.at).map(|(token, _)| *token)
    }

    /// Takes the next token if it is this sign.
    pub fn eat(&mut self, sign: &str) -> bool {
        let is = matches!(self.peek(), Some(Token::Sign(s)) if s == sign);
        self.at += usize::from(is);
        is
    }

    /// Takes the next token if it is this word, whatever its case.
    pub fn eat_word(&mut self, word: &str) -> bool {
        let is = matches!(self.peek(), Some(Token::Word(w)) if w.eq_ignore_ascii_case(word));
        self.at += usize::from(is);
        is
    }

    /// Takes this sign or fails.
    pub fn expect(&mut self, sign: &str) -> Result<()> {
        if self.eat(sign) { Ok(()) } else { Err(self.unexpected()) }
    }

    /// Fails unless everything has been read.
    pub fn end(&self) -> Result<()> {
        if self.at == self.tokens.len() { Ok(()) } else { Err(self.unexpected()) }
    }

    /// The next token is not what may stand there.
    pub fn unexpected(&self) -> Fault {
        let at = self.tokens.get(self.at).map_or(self.text.len()..self.text.len(), |(_, span)| span.clone());
        unexpected(self.what, self.text, at)
    }

    /// Something is wrong that is not a matter of syntax.
    pub fn wrong(&self, why: impl std::fmt::Display) -> Fault {
        let at = self.tokens.get(self.at).map(|(_, span)| span.clone());
        Fault { at, ..invalid(format!("Invalid {}: {why}", self.what)) }
    }

    fn begin(&self) -> usize {
        self.tokens.get(self.at).map_or(self.text.len(), |(_, span)| span.start)
    }

    fn since(&self, begin: usize) -> Range<usize> {
        begin..self.at.checked_sub(1).and_then(|i| self.tokens.get(i)).map_or(begin, |(_, span)| span.end)
    }

    fn either(&mut self) -> Result<Condition> {
        self.chain("OR", Parser::both, Node::Or)
    }

    fn both(&mut self) -> Result<Condition> {
        self.chain("AND", Parser::negated, Node::And)
    }

    fn chain(&mut self, word: &str, each: fn(&mut Self) -> Result<Condition>, join: fn(Vec<Condition>) -> Node) -> Result<Condition> {
        let begin = self.begin();
        let first = each(self)?;
        let mut all = vec![first];
        while self.eat_word(word) {
            all.push(each(self)?);
        }
        match all.len() {
            1 => Ok(all.swap_remove(0)),
            _ => Ok(Condition { span: self.since(begin), node: join(all) }),
        }
    }

    fn deeper(&mut self, each: impl FnOnce(&mut Self) -> Result<Condition>) -> Result<Condition> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.wrong("The expression is nested too deeply"));
        }
        let inner = each(self);
        self.depth -= 1;
        inner
    }

    fn negated(&mut self) -> Result<Condition> {
        let begin = self.begin();
        if self.eat_word("NOT") {
            let inner = self.deeper(Parser::negated)?;
            return Ok(Condition { span: self.since(begin), node: Node::Not(Box::new(inner)) });
        }
        if !self.eat("(") {
            return self.test();
        }
        let open = self.at;
        let inner = self.deeper(Parser::either)?;
        self.expect(")")?;
        if self.group == Some((open, self.at - 1)) {
            return Err(self.wrong("The expression has redundant parentheses;"));
        }
        self.group = Some((open - 1, self.at));
        Ok(Condition { span: self.since(begin), node: inner.node })
    }

    fn test(&mut self) -> Result<Condition> {
        let begin = self.begin();
        if let Some(function) = self.function()? {
            return Ok(Condition { node: function, span: self.since(begin) });
        }
        let left = self.operand()?;
        let node = if self.eat_word("BETWEEN") {
            let low = self.operand()?;
            if !self.eat_word("AND") {
                return Err(self.unexpected());
            }
            let high = self.operand()?;
            Node::Between(left, low, high)
        } else if self.eat_word("IN") {
            Node::In(left, self.list()?)
        } else {
            let Some(comparator) = self.peek().and_then(|t| Comparator::of(t.text())) else { return Err(self.unexpected()) };
            self.at += 1;
            let right = self.operand()?;
            self.comparable(comparator, &left, &right)?;
            Node::Compare(comparator, left, right)
        };
        Ok(Condition { span: self.since(begin), node })
    }

    fn list(&mut self) -> Result<Vec<Operand>> {
        self.expect("(")?;
        let mut list = vec![self.operand()?];
        while self.eat(",") {
            list.push(self.operand()?);
        }
        self.expect(")")?;
        if list.len() > MOST_IN {
            return Err(self.wrong(format!("The IN operator is provided with too many operands; number of operands: {}", list.len())));
        }
        Ok(list)
    }

    fn operand_type(&self, operator: &str, value: &Value) -> Fault {
        self.wrong(format!("Incorrect operand type for operator or function; operator or function: {operator}, operand type: {}", value.type_name()))
    }

    fn comparable(&self, comparator: Comparator, left: &Operand, right: &Operand) -> Result<()> {
        if left == right && matches!(left, Operand::Path(_)) {
            return Err(self.wrong(format!(
                "The first operand must be distinct from the remaining operands for this operator or function; operator: {}",
                comparator.sign()
            )));
        }
        Ok(())
    }

    /// A word before a parenthesis is a function; `size` is an operand.
    fn called(&self) -> Option<&'e str> {
        match (self.peek(), self.tokens.get(self.at + 1)) {
            (Some(Token::Word(name)), Some((Token::Sign("("), _))) => Some(name),
            _ => None,
        }
    }

    fn function(&mut self) -> Result<Option<Node>> {
        let Some(name) = self.called().filter(|name| *name != "size") else { return Ok(None) };
        if ["NOT", "AND", "OR", "IN", "BETWEEN"].iter().any(|word| name.eq_ignore_ascii_case(word)) {
            return Err(self.unexpected());
        }
        let Some(function) = Function::of(name) else {
            return Err(self.wrong(format!("Invalid function name; function: {name}")));
        };
        self.at += 1;
        let mut operands = self.list()?;
        let wanted = if matches!(function, Function::Exists | Function::NotExists) { 1 } else { 2 };
        if operands.len() != wanted {
            let count = operands.len();
            return Err(self.wrong(format!("Incorrect number of operands for operator or function; operator or function: {name}, number of operands: {count}")));
        }
        let second = if wanted == 2 { operands.pop() } else { None };
        let Some(first) = operands.pop() else { return Err(self.unexpected()) };
        self.fits(function, &first, second.as_ref())?;
        Ok(Some(Node::Call(function, first, second)))
    }

    fn fits(&self, function: Function, first: &Operand, second: Option<&Operand>) -> Result<()> {
        let name = function.name();
        let by_path = matches!(function, Function::Exists | Function::NotExists | Function::Type);
        if by_path && !matches!(first, Operand::Path(_)) {
            return Err(self.wrong(format!("Operator or function requires a document path; operator or function: {name}")));
        }
        match (function, second) {
            (Function::Type, Some(Operand::Value(Value::S(_)))) => Ok(()),
            (Function::Type, Some(Operand::Value(other))) => Err(self.operand_type(name, other)),
            (Function::Type, _) => Err(self.wrong("The second operand of attribute_type must be a value of the request")),
            (Function::BeginsWith, Some(Operand::Value(other))) if !matches!(other, Value::S(_) | Value::B(_)) => Err(self.operand_type(name, other)),
            (_, Some(second)) if second == first => {
                Err(self.wrong(format!("The first operand must be distinct from the remaining operands for this operator or function; operator: {name}")))
            }
            _ => Ok(()),
        }
    }

    /// An attribute, a value of the request or `size(attribute)`.
    pub fn operand(&mut self) -> Result<Operand> {
        if let Some(Token::ValueRef(key)) = self.peek() {
            self.at += 1;
            return Ok(Operand::Value(self.placeholders.value(self.what, key)?));
        }
        match self.called() {
            Some("size") => {
                self.at += 2;
                let path = self.path()?;
                self.expect(")")?;
                Ok(Operand::Size(path))
            }
            Some(name) => Err(self.wrong(format!("Invalid function name; function: {name}"))),
            None => Ok(Operand::Path(self.path()?)),
        }
    }

    /// A function's name that an update knows, with its parenthesis taken.
    pub fn call(&mut self, name: &str) -> bool {
        let is = self.called() == Some(name);
        self.at += if is { 2 } else { 0 };
        is
    }

    /// The path of an attribute.
    pub fn path(&mut self) -> Result<Path> {
        let name = self.name()?;
        let mut steps = Vec::new();
        loop {
            if self.eat(".") {
                steps.push(Step::Field(self.name()?));
            } else if self.eat("[") {
                let Some(Token::Digits(digits)) = self.peek() else { return Err(self.unexpected()) };
                let index = digits.parse().map_err(|_| self.wrong("List index is not within the allowable range"))?;
                self.at += 1;
                self.expect("]")?;
                steps.push(Step::Element(index));
            } else {
                break;
            }
        }
        if steps.len() >= 32 {
            return Err(self.wrong("The document path has too many nesting elements"));
        }
        Ok(Path::new(name, steps))
    }

    fn name(&mut self) -> Result<String> {
        let name = match self.peek() {
            Some(Token::Word(word)) if is_reserved(word) => {
                let text = format!("Invalid {}: Attribute name is a reserved keyword; reserved keyword: {word}", self.what);
                let at = self.tokens.get(self.at).map(|(_, span)| span.clone());
                return Err(Fault { at, ..Fault::new(FaultKind::ReservedWord, text) });
            }
            Some(Token::Word(word)) => word.to_owned(),
            Some(Token::NameRef(key)) => self.placeholders.name(self.what, key)?,
            _ => return Err(self.unexpected()),
        };
        self.at += 1;
        Ok(name)
    }
}
