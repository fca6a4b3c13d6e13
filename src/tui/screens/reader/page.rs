//! A lesson as one long page of lines: pieces one below the other, each laid out on its own.

use crate::tui::widgets::prose::{Act, Line, Prose};

/// The lines of a lesson.
#[derive(Clone, Debug, Default)]
pub struct Page {
    pieces: Vec<Piece>,
    lines: usize,
}

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Title and summary.
    Head,
    /// A block of the lesson, by its index.
    Block(usize),
    /// Sources, and where to go from here.
    Tail,
}

/// A part of the page with the lines that it takes.
#[derive(Clone, Debug)]
pub struct Piece {
    /// What it is.
    pub part: Part,
    /// Its lines.
    pub prose: Prose,
    /// Its first line on the page.
    pub top: usize,
    /// The empty lines before it.
    gap: usize,
    /// How many acts stand before its own.
    acts: usize,
}

impl Piece {
    /// The line behind its last one.
    #[must_use]
    pub fn end(&self) -> usize {
        self.top + self.prose.lines.len()
    }
}

impl Page {
    /// Adds a piece at the end, `gap` empty lines below the one before.
    pub fn push(&mut self, part: Part, gap: usize, prose: Prose) {
        self.pieces.push(Piece { part, prose, gap, top: 0, acts: 0 });
    }

    /// Puts new lines in the place of a piece's.
    pub fn replace(&mut self, index: usize, prose: Prose) {
        if let Some(piece) = self.pieces.get_mut(index) {
            piece.prose = prose;
            self.place();
        }
    }

    /// Works out where each piece stands: to be called when all have been pushed.
    pub fn place(&mut self) {
        let (mut line, mut acts) = (0, 0);
        for piece in &mut self.pieces {
            piece.top = line + piece.gap;
            piece.acts = acts;
            line = piece.end();
            acts += piece.prose.acts.len();
        }
        self.lines = line;
    }

    /// The pieces, from top to bottom.
    #[must_use]
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// How many lines there are.
    #[must_use]
    pub fn lines(&self) -> usize {
        self.lines
    }

    /// The index of the piece on a line; of the one below it, for an empty line between two.
    #[must_use]
    pub fn piece_at(&self, line: usize) -> usize {
        self.pieces.partition_point(|p| p.end() <= line).min(self.pieces.len().saturating_sub(1))
    }

    /// The index of a part's piece.
    #[must_use]
    pub fn index_of(&self, part: Part) -> Option<usize> {
        self.pieces.iter().position(|p| p.part == part)
    }

    /// The first line of a part; of the page, if it is not there.
    #[must_use]
    pub fn top_of(&self, part: Part) -> usize {
        self.index_of(part).and_then(|i| self.pieces.get(i)).map_or(0, |p| p.top)
    }

    /// The lines from `top` on, each with its number and the number of its piece's first act.
    pub fn lines_from(&self, top: usize) -> impl Iterator<Item = (usize, usize, &Line)> {
        let pieces = self.pieces.iter().skip(self.piece_at(top));
        let lines = pieces.flat_map(|p| p.prose.lines.iter().enumerate().map(move |(at, line)| (p.top + at, p.acts, line)));
        lines.skip_while(move |(at, ..)| *at < top)
    }

    /// The act of a number, with the index of its piece.
    #[must_use]
    pub fn act(&self, number: usize) -> Option<(usize, &Act)> {
        let index = self.pieces.partition_point(|p| p.acts <= number).checked_sub(1)?;
        let piece = self.pieces.get(index)?;
        Some((index, piece.prose.acts.get(number - piece.acts)?))
    }

    /// How many acts there are.
    #[must_use]
    pub fn acts(&self) -> usize {
        self.pieces.last().map_or(0, |p| p.acts + p.prose.acts.len())
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;
    use crate::content::Target;

    fn prose(lines: usize) -> Prose {
        let mut prose = Prose::default();
        (0..lines).for_each(|at| prose.push(Line::of(at.to_string(), Style::new())));
        prose.act(Act::Follow(Target::Url(lines.to_string())));
        prose
    }

    fn page() -> Page {
        let mut page = Page::default();
        page.push(Part::Head, 0, prose(2));
        page.push(Part::Block(0), 1, prose(3));
        page.push(Part::Tail, 2, prose(1));
        page.place();
        page
    }

    #[test]
    fn pieces_stand_below_each_other() {
        let page = page();
        assert_eq!((page.top_of(Part::Block(0)), page.top_of(Part::Tail), page.lines()), (3, 8, 9));
        let pieces: Vec<usize> = (0..10).map(|line| page.piece_at(line)).collect();
        assert_eq!(pieces, [0, 0, 1, 1, 1, 1, 2, 2, 2, 2]);
        let lines: Vec<(usize, String)> = page.lines_from(4).map(|(at, _, line)| (at, line.text())).collect();
        assert_eq!(lines, [(4, "1".into()), (5, "2".into()), (8, "0".into())]);
    }

    #[test]
    fn a_piece_that_grows_moves_the_others() {
        let mut page = page();
        page.replace(1, prose(5));
        assert_eq!((page.top_of(Part::Block(0)), page.top_of(Part::Tail)), (3, 10));
    }

    #[test]
    fn acts_are_numbered_over_the_page() {
        let page = page();
        assert_eq!(page.acts(), 3);
        assert_eq!(page.act(1), Some((1, &Act::Follow(Target::Url("3".into())))));
        assert_eq!(page.act(3), None);
    }
}
