use serde_json::{Map, Value as Json, json};

/// Bytes that one read unit covers.
pub const READ_BLOCK: u64 = 4096;
/// Bytes that one write unit covers.
pub const WRITE_BLOCK: u64 = 1024;

/// Capacity units in halves, which is the smallest there is: an eventually consistent read of up to 4 KB.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Units(u64);

/// How a read is consistent, which decides what it costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Consistency {
    /// Half a unit for each 4 KB.
    Eventual,
    /// One.
    Strong,
    /// Two.
    Transactional,
}

/// What an operation consumed, for the table and each index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Capacity {
    /// The table's own.
    pub table: Units,
    /// Each index that was read or written: name, whether it is global, units.
    pub indexes: Vec<(String, bool, Units)>,
}

impl Units {
    /// Nothing.
    pub const ZERO: Units = Units(0);

    /// Whole units.
    pub fn whole(units: u64) -> Units {
        Units(units.saturating_mul(2))
    }

    /// What reading so many bytes at once costs: rounded up to 4 KB once, at least one block.
    pub fn read(bytes: u64, consistency: Consistency) -> Units {
        let halves = match consistency {
            Consistency::Eventual => 1,
            Consistency::Strong => 2,
            Consistency::Transactional => 4,
        };
        Units(bytes.div_ceil(READ_BLOCK).max(1) * halves)
    }

    /// What writing an item of so many bytes costs: rounded up to 1 KB, at least one.
    pub fn write(bytes: u64) -> Units {
        Units::whole(bytes.div_ceil(WRITE_BLOCK).max(1))
    }

    /// Twice as many, for a transaction.
    pub fn twice(self) -> Units {
        Units(self.0 * 2)
    }

    /// What is left without others.
    pub fn minus(self, other: Units) -> Units {
        Units(self.0.saturating_sub(other.0))
    }

    /// So many times.
    pub fn times(self, count: u64) -> Units {
        Units(self.0.saturating_mul(count))
    }

    /// In halves of a unit.
    pub fn halves(self) -> u64 {
        self.0
    }

    /// In units.
    #[allow(clippy::cast_precision_loss, reason = "far below 2^53")]
    pub fn number(self) -> f64 {
        self.0 as f64 / 2.0
    }
}

impl std::ops::Add for Units {
    type Output = Units;

    fn add(self, other: Units) -> Units {
        Units(self.0.saturating_add(other.0))
    }
}

impl std::iter::Sum for Units {
    fn sum<I: Iterator<Item = Units>>(units: I) -> Units {
        units.fold(Units::ZERO, std::ops::Add::add)
    }
}

impl std::fmt::Display for Units {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let whole = crate::text::group(&(self.0 / 2).to_string());
        f.write_str(&whole)?;
        f.write_str(if self.0 % 2 == 1 { ".5" } else { "" })
    }
}

impl Capacity {
    /// Of the table alone.
    pub fn table(units: Units) -> Capacity {
        Capacity { table: units, indexes: Vec::new() }
    }

    /// Everything.
    pub fn total(&self) -> Units {
        self.table + self.indexes.iter().map(|(_, _, units)| *units).sum()
    }

    /// Adds what another operation consumed.
    pub fn add(&mut self, other: Capacity) {
        self.table = self.table + other.table;
        for (name, global, units) in other.indexes {
            match self.indexes.iter_mut().find(|(known, _, _)| *known == name) {
                Some((_, _, sum)) => *sum = *sum + units,
                None => self.indexes.push((name, global, units)),
            }
        }
    }

    /// Twice as much, for a transaction.
    pub fn twice(mut self) -> Capacity {
        self.table = self.table.twice();
        self.indexes.iter_mut().for_each(|(_, _, units)| *units = units.twice());
        self
    }

    /// As `ConsumedCapacity`: for the whole, or for the table and each index too.
    pub fn json(&self, indexes: bool) -> Json {
        let total = self.total().number();
        if !indexes {
            return json!({ "total": total });
        }
        let mut out = json!({ "total": total, "table": self.table.number() });
        for (field, wanted) in [("gsi", true), ("lsi", false)] {
            let of: Map<String, Json> =
                self.indexes.iter().filter(|(_, global, _)| *global == wanted).map(|(name, _, u)| (name.clone(), u.number().into())).collect();
            if !of.is_empty() {
                out[field] = of.into();
            }
        }
        out
    }
}
