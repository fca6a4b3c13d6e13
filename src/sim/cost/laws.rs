//! What a bill keeps: worked sums, refusals, edits that lead where they say.

use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::sim::Panel;
use crate::text::Message;

#[track_caller]
fn check(scenario: &str, verdict: &str, codes: &[&str]) {
    let run = run(scenario);
    assert_eq!(run.refusals, []);
    assert_eq!((run.outcomes[0].verdict.as_str(), run.outcomes[0].codes.as_slice()), (verdict, codes), "{scenario}");
}

/// Every refusal of a scenario: its code and the text that it marks.
#[track_caller]
pub fn refused(scenario: &str, expected: &[(&str, &str)]) {
    let refusals = run(scenario).refusals;
    assert_eq!(refusals.iter().map(|r| (r.code, &scenario[r.at.clone()])).collect::<Vec<_>>(), expected);
}

fn total(scenario: &str) -> String {
    let run = run(scenario);
    assert_eq!(run.refusals, [], "{scenario}");
    run.outcomes[0].verdict.clone()
}

/// The mend of the first refusal leads to a scenario that can be run.
#[track_caller]
fn mended(scenario: &str, code: &str, then: &str) {
    let refusal = run(scenario).refusals.remove(0);
    assert_eq!(refusal.code, code, "{scenario}");
    let text = refusal.mend.expect("a mend").apply(scenario, "");
    assert_eq!(text, then);
    assert!(run(&text).refusals.is_empty(), "{text}");
}

#[test]
fn three_gateways_and_500_gb_as_reckoned_by_hand() {
    check("region seoul nat 3 natgb 500 egress 500 ipv4 3 hours 730", "220.06", &["EGRESS_FREE", "IPV4_CHARGED"]);
    check("region virginia nat 3 natgb 500 egress 500 ipv4 3 hours 730", "168.00", &["EGRESS_FREE", "IPV4_CHARGED", "NOT_CONFIRMED"]);
    check(EXAMPLES[1], "300.98", &["EGRESS_FREE", "CROSS_AZ_TWICE", "IPV4_CHARGED"]);
}

#[test]
fn the_rules_of_the_meters() {
    check("nat 1 hours 1.01", "0.12", &["HOUR_ROUNDED"]);
    check("nat 1 hours 90min", "0.12", &["HOUR_ROUNDED"]);
    check("egress 100", "0.00", &["EGRESS_FREE"]);
    check("egress 101", "0.13", &["EGRESS_FREE"]);
    check("interaz 200", "4.00", &["CROSS_AZ_TWICE"]);
    check("gateway 5", "0.00", &[]);
    check("vpce 4 az 2", "75.92", &[]);
    check("ddb-write 5M # and\n# nothing else", "3.40", &[]);
    check("egress 1TB", "116.42", &["EGRESS_FREE"]);
}

#[test]
fn what_passes_nat_is_counted_both_ways_and_leaves_once() {
    assert_eq!(total("nat-flow 400 100"), total("natgb 500 egress 400"));
    assert_eq!(total("nat-flow 400 100 other-az"), total("natgb 500 egress 400 interaz 500"));
    assert_eq!(total("nat-flow 400 100 nat-flow 100 0"), total("natgb 600 egress 500"));
}

#[test]
fn functions_are_paid_by_request_and_by_memory_times_time() {
    check("lambda 1M 128MB 3200ms", "0.00", &["FREE_TIER"]);
    check("free none lambda-gbs 0.000125", "0.0000000021", &[]);
    check("free none lambda 1 128MB 1ms", "0.0000002", &[]);
    assert_eq!(total("free none lambda 10M 128MB 120ms"), "4.50");
    assert_eq!(total("free none lambda 10M 128MB 119.2ms"), total("free none lambda 10M 128MB 120ms"));
    assert_eq!(total("free none lambda 10M 129MB 1ms"), "2.02");
    // 800,000 GB-s on each kind: the 400,000 are free once, not twice.
    assert_eq!(total("lambda-gbs 400k lambda-gbs-arm 400k"), "5.33");
    check("lambda-warm 10 512MB 5min", "0.0077", &[]);
    assert_eq!(total("lambda-warm 10 512MB 1s"), "0.0077");
}

#[test]
fn tasks_are_paid_by_the_second_and_a_minute_at_least() {
    check("fargate 20 1vCPU 2GB", "828.99", &["PER_SECOND"]);
    assert_eq!(total("fargate 1vCPU 2GB 1s"), total("fargate 1vCPU 2GB 60s"));
    assert_ne!(total("fargate 1000 1vCPU 2GB 61s"), total("fargate 1000 1vCPU 2GB 60s"));
    assert_eq!(total("fargate 1vCPU 2GB hours 0.5"), "0.03");
    assert_eq!(total("fargate 1vCPU 2GB 1h fargate 1vCPU 2GB 1h"), total("fargate 2 1vCPU 2GB 1h"));
    mended("fargate 1vCPU 1GB", "E_PAIR", "fargate 1vCPU 2GB");
    mended("fargate 0.25vCPU 1.5GB", "E_PAIR", "fargate 0.25vCPU 2GB");
    mended("fargate 16vCPU 500GB", "E_PAIR", "fargate 16vCPU 120GB");
    refused("fargate 3vCPU 8GB", &[("E_PAIR", "3vCPU")]);
}

#[test]
fn requests_are_counted_in_pieces_of_their_size() {
    assert_eq!(total("apigw-http 10M 3KB"), "12.30");
    assert_eq!(total("apigw-http 10M 512KB"), "12.30");
    assert_eq!(total("apigw-http 10M 513KB"), "24.60");
    assert_eq!(total("ddb-write 5M 1.5KB"), total("ddb-write 10M"));
    assert_eq!(total("ddb-read 5M 4KB"), total("ddb-read 5M"));
    assert_eq!(total("sqs 2M 65KB"), total("sqs 4M"));
}

#[test]
fn what_is_free_is_taken_off_once_and_only_if_asked() {
    check("kms-key 1 kms-req 30k", "1.03", &["FREE_TIER"]);
    check("free none kms-req 20k", "0.06", &[]);
    check("free year apigw-http 2M", "1.23", &["FREE_TIER"]);
    check("apigw-http 2M", "2.46", &[]);
    check("sfn 4000 pipeline 1 pipeline-min 100 sqs 1M", "0.00", &["FREE_TIER"]);
    let steps = run("kms-req 30k").outcomes[0].steps.iter().map(|step| step.message.id).collect::<Vec<_>>();
    assert_eq!(steps, ["cost-s-free", "cost-s-line-per", "cost-s-total", "cost-s-source"]);
}

#[test]
fn four_ways_and_where_an_endpoint_pays() {
    let compared = |scenario| compare::compare(&read::read(scenario).unwrap()).unwrap().unwrap();
    let totals = |compared: &compare::Comparison| compared.ways.iter().map(|way| decimal::amount(way.tally.total)).collect::<Vec<_>>();
    let seoul = compared("nat 3 natgb 600 ipv4 3 az 1 compare 300");
    assert_eq!(totals(&seoul), ["175.56", "157.86", "170.35", "90.12"]);
    assert_eq!(seoul.break_even.map(|found| found.all), Some(193_674));
    // The egress stays in every way.
    assert_eq!(totals(&compared("nat 3 natgb 600 ipv4 3 egress 300 az 1 compare 300")), ["200.76", "183.06", "195.55", "115.32"]);
    let virginia = compared("region virginia nat 1 natgb 600 compare 300");
    assert_eq!(virginia.break_even.map(|found| (found.one + 50) / 100), Some(2086));
    assert_eq!(virginia.ways.iter().map(|way| way.tally.is_sure()).collect::<Vec<_>>(), [true, true, false]);
}

#[test]
fn what_is_wrong_is_marked() {
    refused("nat -3", &[("E_NEGATIVE", "-3")]);
    refused("nat three natgb 1e3", &[("E_NUMBER", "three"), ("E_NUMBER", "1e3")]);
    refused("natt 3\nregion mars", &[("E_ITEM", "natt"), ("E_REGION", "mars")]);
    refused("nat 1 nat 2 natgb", &[("E_TWICE", "nat"), ("E_EXPECTED", "natgb")]);
    refused("az 1.5 hours 9999999999999", &[("E_ZONES", "1.5"), ("E_LARGE", "9999999999999")]);
    refused("natgb 5 compare 6", &[("E_COMPARE", "6")]);
    refused(" # 한글", &[("E_EMPTY", "")]);
    refused("nat 3 4", &[("E_EXTRA", "4")]);
    refused("lambda 10M 128MB", &[("E_EXPECTED", "lambda")]);
    refused("lambda 10M 128 120ms", &[("E_UNIT", "128")]);
    refused("nat 3GB", &[("E_UNIT", "3GB")]);
    refused("free often nat 1", &[("E_FREE", "often")]);
    refused("notes", &[("E_EXPECTED", "notes")]);
    mended("region virgina nat 1", "E_REGION", "region virginia nat 1");
    mended("notes fargat", "E_NOTES", "notes fargate");
    mended("natbg 1", "E_ITEM", "natgb 1");
    refused("sqs 10 M", &[("E_ITEM", "M")]);
    mended("egress 1,000", "E_NUMBER", "egress 1000");
    mended("lambda 1M 64MB 1s", "E_MEMORY", "lambda 1M 128MB 1s");
    mended("lambda 1M 1GB 1h", "E_TIME", "lambda 1M 1GB 900s");
}

#[test]
fn a_price_without_a_number_is_refused_and_an_unread_one_is_marked() {
    refused("vpn 1 nat 1", &[("E_PRICE", "vpn 1")]);
    refused("apigw-rest 1M", &[("E_PRICE", "apigw-rest 1M")]);
    check("region virginia interaz 5", "0.10", &["CROSS_AZ_TWICE", "NOT_CONFIRMED"]);
    let hint = run("cache-0.5 1").refusals.remove(0).hint;
    assert_eq!(hint, Some(Message::new("cost-e-price-other").with("region", "virginia")));
}

#[test]
fn a_tier_without_a_price_is_refused() {
    let ends = [
        ("egress", 10_240_i128),
        ("vpcegb", 1_048_576),
        ("zone", 25),
        ("lambda-gbs", 6_000_000_000),
        ("lambda-gbs-arm", 7_500_000_000),
        ("apigw-http", 300_000_000),
        ("sqs", 100_000_000_000),
        ("s3", 51_200),
        ("logs", 10_240),
    ];
    for (item, most) in ends {
        assert_eq!(run(&format!("{item} {most}")).refusals, [], "{item}");
        let beyond = format!("{item} {}", most + 1);
        refused(&beyond, &[("E_TIER", beyond.as_str())]);
    }
    assert!(run("region virginia apigw-rest 333M").refusals.is_empty());
    refused("region virginia apigw-rest 333000001", &[("E_TIER", "apigw-rest 333000001")]);
    // Two statements of one item reach into it together.
    refused("nat-flow 6000 0 nat-flow 6000 0", &[("E_TIER", "nat-flow 6000 0")]);
}

#[test]
fn a_long_month_is_remarked() {
    let long = |hours: u32| run(&format!("nat 1 hours {hours}")).outcomes[0].notices.iter().any(|n| n.message.id == "cost-n-long");
    assert_eq!([long(744), long(745)], [false, true]);
}

#[test]
fn the_region_is_an_edit() {
    let scenario = "nat 1";
    let other = run(scenario).outcomes[0].controls[0].change.apply(scenario, "");
    check(&other, "32.85", &[]);
    assert_eq!(run(&other).outcomes[0].controls[0].change.apply(&other, ""), "region seoul\nnat 1");
}

#[test]
fn a_fix_leads_to_the_total_it_names() {
    let more = ["natgb 500", "nat 3 natgb 90", "region virginia apigw-rest 10M", "hours 800 nat 1 ipv4 1", "nat 2 # two\nnatgb 600\ncompare 400\nipv4 2"];
    let mut offered = Vec::new();
    for scenario in EXAMPLES.iter().chain(&more) {
        for fix in &run(scenario).outcomes[0].fixes {
            let then = fix.change.apply(scenario, "");
            assert_eq!(total(&then), fix.then, "{scenario}: {then}");
            offered.push(fix.label.id);
        }
    }
    for id in ["gateway", "interface", "single", "egress", "ipv4", "arm", "http", "hours"] {
        assert!(offered.contains(&format!("cost-fix-{id}").as_str()), "{id}");
    }
}

#[test]
fn a_control_leads_to_a_bill() {
    for scenario in EXAMPLES {
        for outcome in run(scenario).outcomes {
            let rows = outcome.panels.iter().flat_map(|panel| match panel {
                Panel::Tree { rows, .. } => rows.as_slice(),
                _ => &[],
            });
            for control in rows.flat_map(|row| &row.controls).chain(&outcome.controls) {
                let then = control.change.apply(scenario, "");
                let wrong = run(&then).refusals;
                // What a region has no price for is refused, and so is more to S3 than passes.
                assert!(wrong.iter().all(|refusal| matches!(refusal.code, "E_PRICE" | "E_COMPARE")), "{then}: {wrong:?}");
                assert_ne!(then, *scenario);
            }
        }
    }
}

#[test]
fn every_sum_of_the_notes_is_an_example_with_its_number_of_then() {
    for sum in then::SUMS {
        assert!(EXAMPLES.iter().any(|example| example.contains(&format!("notes {}", sum.word))), "{}", sum.word);
        let run = run(&format!("notes {}", sum.word));
        assert_eq!((run.refusals.len(), run.outcomes.len()), (0, 1), "{}: {:?}", sum.word, run.refusals);
        assert_eq!(run.outcomes[0].steps[0].message.id, sum.claim);
        assert_eq!(run.outcomes[0].findings[0].message.id, sum.since);
    }
}

#[test]
fn the_sums_of_the_notes_today() {
    let today = |name: &str| total(&format!("notes {name}"));
    let sums = [
        ("eip", "7.30"),
        ("egress", "0.00"),
        ("peering", "2.00"),
        ("nat", "56.21"),
        ("fargate", "828.99"),
        ("kms", "1.03"),
        ("codedeploy", "0.20"),
        ("beanstalk", "16.43"),
        ("lambda-free", "0.00"),
        ("lambda-ms", "0.0000000021"),
        ("apigw-free", "0.00"),
        ("apigw", "369.00"),
        ("cache-0.5", "14.60"),
        ("cache-1.6", "27.74"),
        ("cache-6.1", "146.00"),
        ("rest", "35.00"),
        ("lambda-warm", "67.35"),
    ];
    assert_eq!(sums.map(|(name, _)| today(name)), sums.map(|(_, usd)| usd.to_owned()));
    // The vCPUs alone are what the notes speak of; the dollar that fits them is worked out, not looked up.
    let since = &run("notes fargate").outcomes[0].findings[0].message;
    assert_eq!(*since, Message::new("cost-now-fargate").with("now", "$828.99".to_owned()).with("part", "$679.78".to_owned()).with("rate", "1,177".to_owned()));
}

#[test]
fn a_sum_of_the_notes_is_never_reckoned_into_a_bill() {
    let run = run("nat 1 notes apigw");
    assert_eq!(run.outcomes.iter().map(|outcome| outcome.verdict.as_str()).collect::<Vec<_>>(), ["43.07", "369.00"]);
    refused("region seoul notes cache-0.5", &[("E_PRICE", "notes cache-0.5")]);
    check("region virginia notes apigw", "300.00", &[]);
}

#[test]
fn a_sum_of_the_notes_can_be_written_out() {
    for sum in then::SUMS {
        let scenario = format!("notes {}", sum.word);
        let outcome = run(&scenario).outcomes.remove(0);
        assert_eq!(total(&outcome.controls[0].change.apply(&scenario, "")), outcome.verdict, "{scenario}");
    }
}

#[test]
fn mistakes_are_named() {
    let said = |kind: &str, level, answer: &dyn Fn(f64) -> f64| {
        let drill = Cost.drill(kind, level, 7).unwrap();
        Cost.judge(&drill, &format!("${:.2}", answer(drill.answer.parse().unwrap())))
    };
    let named = |id| Judgement::Wrong(Some(Message::new(id)));
    assert_eq!(said("egress-free-tier", 1, &|right| right + 12.6), named("cost-m-free"));
    assert_eq!(said("cross-az", 1, &|right| right / 2.0), named("cost-m-directions"));
    // What the notes say: 400,000 seconds instead of GB-seconds.
    let drill = Cost.drill("lambda-month", 2, 7).unwrap();
    let seconds = |text: &str| tally::tally(&read::read(text).unwrap()).unwrap().total;
    let numbers: Vec<i128> = drill.scenario.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect();
    let slip = format!("free none lambda-req {}M lambda-gbs {}", numbers[0] - 1, (numbers[0] * 1000 * numbers[2] - 400_000) * numbers[1] / 1024);
    assert_eq!(Cost.judge(&drill, &decimal::amount(seconds(&slip))), named("cost-m-seconds"), "{}", drill.scenario);
    assert_eq!(said("nat-month", 2, &|right| right / 730.0), named("cost-m-month"));
    assert!(matches!(Cost.judge(&Cost.drill("nat-gb", 1, 1).unwrap(), "much"), Judgement::Unreadable(_)));
}

#[test]
fn the_batch_door_answers_with_source_and_date() {
    let ask = |scenario: &str| Cost.answer(&json!({ "op": "estimate", "scenario": scenario })).unwrap();
    let answer = ask("nat 1");
    assert_eq!((&answer["total"], &answer["confirmed"]), (&json!("43.07"), &json!(true)));
    let line = &answer["lines"][0];
    assert_eq!((&line["price"], &line["month"], &line["quantity"]), (&json!("0.059"), &json!("2026-10"), &json!("1 × 730 h")));
    assert!(line["source"].as_str().unwrap().starts_with("AWS Price List") && line["page"].as_str().unwrap().starts_with("https://"));
    assert_eq!(ask("notes fargate")["notes"][0]["then"], json!({ "krw": "800000" }));
    assert_eq!(Cost.answer(&json!({ "op": "estimate" })).unwrap_err().code, "E_REQUEST");
    assert_eq!(Cost.answer(&json!({ "op": "estimate", "scenario": "nat -1" })).unwrap_err().code, "E_NEGATIVE");
}

proptest! {
    #[test]
    fn a_line_more_is_its_amount_more(nat in 0_u32..50, gb in 0_u32..5000, hours in 1_u32..745) {
        let sum = |scenario: &str| tally::tally(&read::read(scenario).unwrap()).unwrap().total;
        let (a, b) = (format!("hours {hours} nat {nat}"), format!("hours {hours} natgb {gb}"));
        prop_assert_eq!(sum(&format!("{a} natgb {gb}")), sum(&a) + sum(&b));
    }
}
