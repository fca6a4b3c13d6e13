//! The way of a packet beside the picture: where it stops, and what would follow.

use super::super::flow::{Client, Leg};
use super::super::packet::Way;
use super::super::walk::{Hop, Place, Trip};
use super::{Spot, Walked};
use crate::text::pad;

/// One way of one packet.
pub struct Lane {
    /// An arrow: there or back; the number of the connection before it where there are several.
    head: String,
    /// What it passes, in order.
    pub stations: Vec<Station>,
}

/// Something that the packet passes.
pub struct Station {
    /// What.
    pub spot: Spot,
    mark: Mark,
}

/// What becomes of the packet there. Where two things happen at one station, the greater counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    /// It would come there, had nothing stopped it before.
    Beyond,
    /// It comes there.
    Reached,
    /// It would be stopped there too.
    StoppedToo,
    /// It is stopped there.
    Stopped,
}

/// The lanes of connections: for each, there and, if there is an answer, back.
pub fn lanes(walked: &[Walked<'_>]) -> Vec<Lane> {
    let mut lanes = Vec::new();
    for (number, (leg, trip)) in walked.iter().enumerate() {
        let number = if walked.len() > 1 { (number + 1).to_string() } else { String::new() };
        let first_block = trip.hops.iter().position(|h| h.block.is_some());
        let request = stations(leg, trip, Way::Request, beginning(leg), first_block);
        let turn = request.last().map(|station| station.spot);
        lanes.push(Lane { head: format!("{number}→"), stations: request });
        if let Some(turn) = turn.filter(|_| trip.hops.iter().any(|h| h.way == Way::Reply)) {
            lanes.push(Lane { head: format!("{number}←"), stations: stations(leg, trip, Way::Reply, turn, first_block) });
        }
    }
    lanes
}

fn beginning(leg: &Leg) -> Spot {
    match leg.client {
        Client::Inside(who) => Spot::At(Place::At(who)),
        Client::Internet => Spot::Outside(leg.packet.src),
    }
}

fn spot(leg: &Leg, hop: &Hop) -> Spot {
    match (hop.place, leg.client) {
        (Place::Internet, Client::Internet) => Spot::Outside(leg.packet.src),
        (Place::Internet, Client::Inside(_)) => Spot::Outside(leg.packet.dst),
        (place, _) => Spot::At(place),
    }
}

/// The stations of a way from where it begins; the border of a subnet is one only where it stops the packet.
fn stations(leg: &Leg, trip: &Trip, way: Way, from: Spot, first_block: Option<usize>) -> Vec<Station> {
    let is_beyond = |at: usize| first_block.is_some_and(|block| at > block);
    let hops = trip.hops.iter().enumerate().filter(|(_, h)| h.way == way);
    let begins_beyond = hops.clone().next().is_some_and(|(at, _)| is_beyond(at));
    let mut all = vec![Station { spot: from, mark: if begins_beyond { Mark::Beyond } else { Mark::Reached } }];
    for (at, hop) in hops.filter(|(_, h)| h.block.is_some() || !matches!(h.place, Place::Subnet(_))) {
        let mark = match (hop.block.is_some(), is_beyond(at)) {
            (true, false) => Mark::Stopped,
            (true, true) => Mark::StoppedToo,
            (false, false) => Mark::Reached,
            (false, true) => Mark::Beyond,
        };
        let spot = spot(leg, hop);
        match all.last_mut().filter(|last| last.spot == spot) {
            Some(last) => last.mark = last.mark.max(mark),
            None => all.push(Station { spot, mark }),
        }
    }
    all
}

impl Lane {
    /// The lane in lines of the same width, its head above the rows.
    pub fn draw(&self, rows: usize, row_of: impl Fn(Spot) -> Option<usize>) -> Vec<String> {
        let mut grid: Vec<Vec<char>> = vec![Vec::new(); rows];
        let mut put = |row: usize, column: usize, sign: char| {
            if let Some(line) = grid.get_mut(row) {
                line.resize(line.len().max(column + 1), ' ');
                line[column] = sign;
            }
        };
        let (mut column, mut down) = (0, None);
        let mut before: Option<(usize, bool)> = None;
        for (number, station) in self.stations.iter().enumerate() {
            let Some(row) = row_of(station.spot) else { continue };
            if let Some((from, dotted)) = before {
                let (across, along) = if dotted { ('╌', '┊') } else { ('─', '│') };
                // Where the way turns, it goes on in a column of its own.
                if down.is_some_and(|down| down != (row > from)) {
                    put(from, column + 1, across);
                    put(from, column + 2, if row > from { '┐' } else { '┘' });
                    column += 2;
                }
                down = Some(row > from);
                for between in from.min(row) + 1..from.max(row) {
                    put(between, column, along);
                }
            }
            put(row, column, sign(station.mark, number));
            before = Some((row, station.mark != Mark::Reached));
        }
        let lines: Vec<String> = std::iter::once(self.head.clone()).chain(grid.into_iter().map(|line| line.into_iter().collect())).collect();
        let wide = lines.iter().map(|line| crate::text::width(line)).max().unwrap_or(0);
        lines.iter().map(|line| pad(line, wide)).collect()
    }
}

fn sign(mark: Mark, number: usize) -> char {
    match mark {
        Mark::Reached => u32::try_from(number + 1).ok().and_then(|n| char::from_digit(n, 10)).unwrap_or('•'),
        Mark::Stopped => '✗',
        Mark::StoppedToo => '!',
        Mark::Beyond => '·',
    }
}
