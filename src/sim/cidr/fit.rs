//! Blocks of different sizes in one network (VLSM): largest first, so that none is misaligned.

use super::net::Net;
use super::rules::Reserve;
use super::say::{MOST_ROWS, NO_ROOM, code, listing, more, number, step, terraform, text, verdict};
use super::set;
use super::size::Size;
use super::split::share;
use crate::sim::{Cell, Outcome, Panel, Step};
use crate::text::Message;

/// Hosts that want a network of their own, and the prefix that has room for them.
pub struct Wish {
    /// How many.
    pub hosts: u128,
    /// The prefix length of the smallest network for them.
    pub prefix: u8,
}

/// What is to be placed where.
pub struct Fit {
    /// The network to be divided.
    pub net: Net,
    /// What each block sets aside.
    pub reserve: Reserve,
    /// Whether that is AWS's.
    pub aws: bool,
    /// In the order asked.
    pub wishes: Vec<Wish>,
}

impl Fit {
    fn prefixes(&self) -> Vec<u8> {
        self.wishes.iter().map(|w| w.prefix).collect()
    }

    fn needed(&self) -> Size {
        self.wishes.iter().fold(Size::default(), |sum, w| sum.plus(Size::power(self.net.family().width() - w.prefix)))
    }

    /// The networks in the order asked, or that there is no room.
    pub fn outcome(&self) -> Outcome {
        let mut steps: Vec<Step> = self.wishes.iter().take(MOST_ROWS).map(|w| step(self.block(w))).collect();
        let Some(placed) = set::pack(self.net, &self.prefixes()) else {
            let headline = Message::new("cidr-hosts-none").with("net", self.net).with("size", self.net.size()).with("needed", self.needed());
            return Outcome { verdict: "none".to_owned(), codes: vec![NO_ROOM], headline: Some(headline), steps, ..Outcome::default() };
        };
        steps.push(step(Message::new("cidr-hosts-order")));
        let free = set::without(self.net, placed.iter().copied());
        let asked = self.wishes.iter().fold(Size::default(), |sum, w| sum.plus(Size::from(w.hosts)));
        let headline =
            Message::new("cidr-hosts").with("net", self.net).with("count", placed.len()).with("needed", self.needed()).with("free", set::total(&free));
        let mut panels = vec![self.table(&placed, asked)];
        if !free.is_empty() {
            panels.push(listing(Some(Message::new("cidr-l-free")), &free));
        }
        panels.push(code("cidr-l-terraform", placed.iter().take(MOST_ROWS).map(|n| terraform(self.net, *n)).collect()));
        Outcome { verdict: verdict(&placed), headline: Some(headline), steps, panels, ..Outcome::default() }
    }

    fn block(&self, wish: &Wish) -> Message {
        let size = Size::power(self.net.family().width() - wish.prefix);
        let needed = Size::from(wish.hosts).plus(Size::from(self.reserve.addresses));
        Message::new("cidr-hosts-block")
            .with("hosts", wish.hosts)
            .with("reserved", self.reserve.addresses)
            .with("needed", needed)
            .with("size", size)
            .with("prefix", wish.prefix)
    }

    fn table(&self, placed: &[Net], asked: Size) -> Panel {
        let header = ["cidr-l-asked", "cidr-l-network", "cidr-l-first", "cidr-l-last", "cidr-l-usable", "cidr-l-waste"].map(Message::new).to_vec();
        let row = |(wish, net): (&Wish, &Net)| {
            vec![
                number(wish.hosts),
                text(net),
                text(net.first()),
                text(net.last()),
                number(self.reserve.usable(*net)),
                share(net.size().less(wish.hosts), net.size()),
            ]
        };
        let mut rows: Vec<Vec<Cell>> = self.wishes.iter().zip(placed).take(MOST_ROWS).map(row).collect();
        if placed.len() > MOST_ROWS {
            rows.push(more(Size::from((placed.len() - MOST_ROWS) as u128)));
        }
        if let (true, Some(hosts)) = (rows.len() > 1, asked.number()) {
            let gone = share(self.needed().less(hosts), self.needed());
            rows.push(vec![number(asked), super::split::muted(Message::new("cidr-l-total")), text(""), text(""), text(""), gone]);
        }
        Panel::Table { title: None, header, rows }
    }

    /// The smallest network over this one in which everything fits.
    pub fn larger(&self) -> Option<Net> {
        (0..self.net.prefix()).rev().filter_map(|p| self.net.supernet(p)).find(|n| set::pack(*n, &self.prefixes()).is_some())
    }

    /// The same wishes for another network, as a line.
    pub fn line(&self, net: Net) -> String {
        let hosts = self.wishes.iter().map(|w| w.hosts.to_string()).collect::<Vec<_>>().join(",");
        format!("split {net} hosts {hosts}{}", if self.aws { " aws" } else { "" })
    }
}
