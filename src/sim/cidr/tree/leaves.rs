use std::collections::BTreeSet;

use super::super::net::Net;
use super::super::size::Size;

/// The most leaves that a tree may have.
pub const MOST: usize = 4096;

/// A tree by its leaves, which never overlap, and the networks that were divided to get them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaves {
    roots: Vec<Net>,
    homes: BTreeSet<Net>, // the roots in order
    leaves: BTreeSet<Net>,
    divided: BTreeSet<Net>,
}

/// Why a change of the tree was not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Not {
    /// The network lies in no root.
    Outside,
    /// The network lies inside this leaf.
    Inside(Net),
    /// The network is a leaf already.
    Leaf,
    /// The network is divided already, and no prefix length says how small.
    Divided,
    /// Its leaves are as small as that already.
    Small,
    /// An address cannot be halved.
    Address,
    /// The tree would have so many leaves.
    Many(Size),
}

impl Leaves {
    /// A tree whose roots are its leaves.
    pub fn new(roots: Vec<Net>) -> Leaves {
        let homes: BTreeSet<Net> = roots.iter().copied().collect();
        Leaves { roots, leaves: homes.clone(), homes, divided: BTreeSet::new() }
    }

    /// The leaves in order, each with the number of divided networks around it.
    pub fn in_order(&self) -> impl Iterator<Item = (Net, usize)> {
        let mut divided = self.divided.iter().copied().peekable();
        let mut around: Vec<Net> = Vec::new();
        self.leaves.iter().map(move |leaf| {
            while let Some(next) = divided.next_if(|d| d < leaf) {
                around.retain(|a| a.covers(next)); // at most as many as an address has bits
                around.push(next);
            }
            around.retain(|a| a.covers(*leaf));
            (*leaf, around.len())
        })
    }

    /// The roots in the order in which they were named.
    pub fn roots(&self) -> &[Net] {
        &self.roots
    }

    /// The root that holds a network.
    pub fn root_of(&self, net: Net) -> Option<Net> {
        self.homes.range(..=net).next_back().copied().filter(|root| root.covers(net))
    }

    /// The smallest divided network that holds a leaf.
    pub fn divided_around(&self, leaf: Net) -> Option<Net> {
        (0..leaf.prefix()).rev().filter_map(|p| leaf.supernet(p)).find(|n| self.divided.contains(n))
    }

    /// Whether a network is in the tree: a leaf, or made of whole leaves.
    pub fn has(&self, net: Net) -> Result<(), Not> {
        if self.root_of(net).is_none() {
            return Err(Not::Outside);
        }
        match self.leaf_over(net) {
            Some(leaf) if leaf != net => Err(Not::Inside(leaf)),
            _ => Ok(()),
        }
    }

    /// Divides a network until all its leaves are of length `to`, or, if it is a leaf, in two.
    ///
    /// The number of new leaves.
    pub fn split(&mut self, net: Net, to: Option<u8>) -> Result<Size, Not> {
        self.has(net)?;
        let leaf = self.leaves.contains(&net);
        let to = match to {
            Some(to) => to,
            None if !leaf => return Err(Not::Divided),
            None => net.halves().map(|[low, _]| low.prefix()).ok_or(Not::Address)?,
        };
        let large: Vec<Net> = self.within(net).filter(|l| l.prefix() < to).collect();
        let made = large.iter().filter_map(|l| l.parts(to)).fold(Size::default(), Size::plus);
        if large.is_empty() || made == Size::default() {
            return Err(Not::Small);
        }
        let after = made.plus(Size::from(self.leaves.len() as u128)).less(large.len() as u128);
        if after > Size::from(MOST as u128) {
            return Err(Not::Many(after));
        }
        for leaf in large {
            self.leaves.remove(&leaf);
            self.divided.insert(leaf);
            let parts = leaf.parts(to).and_then(Size::number).unwrap_or(0);
            self.leaves.extend((0..parts).filter_map(|i| leaf.part(to, i)));
        }
        Ok(made)
    }

    /// Makes a network one leaf; the number of leaves that it was.
    pub fn join(&mut self, net: Net) -> Result<usize, Not> {
        self.has(net)?;
        if self.leaves.contains(&net) {
            return Err(Not::Leaf);
        }
        let gone: Vec<Net> = self.within(net).collect();
        for leaf in &gone {
            self.leaves.remove(leaf);
        }
        self.divided.retain(|d| !net.covers(*d));
        self.leaves.insert(net);
        Ok(gone.len())
    }

    fn within(&self, net: Net) -> impl Iterator<Item = Net> {
        self.leaves.range(net..=Net::of(net.last())).copied()
    }

    fn leaf_over(&self, net: Net) -> Option<Net> {
        self.leaves.range(..=net).next_back().copied().filter(|leaf| leaf.covers(net))
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::read::{Piece, target};
    use super::*;

    fn net(text: &str) -> Net {
        target(Piece::whole(text)).unwrap().net
    }

    fn shown(leaves: &Leaves) -> String {
        leaves.in_order().map(|(n, depth)| format!("{depth}:{n}")).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_leaf_is_halved_and_joined() {
        let mut tree = Leaves::new(vec![net("10.0.0.0/16")]);
        assert_eq!(tree.split(net("10.0.0.0/16"), None), Ok(Size::from(2)));
        assert_eq!(tree.split(net("10.0.0.0/17"), Some(19)), Ok(Size::from(4)));
        assert_eq!(shown(&tree), "2:10.0.0.0/19 2:10.0.32.0/19 2:10.0.64.0/19 2:10.0.96.0/19 1:10.0.128.0/17");
        assert_eq!(tree.join(net("10.0.64.0/18")), Ok(2));
        assert_eq!(shown(&tree), "2:10.0.0.0/19 2:10.0.32.0/19 2:10.0.64.0/18 1:10.0.128.0/17");
        assert_eq!(tree.divided_around(net("10.0.64.0/18")), Some(net("10.0.0.0/17")));
        assert_eq!(tree.join(net("10.0.0.0/16")), Ok(4));
        assert_eq!(tree, Leaves::new(vec![net("10.0.0.0/16")]));
    }

    #[test]
    fn what_cannot_be_done_says_why() {
        let mut tree = Leaves::new(vec![net("10.0.0.0/16"), net("::/3")]);
        for (done, expected) in [
            (tree.split(net("10.1.0.0/16"), None), Not::Outside),
            (tree.split(net("10.0.0.0/24"), None), Not::Inside(net("10.0.0.0/16"))),
            (tree.split(net("10.0.0.0/16"), Some(16)), Not::Small),
            (tree.split(net("::/3"), Some(64)), Not::Many(Size::power(61).plus(Size::from(1)))),
            (tree.split(net("10.0.0.0/16"), Some(28)), Not::Many(Size::from(4097))),
            (tree.split(net("10.0.0.0/8"), None), Not::Outside),
            (tree.join(net("10.0.0.0/16")).map(|n| Size::from(n as u128)), Not::Leaf),
        ] {
            assert_eq!(done, Err(expected));
        }
        tree.split(net("10.0.0.0/16"), None).unwrap();
        assert_eq!(tree.split(net("10.0.0.0/16"), None), Err(Not::Divided));
    }
}
