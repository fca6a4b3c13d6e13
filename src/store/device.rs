use std::fs;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use uuid::Uuid;

use super::StoreError;

/// The name of this machine in the log; made when it is first asked for.
///
/// It stands in a file of its own beside the log, so that a log that is copied to another machine
/// does not bring the name along.
pub(super) fn device(dir: &Path) -> Result<Arc<str>, StoreError> {
    let file = dir.join("device");
    if let Some(name) = read(&file) {
        return Ok(name);
    }
    // A complete file appears at once, and of several that start together one wins. The draft is
    // nobody else's: written again by another, it would change the name behind the finished link.
    let name = Uuid::now_v7().simple().to_string();
    let draft = dir.join(format!("device.{name}"));
    let error = StoreError::io(&file);
    let mut out = fs::File::create(&draft).map_err(error)?;
    out.write_all(name.as_bytes()).and_then(|()| out.sync_all()).map_err(error)?;
    if fs::hard_link(&draft, &file).is_ok() || read(&file).is_some() {
        let _ = fs::remove_file(&draft);
    } else {
        fs::rename(&draft, &file).map_err(error)?;
    }
    Ok(read(&file).unwrap_or_else(|| name.into()))
}

/// The name in a device file, if it is a whole one.
fn read(file: &Path) -> Option<Arc<str>> {
    let text = fs::read_to_string(file).ok()?;
    text.trim().parse::<Uuid>().ok().map(|id| id.simple().to_string().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_start_together_have_one_name() {
        for _ in 0..50 {
            let dir = tempfile::tempdir().unwrap();
            let names: Vec<Arc<str>> = std::thread::scope(|scope| {
                let started: Vec<_> = (0..8).map(|_| scope.spawn(|| device(dir.path()).unwrap())).collect();
                started.into_iter().map(|one| one.join().unwrap()).collect()
            });
            assert!(names.iter().all(|name| *name == names[0]), "{names:?}");
            assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1, "drafts are left behind");
        }
    }
}
