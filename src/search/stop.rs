use super::korean;

/// English words that say how something is asked, not what about.
const ENGLISH: &[&str] = &[
    "a", "an", "the", "is", "are", "was", "were", "be", "been", "do", "does", "did", "to", "of", "in", "on", "for", "with", "and", "or", "it", "its", "i",
    "my", "me", "we", "our", "you", "your", "how", "why", "what", "when", "which", "who", "where", "should", "can", "could", "would", "will", "so", "that",
    "this", "these", "those", "their", "them", "they", "not", "need", "use", "used", "using", "vs", "explain", "describe", "between", "happen", "happens",
    "keep", "from", "at", "by", "as", "after", "before", "if", "than", "then", "better", "instead", "work", "works", "way", "there", "have", "has", "only",
    "about", "into",
];

/// The same in Korean; compared with and without a particle.
const KOREAN: &[&str] = &[
    "왜",
    "어떻게",
    "어떤",
    "무엇",
    "무엇인가",
    "무엇인가요",
    "무슨",
    "뭐",
    "뭔가요",
    "하나요",
    "해야",
    "하나",
    "하면",
    "하려면",
    "안",
    "못",
    "되나요",
    "되나",
    "방법",
    "때",
    "때는",
    "이유",
    "것",
    "수",
    "있는",
    "있나요",
    "없는",
    "인가요",
    "인가",
    "필요한가",
    "설명",
    "설명하세요",
    "설명해",
    "주세요",
    "그리고",
    "및",
    "합니까",
    "사용하는",
    "쓰는",
    "어디",
    "어디서",
    "언제",
    "누가",
    "하지",
    "않고",
    "대신",
    "대해",
    "관해",
];

/// Whether a word only carries the question; it weighs little where another word remains.
#[must_use]
pub fn is_stop(word: &str) -> bool {
    ENGLISH.contains(&word) || KOREAN.contains(&word) || KOREAN.contains(&korean::strip(word))
}
