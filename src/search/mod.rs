//! One search over both languages: analyser, query builder, index, highlighter.
