//! The network as data: what there is, who has which address, where a route leads.

mod look;

use std::collections::{HashMap, HashSet};

use super::super::cidr::net::{Addr, Family, Net};
use super::packet::Ports;
use super::rules::{Acl, Group, Remote};
use super::table::{Entry, Longest};

/// A network.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct World {
    /// Virtual private clouds.
    pub vpcs: Vec<Vpc>,
    /// Subnets.
    pub subnets: Vec<Subnet>,
    /// Route tables.
    pub tables: Vec<Table>,
    /// Internet gateways.
    pub igws: Vec<Igw>,
    /// Egress-only internet gateways.
    pub egresses: Vec<Egress>,
    /// NAT gateways.
    pub nats: Vec<Nat>,
    /// Gateway endpoints.
    pub gateways: Vec<Gateway>,
    /// Interface endpoints.
    pub interfaces: Vec<Interface>,
    /// Peering connections.
    pub peerings: Vec<Peering>,
    /// Prefix lists.
    pub lists: Vec<List>,
    /// Hosts out on the internet.
    pub outside: Vec<Outside>,
    /// Hosts in subnets.
    pub hosts: Vec<Host>,
    /// Security groups.
    pub groups: Vec<Group>,
    /// Network ACLs.
    pub acls: Vec<Acl>,
    /// Who has an address of a VPC.
    owners: HashMap<(usize, Addr), Who>,
    /// Who has a public address.
    public: HashMap<Addr, Who>,
    /// The addresses of each group's members.
    members: Vec<HashSet<Addr>>,
}

/// A VPC.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Vpc {
    /// Its name.
    pub id: String,
    /// Its ranges, of both families.
    pub nets: Vec<Net>,
}

/// A subnet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Subnet {
    /// Its name.
    pub id: String,
    /// Its VPC.
    pub vpc: usize,
    /// Its range, and its IPv6 range if it has one.
    pub nets: Vec<Net>,
    /// Its zone, if named.
    pub zone: Option<String>,
    /// Its route table; none knows only the VPC.
    pub table: Option<usize>,
    /// Its network ACL; none lets everything pass.
    pub acl: Option<usize>,
}

/// A route table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Its name.
    pub id: String,
    /// The routes written into it; the VPC's own is understood.
    pub routes: Vec<Route>,
    /// The routes in the order of a look-up.
    longest: Longest,
}

/// A line of a route table.
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    /// Where to.
    pub to: To,
    /// The word that it was written with.
    pub target: String,
    /// What it leads to.
    pub goes: Goes,
    /// Whether its target is gone.
    pub hole: bool,
}

/// The destination of a route.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum To {
    /// A network.
    Net(Net),
    /// Every network of a prefix list.
    List(usize),
}

/// What a route leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goes {
    /// Anything of the same VPC.
    Local,
    /// An internet gateway.
    Igw(usize),
    /// An egress-only internet gateway.
    Egress(usize),
    /// A NAT gateway.
    Nat(usize),
    /// A peering connection.
    Peering(usize),
    /// A gateway endpoint.
    Gateway(usize),
    /// An instance that forwards.
    Host(usize),
    /// Nowhere: it is gone.
    Hole,
}

/// An internet gateway.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Igw {
    /// Its name.
    pub id: String,
    /// Its VPC.
    pub vpc: usize,
    /// Whether it is attached to it.
    pub attached: bool,
}

/// An egress-only internet gateway: out over IPv6, and in only what answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Egress {
    /// Its name.
    pub id: String,
    /// Its VPC.
    pub vpc: usize,
}

/// A NAT gateway.
#[derive(Clone, Debug, PartialEq)]
pub struct Nat {
    /// Its name.
    pub id: String,
    /// Where it stands.
    pub subnet: usize,
    /// Its private address.
    pub ip: Addr,
    /// Its Elastic IP; a private NAT gateway has none.
    pub public: Option<Addr>,
}

/// A gateway endpoint.
#[derive(Clone, Debug, PartialEq)]
pub struct Gateway {
    /// Its name.
    pub id: String,
    /// The service.
    pub service: String,
    /// Its VPC.
    pub vpc: usize,
    /// The addresses of the service.
    pub list: usize,
}

/// An interface endpoint, in one zone.
#[derive(Clone, Debug, PartialEq)]
pub struct Interface {
    /// Its name.
    pub id: String,
    /// The service.
    pub service: String,
    /// Where it stands.
    pub subnet: usize,
    /// Its address.
    pub ip: Addr,
    /// Its security groups; none named lets everything pass.
    pub groups: Option<Vec<usize>>,
    /// Whether the service's public name means it inside the VPC.
    pub dns: bool,
}

/// A peering connection.
#[derive(Clone, Debug, PartialEq)]
pub struct Peering {
    /// Its name.
    pub id: String,
    /// The two VPCs.
    pub ends: [usize; 2],
}

/// A prefix list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct List {
    /// Its name.
    pub id: String,
    /// Its networks.
    pub nets: Vec<Net>,
}

/// A host out on the internet.
#[derive(Clone, Debug, PartialEq)]
pub struct Outside {
    /// Its name.
    pub id: String,
    /// Its address.
    pub ip: Addr,
}

/// A host in a subnet.
#[derive(Clone, Debug, PartialEq)]
pub struct Host {
    /// Its name.
    pub id: String,
    /// Its subnet.
    pub subnet: usize,
    /// Its private address.
    pub ip: Addr,
    /// Its IPv6 address.
    pub v6: Option<Addr>,
    /// Its public IPv4 address.
    pub public: Option<Addr>,
    /// Its security groups; none named lets everything pass.
    pub groups: Option<Vec<usize>>,
    /// The ports that it opens connections from.
    pub ephemeral: Ports,
    /// Whether it forwards what is not for itself: source/destination check off.
    pub forwards: bool,
}

/// Who has an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Who {
    /// A host.
    Host(usize),
    /// An interface endpoint.
    Interface(usize),
    /// A NAT gateway.
    Nat(usize),
    /// Somebody imagined in a subnet.
    Anyone(usize),
}

/// A network interface.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Eni<'w> {
    /// Whose it is.
    pub who: Who,
    /// Its subnet.
    pub subnet: usize,
    /// Its address.
    pub addr: Addr,
    /// Its public address.
    pub public: Option<Addr>,
    /// Its security groups.
    pub groups: Option<&'w [usize]>,
}

/// What a look-up found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pick {
    /// Where it leads.
    pub goes: Goes,
    /// The line of the table; none for the VPC's own.
    pub route: Option<usize>,
}

impl Table {
    /// An empty table.
    #[must_use]
    pub fn named(id: &str) -> Table {
        Table { id: id.to_owned(), ..Table::default() }
    }
}

impl World {
    /// Sorts the tables and notes who has which address; to be called when everything is in place.
    #[must_use]
    pub fn settled(mut self) -> World {
        for table in &mut self.tables {
            let lists = &self.lists;
            let entries = table.routes.iter().enumerate().flat_map(|(route, line)| match line.to {
                To::Net(net) => vec![Entry { net, rank: 0, route }],
                To::List(list) => lists.get(list).map(|l| &l.nets[..]).unwrap_or_default().iter().map(|net| Entry { net: *net, rank: 1, route }).collect(),
            });
            table.longest = Longest::new(entries.collect());
        }
        self.members = vec![HashSet::new(); self.groups.len()];
        let nats = (0..self.nats.len()).map(Who::Nat);
        let everyone: Vec<Who> = (0..self.hosts.len()).map(Who::Host).chain((0..self.interfaces.len()).map(Who::Interface)).chain(nats).collect();
        for who in everyone {
            self.note(who);
        }
        self
    }

    fn note(&mut self, who: Who) {
        for family in [Family::V4, Family::V6] {
            let Some(eni) = self.eni(who, family) else { continue };
            let (vpc, addr, public, groups) = (self.vpc_of(eni.subnet), eni.addr, eni.public, eni.groups.map(<[usize]>::to_vec));
            self.owners.entry((vpc, addr)).or_insert(who);
            if family == Family::V6 {
                self.public.entry(addr).or_insert(who);
            }
            if let Some(public) = public {
                self.public.entry(public).or_insert(who);
            }
            for group in groups.into_iter().flatten() {
                if let Some(members) = self.members.get_mut(group) {
                    members.insert(addr);
                }
            }
        }
    }

    /// The interface of somebody; `None` if they have no address of the family.
    #[must_use]
    pub fn eni(&self, who: Who, family: Family) -> Option<Eni<'_>> {
        let eni = match who {
            Who::Host(i) => {
                let host = self.hosts.get(i)?;
                let addr = if family == Family::V4 { host.ip } else { host.v6? };
                Eni { who, subnet: host.subnet, addr, public: host.public.filter(|_| family == Family::V4), groups: host.groups.as_deref() }
            }
            Who::Interface(i) => {
                let endpoint = self.interfaces.get(i)?;
                Eni { who, subnet: endpoint.subnet, addr: endpoint.ip, public: None, groups: endpoint.groups.as_deref() }
            }
            Who::Nat(i) => {
                let nat = self.nats.get(i)?;
                Eni { who, subnet: nat.subnet, addr: nat.ip, public: nat.public, groups: None }
            }
            Who::Anyone(subnet) => {
                let net = self.subnets.get(subnet)?.nets.iter().find(|n| n.family() == family)?;
                // The first address that AWS leaves to its customers.
                Eni { who, subnet, addr: net.first().plus(4)?, public: None, groups: None }
            }
        };
        (eni.addr.family() == family).then_some(eni)
    }

    /// The VPC of a subnet.
    #[must_use]
    pub fn vpc_of(&self, subnet: usize) -> usize {
        self.subnets.get(subnet).map_or(usize::MAX, |s| s.vpc)
    }

    /// Who has an address of a VPC.
    #[must_use]
    pub fn owner(&self, vpc: usize, addr: Addr) -> Option<Eni<'_>> {
        self.eni(*self.owners.get(&(vpc, addr))?, addr.family())
    }

    /// Who has a public address, or an IPv6 address of any VPC.
    #[must_use]
    pub fn public_owner(&self, addr: Addr) -> Option<Eni<'_>> {
        self.eni(*self.public.get(&addr)?, addr.family())
    }

    /// Whether an address is one that a list or group means.
    #[must_use]
    pub fn means(&self, remote: Remote, addr: Addr) -> bool {
        match remote {
            Remote::Net(net) => net.holds(addr),
            Remote::List(list) => self.lists.get(list).is_some_and(|l| l.nets.iter().any(|n| n.holds(addr))),
            Remote::Group(group) => self.members.get(group).is_some_and(|m| m.contains(&addr)),
        }
    }
}
