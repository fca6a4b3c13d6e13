use super::page::{Page, hanging, lines};
use crate::content::{Choice, Inlines, Kind, Question};
use crate::text::width;

impl Page<'_> {
    /// A question as it is asked: the answer is not given away.
    pub(super) fn question(&self, question: &Question, cells: usize) -> Vec<String> {
        let mut out = vec![format!("{} · {} ({})", self.texts.get("read-question"), question.id, self.texts.get(kind(&question.kind)))];
        let mut inner = self.blocks(&question.prompt, cells - 2);
        let shape = self.shape(&question.kind, cells - 2);
        if !shape.is_empty() {
            inner.push(String::new());
            inner.extend(shape);
        }
        out.extend(hanging("  ", inner));
        out
    }

    fn shape(&self, kind: &Kind, cells: usize) -> Vec<String> {
        match kind {
            Kind::Choice(choices) => self.choices("( ) ", choices, cells),
            Kind::Select(choices) => self.choices("[ ] ", choices, cells),
            Kind::Order(items) => self.shuffled(items.iter()).into_iter().flat_map(|item| hanging("- ", lines(&item, cells - 2))).collect(),
            Kind::Match { columns, pairs } => {
                let column = |at: usize| [self.line(&columns[at])].into_iter().chain(self.shuffled(pairs.iter().map(|pair| &pair[at]))).collect::<Vec<_>>();
                self.side_by_side(&column(0), &column(1), cells)
            }
            Kind::Typed { .. } => vec!["= ____".to_owned()],
            Kind::Cloze { .. } | Kind::Recall { .. } | Kind::Rubric { .. } => Vec::new(),
        }
    }

    fn choices(&self, mark: &str, choices: &[Choice], cells: usize) -> Vec<String> {
        choices.iter().flat_map(|choice| hanging(mark, lines(&self.line(&choice.text), cells - width(mark)))).collect()
    }

    /// In the order of the alphabet, which says nothing about the right one.
    fn shuffled<'i>(&self, items: impl Iterator<Item = &'i Inlines>) -> Vec<String> {
        let mut items: Vec<String> = items.map(|item| self.line(item)).collect();
        items.sort();
        items
    }

    fn side_by_side(&self, left: &[String], right: &[String], cells: usize) -> Vec<String> {
        let rows: Vec<Vec<String>> = left.iter().zip(right).skip(1).map(|(l, r)| vec![l.clone(), r.clone()]).collect();
        let header = [left, right].map(|column| column.first().cloned().unwrap_or_default());
        super::table::lines(&[], &header, &rows, cells)
    }
}

fn kind(kind: &Kind) -> &'static str {
    match kind {
        Kind::Choice(_) => "read-kind-choice",
        Kind::Select(_) => "read-kind-select",
        Kind::Order(_) => "read-kind-order",
        Kind::Match { .. } => "read-kind-match",
        Kind::Cloze { .. } => "read-kind-cloze",
        Kind::Typed { .. } => "read-kind-typed",
        Kind::Recall { .. } => "read-kind-recall",
        Kind::Rubric { .. } => "read-kind-rubric",
    }
}
