//! The names in the table of keys: where a key means something, and what it can ask for.

/// Where a key means something. `App::scopes` lists those in force, the innermost first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Everywhere.
    Global,
    /// Home and the welcome.
    Home,
    /// The tree of lessons.
    Library,
    /// The filter of the library: letters are text.
    LibraryFilter,
    /// A lesson.
    Reader,
    /// A question of a lesson that has the focus, waiting for an answer.
    Question,
    /// A typed answer: letters are text.
    Answer,
    /// A question that has been answered and still has the focus.
    Answered,
    /// The same for a drill, whose scenario can be opened in the lab.
    AnsweredDrill,
    /// A scenario of a lesson that has the focus.
    Scenario,
    /// A question of a lesson whose answer is shown: the learner grades.
    Compare,
    /// The outline of a lesson.
    Outline,
    /// Find in the page: letters are text.
    Find,
    /// Link hints: the next letters choose a link.
    Hints,
    /// The search screen: letters are text.
    Search,
    /// The section beside the hits of a search.
    Preview,
    /// A review session, the question open.
    Review,
    /// A review session, the answer shown: the learner grades.
    Grade,
    /// A review session without any card left.
    ReviewEnd,
    /// The list of simulators.
    Lab,
    /// The editor of the workbench: letters are text.
    Editor,
    /// The outcome of the workbench.
    Outcome,
    /// An outcome that offers fixes.
    Fixes,
    /// The lessons that explain an outcome, to choose one of them.
    Reasons,
    /// A one-line prompt: letters are text.
    Prompt,
    /// The kinds of drill of a simulator.
    Drill,
    /// A drill that has been answered.
    Drilled,
    /// The palette: letters are text.
    Palette,
    /// The help page.
    Help,
}

impl Scope {
    /// Whether letters are text here, so that only named keys and `ctrl` act.
    #[must_use]
    pub fn is_text(self) -> bool {
        matches!(self, Scope::LibraryFilter | Scope::Answer | Scope::Find | Scope::Search | Scope::Editor | Scope::Prompt | Scope::Palette)
    }

    /// The id of its heading on the help page.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Scope::Global => "scope-global",
            Scope::Home => "scope-home",
            Scope::Library => "scope-library",
            Scope::LibraryFilter => "scope-library-filter",
            Scope::Reader => "scope-reader",
            Scope::Question => "scope-question",
            Scope::Answer => "scope-answer",
            Scope::Answered | Scope::AnsweredDrill => "scope-answered",
            Scope::Scenario => "scope-scenario",
            Scope::Compare => "scope-compare",
            Scope::Outline => "scope-outline",
            Scope::Find => "scope-find",
            Scope::Hints => "scope-hints",
            Scope::Search => "scope-search",
            Scope::Preview => "scope-preview",
            Scope::Review => "scope-review",
            Scope::Grade => "scope-grade",
            Scope::ReviewEnd => "scope-review",
            Scope::Lab => "scope-lab",
            Scope::Editor => "scope-editor",
            Scope::Outcome => "scope-outcome",
            Scope::Fixes => "scope-fixes",
            Scope::Reasons => "scope-reasons",
            Scope::Prompt => "scope-prompt",
            Scope::Drill | Scope::Drilled => "scope-drill",
            Scope::Palette => "scope-palette",
            Scope::Help => "scope-help",
        }
    }
}

/// What a key can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Leave the program.
    Quit,
    /// One screen back; out of the program from the first.
    Back,
    /// One screen forward again.
    Forward,
    /// Stop the program until the shell brings it back.
    Suspend,
    /// Draw everything anew.
    Redraw,
    /// Show the keys that work here.
    Help,
    /// Open the palette.
    Palette,
    /// Change the language.
    Language,
    /// Give the mouse to the terminal, or take it back.
    Mouse,
    /// Open Home.
    Home,
    /// Open the library.
    Library,
    /// Open the search screen.
    Search,
    /// Begin a review session.
    Review,
    /// Open the lab.
    Lab,
    /// One line down, or the next row.
    Down,
    /// One line up, or the previous row.
    Up,
    /// To the left: fold, previous step.
    Left,
    /// To the right: unfold, next step.
    Right,
    /// Half a page down.
    HalfDown,
    /// Half a page up.
    HalfUp,
    /// A page down.
    PageDown,
    /// A page up.
    PageUp,
    /// To the top.
    Top,
    /// To the bottom.
    Bottom,
    /// Do what the cursor is on: open, answer, go on.
    Enter,
    /// The next thing that takes keys: question, simulator, pane.
    Next,
    /// The previous one.
    Previous,
    /// Type a filter, or find in the page.
    Find,
    /// The next place that was found.
    FindNext,
    /// The previous place that was found.
    FindPrevious,
    /// Show the outline.
    Outline,
    /// Show a letter beside each link.
    Hints,
    /// Copy what the cursor is on.
    Copy,
    /// Mark a lesson as read.
    MarkRead,
    /// The next lesson of the course.
    NextLesson,
    /// The previous lesson of the course.
    PreviousLesson,
    /// Take choice 1 to 9.
    Pick(u8),
    /// Mark a choice without answering yet, or take hold of an item.
    Toggle,
    /// The next row of a question.
    RowDown,
    /// The previous row of a question.
    RowUp,
    /// Move an item of an order up.
    MoveUp,
    /// Move an item of an order down.
    MoveDown,
    /// Show a hint.
    Hint,
    /// Answer again, or make new numbers.
    Again,
    /// Grade: forgotten.
    GradeAgain,
    /// Grade: hard.
    GradeHard,
    /// Grade: good.
    GradeGood,
    /// Grade: easy.
    GradeEasy,
    /// Take back the last answer or edit.
    Undo,
    /// Do again what was taken back.
    Redo,
    /// Leave this card for later.
    Skip,
    /// Flag this card.
    Flag,
    /// Open what the question came from.
    Source,
    /// Run in the lab.
    OpenLab,
    /// Apply fix 1 to 9.
    Fix(u8),
    /// A drill of this simulator.
    Drill,
    /// The next example.
    Example,
    /// Open the lesson that explains the outcome.
    Explain,
    /// The outcome of the scenario's next question.
    NextOutcome,
    /// The outcome of its previous question.
    PreviousOutcome,
    /// Delete the word before the cursor.
    DeleteWord,
    /// Empty the line.
    ClearLine,
}
