//! The one place that blocks, reads the clock and performs effects.
//!
//! One thread reads keys, one waits for signals, the jobs have theirs; all of them send into one
//! channel. It is drained before each frame, so that two hundred keys at once become one frame, and
//! nothing wakes up while nothing happens.

use std::io::{self, BufWriter, Stdout, Write};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{Event as Terminal, KeyCode};
use ratatui::backend::CrosstermBackend;

use super::app::{App, Start};
use super::effect::{Effect, Route};
use super::jobs::{Jobs, Sources};
use super::keeper::Keeper;
use super::message::Message;
use super::terminal;
use super::theme::Theme;
use crate::store::clock;
use crate::text::{Lang, Message as Sentence};

/// How long the first frame waits for course and memory before it is drawn without them.
const PATIENCE: Duration = Duration::from_millis(60);

/// What the program is run with.
pub struct Options {
    /// The language of interface and lessons.
    pub lang: Lang,
    /// How things look.
    pub theme: Theme,
    /// The screen to begin with, if it is not Home.
    pub route: Option<Route>,
    /// Where course and memory come from.
    pub sources: Sources,
    /// Whether only errors are said when the program has been left.
    pub quiet: bool,
}

/// Something that reaches the main loop.
pub(super) enum Arrival {
    /// For the state.
    Message(Message),
    /// The terminal or the system asks us to stop: exit code.
    Stop(u8),
    /// The shell asks us to pause.
    Pause,
    /// A worker has panicked; its message is on stderr already.
    Died,
    /// There is no course, or not the lesson that was asked for.
    Failed(Sentence),
}

/// Runs the program until it is left and gives back its exit code.
///
/// # Errors
///
/// A terminal that cannot be brought into raw mode or drawn on.
pub fn run(options: Options) -> io::Result<u8> {
    terminal::restore_on_panic();
    let (sender, arrivals) = channel();
    let (deck, decks) = channel();
    let Sources { course, profile, details } = options.sources;
    let jobs = Jobs::start(&sender, course, deck, details.clone())?;
    let keeper = Keeper::start(&sender, profile, (decks, details))?;
    let now = clock::now();
    let size = crossterm::terminal::size()?;
    let start = Start { lang: options.lang, theme: options.theme, route: options.route, size, today: now.local_day(), nonce: now.at.0.cast_unsigned() };
    let app = App::new(start);
    terminal::take(true)?;
    watch_keys(&sender)?;
    watch_signals(&sender)?;
    let out = BufWriter::with_capacity(1 << 16, io::stdout());
    let screen = ratatui::Terminal::new(CrosstermBackend::new(out))?;
    let mut runtime = Runtime { app, jobs, keeper, screen, arrivals, panic: std::env::var("OPSDRILL_PANIC").ok(), exit: None };
    let ended = runtime.until_left();
    terminal::restore();
    let left = runtime.keeper.finish();
    let texts = runtime.app.cx().texts;
    if let Some(message) = left.message().filter(|_| left.lost > 0 || !options.quiet) {
        eprintln!("opsdrill: {}", texts.say(&message));
    }
    ended.map(|code| if code == 0 && left.lost > 0 { 1 } else { code })
}

struct Runtime {
    app: App,
    jobs: Jobs,
    keeper: Keeper,
    screen: ratatui::Terminal<CrosstermBackend<BufWriter<Stdout>>>,
    arrivals: Receiver<Arrival>,
    panic: Option<String>,
    exit: Option<u8>,
}

impl Runtime {
    fn until_left(&mut self) -> io::Result<u8> {
        self.wait_for_the_first_frame()?;
        loop {
            self.draw()?;
            self.jobs.first_frame_is_drawn();
            let Ok(first) = self.arrivals.recv() else { return Ok(0) };
            self.arrived(first)?;
            while let Ok(next) = self.arrivals.try_recv() {
                self.arrived(next)?;
            }
            if let Some(code) = self.exit {
                return Ok(code);
            }
        }
    }

    /// A first frame that already says everything is better than one that is filled in twice.
    fn wait_for_the_first_frame(&mut self) -> io::Result<()> {
        let end = Instant::now() + PATIENCE;
        while !self.app.is_ready() {
            let Ok(arrival) = self.arrivals.recv_timeout(end.saturating_duration_since(Instant::now())) else { break };
            self.arrived(arrival)?;
        }
        Ok(())
    }

    fn arrived(&mut self, arrival: Arrival) -> io::Result<()> {
        match arrival {
            Arrival::Stop(code) => {
                self.exit = Some(code);
                self.app.leave().into_iter().try_for_each(|effect| self.perform(effect))?;
            }
            Arrival::Died => self.exit = Some(101),
            Arrival::Failed(error) => {
                terminal::restore();
                eprintln!("opsdrill: {}", self.app.cx().texts.say(&error));
                self.exit = Some(2);
            }
            Arrival::Pause => self.perform(Effect::Suspend)?,
            Arrival::Message(message) => {
                self.panic_if_asked(&message);
                if matches!(message, Message::Key(_) | Message::Mouse(_) | Message::Paste(_)) {
                    let now = clock::now();
                    let day = self.app.cx().memory.as_ref().map_or(now.local_day(), |memory| memory.today(now));
                    self.update(Message::Now { at: now.at, day })?;
                }
                self.update(message)?;
            }
        }
        Ok(())
    }

    /// With `OPSDRILL_PANIC` set, F12 panics here or on a worker: how the way out of a panic is tested on the real program.
    fn panic_if_asked(&self, message: &Message) {
        let Some(place) = &self.panic else { return };
        if !matches!(message, Message::Key(key) if key.code == KeyCode::F(12)) {
            return;
        }
        assert!(place == "worker", "asked for by OPSDRILL_PANIC");
        self.jobs.panic();
    }

    fn update(&mut self, message: Message) -> io::Result<()> {
        self.app.update(message).into_iter().try_for_each(|effect| self.perform(effect))
    }

    fn perform(&mut self, effect: Effect) -> io::Result<()> {
        match effect {
            Effect::Quit => self.exit = Some(0),
            Effect::Suspend => self.suspend()?,
            Effect::Redraw => self.screen.clear()?,
            Effect::Record(what) => self.keeper.record(what),
            Effect::Search { generation, query } => self.jobs.search(generation, query),
            Effect::Run { generation, sim, scenario } => self.jobs.run(generation, sim, scenario),
            Effect::Copy(text) => {
                let backend = self.screen.backend_mut();
                crossterm::execute!(backend, CopyToClipboard::to_clipboard_from(text))?;
            }
            Effect::Mouse(on) => terminal::set_mouse(on)?,
            // The app performs these itself.
            Effect::Go(_) | Effect::Back | Effect::Speak(_) | Effect::Tell(_) => {}
        }
        Ok(())
    }

    fn draw(&mut self) -> io::Result<()> {
        if !terminal::is_taken() {
            return Ok(());
        }
        let app = &mut self.app;
        self.screen.draw(|frame| {
            if let Some(cursor) = app.view(frame.buffer_mut()) {
                frame.set_cursor_position(cursor);
            }
        })?;
        self.screen.backend_mut().flush()
    }

    fn suspend(&mut self) -> io::Result<()> {
        terminal::restore();
        stop_until_continued()?;
        terminal::take(true)?;
        self.screen.clear()
    }
}

#[cfg(unix)]
fn stop_until_continued() -> io::Result<()> {
    signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)
}

#[cfg(not(unix))]
fn stop_until_continued() -> io::Result<()> {
    Ok(())
}

fn watch_keys(sender: &Sender<Arrival>) -> io::Result<()> {
    let sender = sender.clone();
    let read = move || {
        loop {
            let arrival = match crossterm::event::read() {
                Ok(Terminal::Key(key)) => Arrival::Message(Message::Key(key)),
                Ok(Terminal::Mouse(mouse)) => Arrival::Message(Message::Mouse(mouse)),
                Ok(Terminal::Paste(text)) => Arrival::Message(Message::Paste(text)),
                Ok(Terminal::Resize(width, height)) => Arrival::Message(Message::Resized { width, height }),
                Ok(Terminal::FocusGained | Terminal::FocusLost) => continue,
                Err(_) => Arrival::Stop(1),
            };
            let last = matches!(arrival, Arrival::Stop(_));
            if sender.send(arrival).is_err() || last {
                return;
            }
        }
    };
    std::thread::Builder::new().name("keys".into()).spawn(read).map(drop)
}

/// Signals end the program as a quit does, with the exit code that shells expect: 128 and the signal's number.
#[cfg(unix)]
fn watch_signals(sender: &Sender<Arrival>) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGTSTP};
    let mut signals = signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGTERM, SIGTSTP])?;
    let sender = sender.clone();
    let wait = move || {
        for signal in signals.forever() {
            let arrival = if signal == SIGTSTP { Arrival::Pause } else { Arrival::Stop(u8::try_from(128 + signal).unwrap_or(1)) };
            if sender.send(arrival).is_err() {
                return;
            }
        }
    };
    std::thread::Builder::new().name("signals".into()).spawn(wait).map(drop)
}

#[cfg(not(unix))]
fn watch_signals(_: &Sender<Arrival>) -> io::Result<()> {
    Ok(())
}
