use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{StoreError, backup};
use crate::study::{Event, EventId, Millis, Moment, Stamp, StudyDay, What};

/// Files beside the log for events that the log does not take at present: one each, named by its id.
///
/// A file is written once and never changed, so that any instance may take it into the log and
/// remove it, whether the one that wrote it still runs or not.
#[derive(Debug)]
pub(super) struct Shelf(PathBuf);

/// What stands in a file: an event before the log has given it its device and number.
#[derive(Serialize, Deserialize)]
struct Shelved {
    id: EventId,
    /// Its place among those of the same millisecond.
    seq: u64,
    at: Millis,
    ahead: i16,
    day: StudyDay,
    what: What,
}

impl Shelf {
    pub fn of(profile: &Path) -> Shelf {
        Shelf(profile.join("unsaved"))
    }

    /// Puts an event there; it is on disk when this returns.
    pub fn put(&self, event: &Event) -> Result<(), StoreError> {
        let error = StoreError::io(&self.0);
        fs::create_dir_all(&self.0).map_err(error)?;
        let (id, Stamp { moment, day }) = (event.id, event.stamp);
        let shelved = Shelved { id, seq: event.seq, at: moment.at, ahead: moment.ahead, day, what: event.what.clone() };
        let text = serde_json::to_vec(&shelved).map_err(|refusal| error(refusal.into()))?;
        let draft = self.0.join(format!("{id}.draft"));
        let written = fs::File::create(&draft).and_then(|mut file| file.write_all(&text));
        let placed = written.and_then(|()| backup::place(&draft, &self.file(id)));
        if placed.is_err() {
            let _ = fs::remove_file(&draft);
        }
        placed.map_err(error)
    }

    /// Takes an event away that is in the log. One that stays is found to be there already when it is taken in again.
    pub fn remove(&self, id: EventId) {
        let _ = fs::remove_file(self.file(id));
        let _ = fs::remove_dir(&self.0); // only if it was the last
    }

    /// What is there, in the order in which it happened.
    pub fn read(&self) -> Vec<Event> {
        let files = fs::read_dir(&self.0).into_iter().flatten().flatten().map(|entry| entry.path());
        let whole = files.filter(|file| file.extension().is_some_and(|end| end == "json"));
        let mut events: Vec<Event> = whole.filter_map(|file| event(&fs::read(file).ok()?)).collect();
        events.sort_by_key(Event::key);
        events
    }

    fn file(&self, id: EventId) -> PathBuf {
        self.0.join(format!("{id}.json"))
    }
}

fn event(text: &[u8]) -> Option<Event> {
    let Shelved { id, seq, at, ahead, day, what } = serde_json::from_slice(text).ok()?;
    Some(Event { id, device: "unsaved".into(), seq, stamp: Stamp { moment: Moment { at, ahead }, day }, what })
}
