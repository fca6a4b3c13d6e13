//! The outcome of a simulator as plain text, cells measured.

use super::paint::Paint;
use crate::sim::{Bit, BitRow, Cell, Finding, Outcome, Panel, Tone, TreeRow};
use crate::text::{Message, Texts, pad, showable, width};

/// What an outcome is drawn with.
#[derive(Clone, Copy)]
pub struct Pen {
    /// The reader's language.
    pub texts: &'static Texts,
    /// Colours, if any.
    pub paint: Paint,
    /// Whether each step is told.
    pub steps: bool,
}

/// A cell as it will stand: its text, its meaning, and whether it is set to the right.
struct Set {
    text: String,
    tone: Tone,
    right: bool,
}

impl Pen {
    /// An outcome: headline, findings, notices, panels, steps, fixes, each group after an empty line.
    #[must_use]
    pub fn outcome(&self, outcome: &Outcome) -> String {
        let mut groups: Vec<Vec<String>> = vec![outcome.headline.iter().map(|m| self.paint.tone(Tone::Strong, &self.texts.say(m))).collect()];
        groups.push(outcome.findings.iter().map(|f| self.finding(f)).collect());
        groups.push(outcome.notices.iter().map(|n| self.paint.tone(Tone::Warn, &format!("! {}", self.texts.say(&n.message)))).collect());
        groups.extend(outcome.panels.iter().map(|panel| self.panel(panel)));
        if self.steps {
            groups.push(self.steps(outcome));
        }
        groups.push(self.fixes(outcome));
        let groups: Vec<String> = groups.into_iter().filter(|g| !g.is_empty()).map(|g| g.join("\n")).collect();
        groups.join("\n\n") + "\n"
    }

    /// What was found, behind the sign of its meaning; what has none hangs under the line before.
    fn finding(&self, finding: &Finding) -> String {
        let sign = match finding.tone {
            Tone::Good => "✓",
            Tone::Bad => "✗",
            Tone::Warn => "!",
            Tone::Plain | Tone::Muted | Tone::Strong => " ",
        };
        let said = self.texts.say(&finding.message);
        let said = if finding.tone == Tone::Muted { self.paint.tone(Tone::Muted, &said) } else { said };
        format!("{} {said}", self.paint.tone(finding.tone, sign))
    }

    fn steps(&self, outcome: &Outcome) -> Vec<String> {
        let lines = outcome.steps.iter().enumerate().map(|(i, step)| format!("{:>3}  {}", i + 1, self.texts.say(&step.message)));
        self.titled(outcome.steps.is_empty(), "sim-steps", lines)
    }

    fn fixes(&self, outcome: &Outcome) -> Vec<String> {
        let lines = outcome.fixes.iter().enumerate().map(|(i, fix)| {
            let then = self.texts.say(&outcome.after(fix));
            format!("{:>3}  {}   {}", i + 1, self.texts.say(&fix.label), self.paint.tone(Tone::Muted, &then))
        });
        let Some(title) = outcome.fixes_title() else { return Vec::new() };
        let caveat = outcome.caveat.iter().map(|said| format!("  {}", self.texts.say(said)));
        self.titled(false, title, caveat.chain(lines))
    }

    fn titled(&self, empty: bool, title: &'static str, lines: impl Iterator<Item = String>) -> Vec<String> {
        if empty { Vec::new() } else { std::iter::once(self.paint.tone(Tone::Strong, &self.texts.get(title))).chain(lines).collect() }
    }

    fn panel(&self, panel: &Panel) -> Vec<String> {
        match panel {
            Panel::Text { title, lines } => self.title(title.as_ref()).chain(lines.iter().map(|l| format!("  {}", showable(l)))).collect(),
            Panel::Table { title, header, rows } => self.title(title.as_ref()).chain(self.table(header, rows)).collect(),
            Panel::Bits { rows } => self.bits(rows),
            Panel::Tree { title, header, rows } => self.title(title.as_ref()).chain(self.tree(header, rows)).collect(),
        }
    }

    fn title(&self, title: Option<&Message>) -> impl Iterator<Item = String> {
        title.map(|m| self.paint.tone(Tone::Strong, &self.texts.say(m))).into_iter()
    }

    fn table(&self, header: &[Message], rows: &[Vec<Cell>]) -> Vec<String> {
        self.columns(header, rows.iter().map(|row| row.iter().map(|c| self.set(c)).collect()).collect())
    }

    fn tree(&self, header: &[Message], rows: &[TreeRow]) -> Vec<String> {
        let indented = rows.iter().map(|row| {
            let mut cells: Vec<Set> = row.cells.iter().map(|c| self.set(c)).collect();
            if let Some(first) = cells.first_mut() {
                first.text.insert_str(0, &"  ".repeat(row.depth));
            }
            cells
        });
        self.columns(header, indented.collect())
    }

    fn set(&self, cell: &Cell) -> Set {
        match cell {
            Cell::Text(text, tone) => Set { text: showable(text).into_owned(), tone: *tone, right: false },
            Cell::Number(text) => Set { text: showable(text).into_owned(), tone: Tone::Plain, right: true },
            Cell::Message(message, tone) => Set { text: self.texts.say(message), tone: *tone, right: false },
        }
    }

    /// Rows in columns as wide as their widest cell; a column of numbers has its header to the right too.
    fn columns(&self, header: &[Message], mut rows: Vec<Vec<Set>>) -> Vec<String> {
        let count = rows.iter().map(Vec::len).chain([header.len()]).max().unwrap_or(0);
        let right: Vec<bool> =
            (0..count).map(|i| !rows.is_empty() && rows.iter().filter(|r| r.len() > 1 || count == 1).filter_map(|r| r.get(i)).all(|c| c.right)).collect();
        if !header.is_empty() {
            let head = header.iter().enumerate().map(|(i, m)| Set { text: self.texts.say(m), tone: Tone::Muted, right: right[i] });
            rows.insert(0, head.collect());
        }
        // A row of one cell speaks of the rows around it and is no column.
        let spans = |row: &&Vec<Set>| row.len() > 1 || count == 1;
        let widths: Vec<usize> = (0..count).map(|i| rows.iter().filter(spans).filter_map(|r| r.get(i)).map(|c| width(&c.text)).max().unwrap_or(0)).collect();
        rows.iter().map(|row| self.row(row, &widths)).collect()
    }

    fn row(&self, row: &[Set], widths: &[usize]) -> String {
        let mut line = String::from("  ");
        for (i, (cell, cells)) in row.iter().zip(widths).enumerate() {
            let space = " ".repeat(cells.saturating_sub(width(&cell.text)));
            let text = self.paint.tone(cell.tone, &cell.text);
            let last = i + 1 == row.len();
            match (cell.right, last) {
                (true, _) => line.extend([space.as_str(), &text]),
                (false, true) => line.push_str(&text),
                (false, false) => line.extend([text.as_str(), &space]),
            }
            if !last {
                line.push_str("   ");
            }
        }
        line.trim_end().to_owned()
    }

    /// IPv4 in one line a row; IPv6 in four lines of two groups each would lose the picture, so it has two of four.
    fn bits(&self, rows: &[BitRow]) -> Vec<String> {
        let labels: Vec<String> = rows.iter().map(|r| self.texts.say(&r.label)).collect();
        let label = labels.iter().map(|l| width(l)).max().unwrap_or(0);
        let mut lines = Vec::new();
        for (row, name) in rows.iter().zip(&labels) {
            let chunks: Vec<&[Bit]> = row.bits.chunks(64).collect();
            for (i, chunk) in chunks.iter().enumerate() {
                let name = if i == 0 { pad(name, label) } else { " ".repeat(label) };
                let end = row.bits.get((i + 1) * 64).map(|next| next.network);
                let text = if i + 1 == chunks.len() { format!("   {}", row.text) } else { String::new() };
                lines.push(format!("  {}  {}{text}", self.paint.tone(Tone::Muted, &name), self.chunk(chunk, row.bits.len(), end)));
            }
        }
        lines
    }

    /// Bits in eights or, in IPv6, sixteens, with a bar where the network ends.
    fn chunk(&self, bits: &[Bit], all: usize, next: Option<bool>) -> String {
        let (group, dot) = if all == 32 { (8, '.') } else { (16, ':') };
        let mut line = String::new();
        for (i, bit) in bits.iter().enumerate() {
            let digit = if bit.one { "1" } else { "0" };
            line.push_str(&if bit.network { self.paint.accent(digit) } else { digit.to_owned() });
            let after = bits.get(i + 1).map(|b| b.network).or(next);
            let ends = bit.network && after == Some(false);
            match (ends, (i + 1) % group == 0 && i + 1 < bits.len()) {
                (true, _) => line.push('│'),
                (false, true) => line.push(dot),
                (false, false) => {}
            }
        }
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::Color;
    use crate::sim::{Change, Control, Fix, Notice};
    use crate::text::Lang;

    fn pen(color: Color, steps: bool) -> Pen {
        Pen { texts: Texts::of(Lang::Ko), paint: Paint::stdout(color), steps }
    }

    fn drawn(panel: Panel) -> Vec<String> {
        pen(Color::Never, false).outcome(&Outcome { panels: vec![panel], ..Outcome::default() }).lines().map(str::to_owned).collect()
    }

    fn cell(text: &str) -> Cell {
        Cell::Text(text.to_owned(), Tone::Good)
    }

    #[test]
    fn columns_are_measured_in_cells() {
        let rows = vec![
            vec![cell("서브넷"), Cell::Number("4,096".into()), cell("끝")],
            vec![cell("ab"), Cell::Number("16".into()), cell("")],
            vec![cell("a row of one cell is no column")],
        ];
        let expected = ["  서브넷   4,096   끝", "  ab          16", "  a row of one cell is no column"];
        assert_eq!(drawn(Panel::Table { title: None, header: vec![], rows }), expected);
    }

    #[test]
    fn a_tree_is_indented() {
        let row = |depth, text: &str| TreeRow { depth, cells: vec![cell(text)], controls: Vec::<Control>::new() };
        assert_eq!(drawn(Panel::Tree { title: None, header: vec![], rows: vec![row(0, "a"), row(2, "b")] }), ["  a", "      b"]);
    }

    #[test]
    fn a_bar_stands_where_the_network_ends() {
        let bits = |network: usize, all: usize| (0..all).map(|i| Bit { one: i % 2 == 0, network: i < network }).collect();
        let row = |network, all| BitRow { label: Message::new("cidr-l-mask"), bits: bits(network, all), text: "end".into() };
        assert_eq!(
            drawn(Panel::Bits { rows: vec![row(8, 32), row(20, 32)] }),
            ["  마스크  10101010│10101010.10101010.10101010   end", "  마스크  10101010.10101010.1010│1010.10101010   end",]
        );
        let half = "1010101010101010:".repeat(4);
        assert_eq!(
            drawn(Panel::Bits { rows: vec![row(64, 128)] }),
            [format!("  마스크  {}│", half.trim_end_matches(':')), format!("          {}   end", half.trim_end_matches(':'))]
        );
    }

    #[test]
    fn groups_stand_apart_and_colours_only_where_wanted() {
        let outcome = Outcome {
            headline: Some(Message::new("sim-more")),
            findings: vec![Finding { code: None, tone: Tone::Bad, message: Message::new("sim-more") }],
            notices: vec![Notice { code: None, message: Message::new("sim-more") }],
            fixes: vec![Fix { label: Message::new("sim-more"), change: Change { range: 0..0, text: String::new() }, then: "ok".into() }],
            ..Outcome::default()
        };
        let plain = pen(Color::Never, true).outcome(&outcome);
        assert_eq!(plain.split("\n\n").map(|group| group.chars().next().unwrap_or(' ')).skip(1).collect::<String>(), "✗!이");
        assert!(!plain.contains('\x1b'));
        assert!(pen(Color::Always, true).outcome(&outcome).contains('\x1b'));
    }
}
