//! What can be asked of a network: where a table leads, who is connected to whom, what things are called.

use super::super::super::cidr::net::Addr;
use super::super::rules::Remote;
use super::{Goes, Pick, Route, To, Who, World};

impl World {
    /// Where the table of a subnet sends an address; `None` if no line of it does.
    ///
    /// A line may be more specific than the VPC's own, not as specific.
    #[must_use]
    pub fn route(&self, subnet: usize, addr: Addr) -> Option<Pick> {
        let subnet = self.subnets.get(subnet)?;
        let own = self.vpcs.get(subnet.vpc)?.nets.iter().filter(|n| n.holds(addr)).map(|n| n.prefix()).max();
        let table = subnet.table.and_then(|t| self.tables.get(t));
        let line = table.and_then(|t| t.longest.find(addr));
        match (own, line) {
            (Some(own), Some((prefix, _))) if own >= prefix => Some(Pick { goes: Goes::Local, route: None }),
            (Some(_), None) => Some(Pick { goes: Goes::Local, route: None }),
            (_, Some((_, route))) => {
                let line = table?.routes.get(route)?;
                Some(Pick { goes: if line.hole { Goes::Hole } else { line.goes }, route: Some(route) })
            }
            (None, None) => None,
        }
    }

    /// Whether another line of the table would have taken the address elsewhere.
    #[must_use]
    pub fn beats(&self, subnet: usize, route: usize, addr: Addr) -> bool {
        let Some(table) = self.subnets.get(subnet).and_then(|s| s.table).and_then(|t| self.tables.get(t)) else { return false };
        let Some(winner) = table.routes.get(route) else { return false };
        table.routes.iter().enumerate().any(|(i, line)| i != route && line.goes != winner.goes && self.leads(line, addr))
    }

    /// Whether a line of a table matches an address.
    #[must_use]
    pub fn leads(&self, line: &Route, addr: Addr) -> bool {
        match line.to {
            To::Net(net) => net.holds(addr),
            To::List(list) => self.means(Remote::List(list), addr),
        }
    }

    /// The VPC that has an address.
    #[must_use]
    pub fn vpc_with(&self, addr: Addr) -> Option<usize> {
        self.vpcs.iter().position(|v| v.nets.iter().any(|n| n.holds(addr)))
    }

    /// The peering connection between two VPCs.
    #[must_use]
    pub fn peering(&self, a: usize, b: usize) -> Option<usize> {
        self.peerings.iter().position(|p| p.ends == [a, b] || p.ends == [b, a])
    }

    /// The internet gateway of a VPC, an attached one before others.
    #[must_use]
    pub fn igw_of(&self, vpc: usize) -> Option<usize> {
        let of = |attached| self.igws.iter().position(|g| g.vpc == vpc && g.attached == attached);
        of(true).or_else(|| of(false))
    }

    /// How many things a packet may have to be held against, all in all.
    #[must_use]
    pub fn weight(&self) -> usize {
        let acls: usize = self.acls.iter().map(|a| a.inward.len() + a.outward.len()).sum();
        let groups: usize = self.groups.iter().map(|g| g.inward.len() + g.outward.len()).sum();
        let nets: usize = self.lists.iter().map(|l| l.nets.len()).sum::<usize>() + self.vpcs.iter().map(|v| v.nets.len()).sum::<usize>();
        acls + groups + nets + self.hosts.len() + self.outside.len() + self.nats.len() + self.peerings.len() + self.igws.len()
    }

    /// How many lines the tables have when every prefix list stands for its networks.
    #[must_use]
    pub fn expanded(&self) -> usize {
        let lines = |route: &Route| if let To::List(list) = route.to { self.lists.get(list).map_or(1, |l| l.nets.len()) } else { 1 };
        self.tables.iter().flat_map(|t| &t.routes).map(lines).sum()
    }

    /// The destination of a route as it is written.
    #[must_use]
    pub fn destination(&self, to: To) -> String {
        match to {
            To::Net(net) => net.to_string(),
            To::List(list) => self.lists.get(list).map_or_else(String::new, |l| l.id.clone()),
        }
    }

    /// The name of somebody.
    #[must_use]
    pub fn name(&self, who: Who) -> &str {
        let id = match who {
            Who::Host(i) => self.hosts.get(i).map(|h| &h.id),
            Who::Interface(i) => self.interfaces.get(i).map(|e| &e.id),
            Who::Nat(i) => self.nats.get(i).map(|n| &n.id),
            Who::Anyone(i) => self.subnets.get(i).map(|s| &s.id),
        };
        id.map_or("", String::as_str)
    }
}
