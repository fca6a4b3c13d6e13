//! Exact decimals: no sum of a bill is a binary fraction.

/// Digits after the point of money: `i128` of 10^-12 dollar.
pub const MONEY: u32 = 12;
/// Digits after the point of a quantity.
pub const QUANTITY: u32 = 6;

/// One dollar.
pub const DOLLAR: i128 = 10_i128.pow(MONEY);
/// One piece, hour or GB.
pub const ONE: i128 = 10_i128.pow(QUANTITY);

/// Reads an unsigned decimal with at most so many digits after the point; `None` if it is none or too long.
pub fn read(text: &str, places: u32) -> Option<i128> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let places = usize::try_from(places).ok()?;
    let is_decimal = digits(whole) && digits(fraction) && !whole.is_empty() && fraction.len() <= places;
    if !is_decimal || (fraction.is_empty() && text.contains('.')) || text.len() > 30 {
        return None;
    }
    format!("{whole}{fraction:0<places$}").parse().ok()
}

/// A quantity as short as it can be written: `500`, `0.5`.
pub fn quantity(value: i128) -> String {
    shortest(value, QUANTITY)
}

/// A price as short as it can be written: `0.059`.
pub fn price(value: i128) -> String {
    shortest(value, MONEY)
}

/// An amount in dollars and cents, half a cent rounded up; what is less than a cent keeps two digits: `0.0000000021`.
pub fn amount(value: i128) -> String {
    let cent = DOLLAR / 100;
    if value > 0 && value < cent {
        let step = 10_i128.pow(value.ilog10().saturating_sub(1));
        return shortest(rounded(value, step) * step, MONEY);
    }
    let cents = rounded(value, cent);
    format!("{}.{:02}", cents / 100, cents % 100)
}

fn rounded(value: i128, step: i128) -> i128 {
    value.saturating_add(step / 2) / step
}

fn shortest(value: i128, places: u32) -> String {
    let one = 10_i128.pow(places);
    let width = usize::try_from(places).unwrap_or(0);
    let text = format!("{}.{:0width$}", value / one, value % one);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_read_exactly_or_not_at_all() {
        for (text, value) in
            [("0.059", Some(59_000)), ("730", Some(730_000_000)), ("", None), (".5", None), ("5.", None), ("-1", None), ("1e9", None), ("0.1234567", None)]
        {
            assert_eq!(read(text, QUANTITY), value, "{text}");
        }
    }

    #[test]
    fn decimals_are_written_for_people() {
        assert_eq!([quantity(500_500_000), quantity(0), price(59 * DOLLAR / 1000)], ["500.5", "0", "0.059"]);
        assert_eq!([amount(DOLLAR * 50), amount(DOLLAR / 200 * 3), amount(DOLLAR / 60_000), amount(0)], ["50.00", "0.02", "0.000017", "0.00"]);
        assert_eq!([amount(2083), amount(DOLLAR / 100 - 1), amount(1)], ["0.0000000021", "0.01", "0.000000000001"]);
    }
}
