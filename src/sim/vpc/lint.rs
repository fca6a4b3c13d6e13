//! What a careful reader of a network would remark on, whatever is asked.

use super::packet::{Dir, Ports, Proto};
use super::rules::{AclRule, Remote};
use super::world::{Goes, World};
use crate::sim::Notice;
use crate::text::Message;

/// The most remarks.
const MOST: usize = 8;

/// Remarks on a network.
pub fn look(world: &World) -> Vec<Notice> {
    let messages = shadowed(world).chain(no_return(world)).chain(open_doors(world)).chain(lost_nats(world));
    messages.take(MOST).map(|message| Notice { code: None, message }).collect()
}

/// Rules that an earlier one covers whole.
fn shadowed(world: &World) -> impl Iterator<Item = Message> {
    let covers = |a: &AclRule, b: &AclRule| a.traffic.covers(&b.traffic) && a.remote.covers(b.remote);
    world.acls.iter().flat_map(move |acl| {
        [Dir::In, Dir::Out].into_iter().flat_map(move |dir| {
            let rules = acl.rules(dir);
            rules.iter().enumerate().filter_map(move |(i, rule)| {
                let by = rules.iter().take(i).find(|earlier| covers(earlier, rule))?;
                Some(
                    Message::new("vpc-n-shadowed")
                        .with("acl", acl.id.clone())
                        .with("rule", rule.number.to_string())
                        .with("by", by.number.to_string())
                        .with("dir", Message::new(if dir == Dir::In { "vpc-dir-in" } else { "vpc-dir-out" })),
                )
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
