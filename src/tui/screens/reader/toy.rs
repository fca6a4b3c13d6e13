//! A lesson with everything in it that a lesson can have.

use std::sync::Arc;

use crate::content::{Course, Prices, Source, parse_course};

const COURSE: &str = r#"
id = "toy"
title = { en = "Toys", ko = "장난감" }
languages = ["en", "ko"]
region = "ap-northeast-2"
[[part]]
id = "only"
title = { en = "Only", ko = "하나" }
[[part.module]]
title = { en = "Letters and parcels", ko = "편지와 소포" }
lessons = ["toy/post", "toy/next", "toy/alone"]
"#;

const POST: &str = r#"+++
title = "How a letter travels"
summary = "From the box to the door, and who opens it."
checked = 2026-11-20
sources = [{ title = "The post office", url = "https://example.com/post" }]
+++

A letter goes into a box. *Somebody* empties the box `twice a day`, and **nobody** reads it. More in [parcels](next.md).

## The way {#way}

| step | who | how long |
| --- | --- | ---: |
| box | the sender | 1 minute |
| sorting | a machine that reads `ZIP` codes, or a person where it cannot | 2 hours |

1. It is stamped.
2. It is sorted:
   - by country
   - by town

> [!IMPORTANT]
> **Then and now.** The notes say that a letter takes a week. Since 1990 it takes a day.

## What it costs {#cost}

A stamp costs `price:post.stamp`, two cost `price:post.two`.

```bash
post send --to "Seoul" # 서울로
```

```sim cidr
bits 10.0.37.200/20
```

## Questions {#questions}

```quiz who fixed
Who empties the box?

- [ ] The sender
  - The sender fills it.
- [x] Somebody
- [ ] Nobody

> Twice a day.
```

```quiz code
`ZIP` is a {{c1::code}}, read by a {{c2::machine}}.
```

```quiz why
Why a box?

---

So that nobody waits.
```

```drill cidr host-count level=1
```
"#;

const POST_KO: &str = r#"+++
title = "편지가 가는 길"
summary = "우체통에서 문 앞까지, 그리고 누가 여는가."
+++

편지를 우체통에 넣습니다. 누군가 `하루 두 번` 우체통을 비웁니다. 더 읽기: [소포](next.ko.md).

## 길 {#way}

| 단계 | 누가 | 얼마나 |
| --- | --- | ---: |
| 우체통 | 보내는 사람 | 1분 |
| 분류 | `우편번호`를 읽는 기계, 못 읽으면 사람 | 2시간 |

1. 소인을 찍습니다.
2. 분류합니다:
   - 나라별
   - 도시별

> [!IMPORTANT]
> **예전과 지금.** 노트에는 편지가 일주일 걸린다고 적혀 있습니다. 1990년부터는 하루면 됩니다.

## 비용 {#cost}

우표 한 장은 `price:post.stamp`, 두 장은 `price:post.two`입니다.

```bash
post send --to "Seoul" # 서울로
```

```sim cidr
bits 10.0.37.200/20
```

## 문제 {#questions}

```quiz who fixed
우체통은 누가 비울까?

- [ ] 보내는 사람
  - 보내는 사람은 채우는 쪽이다.
- [x] 누군가
- [ ] 아무도

> 하루 두 번.
```

```quiz code
{{c2::기계|machine}}가 읽는 `ZIP`은 {{c1::코드|code}}다.
```

```quiz why
왜 우체통인가?

---

아무도 기다리지 않게.
```

```drill cidr host-count level=1
```
"#;

const NEXT: &str =
    "+++\ntitle = \"Parcels\"\nsummary = \"Larger.\"\nrequires = [\"toy/post\"]\n+++\n\nA parcel is larger. It began with [letters](post.md#cost).\n";
const NEXT_KO: &str = "+++\ntitle = \"소포\"\nsummary = \"더 크다.\"\n+++\n\n소포는 더 큽니다. [편지](post.ko.md#cost)가 먼저였습니다.\n";
const ALONE: &str = "+++\ntitle = \"Alone\"\nsummary = \"One language.\"\n+++\n\nOnly here.\n";

const PRICES: &str = r#"
["post.stamp"]
item = "stamp"
unit = "piece"
page = "https://example.com/prices"
ap-northeast-2 = { usd = "0.5", status = "confirmed", month = "2026-10", source = "x" }
["post.two"]
item = "stamps"
unit = "piece"
page = "https://example.com/prices"
ap-northeast-2 = { status = "unknown", month = "" }
"#;

/// The course of that lesson.
pub fn course() -> Course {
    let (prices, _) = Prices::parse(&Source::new("prices.toml", PRICES));
    let files = [
        ("course.toml", COURSE),
        ("toy/post.md", POST),
        ("toy/post.ko.md", POST_KO),
        ("toy/next.md", NEXT),
        ("toy/next.ko.md", NEXT_KO),
        ("toy/alone.md", ALONE),
    ];
    parse_course("toy", files, Arc::new(prices))
}
