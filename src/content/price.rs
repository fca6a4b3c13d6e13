use std::collections::BTreeMap;

/// A price named in a lesson: `` `price:vpc.nat-hour@us-east-1` ``.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceRef {
    /// The row in `assets/prices.toml`.
    pub id: String,
    /// The region, where it is not the course's.
    pub region: Option<String>,
}

/// The dated price table of `assets/prices.toml`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Prices {
    /// By id, then by region.
    pub rows: BTreeMap<String, BTreeMap<String, Price>>,
}

/// One price in one region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Price {
    /// US dollars as an exact decimal, `0.059`; none where no number is known.
    pub usd: Option<String>,
    /// How sure the number is.
    pub status: Status,
    /// The month of the number, `2026-10`; empty where nothing dates it.
    pub month: String,
    /// The official page to check.
    pub page: String,
}

/// How sure a price is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Read on the official page or in the price list: a fact.
    Confirmed,
    /// Read in a third-party page only: shown with a mark.
    Secondary,
    /// From general knowledge: not shown.
    Unverified,
    /// Not found: no number.
    Unknown,
}

impl Prices {
    /// The price of a row in a region.
    #[must_use]
    pub fn get(&self, id: &str, region: &str) -> Option<&Price> {
        self.rows.get(id)?.get(region)
    }
}
