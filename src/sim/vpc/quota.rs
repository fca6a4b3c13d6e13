//! AWS's own quotas: remarks, never refusals, since a network larger than they allow can still be reasoned about.
//!
//! From the quotas page of the Amazon VPC user guide and "Amazon VPC endpoints and quotas" in the general reference.

use super::super::cidr::net::Family;
use super::packet::Dir;
use super::rules::{Group, GroupRule, Remote};
use super::world::{To, World};
use crate::text::Message;

/// How far a quota can be raised.
#[derive(Clone, Copy)]
enum Raise {
    /// On request, to no published end.
    Open,
    /// On request, up to so many.
    To(usize),
    /// Not at all.
    Never,
}

/// A quota: what is counted, how many there may be, and how many more on request.
struct Quota {
    what: &'static str,
    most: usize,
    raise: Raise,
}

const SUBNETS: Quota = Quota { what: "vpc-q-subnets", most: 200, raise: Raise::Open };
const RANGES: Quota = Quota { what: "vpc-q-ranges", most: 5, raise: Raise::To(50) };
const IGWS: Quota = Quota { what: "vpc-q-igws", most: 1, raise: Raise::Never };
const EGRESSES: Quota = Quota { what: "vpc-q-egresses", most: 1, raise: Raise::Never };
const PEERINGS: Quota = Quota { what: "vpc-q-peerings", most: 50, raise: Raise::To(125) };
const INTERFACES: Quota = Quota { what: "vpc-q-interfaces", most: 50, raise: Raise::Open };
const GATEWAYS: Quota = Quota { what: "vpc-q-gateways", most: 20, raise: Raise::To(255) };
const NATS: Quota = Quota { what: "vpc-q-nats", most: 5, raise: Raise::Open };
/// Routes of one family; how many there may be without asking has changed, how many at most has not.
const ROUTES: Quota = Quota { what: "vpc-q-routes", most: 1_000, raise: Raise::Never };
/// One direction and family, `*` included.
const ACL_RULES: Quota = Quota { what: "vpc-q-acl-rules", most: 20, raise: Raise::To(40) };
/// One direction and family; a prefix list counts as all that it may hold.
const GROUP_RULES: Quota = Quota { what: "vpc-q-group-rules", most: 60, raise: Raise::Open };
const GROUPS: Quota = Quota { what: "vpc-q-groups", most: 5, raise: Raise::To(16) };
/// Groups of an interface times rules of a group.
const PRODUCT: Quota = Quota { what: "vpc-q-product", most: 1_000, raise: Raise::Never };

impl Quota {
    /// A remark, if there are too many.
    fn check(&self, name: &str, count: usize) -> Option<Message> {
        if count <= self.most {
            return None;
        }
        let id = match self.raise {
            Raise::Open => "vpc-quota-open",
            Raise::To(_) => "vpc-quota-to",
            Raise::Never => "vpc-quota-never",
        };
        let message = Message::new(id).with("name", name.to_owned()).with("count", count).with("what", Message::new(self.what)).with("quota", self.most);
        Some(if let Raise::To(most) = self.raise { message.with("most", most) } else { message })
    }
}

/// Remarks on everything that is beyond a quota.
pub fn exceeded(world: &World) -> impl Iterator<Item = Message> {
    vpcs(world).chain(zones(world)).chain(tables(world)).chain(filters(world)).chain(hosts(world)).collect::<Vec<_>>().into_iter()
}

fn vpcs(world: &World) -> impl Iterator<Item = Message> {
    world.vpcs.iter().enumerate().flat_map(move |(v, vpc)| {
        let of = |is: &dyn Fn(&super::world::Subnet) -> bool| world.subnets.iter().filter(|s| is(s)).count();
        let family = |family| vpc.nets.iter().filter(|n| n.family() == family).count();
        let counts = [
            (&SUBNETS, of(&|s| s.vpc == v)),
            (&RANGES, family(Family::V4).max(family(Family::V6))),
            (&IGWS, world.igws.iter().filter(|g| g.vpc == v && g.attached).count()),
            (&EGRESSES, world.egresses.iter().filter(|g| g.vpc == v).count()),
            (&PEERINGS, world.peerings.iter().filter(|p| p.ends.contains(&v)).count()),
            (&INTERFACES, world.interfaces.iter().filter(|e| world.vpc_of(e.subnet) == v).count()),
            (&GATEWAYS, world.gateways.iter().filter(|g| g.vpc == v).count()),
        ];
        counts.into_iter().filter_map(|(quota, count)| quota.check(&vpc.id, count)).collect::<Vec<_>>()
    })
}

/// NAT gateways of each zone that is named.
fn zones(world: &World) -> impl Iterator<Item = Message> {
    let mut counts: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
    for zone in world.nats.iter().filter_map(|n| world.subnets.get(n.subnet)?.zone.as_deref()) {
        *counts.entry(zone).or_default() += 1;
    }
    counts.into_iter().filter_map(|(zone, count)| NATS.check(zone, count))
}

fn tables(world: &World) -> impl Iterator<Item = Message> {
    world.tables.iter().filter_map(|table| {
        let of = |family| {
            let lines = |to: &To| match to {
                To::Net(net) => usize::from(net.family() == family),
                To::List(list) => world.lists.get(*list).map_or(0, |l| l.nets.iter().filter(|n| n.family() == family).count()),
            };
            table.routes.iter().map(|r| lines(&r.to)).sum::<usize>()
        };
        ROUTES.check(&table.id, of(Family::V4).max(of(Family::V6)))
    })
}

fn filters(world: &World) -> impl Iterator<Item = Message> {
    let sides = || [Dir::In, Dir::Out].into_iter().flat_map(|dir| [Family::V4, Family::V6].map(|family| (dir, family)));
    let acls = world.acls.iter().filter_map(move |acl| {
        let most = sides().map(|(dir, family)| acl.rules(dir).iter().filter(|r| r.remote.family() == family).count() + 1).max();
        ACL_RULES.check(&acl.id, most?)
    });
    let groups = world.groups.iter().filter_map(move |group| GROUP_RULES.check(&group.id, rules_of(world, group)));
    acls.chain(groups)
}

/// The most rules that a group has in one direction for one family.
fn rules_of(world: &World, group: &Group) -> usize {
    let weight = |rule: &GroupRule, family| match rule.remote {
        Remote::Net(net) => usize::from(net.family() == family),
        Remote::List(list) => world.lists.get(list).map_or(0, |l| l.nets.iter().filter(|n| n.family() == family).count()),
        Remote::Group(_) => 1,
    };
    let of = |dir, family| group.rules(dir).iter().map(|r| weight(r, family)).sum::<usize>();
    [of(Dir::In, Family::V4), of(Dir::In, Family::V6), of(Dir::Out, Family::V4), of(Dir::Out, Family::V6)].into_iter().max().unwrap_or(0)
}

fn hosts(world: &World) -> impl Iterator<Item = Message> {
    let sizes: Vec<usize> = world.groups.iter().map(|g| rules_of(world, g)).collect();
    world.hosts.iter().flat_map(move |host| {
        let groups = host.groups.as_deref().unwrap_or_default();
        let largest = groups.iter().filter_map(|g| sizes.get(*g)).max().copied().unwrap_or(0);
        [GROUPS.check(&host.id, groups.len()), PRODUCT.check(&host.id, groups.len() * largest)].into_iter().flatten().collect::<Vec<_>>()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Lang, Texts};

    #[track_caller]
    fn check(scenario: &str, expected: &[&str]) {
        let said: Vec<String> = exceeded(&super::super::world_of(scenario)).map(|m| Texts::of(Lang::En).say(&m)).collect();
        assert_eq!(said, expected);
    }

    #[test]
    fn what_aws_would_not_take_is_remarked() {
        let rules = |count: u32| (1..=count).map(|i| format!("in {i} allow tcp {i} 10.0.0.0/8")).collect::<Vec<_>>().join("; ");
        check(&format!("nacl n: {}; in 99 allow tcp 1 ::/0; out 1 deny all 0.0.0.0/0", rules(19)), &[]);
        check(&format!("nacl n: {}", rules(20)), &["n: 21 rules in one direction, * included. The AWS quota is 20; it can be raised to 40."]);
        check("vpc A 10.0.0.0/16\nigw g attach A\nigw h attach A\nigw i attach A detached", &["A: 2 attached internet gateways. AWS takes at most 1."]);
        let groups = "sg a:\nsg b:\nsg c:\nsg d:\nsg e:\nsg f:\nvpc A 10.0.0.0/16\nsubnet s A 10.0.1.0/24\n";
        check(&format!("{groups}host h in s 10.0.1.10 sg a,b,c,d,e"), &[]);
        check(&format!("{groups}host h in s 10.0.1.10 sg a,b,c,d,e,f"), &["h: 6 security groups. The AWS quota is 5; it can be raised to 16."]);
        let list = format!("prefix pl-x {}\nsg g: in tcp 1 from pl-x", "10.0.0.0/8 ".repeat(61));
        check(&list, &["g: 61 rules in one direction, a prefix list as all of its networks. The AWS quota is 60; it can be raised."]);
    }
}
