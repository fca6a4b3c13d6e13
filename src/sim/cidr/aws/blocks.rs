//! The rules about the blocks of one VPC.

use super::super::net::{Family, Net};
use super::super::say::{AWS_OVERLAP, AWS_QUOTA, AWS_RESERVED_RANGE, AWS_ROUTE, AWS_SECONDARY_RANGE, AWS_SIZE};
use super::{CIDR_BLOCKS, Check, LIMITS, Says, private_ranges, v4};
use crate::text::Message;

/// Blocks of a family that a VPC may have without asking, and at most.
const QUOTA: (usize, usize) = (5, 50);

/// Holds every rule against the blocks of a VPC, the first of them its primary one, and the routes that it has already.
pub fn checks(blocks: &[Net], routes: &[Net]) -> Vec<Check> {
    let mut checks = vec![has_v4(blocks)];
    for (i, net) in blocks.iter().enumerate() {
        let before = &blocks[..i];
        checks.push(size(*net));
        checks.extend(reserved(*net));
        checks.extend(overlap(*net, before));
        if !before.is_empty() && net.family() == Family::V4 {
            checks.extend(secondary(*net, before));
        }
        if !before.is_empty() {
            checks.extend(route(*net, routes));
        }
    }
    checks.extend([Family::V4, Family::V6].into_iter().filter_map(|f| quota(f, blocks)));
    checks
}

fn has_v4(blocks: &[Net]) -> Check {
    let found = blocks.iter().any(|n| n.family() == Family::V4);
    let (says, id) = if found { (Says::Fine, "cidr-aws-v4") } else { (Says::No, "cidr-aws-v4-missing") };
    Check { rule: "ipv4", code: AWS_SIZE, net: None, says, reason: Message::new(id), page: CIDR_BLOCKS }
}

fn size(net: Net) -> Check {
    let (fine, id) = match net.family() {
        Family::V4 => ((16..=28).contains(&net.prefix()), "cidr-aws-size"),
        Family::V6 => ((44..=60).contains(&net.prefix()) && net.prefix().is_multiple_of(4), "cidr-aws-size-v6"),
    };
    let says = if fine { Says::Fine } else { Says::No };
    Check { rule: "size", code: AWS_SIZE, net: Some(net), says, reason: Message::new(id).with("prefix", net.prefix()), page: CIDR_BLOCKS }
}

/// Ranges that nobody may have, or had better not.
fn reserved(net: Net) -> Vec<Check> {
    if net.family() == Family::V6 {
        return Vec::new();
    }
    let said = |rule, says, id| Check { rule, code: AWS_RESERVED_RANGE, net: Some(net), says, reason: Message::new(id), page: CIDR_BLOCKS };
    let touches = |octets, prefix| net.overlaps(v4(octets, prefix));
    let mut checks = Vec::new();
    if touches([169, 254, 0, 0], 16) {
        checks.push(said("link-local", Says::No, "cidr-aws-link-local"));
    }
    if touches([172, 17, 0, 0], 16) {
        checks.push(said("172.17.0.0/16", Says::Careful, "cidr-aws-docker"));
    }
    let odd = touches([0, 0, 0, 0], 8) || touches([127, 0, 0, 0], 8) || touches([224, 0, 0, 0], 3);
    let private = private_ranges().iter().any(|r| r.covers(net)) || v4([100, 64, 0, 0], 10).covers(net) || v4([198, 19, 0, 0], 16).covers(net);
    let (says, id) = match () {
        () if odd => (Says::Careful, "cidr-aws-odd"),
        () if private || !checks.is_empty() => (Says::Fine, "cidr-aws-private"),
        () => (Says::Careful, "cidr-aws-public"),
    };
    checks.push(said("range", says, id));
    checks
}

fn overlap(net: Net, before: &[Net]) -> Option<Check> {
    if before.is_empty() {
        return None;
    }
    let hit = before.iter().find(|b| b.overlaps(net));
    let (says, reason) = match hit {
        Some(hit) => (Says::No, Message::new("cidr-aws-overlap").with("other", *hit)),
        None => (Says::Fine, Message::new("cidr-aws-apart")),
    };
    Some(Check { rule: "overlap", code: AWS_OVERLAP, net: Some(net), says, reason, page: CIDR_BLOCKS })
}

/// What may be added to the blocks that are there: AWS keeps some ranges free for its own use.
fn secondary(net: Net, before: &[Net]) -> Vec<Check> {
    let [ten, first_172, _] = private_ranges();
    let has = |range: Net| before.iter().any(|b| b.overlaps(range));
    let own_198 = v4([198, 19, 0, 0], 16);
    let mut checks = Vec::new();
    let mut hold = |rule, refused: bool, id, fine| {
        let (says, id) = if refused { (Says::No, id) } else { (Says::Fine, fine) };
        checks.push(Check { rule, code: AWS_SECONDARY_RANGE, net: Some(net), says, reason: Message::new(id), page: CIDR_BLOCKS });
    };
    if let Some(own) = private_ranges().iter().find(|r| r.overlaps(net)) {
        let other = before.iter().any(|b| b.family() == Family::V4 && !b.overlaps(*own));
        hold("private-family", other, "cidr-aws-other-private", "cidr-aws-same-private");
    }
    if ten.overlaps(net) && has(v4([10, 0, 0, 0], 15)) {
        hold("10.0.0.0/16", net.overlaps(v4([10, 0, 0, 0], 16)), "cidr-aws-10-0", "cidr-aws-not-10-0");
    }
    if first_172.overlaps(net) && has(first_172) {
        hold("172.31.0.0/16", net.overlaps(v4([172, 31, 0, 0], 16)), "cidr-aws-172-31", "cidr-aws-not-172-31");
    }
    if own_198.overlaps(net) {
        let elsewhere = before.iter().any(|b| b.family() == Family::V4 && !b.overlaps(own_198));
        hold("198.19.0.0/16", elsewhere, "cidr-aws-198-19", "cidr-aws-in-198-19");
    }
    checks
}

fn route(net: Net, routes: &[Net]) -> Option<Check> {
    if !routes.iter().any(|r| r.family() == net.family()) {
        return None;
    }
    let hit = routes.iter().find(|r| net.covers(**r));
    let (says, reason) = match hit {
        Some(hit) => (Says::No, Message::new("cidr-aws-route").with("route", *hit)),
        None => (Says::Fine, Message::new("cidr-aws-no-route")),
    };
    Some(Check { rule: "route", code: AWS_ROUTE, net: Some(net), says, reason, page: CIDR_BLOCKS })
}

fn quota(family: Family, blocks: &[Net]) -> Option<Check> {
    let count = blocks.iter().filter(|b| b.family() == family).count();
    let (says, id) = match count {
        0 => return None,
        n if n > QUOTA.1 => (Says::No, "cidr-aws-quota-hard"),
        n if n > QUOTA.0 => (Says::Careful, "cidr-aws-quota"),
        _ => (Says::Fine, "cidr-aws-quota-fine"),
    };
    let reason = Message::new(id).with("count", count).with("usual", QUOTA.0).with("most", QUOTA.1).with("family", family.number());
    Some(Check { rule: "quota", code: AWS_QUOTA, net: None, says, reason, page: LIMITS })
}
