/// Nouns that end as a particle or an ending does and keep that end.
///
/// Without them `게이트웨이` would lose its `이`, and `게이트웨이로` would not.
const NOUNS: &[&str] = &[
    "게이트웨이",
    "하이웨이",
    "디스플레이",
    "플레이",
    "딜레이",
    "릴레이",
    "어레이",
    "디플로이",
    "차이",
    "사이",
    "길이",
    "높이",
    "깊이",
    "넓이",
    "마이크로",
    "매크로",
    "프로",
    "제로",
    "경로",
    "도로",
    "회로",
    "정의",
    "회의",
    "주의",
    "동의",
    "논의",
    "합의",
    "난이도",
    "중요도",
    "복잡도",
    "성숙도",
    "신뢰도",
    "민감도",
    "정확도",
    "속도",
    "온도",
    "한도",
    "빈도",
    "용도",
    "의도",
    "제도",
    "강도",
    "정도",
    "밀도",
    "전문가",
    "평가",
    "추가",
    "단가",
    "원가",
    "증가",
    "국가",
    "결과",
    "효과",
    "통과",
    "초과",
    "경과",
    "성과",
    "부과",
    "마을",
    "하나",
    "카나",
];

/// Particles and endings, the longest first: the first that fits is the right one.
const PARTICLES: &[&str] = &[
    "으로부터",
    "에서부터",
    "이라는",
    "인가요",
    "하나요",
    "합니다",
    "하려면",
    "했는데",
    "입니다",
    "에서는",
    "으로는",
    "이라고",
    "까지는",
    "한테는",
    "시키기",
    "에서",
    "에게",
    "한테",
    "부터",
    "까지",
    "처럼",
    "보다",
    "마다",
    "이나",
    "이란",
    "라는",
    "라고",
    "으로",
    "이고",
    "이며",
    "인데",
    "하는",
    "하게",
    "하고",
    "하면",
    "해서",
    "한다",
    "하기",
    "하지",
    "되는",
    "되게",
    "되면",
    "된다",
    "들은",
    "들이",
    "들을",
    "들의",
    "들",
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "의",
    "에",
    "로",
    "와",
    "과",
    "도",
    "만",
    "나",
    "란",
];

/// Whether `word` is nothing but a particle.
#[must_use]
pub fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word)
}

/// A Hangul word without the particle or ending at its end; at least two syllables stay.
#[must_use]
pub fn strip(word: &str) -> &str {
    const STAY: usize = 2;
    if NOUNS.iter().any(|noun| word.ends_with(noun)) {
        return word;
    }
    let stems = PARTICLES.iter().filter_map(|particle| word.strip_suffix(particle));
    stems.into_iter().find(|stem| stem.chars().count() >= STAY).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_particle_is_taken_off() {
        for (word, stem) in [
            ("서브넷은", "서브넷"),
            ("서브넷으로부터", "서브넷"),
            ("게이트웨이", "게이트웨이"),
            ("게이트웨이로", "게이트웨이"),
            ("작업정의", "작업정의"),
            ("작업정의를", "작업정의"),
            ("요금이", "요금"),
            ("물은", "물은"),
            ("컨테이너들을", "컨테이너"),
        ] {
            assert_eq!(strip(word), stem, "{word}");
        }
    }

    #[test]
    fn longer_particles_come_first() {
        assert!(PARTICLES.is_sorted_by_key(|p| std::cmp::Reverse(p.chars().count())));
    }
}
