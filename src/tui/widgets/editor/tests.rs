use super::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::text::{Lang, Run, Texts};
use crate::tui::canvas::Canvas;
use crate::tui::theme::Theme;

fn press(editor: &mut Editor, keys: &str) {
    for key in keys.split_inclusive(' ').flat_map(|word| word.split('|')) {
        let (name, modifiers) = match key.strip_prefix("ctrl-") {
            Some(rest) => (rest, KeyModifiers::CONTROL),
            None => (key, KeyModifiers::NONE),
        };
        let code = match name {
            "up" => KeyCode::Up,
            "down" => KeyCode::Down,
            "left" => KeyCode::Left,
            "right" => KeyCode::Right,
            "home" => KeyCode::Home,
            "end" => KeyCode::End,
            "enter" => KeyCode::Enter,
            "back" => KeyCode::Backspace,
            "del" => KeyCode::Delete,
            _ if modifiers == KeyModifiers::CONTROL => KeyCode::Char(name.chars().next().unwrap()),
            _ => {
                for c in name.chars() {
                    editor.key(&KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE));
                }
                continue;
            }
        };
        editor.key(&KeyEvent::new(code, modifiers));
    }
}

fn shown(editor: &Editor) -> String {
    let (before, after) = editor.text().split_at(editor.caret());
    format!("{before}▏{after}")
}

#[track_caller]
fn check(text: &str, keys: &str, expected: &str) {
    let (before, after) = text.split_once('▏').unwrap();
    let mut editor = Editor::new(&format!("{before}{after}"));
    editor.resize(40);
    editor.move_to(before.len());
    press(&mut editor, keys);
    assert_eq!(shown(&editor), expected);
}

#[test]
fn text_is_typed_and_deleted() {
    check("ab▏", "c|enter|d", "abc\nd▏");
    check("서▏넷", "브", "서브▏넷");
    check("서브▏넷", "back|back", "▏넷");
    check("a▏b\nc", "del|del", "a▏c");
    check("  igw x▏", "enter|a", "  igw x\n  a▏");
    check("one two ▏three", "ctrl-w", "one ▏three");
    check("one two▏", "ctrl-u", "▏");
    check("one ▏two\nx", "ctrl-k|ctrl-k", "one ▏x");
}

#[test]
fn the_caret_moves_by_rows_and_keeps_its_column() {
    check("가나다라\nab\n12345678▏", "up|up", "가나다라▏\nab\n12345678");
    check("가나다라\nab\n123▏45678", "up|up|down|down", "가나다라\nab\n123▏45678");
    check("ab▏c", "up", "▏abc");
    check("a▏bc", "down", "abc▏");
    check("one two▏", "ctrl-left|ctrl-left|ctrl-right", "one▏ two");
    check("a\nb▏c", "home|left|ctrl-e", "a▏\nbc");
}

#[test]
fn a_word_is_one_edit() {
    let mut editor = Editor::new("");
    press(&mut editor, "split 10|back|back|tree");
    assert_eq!((editor.text(), editor.edits()), ("split tree", 4));
    let texts: Vec<String> = std::iter::from_fn(|| editor.undo().then(|| editor.text().to_owned())).collect();
    assert_eq!(texts, ["split ", "split 10", "split", ""]);
    assert!(editor.redo() && editor.redo());
    assert_eq!(editor.text(), "split 10");
    press(&mut editor, "0");
    assert!(!editor.redo(), "what was taken back is gone once something new is typed");
}

#[test]
fn an_edit_from_elsewhere_is_undone_like_a_typed_one() {
    let mut editor = Editor::new("tree 10.0.0.0/8");
    press(&mut editor, "0");
    assert!(editor.replace("tree 10.0.0.0/80\nsplit 10.0.0.0/8"));
    assert_eq!(shown(&editor), "tree 10.0.0.0/80\nsplit 10.0.0.0/8▏");
    assert!(!editor.replace("tree 10.0.0.0/80\nsplit 10.0.0.0/8"));
    assert!(editor.undo() && editor.undo());
    assert_eq!(shown(&editor), "tree 10.0.0.0/8▏");
}

#[test]
fn pasted_text_is_clean() {
    let mut editor = Editor::new("");
    editor.insert("a\tb\r\n\u{1b}[31m서브");
    assert_eq!(editor.text(), "a    b\n\u{fffd}[31m서브");
}

fn picture(editor: &mut Editor, cells: u16, tall: u16) -> Vec<String> {
    let theme = Theme::named("dark").unwrap();
    let mut buffer = Buffer::empty(Rect::new(0, 0, cells, tall));
    let area = buffer.area;
    editor.resize(usize::from(cells));
    editor.follow(usize::from(tall));
    let mut canvas = Canvas::new(&mut buffer, &theme, Texts::of(Lang::En));
    editor.view(&mut canvas, area, &Dress { spots: Vec::new(), focused: true });
    let cursor = canvas.cursor;
    let mut lines: Vec<String> = buffer.content.chunks(usize::from(cells)).map(|row| row.iter().map(|cell| cell.symbol()).collect::<String>()).collect();
    lines.iter_mut().for_each(|line| line.truncate(line.trim_end().len()));
    lines.push(cursor.map_or_else(String::new, |at| format!("{},{}", at.x, at.y)));
    lines
}

#[test]
fn long_lines_go_on_indented() {
    let mut editor = Editor::new("  sg web: in tcp 443 from any");
    assert_eq!(picture(&mut editor, 16, 4), ["  sg web: in", "    tcp 443", "    from any", "", "12,2"]);
    editor.move_to(13);
    assert_eq!(picture(&mut editor, 16, 4).last().unwrap(), "4,1", "at a break the caret stands in the later row");
    let mut word = Editor::new("abcdefghijklmnop");
    assert_eq!(picture(&mut word, 11, 3), ["abcdefghij", "  klmnop", "", "8,1"]);
}

#[test]
fn hangul_takes_two_cells() {
    let mut editor = Editor::new("서브넷 나누기 하나");
    let lines = picture(&mut editor, 15, 3);
    assert_eq!(lines[2..], ["", "6,1"], "{lines:?}");
}

#[test]
fn what_is_wrong_stands_below_its_row() {
    let mut editor = Editor::new("info 10.0.300.0\ninfo x");
    editor.resize(30);
    let said = |text: &str| vec![vec![Run::new(text, ratatui::style::Style::new())]];
    editor.remark(vec![Note { at: 10..13, lines: said("too much") }]);
    assert_eq!(picture(&mut editor, 30, 5), ["info 10.0.300.0", "          ^^^", "too much", "info x", "", "6,3"]);
    assert_eq!(picture(&mut editor, 30, 2), ["too much", "info x", "6,1"]);
    editor.move_to(0);
    assert_eq!(picture(&mut editor, 30, 2), ["info 10.0.300.0", "          ^^^", "0,0"]);
}

#[test]
fn a_click_puts_the_caret_there() {
    let mut editor = Editor::new("abc def\n서브넷");
    picture(&mut editor, 30, 4);
    editor.click(2, 1);
    assert_eq!(shown(&editor), "abc def\n서▏브넷");
    editor.click(50, 0);
    assert_eq!(shown(&editor), "abc def▏\n서브넷");
    editor.click(3, 3);
    assert_eq!(editor.caret(), editor.text().len());
}

proptest::proptest! {
    #[test]
    fn rows_are_the_text_and_fit(text in "[a-c가나 \n]{0,60}", cells in 9_usize..30) {
        let mut editor = Editor::new(&text);
        editor.resize(cells);
        let rows = &editor.layout.rows;
        let joined: Vec<String> = rows.iter().map(|row| text[row.range.clone()].to_owned() + if row.ends { "\n" } else { "" }).collect();
        proptest::prop_assert_eq!(joined.concat(), text.clone() + "\n");
        proptest::prop_assert!(rows.iter().all(|row| row.indent + crate::text::width(text[row.range.clone()].trim_end()) < cells.max(9)));
        for at in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
            editor.move_to(at);
            let (row, cell) = editor.layout.caret(&text, at);
            proptest::prop_assert!(cell < cells && row < editor.layout.rows.len());
        }
    }

    #[test]
    fn undo_and_redo_are_exact(words in proptest::collection::vec("[a-c가 ]{1,4}|del|back|left", 0..12)) {
        let mut editor = Editor::new("x 가");
        editor.resize(20);
        words.iter().for_each(|word| press(&mut editor, word));
        let last = editor.text().to_owned();
        while editor.undo() {}
        proptest::prop_assert_eq!(editor.text(), "x 가");
        while editor.redo() {}
        proptest::prop_assert_eq!(editor.text(), last);
    }
}
