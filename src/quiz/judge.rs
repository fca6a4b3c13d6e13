use super::number::Quantity;
use super::spelling;
use crate::content::Accepted;
use crate::text::Message;

/// What became of one typed answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Judged {
    /// It is one of the accepted answers.
    Right,
    /// It is none of them.
    Wrong,
    /// It may be right, but something must be said first.
    Ask(Message),
}

/// Compares what was typed with every accepted answer.
///
/// Case, full-width forms and Korean particles do not matter; spaces are dropped beside Hangul and
/// collapsed elsewhere; numbers are compared by value, within the tolerance; their unit is compared
/// as text, and asked for where it is missing. With `exact`, only white space at the ends is dropped.
#[must_use]
pub fn judge(accepted: &[Accepted], exact: bool, given: &str) -> Judged {
    let verdicts = accepted.iter().map(|accepted| if exact { judge_exactly(accepted, given) } else { judge_one(accepted, given) });
    verdicts.min_by_key(Judged::rank).unwrap_or(Judged::Wrong)
}

fn judge_exactly(accepted: &Accepted, given: &str) -> Judged {
    Judged::of(spelling::composed(&accepted.text) == spelling::composed(given))
}

fn judge_one(accepted: &Accepted, given: &str) -> Judged {
    let numbers = (Quantity::read(&accepted.text), Quantity::read(given));
    let (Some(wanted), Some(said)) = numbers else {
        return Judged::of(spelling::same(&accepted.text, given));
    };
    if !wanted.near(&said, accepted.tolerance.as_deref()) {
        return Judged::Wrong;
    }
    match (wanted.unit.as_str(), said.unit.as_str()) {
        ("", "") => Judged::Right,
        (_, "") => Judged::Ask(Message::new("quiz-which-unit")),
        ("", _) => Judged::Ask(Message::new("quiz-only-number")),
        (wanted, said) => Judged::of(spelling::same(wanted, said)),
    }
}

impl Judged {
    fn of(right: bool) -> Judged {
        if right { Judged::Right } else { Judged::Wrong }
    }

    /// Of several accepted answers the one that was met best counts.
    fn rank(&self) -> u8 {
        match self {
            Judged::Right => 0,
            Judged::Ask(_) => 1,
            Judged::Wrong => 2,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use Judged::{Ask, Right, Wrong};

    fn accepted(text: &str) -> Accepted {
        let (text, tolerance) = text.split_once(" +- ").map_or((text, None), |(text, tolerance)| (text, Some(tolerance.to_owned())));
        Accepted { text: text.to_owned(), tolerance }
    }

    fn judged(answer: &str, given: &str) -> Judged {
        let accepted: Vec<Accepted> = answer.split('|').map(accepted).collect();
        judge(&accepted, false, given)
    }

    #[track_caller]
    fn check(answer: &str, rows: &[(&str, Judged)]) {
        for (given, expected) in rows {
            assert_eq!(judged(answer, given), *expected, "{answer:?} answered with {given:?}");
        }
    }

    fn unit() -> Judged {
        Ask(Message::new("quiz-which-unit"))
    }

    fn bare() -> Judged {
        Ask(Message::new("quiz-only-number"))
    }

    #[test]
    fn case_and_spaces_do_not_matter() {
        check("NAT gateway|NAT GW", &[("nat  Gateway ", Right), ("NAT gw", Right), ("NATgateway", Wrong), ("internet gateway", Wrong), ("", Wrong)]);
        check("라우트 테이블", &[("라우트테이블", Right), (" 라우트  테이블", Right), ("라우트", Wrong)]);
        check("NAT 게이트웨이", &[("nat게이트웨이", Right), ("NAT  게이트웨이", Right)]);
        check("HTTP 프록시 통합", &[("http프록시 통합", Right)]);
    }

    #[test]
    fn full_width_and_decomposed_forms_are_the_same() {
        check("0.0.0.0/0", &[("０．０．０．０／０", Right)]);
        check("서브넷", &[("서브넷", Right)]);
        check("A B", &[("Ａ　Ｂ", Right)]);
    }

    #[test]
    fn particles_do_not_matter() {
        check("서브넷", &[("서브넷은", Right), ("서브넷을", Right), ("서브넷이다", Right), ("서브넷에서", Right), ("서브넷를", Wrong), ("서브", Wrong)]);
        check("보안 그룹으로", &[("보안 그룹", Right), ("보안그룹이", Right)]);
        check("VPC", &[("VPC는", Right), ("VPC가", Right), ("VPC을", Right), ("VPCs", Wrong)]);
        check("443", &[("443을", Right), ("443이다", Right), ("444를", Wrong)]);
        check("0.0.0.0/0", &[("0.0.0.0/0으로", Right)]);
    }

    #[test]
    fn a_word_that_ends_like_a_particle_stays_whole() {
        check("도로", &[("도", Wrong), ("도로", Right)]);
        check("회의", &[("회", Wrong)]);
        check("게이트웨이", &[("게이트웨", Wrong), ("게이트웨이를", Right)]);
    }

    #[test]
    fn numbers_are_compared_by_value() {
        check(
            "4096",
            &[("4,096", Right), ("4_096", Right), ("4096.0", Right), ("04096", Right), ("+4096", Right), ("40,96", Wrong), ("-4096", Wrong), ("4097", Wrong)],
        );
        check("0.059", &[(".059", Right), ("0.0590", Right), ("0,059", Wrong), ("0.06", Wrong)]);
        check("-1", &[("-1", Right), ("1", Wrong), ("- 1", Wrong)]);
        check(
            "340282366920938463463374607431768211456",
            &[("340282366920938463463374607431768211456", Right), ("340282366920938463463374607431768211455", Wrong)],
        );
    }

    #[test]
    fn a_number_may_be_off_by_its_tolerance() {
        check("0.059 +- 0.001", &[("0.06", Right), ("0.058", Right), ("0.0601", Wrong), ("0.0579999", Wrong)]);
        check("100 ms +- 5", &[("95 ms", Right), ("105", unit()), ("106 ms", Wrong)]);
    }

    #[test]
    fn a_unit_is_asked_for_and_compared_as_text() {
        check("4 KB", &[("4 KB", Right), ("4kb", Right), ("4 KB를", Right), ("4", unit()), ("4 MB", Wrong), ("4096 bytes", Wrong), ("5", Wrong)]);
        check("4 KB|4096 bytes", &[("4096 Bytes", Right), ("4096", unit())]);
        check("5분", &[("5 분", Right), ("5분이다", Right), ("5초", Wrong), ("5", unit())]);
        check("99.9%", &[("99.9 %", Right), ("99.9", unit())]);
        check("$0.059", &[("$ 0.059", Right), ("0.059", unit())]);
        check("100만", &[("100만", Right), ("100", unit()), ("100만이다", Right)]);
        check("256", &[("256 addresses", bare()), ("256개", bare()), ("255개", Wrong)]);
    }

    #[test]
    fn what_only_begins_like_a_number_is_text() {
        check("10.0.0.0/16", &[("10.0.0.0/16", Right), ("10.0.0.0", Wrong), ("10.0.0.0/016", Wrong)]);
        check("1024-65535", &[("1024-65535", Right), ("1024", Wrong)]);
        check("t3.micro", &[("T3.micro", Right)]);
        check("3:00", &[("3", Wrong)]);
        check("/24", &[("/24", Right), ("24", Wrong)]);
        check("::1", &[("::1", Right), ("1", Wrong)]);
    }

    #[test]
    fn exact_means_exact() {
        let accepted = [accepted("Access-Control-Allow-Credentials: true")];
        for (given, expected) in [
            (" Access-Control-Allow-Credentials: true", Right),
            ("access-control-allow-credentials: true", Wrong),
            ("Access-Control-Allow-Credentials:true", Wrong),
            ("Access-Control-Allow-Credentials: true은", Wrong),
        ] {
            assert_eq!(judge(&accepted, true, given), expected, "{given}");
        }
        assert_eq!(judge(&[super::Accepted { text: "0.10".into(), tolerance: None }], true, "0.1"), Wrong);
    }

    proptest! {
        #[test]
        fn an_accepted_answer_is_right(text in "[a-zA-Z가-힣0-9 ./:%-]{1,20}") {
            prop_assert_eq!(judged(&text, &text), Right);
        }

        #[test]
        fn what_is_right_is_right_the_other_way_round(a in "[ab가이를은0-9., ]{0,8}", b in "[ab가이를은0-9., ]{0,8}") {
            prop_assert_eq!(judged(&a, &b) == Right, judged(&b, &a) == Right);
        }

        #[test]
        fn separators_change_nothing(n in 0u64..u64::MAX) {
            prop_assert_eq!(judged(&n.to_string(), &crate::text::group(&n.to_string())), Right);
        }

        #[test]
        fn nothing_typed_makes_it_fall_over(given in ".*", answer in ".*") {
            let _ = (judged(&answer, &given), judge(&[accepted(&answer)], true, &given));
        }
    }
}
