use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use super::StoreError;

/// Where a learner's data lie.
///
/// By default the system's place (`XDG_DATA_HOME` on Linux); with `--data-dir` everything lies below that directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    profile: PathBuf,
}

impl Paths {
    /// The places of a profile. Nothing is created yet.
    ///
    /// # Errors
    ///
    /// A name that cannot be a directory's, or a system that names no home directory.
    pub fn find(data_dir: Option<&Path>, profile: &str) -> Result<Paths, StoreError> {
        if !is_name(profile) {
            return Err(StoreError::BadProfile { name: profile.to_owned() });
        }
        let data = match data_dir {
            Some(dir) => dir.to_owned(),
            None => ProjectDirs::from("", "", "opsdrill").ok_or(StoreError::NoHome)?.data_dir().to_owned(),
        };
        Ok(Paths { profile: data.join("profiles").join(profile) })
    }

    /// The directory of the profile: its log, backups and notes. What [`EventLog::open`](super::EventLog::open) takes.
    #[must_use]
    pub fn profile(&self) -> &Path {
        &self.profile
    }
}

/// Letters of any script, digits and a few signs, not a dot at the start, not too long for a file system.
fn is_name(name: &str) -> bool {
    let fits = !name.is_empty() && name.len() <= 100 && !name.starts_with(['.', '-', ' ']);
    fits && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ' ' | '@' | '+'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_data_dir_holds_everything() {
        let paths = Paths::find(Some(Path::new("/tmp/x")), "default").unwrap();
        assert_eq!(paths.profile(), Path::new("/tmp/x/profiles/default"));
    }

    #[test]
    fn a_profile_stays_in_its_directory() {
        for name in ["", ".", "..", "../x", "a/b", "a\\b", "-x", "a\0", "nul:"] {
            assert_eq!(Paths::find(Some(Path::new("/tmp")), name), Err(StoreError::BadProfile { name: name.into() }), "{name}");
        }
        for name in ["default", "지영", "j.doe@home"] {
            assert!(Paths::find(Some(Path::new("/tmp")), name).is_ok(), "{name}");
        }
    }
}
