//! Drills about filters: which rule decides, which way the answer goes, whose group needs a rule.

use super::{Question, Shape, outcome, pick, reasons};
use crate::sim::rng::Rng;
use crate::text::Message;

/// Which rule of an ACL decides.
pub fn nacl_rule(rng: &mut Rng, level: u8) -> Question {
    let port = *pick(rng, &[22, 80, 443, 3306, 5432]).unwrap_or(&443);
    let other = if port == 443 { 8080 } else { 443 };
    let client = rng.within(5, 120);
    let low = 10 * rng.within(5, 9);
    let mut rules: Vec<(u32, bool, String, bool)> = vec![
        (100, true, format!("tcp {other} 0.0.0.0/0"), false),
        (110, rng.coin(), format!("tcp {port} 203.0.113.0/24"), true),
        (120, rng.coin(), format!("tcp {port} 0.0.0.0/0"), true),
    ];
    if level >= 2 {
        let inside = rng.coin();
        let remote = if inside { "203.0.113.0/25" } else { "203.0.113.128/25" };
        rules.push((low, rng.coin(), format!("all {remote}"), inside));
    }
    if level >= 3 {
        let covers = rng.coin();
        rules.push((
            low - 5,
            rng.coin(),
            format!("tcp {} 0.0.0.0/0", if covers { format!("{}-{}", port - 2, port + 3) } else { format!("{}-{}", port + 1, port + 9) }),
            covers,
        ));
        rules.retain(|r| r.0 < 110 || rng.within(0, 2) > 0);
    }
    let mut sorted = rules.clone();
    sorted.sort_by_key(|r| r.0);
    let decides = sorted.iter().find(|r| r.3).map_or_else(|| "*".to_owned(), |r| r.0.to_string());
    rules.rotate_left(rng.within(0, 2) as usize);
    let word = |allow: bool| if allow { "allow" } else { "deny" };
    let text = rules.iter().map(|(n, allow, what, _)| format!("in {n} {} {what}", word(*allow))).collect::<Vec<_>>().join("; ");
    let scenario = format!(
        "vpc A 10.0.0.0/16\nigw igw-1 attach A\nsubnet web A 10.0.1.0/24 rt rt-web nacl n-web\nrt rt-web: 0.0.0.0/0 -> igw-1\nnacl n-web: {text}; out 100 allow all 0.0.0.0/0\nhost server in web 10.0.1.10 public 198.51.100.77\noutside client 203.0.113.{client}\npath client -> server:{port}"
    );
    let mut mistakes: Vec<(String, Message)> =
        sorted.iter().filter(|r| r.3).skip(1).map(|r| (r.0.to_string(), Message::new("vpc-slip-later-rule").with("rule", decides.clone()))).collect();
    mistakes.extend(sorted.iter().filter(|r| !r.3).map(|r| (r.0.to_string(), Message::new("vpc-slip-no-match").with("rule", r.0.to_string()))));
    mistakes.push(("*".to_owned(), Message::new("vpc-slip-star").with("rule", decides.clone())));
    Question {
        prompt: Message::new("vpc-ask-nacl-rule").with("rules", text).with("src", format!("203.0.113.{client}")).with("port", port.to_string()),
        explanation: vec![Message::new("vpc-why-nacl-rule").with("rule", decides.clone())],
        answer: decides,
        shape: Shape::Rule,
        scenario,
        mistakes,
    }
}

/// Which direction of an ACL needs the ephemeral ports open.
pub fn ephemeral(rng: &mut Rng, level: u8) -> Question {
    let at_server = rng.coin();
    let port = *pick(rng, &[443, 3306, 5432, 6379]).unwrap_or(&443);
    let system = *pick(rng, &["linux", "windows"]).unwrap_or(&"linux");
    let (mine, id) = match (level, at_server) {
        (1, true) => ("server", "vpc-ask-ephemeral-server"),
        (1, false) => ("client", "vpc-ask-ephemeral-client"),
        (_, true) => ("server", "vpc-ask-ephemeral-called"),
        (_, false) => ("client", "vpc-ask-ephemeral-calls"),
    };
    // Only the first packet may pass: the answer is what is missing.
    let rule = if at_server { format!("in 100 allow tcp {port} 0.0.0.0/0") } else { format!("out 100 allow tcp {port} 0.0.0.0/0") };
    let (a, b) = if at_server { ("", " nacl n") } else { (" nacl n", "") };
    let scenario = format!(
        "vpc A 10.0.0.0/16\nsubnet a A 10.0.1.0/24{a}\nsubnet b A 10.0.2.0/24{b}\nnacl n: {rule}\nhost client in a 10.0.1.10 os {system}\nhost server in b 10.0.2.10\npath client -> server:{port}"
    );
    let answer = if at_server { "out" } else { "in" };
    let wrong = if at_server { "in" } else { "out" };
    let slip = Message::new(if at_server { "vpc-slip-reply-goes-out" } else { "vpc-slip-reply-comes-in" });
    Question {
        prompt: Message::new(id).with("port", port.to_string()).with("rule", rule),
        answer: answer.to_owned(),
        shape: Shape::Direction,
        explanation: std::iter::once(Message::new("vpc-why-ephemeral").with("mine", mine)).chain(reasons(&outcome(&scenario))).collect(),
        scenario,
        mistakes: vec![(wrong.to_owned(), slip)],
    }
}

/// Whose security group needs one more rule.
pub fn sg_needed(rng: &mut Rng, level: u8) -> Question {
    let port = *pick(rng, &[3306, 5432, 6379, 8080]).unwrap_or(&5432);
    let closed_out = level >= 2 && rng.coin();
    let same = level >= 3 && rng.coin();
    let (client, server) = if same { ("sg-app", "sg-app") } else { ("sg-app", "sg-db") };
    // Either the server's door is shut, or the client's is.
    let app_out = if closed_out { "; out tcp 443 to 0.0.0.0/0" } else { "; out all to 0.0.0.0/0" };
    let db_in = if closed_out { format!("in tcp {port} from sg-app") } else { "in tcp 22 from sg-app".to_owned() };
    let groups = if same { format!("sg sg-app: {db_in}{app_out}") } else { format!("sg sg-app: in tcp 8080 from sg-lb{app_out}\nsg sg-db: {db_in}") };
    let scenario = format!(
        "vpc A 10.0.0.0/16\nsubnet a A 10.0.1.0/24\nhost app in a 10.0.1.10 sg {client}\nhost db in a 10.0.1.20 sg {server}\n{groups}\nsg sg-lb: in tcp 443 from 0.0.0.0/0\npath app -> db:{port}"
    );
    let told = outcome(&scenario);
    let answer = if closed_out { "out" } else { "in" };
    let slip = if closed_out { "vpc-slip-client-shut" } else { "vpc-slip-server-shut" };
    Question {
        prompt: Message::new("vpc-ask-sg-needed")
            .with("groups", groups.replace('\n', " | "))
            .with("client", client)
            .with("server", server)
            .with("port", port.to_string()),
        answer: answer.to_owned(),
        shape: Shape::Direction,
        explanation: reasons(&told),
        scenario,
        mistakes: vec![(if closed_out { "in" } else { "out" }.to_owned(), Message::new(slip))],
    }
}
