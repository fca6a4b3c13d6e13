//! Memory: cards, the event log's meaning, FSRS, the daily queue. All of it is a fold over events; nothing here reads a clock or a file.
