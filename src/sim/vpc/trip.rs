//! What happened to a packet and its answer.

use super::super::cidr::net::Addr;
use super::packet::{Dir, PortSet, Way};
use super::world::{Goes, Who};

/// Where something happens to a packet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// At somebody's interface.
    At(Who),
    /// At the border of a subnet.
    Subnet(usize),
    /// At an internet gateway.
    Igw(usize),
    /// At an egress-only internet gateway.
    Egress(usize),
    /// At a peering connection.
    Peering(usize),
    /// At a gateway endpoint.
    Gateway(usize),
    /// On the internet.
    Internet,
}

/// What happens to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Security groups look at it: the group and rule that let it pass.
    Groups(Dir, Option<(usize, usize)>),
    /// Security groups know its connection.
    Tracked(Dir),
    /// There are no security groups.
    Open(Dir),
    /// An ACL looks at it: the rule that decided, none for `*`; the rule that refuses some of the ports.
    Acl(Dir, usize, Option<usize>, Option<Option<usize>>),
    /// A table sends it on: the line; none where there is no line or it is the VPC's own.
    Route(Option<usize>, Option<Goes>),
    /// Its address is changed.
    Translate(Addr, Addr),
    /// It passes through.
    Pass,
    /// It arrives.
    Arrive,
}

/// One thing that happens to a packet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hop {
    /// There or back.
    pub way: Way,
    /// Where.
    pub place: Place,
    /// What.
    pub act: Act,
    /// Why the packet goes no further, if it does not.
    pub block: Option<&'static str>,
    /// The sender's address at this point.
    pub src: Addr,
    /// The receiver's address at this point.
    pub dst: Addr,
}

/// What became of a packet and its answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trip {
    /// Everything that happened, in order.
    pub hops: Vec<Hop>,
    /// Whether the packet arrived.
    pub delivered: bool,
    /// Whether the answer came back.
    pub answered: bool,
    /// Whether it depends on the client's port.
    pub partly: bool,
    /// The sender's address as the receiver saw it.
    pub seen: Option<Addr>,
    /// The client's ports for which it works.
    pub ports: PortSet,
}
