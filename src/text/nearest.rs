/// The words of `known` that `word` was probably meant to be, the nearest first, at most three.
///
/// A slip is a letter too many, too few, another or two exchanged; one slip is forgiven in a short
/// word and one more for each four letters.
#[must_use]
pub fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Vec<&'k str> {
    let letters: Vec<char> = word.chars().flat_map(char::to_lowercase).take(64).collect();
    let mut near: Vec<(usize, &str)> = known
        .into_iter()
        .filter_map(|k| {
            let other: Vec<char> = k.chars().flat_map(char::to_lowercase).take(64).collect();
            let allowed = 1 + letters.len().min(other.len()) / 4;
            let slips = slips(&letters, &other);
            (slips <= allowed).then_some((slips, k))
        })
        .collect();
    near.sort_unstable();
    near.dedup();
    near.into_iter().take(3).map(|(_, k)| k).collect()
}

/// The optimal string alignment distance.
fn slips(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let mut best = (above[j] + usize::from(x != y)).min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                best = best.min(before[j - 1] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[track_caller]
    fn check(word: &str, expected: &[&str]) {
        assert_eq!(nearest(word, ["title", "summary", "tags", "was", "hint"]), expected);
    }

    #[test]
    fn a_slip_is_forgiven() {
        check("titel", &["title"]);
        check("Tags", &["tags"]);
        check("sumary", &["summary"]);
        check("tgas", &["tags"]);
        check("region", &[]);
        check("", &[]);
    }
}
