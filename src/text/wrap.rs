use unicode_segmentation::UnicodeSegmentation;

use super::width;

/// A stretch of text with one style; `S` is whatever the caller draws with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run<S> {
    /// The text, without line ends.
    pub text: String,
    /// Its style.
    pub style: S,
}

impl<S> Run<S> {
    /// A stretch of `text` in `style`.
    pub fn new(text: impl Into<String>, style: S) -> Self {
        Run { text: text.into(), style }
    }
}

/// Breaks styled text into lines of at most `cells`, the first of them `first` cells wide.
///
/// Text breaks at spaces; a word, Korean or not, is broken inside only where it is longer than a
/// whole line. The space at which a line was broken is dropped.
#[must_use]
pub fn wrap<S: Clone + PartialEq>(runs: &[Run<S>], first: usize, cells: usize) -> Vec<Vec<Run<S>>> {
    let mut lines = Lines { done: Vec::new(), line: Vec::new(), used: 0, limit: first.max(1), cells: cells.max(1) };
    let mut word: Vec<Run<S>> = Vec::new();
    for run in runs {
        for piece in run.text.split_inclusive(' ') {
            let letters = piece.trim_end_matches(' ');
            push(&mut word, letters, &run.style);
            if letters.len() < piece.len() {
                lines.word(&mut word);
                lines.space(&run.style);
            }
        }
    }
    lines.word(&mut word);
    lines.finish()
}

struct Lines<S> {
    done: Vec<Vec<Run<S>>>,
    line: Vec<Run<S>>,
    used: usize,
    limit: usize,
    cells: usize,
}

impl<S: Clone + PartialEq> Lines<S> {
    fn word(&mut self, word: &mut Vec<Run<S>>) {
        let word = std::mem::take(word);
        let wide: usize = word.iter().map(|r| width(&r.text)).sum();
        if wide == 0 {
            return;
        }
        if self.used + wide > self.limit && wide <= self.cells && self.used > 0 {
            self.end_line();
        }
        if self.used + wide <= self.limit {
            self.used += wide;
            for run in word {
                push(&mut self.line, &run.text, &run.style);
            }
            return;
        }
        for run in word {
            for grapheme in run.text.graphemes(true) {
                let w = width(grapheme);
                if self.used + w > self.limit && self.used > 0 {
                    self.end_line();
                }
                self.used += w;
                push(&mut self.line, grapheme, &run.style);
            }
        }
    }

    fn space(&mut self, style: &S) {
        if self.used > 0 || self.done.is_empty() {
            self.used += 1;
            push(&mut self.line, " ", style);
        }
    }

    fn end_line(&mut self) {
        let mut line = std::mem::take(&mut self.line);
        trim_end(&mut line);
        self.done.push(line);
        self.used = 0;
        self.limit = self.cells;
    }

    fn finish(mut self) -> Vec<Vec<Run<S>>> {
        trim_end(&mut self.line);
        if !self.line.is_empty() || self.done.is_empty() {
            self.done.push(self.line);
        }
        self.done
    }
}

fn push<S: Clone + PartialEq>(line: &mut Vec<Run<S>>, text: &str, style: &S) {
    if text.is_empty() {
        return;
    }
    match line.last_mut() {
        Some(last) if last.style == *style => last.text.push_str(text),
        _ => line.push(Run::new(text, style.clone())),
    }
}

fn trim_end<S>(line: &mut Vec<Run<S>>) {
    while let Some(last) = line.last_mut() {
        last.text.truncate(last.text.trim_end_matches(' ').len());
        if !last.text.is_empty() {
            break;
        }
        line.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, cells: usize, expected: &[&str]) {
        let lines = wrap(&[Run::new(text, ())], cells, cells);
        let lines: Vec<String> = lines.iter().map(|l| l.iter().map(|r| r.text.as_str()).collect()).collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn text_breaks_at_spaces() {
        check("a private subnet", 9, &["a private", "subnet"]);
        check("", 9, &[""]);
        check("  indented text", 10, &["  indented", "text"]);
    }

    #[test]
    fn korean_breaks_at_spaces_too() {
        check("서브넷은 경로가 없다", 12, &["서브넷은", "경로가 없다"]);
    }

    #[test]
    fn a_word_longer_than_the_line_is_broken_inside() {
        check("abcdefgh", 3, &["abc", "def", "gh"]);
        check("게이트웨이", 5, &["게이", "트웨", "이"]);
        check("서", 1, &["서"]);
    }

    #[test]
    fn styles_survive() {
        let lines = wrap(&[Run::new("one ", 'a'), Run::new("two", 'b'), Run::new("three", 'c')], 9, 9);
        assert_eq!(lines, vec![vec![Run::new("one", 'a')], vec![Run::new("two", 'b'), Run::new("three", 'c')]]);
    }
}
