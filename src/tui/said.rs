use super::message::Unsaved;
use crate::text::Message as Sentence;

/// What the last line says beside the keys.
#[derive(Debug, Default)]
pub(super) struct Said {
    status: Option<Sentence>,
    unsaved: Unsaved,
}

impl Said {
    /// Says something until the next key.
    pub fn tell(&mut self, sentence: Sentence) {
        self.status = Some(sentence);
    }

    /// The next key has come.
    pub fn hush(&mut self) {
        self.status = None;
    }

    /// Takes in how it stands with what could not be saved; the reason is told when it is new.
    pub fn take(&mut self, unsaved: Unsaved) {
        let moved = unsaved.why.is_some() && unsaved.is_aside != self.unsaved.is_aside;
        if unsaved.why != self.unsaved.why || moved {
            self.tell(match &unsaved.why {
                None => Sentence::new("all-saved"),
                Some(why) if unsaved.waiting > 0 && unsaved.is_aside => Sentence::new("kept-aside-because").with("why", why.clone()),
                Some(why) => Sentence::new("not-saved-because").with("why", why.clone()),
            });
        }
        self.unsaved = unsaved;
    }

    /// What was just said.
    pub fn status(&self) -> Option<&Sentence> {
        self.status.as_ref()
    }

    /// What stays on the screen as long as anything is not saved.
    pub fn banner(&self) -> Option<Sentence> {
        self.unsaved.why.as_ref().map(|_| Sentence::new("not-saved").with("waiting", self.unsaved.waiting))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;
    use crate::tui::effect::Route;
    use crate::tui::message::Message;
    use crate::tui::snapshot::{SIZES, Stage, check};

    #[test]
    fn a_long_reason_is_read_whole_at_every_size_in_both_languages() {
        for (size, lang) in SIZES.into_iter().flat_map(|size| Lang::ALL.map(|lang| (size, lang))) {
            let mut stage = Stage::open(Route::Home, size, lang);
            let why = Sentence::new("store-not-a-directory").with("path", "/home/somebody/.local/share/opsdrill/profiles/default");
            stage.send(Message::Unsaved(Unsaved { waiting: 0, is_aside: true, why: Some(why) }));
            check(&format!("unsaved_{}x{}_{lang}", size.0, size.1), &mut stage);
        }
    }

    fn ids(said: &Said) -> [&str; 2] {
        [said.status().map_or("", |status| status.id), if said.banner().is_some() { "banner" } else { "" }]
    }

    #[test]
    fn the_banner_stays_until_all_is_saved_and_the_reason_is_told_once() {
        let mut said = Said::default();
        let unsaved = |waiting, is_aside| Unsaved { waiting, is_aside, why: Some(Sentence::new("store-busy")) };
        said.take(unsaved(1, true));
        assert_eq!(ids(&said), ["kept-aside-because", "banner"]);
        said.hush();
        said.take(unsaved(2, true));
        assert_eq!(ids(&said), ["", "banner"]);
        said.take(unsaved(3, false));
        assert_eq!(ids(&said), ["not-saved-because", "banner"]);
        said.take(Unsaved::default());
        assert_eq!(ids(&said), ["all-saved", ""]);
    }

    #[test]
    fn where_nothing_ever_went_wrong_nothing_is_told() {
        let mut said = Said::default();
        said.take(Unsaved { waiting: 0, is_aside: true, why: None });
        assert_eq!(ids(&said), ["", ""]);
    }
}
