//! A scenario run: one outcome for each of its requests.

use super::cache::Cache;
use super::fetch::{End, Trip, World, fetch};
use super::picture::picture;
use super::read::{refuse, shown};
use super::scenario::{Scenario, read};
use super::{advice, control, mend, remedy};
use crate::sim::{Outcome, Refusal, Run};
use crate::text::Message;

/// A request of a scenario and what became of it.
#[derive(Clone, Debug)]
pub struct Told {
    /// When it was made, in milliseconds.
    pub at_ms: u64,
    /// What became of it.
    pub trip: Trip,
}

/// Runs a scenario.
pub fn run(text: &str) -> Run {
    let scenario = match read(text) {
        Ok(scenario) => scenario,
        Err(refusals) => return Run { outcomes: Vec::new(), refusals },
    };
    match tell(&scenario) {
        Ok(told) => Run { outcomes: (0..told.len()).map(|at| outcome(text, &scenario, &told, at)).collect(), refusals: Vec::new() },
        Err(refusal) => Run { outcomes: Vec::new(), refusals: vec![*refusal] },
    }
}

/// Makes every request of a scenario, one after the other, with one preflight cache.
pub fn tell(scenario: &Scenario) -> Result<Vec<Told>, Box<Refusal>> {
    let world = World { page: &scenario.page, server: &scenario.server, profile: scenario.profile };
    let mut cache = Cache::new(scenario.profile);
    let mut told = Vec::new();
    for asked in &scenario.asked {
        cache.wait(asked.after_ms);
        let trip = fetch(world, &asked.request, &mut cache).map_err(|url| {
            let refusal = refuse("E_HOP", Message::new("cors-e-hop").with("url", shown(&url.to_string())));
            Box::new(Refusal { at: asked.at.clone(), ..*refusal })
        })?;
        told.push(Told { at_ms: cache.now(), trip });
    }
    Ok(told)
}

/// The verdict's word.
pub fn verdict(end: &End) -> &'static str {
    match end {
        End::Allowed { .. } => "allowed",
        End::Opaque => "opaque",
        End::Blocked(_) => "blocked",
    }
}

fn outcome(text: &str, scenario: &Scenario, told: &[Told], at: usize) -> Outcome {
    let Some(Told { trip, .. }) = told.get(at) else { return Outcome::default() };
    let notices = advice::notices(scenario, trip, at);
    let mend = mend::mend(text, scenario, trip, at);
    let mut codes: Vec<&'static str> = if let End::Blocked(block) = &trip.end { vec![block.code()] } else { Vec::new() };
    codes.extend(notices.iter().filter_map(|notice| notice.code));
    let mut picture = picture(scenario, told, at);
    picture.panels.extend(mend.served.iter().flat_map(|mended| remedy::panels(mended, scenario)));
    Outcome {
        verdict: verdict(&trip.end).to_owned(),
        codes,
        asked: scenario.asked.get(at).map_or(0..0, |asked| asked.at.clone()),
        headline: Some(super::say::headline(trip)),
        notices,
        findings: Vec::new(),
        steps: picture.steps,
        panels: picture.panels,
        fixes: mend.fixes,
        caveat: mend.caveat,
        controls: control::controls(text, scenario),
    }
}
