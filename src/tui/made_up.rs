//! A course that tests can rely on.

use std::sync::Arc;

use crate::content::{Course, Prices, parse_course};

/// A small course in both languages, about things that no course of ours teaches.
pub fn made_up() -> Course {
    let files = [
        (
            "course.toml",
            r#"
id = "made-up"
title = { en = "Made up", ko = "지어낸 코스" }
languages = ["en", "ko"]
region = "ap-northeast-2"
[[part]]
id = "only"
title = { en = "The only part", ko = "하나뿐인 파트" }
[[part.module]]
title = { en = "Storing and sending", ko = "저장과 전송" }
lessons = ["toy/cache", "toy/queue", "toy/blocks", "toy/planned"]
[planned]
"toy/planned" = { en = "Not written yet", ko = "아직 없는 레슨" }
"#,
        ),
        ("toy/cache.md", CACHE),
        ("toy/cache.ko.md", CACHE_KO),
        ("toy/queue.md", QUEUE),
        ("toy/queue.ko.md", QUEUE_KO),
        ("toy/blocks.md", BLOCKS),
        ("toy/blocks.ko.md", BLOCKS_KO),
    ];
    parse_course("made-up", files, Arc::new(Prices::default()))
}

const CACHE: &str = r#"+++
title = "Caches"
summary = "What a cache keeps, and what it forgets."
tags = ["web"]
aliases = ["memo"]
+++

A cache keeps answers near the reader, so that the same question is answered without asking the server again.

## What it costs {#price}

A cache charges by the hour, whether it is asked or not. The charge follows the size of its memory, not the number of questions.

- small: one cent an hour
- large: twelve cents an hour

## What it forgets {#forget}

An answer that is older than its time to live is forgotten. When the memory is full, the answer that nobody has asked for longest goes first.
"#;

const CACHE_KO: &str = r#"+++
title = "캐시"
summary = "캐시가 기억하는 것과 잊는 것."
aliases = ["메모"]
+++

캐시는 답을 읽는 사람 가까이에 둡니다. 같은 질문이 다시 오면 서버에 묻지 않고 답할 수 있습니다.

## 비용 {#price}

캐시는 물어보든 말든 시간마다 과금됩니다. 요금은 질문 수가 아니라 메모리 크기를 따릅니다.

- 작은 것: 시간당 1센트
- 큰 것: 시간당 12센트

## 잊는 것 {#forget}

수명이 지난 답은 잊습니다. 메모리가 가득 차면 가장 오래 아무도 묻지 않은 답부터 지웁니다.
"#;

const QUEUE: &str = r#"+++
title = "Message queues"
summary = "How a queue keeps what nobody has read yet."
tags = ["web"]
+++

A queue holds messages until someone reads them. It charges by the million, not by the hour.

## Dead letters {#dead}

A message that has failed five times goes to the dead letter queue, where people look at it.
"#;

const QUEUE_KO: &str = r#"+++
title = "메시지 큐"
summary = "아직 아무도 읽지 않은 것을 큐가 보관하는 법."
+++

큐는 누군가 읽을 때까지 메시지를 보관합니다. 시간이 아니라 백만 건마다 과금합니다.

## 데드 레터 {#dead}

다섯 번 실패한 메시지는 데드 레터 큐로 가고, 사람이 들여다봅니다.
"#;

const BLOCKS: &str = r#"+++
title = "Address blocks"
summary = "Where a block of addresses begins."
tags = ["network"]
explains = { HOST_BITS = "begin", NOT_ADJACENT = "join", MISALIGNED = "join" }
+++

A block begins at a multiple of its own size.

## Where a block begins {#begin}

The address that you know may lie in the middle of it.

```sim cidr
bits 10.0.37.200/20
```

## Which blocks join {#join}

Two halves of one block, and nothing else.
"#;

const BLOCKS_KO: &str = r#"+++
title = "주소 블록"
summary = "주소 블록이 시작하는 곳."
+++

블록은 자기 크기의 배수에서 시작합니다.

## 블록의 시작 {#begin}

알고 있는 주소는 블록 한가운데일 수도 있습니다.

```sim cidr
bits 10.0.37.200/20
```

## 합쳐지는 블록 {#join}

한 블록의 두 반쪽만 합쳐집니다.
"#;

#[test]
fn the_made_up_course_has_no_problems() {
    let problems: Vec<String> = made_up().problems.iter().map(|problem| format!("{problem:?}")).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
