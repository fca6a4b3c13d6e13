//! What is looked at while a door is tried: panics, time, memory.

use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, Once, PoisonError};
use std::time::{Duration, Instant};

use crate::door::Door;

/// After this long a text is taken to hang: it is printed, and the run ends.
const HANG: Duration = Duration::from_secs(60);

/// What is said of a text that took too long.
pub const SLOW: &str = "slow: longer than five seconds, and ten microseconds more for each byte";

thread_local! {
    static PANIC: RefCell<String> = const { RefCell::new(String::new()) };
}

/// A door that is tried under supervision.
pub struct Watched<'a> {
    door: &'a Door,
    timed: Option<Arc<Clock>>,
    /// The longest that one text took.
    pub slowest: Duration,
}

/// What a watchdog looks at: which text is being tried, and since when.
struct Clock {
    begun: Instant,
    since: AtomicU64,
    text: Mutex<String>,
}

impl<'a> Watched<'a> {
    /// Watches for panics and broken promises; no text is timed, as this machine may be busy.
    pub fn new(door: &'a Door) -> Self {
        hook();
        Watched { door, timed: None, slowest: Duration::ZERO }
    }

    /// The same, and no text may take long or forever.
    pub fn timed(door: &'a Door) -> Self {
        let clock = Arc::new(Clock { begun: Instant::now(), since: AtomicU64::new(u64::MAX), text: Mutex::default() });
        let watched = Arc::downgrade(&clock);
        std::thread::spawn(move || {
            while let Some(clock) = watched.upgrade() {
                clock.bark();
                drop(clock);
                std::thread::sleep(Duration::from_secs(1));
            }
        });
        Watched { timed: Some(clock), ..Watched::new(door) }
    }

    /// Tries a text: what was said, as a number, or what broke.
    pub fn knock(&mut self, text: &str) -> Result<u64, String> {
        if let Some(clock) = &self.timed {
            text.clone_into(&mut clock.text.lock().unwrap_or_else(PoisonError::into_inner));
            clock.since.store(clock.now(), Ordering::Relaxed);
        }
        let begun = worked();
        let said = panic::catch_unwind(AssertUnwindSafe(|| self.door.knock(text)));
        let took = worked().saturating_sub(begun);
        if let Some(clock) = &self.timed {
            clock.since.store(u64::MAX, Ordering::Relaxed);
        }
        self.slowest = self.slowest.max(took);
        match said {
            Err(_) => Err(PANIC.with(RefCell::take)),
            Ok(Ok(_)) if self.timed.is_some() && took > allowed(text) => Err(SLOW.to_owned()),
            Ok(said) => said,
        }
    }
}

/// How long this thread has had a processor, where the system tells; else the time itself. Other programs may be busy too.
fn worked() -> Duration {
    static START: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = told.and_then(|text| text.split(' ').next()?.parse().ok());
    nanos.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

/// Five seconds, and more for a long text: every fix that is offered is run again by the door, and this build checks
/// what a release does not.
fn allowed(text: &str) -> Duration {
    Duration::from_secs(5) + Duration::from_micros(10) * u32::try_from(text.len()).unwrap_or(u32::MAX)
}

impl Clock {
    fn now(&self) -> u64 {
        u64::try_from(self.begun.elapsed().as_millis()).unwrap_or(0)
    }

    fn bark(&self) {
        let since = self.since.load(Ordering::Relaxed);
        if u128::from(self.now().saturating_sub(since)) > HANG.as_millis() {
            let text = self.text.lock().unwrap_or_else(PoisonError::into_inner);
            eprintln!("hangs: {text}");
            std::process::abort();
        }
    }
}

/// Panics are remembered with their place instead of printed; other tests print theirs as ever.
fn hook() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            let place = info.location().map_or(String::new(), |at| format!("{}:{}", at.file(), at.line()));
            if place.starts_with("tests") {
                return before(info);
            }
            PANIC.with(|last| *last.borrow_mut() = format!("panic at {place}: {}", info.payload_as_str().unwrap_or("")));
        }));
    });
}

/// The memory that is held, in bytes, where the system tells.
pub fn resident() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/self/statm").ok()?;
    text.split_whitespace().nth(1)?.parse::<u64>().ok().map(|pages| pages * 4096)
}
