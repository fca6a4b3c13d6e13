//! What a careful reader of a network would remark on, whatever is asked.

use super::packet::{Dir, Ports, Proto};
use super::rules::{AclRule, GroupRule, Remote};
use super::world::{Goes, World};
use super::{quota, write};
use crate::sim::Notice;
use crate::text::Message;

/// The most remarks.
const MOST: usize = 8;
/// In a longer list no rule is held against every other: AWS takes 40.
const MOST_RULES: usize = 256;

/// Remarks on a network.
pub fn look(world: &World) -> Vec<Notice> {
    let rules = shadowed(world).chain(needless(world)).chain(no_return(world)).chain(open_doors(world));
    let messages = rules.chain(lost_nats(world)).chain(quota::exceeded(world));
    messages.take(MOST).map(|message| Notice { code: None, message }).collect()
}

fn direction(dir: Dir) -> Message {
    Message::new(if dir == Dir::In { "vpc-dir-in" } else { "vpc-dir-out" })
}

/// The first rule before each that covers it whole, for those that have one.
fn covered<R>(rules: &[R], covers: impl Fn(&R, &R) -> bool) -> Vec<(&R, &R)> {
    let rules = if rules.len() > MOST_RULES { &[] } else { rules };
    let earlier = |(i, rule)| rules.iter().take(i).find(|earlier| covers(earlier, rule)).map(|by| (rule, by));
    rules.iter().enumerate().filter_map(earlier).collect()
}

/// Rules of an ACL that can never decide.
fn shadowed(world: &World) -> impl Iterator<Item = Message> {
    let covers = |a: &AclRule, b: &AclRule| a.traffic.covers(&b.traffic) && a.remote.covers(b.remote);
    world.acls.iter().flat_map(move |acl| {
        [Dir::In, Dir::Out].into_iter().flat_map(move |dir| {
            covered(acl.rules(dir), covers).into_iter().map(move |(rule, by)| {
                let message = Message::new("vpc-n-shadowed").with("acl", acl.id.clone()).with("rule", rule.number.to_string());
                message.with("by", by.number.to_string()).with("dir", direction(dir))
            })
        })
    })
}

/// Rules of a group that allow nothing that another does not allow.
fn needless(world: &World) -> impl Iterator<Item = Message> {
    let wider = |a: Remote, b: Remote| a == b || matches!((a, b), (Remote::Net(a), Remote::Net(b)) if a.covers(b));
    let covers = move |a: &GroupRule, b: &GroupRule| a.traffic.covers(&b.traffic) && wider(a.remote, b.remote);
    world.groups.iter().flat_map(move |group| {
        [Dir::In, Dir::Out].into_iter().flat_map(move |dir| {
            // What comes first does not matter in a group: the wider one may stand behind.
            let both = |a: &GroupRule, b: &GroupRule| covers(a, b) || covers(b, a);
            covered(group.rules(dir), both).into_iter().map(move |(later, earlier)| {
                let (rule, by) = if covers(earlier, later) { (later, earlier) } else { (earlier, later) };
                let written = |rule| write::group_rule(world, rule, dir);
                Message::new("vpc-n-needless").with("group", group.id.clone()).with("dir", dir.word()).with("rule", written(rule)).with("by", written(by))
            })
        })
    })
}

/// ACLs that let connections in and no answer out, or the other way round.
fn no_return(world: &World) -> impl Iterator<Item = Message> {
    world.acls.iter().flat_map(|acl| {
        [(Dir::In, Dir::Out, "vpc-n-no-return-out"), (Dir::Out, Dir::In, "vpc-n-no-return-in")].into_iter().filter_map(|(there, back, id)| {
            let opens = |r: &&AclRule| r.allow && r.traffic.proto == Some(Proto::Tcp) && r.traffic.ports.high < 1024;
            let answers = |r: &AclRule| r.allow && r.traffic.proto.is_none_or(|p| p == Proto::Tcp) && r.traffic.ports.high > 32768;
            let rule = acl.rules(there).iter().find(opens)?;
            let answered = acl.rules(back).iter().any(answers);
            (!answered).then(|| Message::new(id).with("acl", acl.id.clone()).with("rule", rule.number.to_string()))
        })
    })
}

/// SSH and RDP for everybody.
fn open_doors(world: &World) -> impl Iterator<Item = Message> {
    world.groups.iter().flat_map(|group| {
        [22, 3389].into_iter().filter_map(move |port| {
            let open = group.inward.iter().any(|r| {
                matches!(r.remote, Remote::Net(net) if net.is_all())
                    && r.traffic.proto.is_none_or(|p| p == Proto::Tcp)
                    && r.traffic.ports.covers(Ports::one(port))
            });
            open.then(|| Message::new("vpc-n-open-door").with("group", group.id.clone()).with("port", port.to_string()))
        })
    })
}

/// Public NAT gateways in a subnet without a route to an internet gateway.
fn lost_nats(world: &World) -> impl Iterator<Item = Message> {
    world.nats.iter().filter_map(|nat| {
        let subnet = world.subnets.get(nat.subnet)?;
        let out = subnet.table.and_then(|t| world.tables.get(t)).is_some_and(|t| t.routes.iter().any(|r| matches!(r.goes, Goes::Igw(_))));
        (nat.public.is_some() && !out).then(|| Message::new("vpc-n-nat-private").with("nat", nat.id.clone()).with("subnet", subnet.id.clone()))
    })
}
