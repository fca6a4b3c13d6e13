//! Addresses in binary, one above the other, with a line where the network ends.

use std::ops::Range;

use super::{Laid, Look};
use crate::sim::{Bit, BitRow};
use crate::text::{Run, pad, width};
use crate::tui::canvas::Styled;

/// Lays the rows out: label, bits and text side by side, or the bits below the other two.
pub fn lay(rows: &[BitRow], look: &Look, laid: &mut Laid) -> Vec<Range<usize>> {
    let labels: Vec<String> = rows.iter().map(|row| look.texts.say(&row.label)).collect();
    let label = labels.iter().map(|label| width(label)).max().unwrap_or(0);
    let text = rows.iter().map(|row| width(&row.text)).max().unwrap_or(0);
    let beside = rows.iter().all(|row| label + 2 + cells(&row.bits) + 3 + text <= look.width);
    rows.iter()
        .zip(&labels)
        .map(|(row, name)| {
            let name = Run::new(pad(name, label), look.theme.muted);
            let lines = if beside { one_line(row, name, look) } else { below(row, name, look) };
            laid.add(lines)
        })
        .collect()
}

fn one_line(row: &BitRow, name: Run<ratatui::style::Style>, look: &Look) -> Vec<Styled> {
    let mut line = vec![name, Run::new("  ", look.theme.text)];
    line.extend(chunk(row, 0..row.bits.len(), look));
    line.push(Run::new(format!("   {}", row.text), look.theme.text));
    vec![line]
}

fn below(row: &BitRow, name: Run<ratatui::style::Style>, look: &Look) -> Vec<Styled> {
    let mut lines = vec![vec![name, Run::new(format!("  {}", row.text), look.theme.text)]];
    let most = row.bits.len().max(1);
    let size = [64, 32, 16].into_iter().filter(|size| *size < most).find(|size| cells(&row.bits[..*size]) <= look.width);
    let size = if cells(&row.bits) <= look.width { most } else { size.unwrap_or(8) };
    for begin in (0..row.bits.len()).step_by(size) {
        lines.push(chunk(row, begin..(begin + size).min(row.bits.len()), look));
    }
    lines
}

/// The cells of bits in groups: IPv4 in eights, IPv6 in sixteens, the end of the network among them.
fn cells(bits: &[Bit]) -> usize {
    bits.len() + bits.len().div_ceil(group(bits.len()))
}

fn group(bits: usize) -> usize {
    if bits <= 32 { 8 } else { 16 }
}

fn chunk(row: &BitRow, bits: Range<usize>, look: &Look) -> Styled {
    let (size, dot) = if row.bits.len() <= 32 { (8, ".") } else { (16, ":") };
    let mut line = Styled::new();
    let mut push = |text: &str, style| match line.last_mut() {
        Some(Run { text: last, style: same }) if *same == style => last.push_str(text),
        _ => line.push(Run::new(text, style)),
    };
    for at in bits.clone() {
        let Some(bit) = row.bits.get(at) else { break };
        let (network, host) = (look.theme.accent, look.theme.text);
        push(if bit.one { "1" } else { "0" }, if bit.network { network } else { host });
        let ends = bit.network && row.bits.get(at + 1).is_some_and(|next| !next.network);
        if ends {
            push(look.theme.signs.pane, look.theme.muted);
        } else if (at + 1) % size == 0 && at + 1 < bits.end {
            push(dot, look.theme.muted);
        }
    }
    line
}
