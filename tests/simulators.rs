//! What every simulator of the list keeps: its words, its examples, its drills.

use opsdrill::sim::{self, Judgement};
use opsdrill::text::{Lang, Message, Texts};

/// How many drills of each kind and level are tried.
const SEEDS: u64 = 40;

#[test]
fn every_example_can_be_run() {
    for simulator in sim::ALL {
        assert!(!simulator.examples().is_empty(), "{}", simulator.name());
        for example in simulator.examples() {
            let run = simulator.run(example);
            assert!(run.refusals.is_empty() && !run.outcomes.is_empty(), "{}: {example}: {:?}", simulator.name(), run.refusals);
        }
    }
}

#[test]
fn an_outcome_has_only_codes_that_are_declared() {
    for simulator in sim::ALL {
        for outcome in simulator.examples().iter().flat_map(|example| simulator.run(example).outcomes) {
            for code in outcome.codes {
                assert!(simulator.codes().contains(&code), "{} does not declare {code}", simulator.name());
            }
        }
    }
}

#[test]
fn a_message_begins_with_the_name_of_its_simulator() {
    for simulator in sim::ALL {
        let prefix = format!("{}-", simulator.name());
        assert!(simulator.summary_id().starts_with(&prefix), "{}", simulator.summary_id());
        for kind in simulator.drills() {
            assert!(kind.summary.starts_with(&prefix), "{}", kind.summary);
        }
    }
}

#[test]
fn a_drill_is_the_same_for_the_same_seed_and_its_own_answer_is_right() {
    for simulator in sim::ALL {
        assert!(simulator.drills().len() >= 6, "{} has only {} kinds of drill", simulator.name(), simulator.drills().len());
        for kind in simulator.drills() {
            for (level, seed) in (1..=3).flat_map(|level| (0..SEEDS).map(move |seed| (level, seed))) {
                let here = format!("{} {} level {level} seed {seed}", simulator.name(), kind.name);
                let drill = simulator.drill(kind.name, level, seed);
                assert_eq!(drill, simulator.drill(kind.name, level, seed), "{here}");
                let Some(drill) = drill else { panic!("{here}: there is none") };
                assert_eq!(simulator.judge(&drill, &drill.answer), Judgement::Right, "{here}: {}", drill.answer);
                assert!(simulator.run(&drill.scenario).refusals.is_empty(), "{here}: {}", drill.scenario);
            }
        }
        assert_eq!(simulator.drill("no-such-kind", 1, 0), None);
    }
}

#[test]
fn what_a_simulator_says_exists_in_every_language() {
    for simulator in sim::ALL {
        for lang in Lang::ALL {
            let texts = Texts::of(lang);
            let says = |message: &Message| assert_ne!(texts.say(message), message.id, "{lang}");
            says(&simulator.summary());
            simulator.drills().iter().for_each(|kind| says(&Message::new(kind.summary)));
            for outcome in simulator.examples().iter().flat_map(|example| simulator.run(example).outcomes) {
                outcome.headline.iter().for_each(says);
                outcome.steps.iter().for_each(|step| says(&step.message));
                outcome.notices.iter().for_each(|notice| says(&notice.message));
                outcome.findings.iter().for_each(|finding| says(&finding.message));
            }
        }
    }
}
