//! The sums of the lecture notes: what they said, and the scenario that reckons the same today.
//!
//! Numbers of the notes stand here and nowhere else. They are shown beside a sum, never reckoned into it.

use super::decimal::{self, DOLLAR};
use crate::text::{Message, group};

/// A sum of the notes.
#[derive(Debug, PartialEq, Eq)]
pub struct Sum {
    /// The word after `notes`.
    pub word: &'static str,
    /// The notes' own words.
    pub said: &'static str,
    /// What they came to.
    pub then: Then,
    /// The same with the prices of the table.
    pub scenario: &'static str,
    /// The id of the message that says what the notes reckon.
    pub claim: &'static str,
    /// The id of the message that says what changed since.
    pub since: &'static str,
}

/// A number of the notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// They give none.
    Unsaid,
    /// In 10^-12 dollar.
    Dollars(i128),
    /// In won.
    Won(i128),
}

const CENT: i128 = DOLLAR / 100;

/// Every sum, in the order of the notes.
pub const SUMS: &[Sum] = &[
    Sum {
        word: "eip",
        said: "사용중이지 않은 Elastic IP는 요금",
        then: Then::Unsaid,
        scenario: "region seoul ipv4 2",
        claim: "cost-then-eip",
        since: "cost-now-eip",
    },
    Sum {
        word: "egress",
        said: "EC2 네트워크 수신은 공짜, 송신은 1기가까지 공짜",
        then: Then::Unsaid,
        scenario: "region seoul egress 100",
        claim: "cost-then-egress",
        since: "cost-now-egress",
    },
    Sum {
        word: "peering",
        said: "VPC, subnet, route Table, VPC peering, DHCP options, Virtual Gate, Internet Gateway ⇒ 비용 X",
        then: Then::Dollars(0),
        scenario: "region seoul interaz 100",
        claim: "cost-then-peering",
        since: "cost-now-peering",
    },
    Sum {
        word: "nat",
        said: "NAT Gateway, PrivateLink, Site to Site VPN 과금",
        then: Then::Unsaid,
        scenario: "region seoul nat 1 ipv4 1 vpce 1",
        claim: "cost-then-nat",
        since: "cost-now-nat",
    },
    Sum {
        word: "fargate",
        said: "ECS vCPU 20개면 한달에 80만원",
        then: Then::Won(800_000),
        scenario: "region seoul fargate 20 1vCPU 2GB",
        claim: "cost-then-fargate",
        since: "cost-now-fargate",
    },
    Sum {
        word: "kms",
        said: "2만건 액세스 무료. 1$ 0.03$, KMS 1개 1$",
        then: Then::Dollars(103 * CENT),
        scenario: "region seoul kms-key 1 kms-req 30k",
        claim: "cost-then-kms",
        since: "cost-now-kms",
    },
    Sum {
        word: "codedeploy",
        said: "배포 서버당 0.02달러. AWS 서버는 공짜.",
        then: Then::Dollars(20 * CENT),
        scenario: "region seoul codedeploy 10",
        claim: "cost-then-codedeploy",
        since: "cost-now-codedeploy",
    },
    Sum {
        word: "beanstalk",
        said: "EB, (free for aws resource)",
        then: Then::Dollars(0),
        scenario: "region seoul eb 1 alb 1",
        claim: "cost-then-beanstalk",
        since: "cost-now-beanstalk",
    },
    Sum {
        word: "lambda-free",
        said: "100만건, 40만초까지는 무료",
        then: Then::Dollars(588 * CENT),
        scenario: "region seoul lambda 1M 128MB 3200ms",
        claim: "cost-then-lambda-free",
        since: "cost-now-lambda-free",
    },
    Sum {
        word: "lambda-ms",
        said: "128MB, 1ms 마다 0.0000000..21 USD",
        then: Then::Dollars(2_100),
        scenario: "region seoul free none lambda-gbs 0.000125",
        claim: "cost-then-lambda-ms",
        since: "cost-now-lambda-ms",
    },
    Sum {
        word: "apigw-free",
        said: "프리티어 - 수신 API 100만개, 수신 HTTP 100만개, 메시지 100만개, 연결시간 7.5million",
        then: Then::Dollars(0),
        scenario: "region seoul free year apigw-http 1M",
        claim: "cost-then-apigw-free",
        since: "cost-now-apigw-free",
    },
    Sum {
        word: "apigw",
        said: "API 100만건당 1.23 달러. 한유저가 하루에 접속해서 100번 호출한다고 하면.. 10만명이 사용한다면 12.3$ 한달 375$",
        then: Then::Dollars(375 * DOLLAR),
        scenario: "region seoul apigw-http 300M",
        claim: "cost-then-apigw",
        since: "cost-now-apigw",
    },
    Sum {
        word: "cache-0.5",
        said: "0.5g 하루 0.5$ 한달 15$",
        then: Then::Dollars(15 * DOLLAR),
        scenario: "region virginia cache-0.5 1",
        claim: "cost-then-cache-half",
        since: "cost-now-cache-half",
    },
    Sum {
        word: "cache-1.6",
        said: "1.6g 하루 1$ 한달 30$",
        then: Then::Dollars(30 * DOLLAR),
        scenario: "region virginia cache-1.6 1",
        claim: "cost-then-cache-one",
        since: "cost-now-cache-one",
    },
    Sum {
        word: "cache-6.1",
        said: "6.1g 하루 4.8$ 한달 146$",
        then: Then::Dollars(146 * DOLLAR),
        scenario: "region virginia cache-6.1 1",
        claim: "cost-then-cache-six",
        since: "cost-now-cache-six",
    },
    Sum {
        word: "rest",
        said: "REST API: 복잡하고 비싸고 느리다.",
        then: Then::Unsaid,
        scenario: "region virginia apigw-rest 10M",
        claim: "cost-then-rest",
        since: "cost-now-rest",
    },
    Sum {
        word: "lambda-warm",
        said: "2019년도에 도입된 기능, EC2보다 비쌀 수도 있음",
        then: Then::Unsaid,
        scenario: "region seoul lambda-warm 10 512MB",
        claim: "cost-then-lambda-warm",
        since: "cost-now-lambda-warm",
    },
];

/// The sum of that word.
pub fn find(word: &str) -> Option<&'static Sum> {
    SUMS.iter().find(|sum| sum.word.eq_ignore_ascii_case(word))
}

/// Every word.
pub fn names() -> String {
    SUMS.iter().map(|sum| sum.word).collect::<Vec<_>>().join(", ")
}

impl Then {
    /// The number as the notes write it; a whole number of dollars has no cents.
    pub fn say(self) -> Message {
        match self {
            Then::Unsaid => Message::new("cost-then-unsaid"),
            Then::Won(won) => Message::new("cost-then-won").with("won", group(&won.to_string())),
            Then::Dollars(dollars) => {
                let text = if dollars % DOLLAR == 0 { decimal::price(dollars) } else { decimal::amount(dollars) };
                Message::new("cost-then-dollars").with("usd", group(&text))
            }
        }
    }
}
