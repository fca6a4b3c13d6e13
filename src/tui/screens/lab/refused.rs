//! What cannot be read in a scenario: remarks for the editor, and the change that mends it.

use crate::sim::{Change, Refusal};
use crate::text::{Message as Sentence, Run};
use crate::tui::app::Cx;
use crate::tui::keymap;
use crate::tui::widgets::editor::Note;
use crate::tui::widgets::wrapped::hanging;

/// The most refusals that are told; more would hide the scenario.
const MOST: usize = 8;
/// The key that mends, in the editor.
pub const MEND_KEY: &str = "ctrl-g";

/// A remark for each refusal: what is wrong, how to mend it, and what the key would write.
#[must_use]
pub fn notes(refusals: &[Refusal], scenario: &str, caret: usize, cx: &Cx, cells: usize) -> Vec<Note> {
    if scenario.trim().is_empty() {
        return Vec::new();
    }
    let mendable = mendable(refusals, caret).map(|refusal| refusal.at.clone());
    let note = |refusal: &Refusal| {
        let mut said = vec![(cx.texts.say(&refusal.message), cx.theme.bad)];
        said.extend(refusal.hint.as_ref().map(|hint| (cx.texts.say(hint), cx.theme.muted)));
        if let Some(mend) = refusal.mend.as_ref().filter(|_| mendable.as_ref() == Some(&refusal.at)) {
            said.push((mended(mend, scenario, cx), cx.theme.accent));
        }
        let lines = said.into_iter().flat_map(|(text, style)| indented(text, style, cells)).collect();
        Note { at: refusal.at.clone(), lines }
    };
    refusals.iter().take(MOST).map(note).collect()
}

/// The refusal nearest to the caret that can be mended.
#[must_use]
pub fn mendable(refusals: &[Refusal], caret: usize) -> Option<&Refusal> {
    refusals.iter().take(MOST).filter(|refusal| refusal.mend.is_some()).min_by_key(|refusal| refusal.at.start.abs_diff(caret))
}

fn indented(text: String, style: ratatui::style::Style, cells: usize) -> Vec<crate::tui::canvas::Styled> {
    const INDENT: usize = 2;
    let lines = hanging(&[Run::new(text, style)], cells.saturating_sub(INDENT), 0);
    lines.into_iter().map(|line| std::iter::once(Run::new(" ".repeat(INDENT), style)).chain(line).collect()).collect()
}

/// What the line would be.
fn mended(mend: &Change, scenario: &str, cx: &Cx) -> String {
    let number = scenario.get(..mend.range.start).map_or(0, |before| before.matches('\n').count());
    let after = mend.apply(scenario, "");
    let line = after.split('\n').nth(number).unwrap_or_default().trim().to_owned();
    cx.texts.say(&Sentence::new("lab-mend").with("key", keymap::shown(MEND_KEY)).with("line", line))
}
