//! opsdrill on a pseudo-terminal, with a home of its own.

use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};
use tempfile::TempDir;

/// How long anything may take on a busy machine before a test gives up.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running program with its screen.
pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    // Kept open: its settings are what is looked at when the program has ended.
    _slave: Box<dyn SlavePty + Send>,
    writer: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    bytes: Vec<u8>,
    before: String,
    home: Option<TempDir>,
}

#[allow(dead_code, reason = "each test file uses some of these")]
impl Terminal {
    /// Starts the program with an empty home.
    pub fn start(args: &[&str], size: (u16, u16)) -> Terminal {
        Terminal::start_with(args, size, &[])
    }

    /// Starts the program with an empty home and more environment.
    pub fn start_with(args: &[&str], size: (u16, u16), env: &[(&str, &str)]) -> Terminal {
        Terminal::start_in(tempfile::tempdir().unwrap(), args, size, env)
    }

    /// Starts the program with the home of an earlier one.
    pub fn start_in(home: TempDir, args: &[&str], (cols, rows): (u16, u16), env: &[(&str, &str)]) -> Terminal {
        let pair = native_pty_system().openpty(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_opsdrill"));
        command.args(args);
        command.env_clear();
        for (name, value) in [("TERM", "xterm-256color"), ("LANG", "C.UTF-8"), ("PATH", "/usr/bin:/bin")] {
            command.env(name, value);
        }
        command.env("HOME", home.path());
        for (name, value) in env {
            command.env(name, value);
        }
        let before = settings(pair.master.as_ref());
        let child = pair.slave.spawn_command(command).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let writer = pair.master.take_writer().unwrap();
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut chunk = [0; 65_536];
            while let Ok(n @ 1..) = reader.read(&mut chunk) {
                if sender.send(chunk[..n].to_vec()).is_err() {
                    return;
                }
            }
        });
        let screen = vt100::Parser::new(rows.try_into().unwrap(), cols.try_into().unwrap(), 0);
        Terminal { child, master: pair.master, _slave: pair.slave, writer, output, screen, bytes: Vec::new(), before, home: Some(home) }
    }

    /// Types keys as a terminal sends them.
    pub fn keys(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    /// Changes the size of the terminal.
    pub fn resize(&mut self, (cols, rows): (u16, u16)) {
        self.master.resize(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).unwrap();
        self.screen.screen_mut().set_size(rows.try_into().unwrap(), cols.try_into().unwrap());
    }

    /// Sends a signal by its name.
    pub fn signal(&self, name: &str) {
        let pid = self.child.process_id().unwrap().to_string();
        assert!(std::process::Command::new("kill").args(["-s", name, &pid]).status().unwrap().success());
    }

    /// What is on the screen now.
    pub fn screen(&mut self) -> String {
        while let Ok(chunk) = self.output.try_recv() {
            self.take(&chunk);
        }
        self.screen.screen().contents()
    }

    /// Everything that was ever written, as text.
    pub fn transcript(&mut self) -> String {
        self.screen();
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// Waits until `text` is on the screen.
    #[track_caller]
    pub fn wait_for(&mut self, text: &str) {
        self.wait_until(text, |screen| screen.contains(text));
    }

    /// Waits until `text` is no more on the screen.
    #[track_caller]
    pub fn wait_gone(&mut self, text: &str) {
        self.wait_until(text, |screen| !screen.contains(text));
    }

    /// Waits until the screen is as wanted.
    #[track_caller]
    pub fn wait_until(&mut self, what: &str, wanted: impl Fn(&str) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !wanted(&self.screen()) {
            assert!(Instant::now() < end, "waited in vain for {what:?}; the screen is\n{}", self.screen.screen().contents());
            if let Ok(chunk) = self.output.recv_timeout(Duration::from_millis(50)) {
                self.take(&chunk);
            }
        }
    }

    /// Waits until the program has ended and gives back its exit code.
    #[track_caller]
    pub fn wait_exit(&mut self) -> u32 {
        let end = Instant::now() + PATIENCE;
        loop {
            self.screen();
            if let Some(status) = self.child.try_wait().unwrap() {
                std::thread::sleep(Duration::from_millis(50));
                self.screen();
                return status.exit_code();
            }
            assert!(Instant::now() < end, "it does not end; the screen is\n{}", self.screen.screen().contents());
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Kills the program as a power cut would.
    pub fn kill(&mut self) {
        self.signal("KILL");
        self.child.wait().unwrap();
    }

    /// The home, for the next start.
    pub fn home(&mut self) -> TempDir {
        self.home.take().unwrap()
    }

    /// The terminal's settings are what they were, the cursor is shown, the alternate screen is left.
    #[track_caller]
    pub fn assert_restored(&mut self) {
        self.screen();
        assert_eq!(settings(self.master.as_ref()), self.before);
        let screen = self.screen.screen();
        assert!(!screen.hide_cursor() && !screen.alternate_screen() && !screen.bracketed_paste());
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    }

    fn take(&mut self, chunk: &[u8]) {
        self.bytes.extend_from_slice(chunk);
        self.screen.process(chunk);
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The line settings, as `portable-pty` reads them.
fn settings(master: &dyn MasterPty) -> String {
    master.get_termios().map(|t| format!("{t:?}")).unwrap_or_default()
}
