/// Sets a comma between each three digits of a decimal integer, a sign or fraction left alone.
///
/// `1234567.125` becomes `1,234,567.125`. What is not a number comes back as it was.
#[must_use]
pub fn group(number: &str) -> String {
    let (sign, rest) = number.strip_prefix('-').map_or(("", number), |rest| ("-", rest));
    let (whole, fraction) = rest.find('.').map_or((rest, ""), |dot| rest.split_at(dot));
    if whole.is_empty() || !whole.bytes().all(|b| b.is_ascii_digit()) {
        return number.to_owned();
    }
    let mut out = String::with_capacity(number.len() + whole.len() / 3);
    out.push_str(sign);
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out.push_str(fraction);
    out
}

#[cfg(test)]
mod tests {
    use super::group;

    #[test]
    fn commas_stand_between_thousands() {
        for (plain, grouped) in [("0", "0"), ("999", "999"), ("4096", "4,096"), ("-1234567.125", "-1,234,567.125"), ("10.0.0.0", "10.0.0.0"), ("", "")] {
            assert_eq!(group(plain), grouped);
        }
    }
}
