use super::*;
use crate::text::Lang;
use crate::tui::effect::Route;
use crate::tui::keymap::{self, BINDINGS};
use crate::tui::message::Message;
use crate::tui::snapshot::{Stage, check, check_all};

fn scenario(text: &str) -> Route {
    Route::Lab { sim: Some("cidr"), scenario: Some(text.to_owned()) }
}

fn stage(text: &str) -> Stage {
    Stage::open(scenario(text), (120, 40), Lang::En)
}

const BITS: &str = "bits 10.0.37.200/20";
const TREE: &str = "tree 10.0.0.0/16\nsplit 10.0.0.0/16\nsplit 10.0.0.0/17 /20\nname 10.0.0.0/20 web";
const JOIN: &str = "join 10.0.1.0/24 10.0.2.0/24";

#[test]
fn the_lab_is_drawn() {
    check_all("lab_bits", &scenario(BITS), "<right><right>");
    check_all("lab_tree", &scenario(TREE), "jj");
    check_all("lab_refused", &scenario(BITS), "<tab>\ninfo 10.0.300.0/33");
    check_all("lab_join", &scenario(JOIN), "");
    check_all("lab_kinds", &scenario(BITS), "d<down>");
    check_all("lab_drill", &scenario(BITS), "d<enter>10.0.0.0<enter>");
    check("lab_prompt_80x24_ko", Stage::open(scenario(TREE), (80, 24), Lang::Ko).keys("S22"));
    check("lab_empty_80x24_en", Stage::open(scenario(""), (80, 24), Lang::En).keys("<tab>"));
}

#[test]
fn every_letter_is_text_and_the_newest_run_counts() {
    let mut stage = stage("");
    stage.keys("info 10.0.0.0/24");
    assert!(stage.text().contains("10.0.0.255"), "{}", stage.text());
    stage.answers = false;
    stage.keys("<backspace>5");
    let [Effect::Run { generation: old, .. }, Effect::Run { generation: new, sim, scenario }] = &stage.effects[..] else { panic!("{:?}", stage.effects) };
    assert!(old < new);
    assert_eq!((*sim, scenario.as_str()), ("cidr", "info 10.0.0.0/25"));
    let run = |text: &str| std::sync::Arc::new(sim::find("cidr").unwrap().run(text));
    let (old, new) = (*old, *new);
    stage.send(Message::Ran { generation: old, run: run("info 10.9.9.9/32") });
    assert!(!stage.text().contains("10.9.9.9"), "an old answer is shown");
    stage.send(Message::Ran { generation: new, run: run("info 10.0.0.0/25") });
    assert!(stage.text().contains("10.0.0.127"));
}

#[test]
fn what_cannot_be_read_is_marked_and_the_last_outcome_stays() {
    let mut stage = stage("info 10.0.0.0/24");
    stage.keys("<tab>\njoin");
    let text = stage.text();
    assert!(text.contains(" ^ ") && text.contains("10.0.0.255"), "{text}");
    let picture = stage.picture();
    assert!(picture.lines().any(|line| line.starts_with("2: ") && line.contains("darkgray bold")), "the outcome is dimmed: {picture}");
}

#[test]
fn keys_of_an_outcome_that_is_out_of_date_change_nothing() {
    let mut stage = stage(JOIN);
    stage.keys("<tab>\njoin<tab>1");
    assert!(stage.text().contains("What cannot be read comes first"), "{}", stage.text());
}

#[test]
fn ctrl_g_writes_what_should_stand_there() {
    let mut stage = stage("");
    stage.keys("infoo 10.0.0.0/24<ctrl-g>");
    assert!(stage.text().contains("info 10.0.0.0/24"), "{}", stage.text());
    assert!(!stage.text().contains("infoo"));
}

#[test]
fn a_fix_is_an_edit_that_can_be_undone() {
    let mut stage = stage(JOIN);
    stage.keys("3");
    assert!(stage.text().contains("cover"), "{}", stage.text());
    stage.keys("u");
    assert!(stage.text().contains(JOIN));
    stage.keys("<tab><ctrl-r>");
    assert!(stage.text().contains("cover"), "editor and outcome share one history");
}

#[test]
fn controls_of_a_row_are_edits() {
    let mut stage = stage("tree 10.0.0.0/16");
    stage.keys("s");
    assert!(stage.text().contains("split 10.0.0.0/16"), "{}", stage.text());
    stage.keys("js");
    assert!(stage.text().contains("split 10.0.128.0/17"), "{}", stage.text());
    stage.keys("S20<enter>");
    assert!(stage.text().contains("split 10.0.128.0/18 /20"), "{}", stage.text());
    stage.keys("r<esc>");
    assert!(!stage.text().contains("name 10."), "a prompt that is closed changes nothing");
    stage.keys("uu");
    assert!(!stage.text().contains("split 10.0.128.0/17"), "{}", stage.text());
}

#[test]
fn steps_mark_the_row_they_speak_of() {
    let mut stage = stage(BITS);
    stage.keys("<right>");
    let text = stage.text();
    assert!(text.lines().any(|line| line.contains("› mask")) && text.lines().any(|line| line.contains("▌ 1  /20")), "{text}");
    stage.keys("<right><left><left>");
    assert!(!stage.text().contains("› mask"), "before the first step no row is marked");
}

#[test]
fn the_question_under_the_caret_is_answered() {
    let mut stage = stage("info 10.0.0.0/24\ninfo 10.1.0.0/24");
    assert!(stage.text().contains("1 of 2") && stage.text().contains("10.0.0.255"), "{}", stage.text());
    stage.keys("<tab><down>");
    assert!(stage.text().contains("2 of 2") && stage.text().contains("10.1.0.255"), "{}", stage.text());
    stage.keys("<tab>[");
    assert!(stage.text().contains("10.0.0.255"));
}

#[test]
fn why_opens_the_section_that_explains_and_back_returns() {
    let mut stage = stage("info 10.0.37.200/20");
    assert!(stage.text().contains("Address blocks › Where a block begins"), "{}", stage.text());
    stage.keys("w");
    assert!(stage.text().contains("may lie in the middle"), "{}", stage.text());
    stage.keys("q");
    assert!(stage.text().contains("info 10.0.37.200/20"));
}

#[test]
fn the_scenario_is_copied_as_a_command() {
    let mut stage = stage("info 10.0.0.0/8 # it's");
    stage.keys("y");
    assert!(matches!(&stage.effects[..], [Effect::Copy(command)] if command == r"opsdrill sim cidr 'info 10.0.0.0/8 # it'\''s'"), "{:?}", stage.effects);
}

#[test]
fn back_leaves_in_the_order_of_opening() {
    let mut stage = Stage::open(Route::Lab { sim: None, scenario: None }, (80, 24), Lang::En);
    stage.keys("<enter>d<enter><esc><esc><esc>");
    assert!(stage.text().contains("Examples"), "{}", stage.text());
    let mut direct = Stage::open(Route::Library, (80, 24), Lang::En);
    direct.keys(":sim cidr<enter><esc>");
    assert!(direct.text().contains("Library"), "{}", direct.text());
}

#[test]
fn examples_follow_each_other() {
    let mut stage = stage("");
    let examples = sim::find("cidr").unwrap().examples();
    for example in &examples[..3] {
        stage.keys("<tab>x<tab>");
        assert!(stage.text().contains(example.lines().next().unwrap()), "{example}\n{}", stage.text());
    }
}

#[test]
fn a_drill_names_the_mistake_and_gives_another() {
    let mut stage = stage(BITS);
    stage.keys("d<enter>");
    let first = stage.text();
    stage.keys("1.2.3.4<enter>");
    assert!(stage.text().contains("0 of 1 right"), "{}", stage.text());
    stage.keys("<enter>");
    assert!(stage.text().contains("Answer") || stage.text() != first, "{}", stage.text());
    stage.keys("<esc><esc>");
    assert!(stage.text().contains(BITS));
}

#[test]
fn no_control_has_a_key_that_means_something_else() {
    let taken = |key: char| {
        let name = if key == ' ' { "space".to_owned() } else { key.to_string() };
        BINDINGS.iter().any(|binding| matches!(binding.scope, Scope::Fixes | Scope::Outcome | Scope::Global) && binding.keys.contains(&name.as_str()))
    };
    for sim in sim::ALL {
        for example in sim.examples() {
            for outcome in sim.run(example).outcomes {
                let rows = outcome.panels.iter().flat_map(|panel| match panel {
                    crate::sim::Panel::Tree { rows, .. } => rows.as_slice(),
                    _ => &[],
                });
                for control in rows.flat_map(|row| &row.controls).chain(&outcome.controls) {
                    assert!(!taken(control.key), "{}: {}", sim.name(), control.key);
                }
            }
        }
    }
    assert_eq!(keymap::shown(refused::MEND_KEY), "ctrl-g");
}

#[test]
fn one_of_several_reasons_is_chosen_by_its_number() {
    let mut stage = stage("join 10.0.1.5/24 10.0.2.0/24");
    stage.keys("w");
    let text = stage.text();
    assert!(text.contains("1  Address blocks › Which blocks join") && text.contains("2  Address blocks › Where a block begins"), "{text}");
    stage.keys("<esc>w2");
    assert!(stage.text().contains("may lie in the middle"), "{}", stage.text());
}

#[test]
fn a_click_moves_caret_row_and_place() {
    use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
    let click = |stage: &mut Stage, wanted: &str| {
        let text = stage.text();
        let (row, line) = text.lines().enumerate().find(|(_, line)| line.contains(wanted)).unwrap();
        let column = crate::text::width(&line[..line.find(wanted).unwrap()]);
        let (column, row) = (u16::try_from(column).unwrap(), u16::try_from(row).unwrap());
        stage.send(Message::Mouse(MouseEvent { kind: MouseEventKind::Down(MouseButton::Left), column, row, modifiers: KeyModifiers::NONE }));
    };
    let mut stage = stage(TREE);
    click(&mut stage, "10.0.64.0/20");
    assert!(stage.text().lines().any(|line| line.contains('▌') && line.contains("10.0.64.0/20")), "{}", stage.text());
    click(&mut stage, "s split in two");
    assert!(stage.text().contains("split 10.0.64.0/20"), "{}", stage.text());
    click(&mut stage, "web  ");
    stage.keys("big");
    assert!(stage.text().contains("bigweb"), "{}", stage.text());
}

#[test]
fn hangul_is_typed_at_the_hardware_cursor() {
    let mut stage = stage("");
    stage.keys("정보 10.0.0.0/8");
    assert!(stage.text().contains("16,777,216"), "{}", stage.text());
    assert!(stage.picture().contains("-- cursor 16,2"), "{}", stage.picture());
}

#[test]
fn another_language_says_everything_anew() {
    let mut stage = stage("info 10.0.0.0/24\ninfo 10.0.300.0");
    assert!(stage.text().contains("more than 255") && stage.text().contains("netmask"));
    stage.keys("L");
    let text = stage.text();
    assert!(text.contains("세 번째 옥텟") && text.contains("넷마스크") && !text.contains("netmask"), "{text}");
}

#[test]
fn a_run_that_went_to_another_screen_is_asked_for_again() {
    let mut stage = stage("info 10.0.37.200/20");
    stage.answers = false;
    stage.keys("<tab><backspace>1<tab>w");
    stage.answers = true;
    stage.keys("q");
    assert!(stage.text().contains("10.0.37.200/21") && stage.text().contains("10.0.32.0/21"), "{}", stage.text());
}

#[test]
fn what_was_changed_is_still_there_when_the_scenario_is_opened_again() {
    let mut stage = Stage::open(Route::Library, (80, 24), Lang::En);
    stage.keys(":sim cidr<enter><tab>");
    let before = stage.text();
    stage.keys(" # mine<esc>");
    assert!(stage.text().contains("Library"), "{}", stage.text());
    stage.keys(":search<enter><esc>:sim vpc<enter><esc>:sim cidr<enter>");
    assert!(stage.text().contains("# mine") && stage.text().contains("still here"), "{}", stage.text());
    stage.keys("uu<tab>");
    assert_eq!(stage.text(), before);
}

#[test]
fn a_workbench_of_the_list_is_kept_too_and_one_without_changes_is_not() {
    let mut stage = Stage::open(Route::Lab { sim: None, scenario: None }, (80, 24), Lang::En);
    stage.keys("<enter><esc><enter>");
    assert!(!stage.text().contains("still here"), "{}", stage.text());
    stage.keys("<tab> # mine<esc><enter>");
    assert!(stage.text().contains("# mine"), "{}", stage.text());
}

#[test]
fn a_fix_is_hinted_at_and_its_outcome_is_read_from_the_top() {
    let route = Route::Lab { sim: Some("vpc"), scenario: None };
    let mut stage = Stage::open(route, (80, 24), Lang::En);
    assert!(stage.text().lines().last().unwrap().contains("1-9"), "{}", stage.text());
    stage.keys("G1");
    assert!(stage.text().contains("app reaches"), "{}", stage.text());
}
