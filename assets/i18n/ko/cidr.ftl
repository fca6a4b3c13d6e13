cidr-summary = IPv4와 IPv6 네트워크: 들여다보고, 나누고, 합치고, 설계한다

cidr-info = { $net }에는 주소가 { $size }개 있습니다: { $first } ~ { $last }.

cidr-l-network = 네트워크
cidr-l-netmask = 넷마스크
cidr-l-wildcard = 와일드카드
cidr-l-first = 첫 주소
cidr-l-last = 마지막 주소
cidr-l-broadcast = 브로드캐스트
cidr-l-hosts = 호스트
cidr-l-addresses = 주소 수
cidr-l-usable = 쓸 수 있는 주소
cidr-l-aws = AWS에서 쓸 수 있는 주소

cidr-n-bare = { $addr }에 프리픽스 길이가 없어 { JOSA($net, "으로/로") } 읽었습니다.
cidr-n-host-bits = { JOSA($addr, "은/는") } 네트워크의 첫 주소가 아니어서 { JOSA($net, "으로/로") } 읽었습니다.

cidr-e-op = { $op } 연산은 없습니다. 쓸 수 있는 것: { $known }
cidr-e-request = 요청은 객체여야 합니다
cidr-e-field-missing = { $field } 필드가 빠졌습니다
cidr-e-field = { $field } 필드는 { $wanted }여야 합니다
cidr-w-text = 텍스트
cidr-w-list = 리스트
cidr-w-number = 0 이상의 정수(길면 텍스트)
cidr-w-integer = 정수(길면 텍스트)
cidr-e-range = { $field } 값이 범위를 벗어났습니다
cidr-e-family = { JOSA($field, "은/는") } IPv{ $family }여야 합니다
cidr-e-two-families = IPv4와 IPv6를 함께 담는 네트워크는 없습니다
cidr-e-too-many = 겹치는 쌍이 { $most }개를 넘습니다
cidr-e-order = 첫 주소가 마지막 주소보다 뒤에 있습니다
cidr-e-no-room = { $net }에 다 들어가지 않습니다
cidr-e-empty = 할 일이 없습니다
cidr-h-empty = 네트워크로 시작하세요: info 10.0.0.0/16
cidr-e-many = 명령이 { $most }개를 넘습니다. 나머지는 실행하지 않았습니다
cidr-e-command = { $word } 명령은 없습니다
cidr-h-command = 혹시 { $word }?
cidr-h-commands = 명령: { $words }
cidr-e-trailing = { JOSA($text, "은/는") } 여기에 올 수 없습니다
cidr-e-second-slash = 슬래시는 하나만 씁니다
cidr-e-word = { JOSA($word, "이라는/라는") } 말이 빠졌습니다
cidr-e-net = 네트워크가 빠졌습니다
cidr-h-target = 10.0.0.0/16이나 2001:db8::/32처럼 쓰세요.
cidr-e-addr = 주소가 빠졌습니다
cidr-e-slash = 여기에는 /24 같은 프리픽스 길이가 와야 합니다
cidr-e-number = { JOSA($text, "은/는") } 정수가 아닙니다
cidr-e-number-missing = 숫자가 빠졌습니다
cidr-e-number-large = 2^128보다 큰 수입니다
cidr-e-empty-address = 슬래시 앞에 주소가 없습니다
cidr-e-empty-prefix = 슬래시 뒤에 프리픽스 길이가 없습니다
cidr-e-mask-v6 = IPv6에는 점으로 쓰는 넷마스크가 없습니다
cidr-h-plen-v6 = /64처럼 길이로 쓰세요.
cidr-e-plen-digit = { JOSA($text, "은/는") } 프리픽스 길이가 아닙니다
cidr-e-plen-zero = 프리픽스 길이는 0으로 시작하지 않습니다: { $text }
cidr-e-plen-range = /{ JOSA($text, "은/는") } 너무 깁니다. IPv{ $family } 주소는 { $max }비트입니다
cidr-e-wildcard = 와일드카드 마스크입니다
cidr-h-wildcard = { $mask } 또는 /{ JOSA($len, "으로/로") } 쓰세요.
cidr-e-mask-gap = 1이 끊겼다가 다시 나옵니다: { $bits }
cidr-h-mask = 넷마스크는 1이 이어지다가 0이 이어집니다: 255.255.255.0 또는 /24.
cidr-e-non-ascii = { JOSA($char, "은/는") } ASCII 문자가 아닙니다
cidr-h-non-ascii = { JOSA($text, "으로/로") } 쓰세요.
cidr-e-parts = IPv4 주소는 옥텟이 4개인데 { $count }개입니다
cidr-h-parts = 10.0.0.0처럼 네 개를 모두 쓰세요.
cidr-e-empty-octet = { $place ->
    [1] 첫 번째
    [2] 두 번째
    [3] 세 번째
    [4] 네 번째
   *[other] { $place }번째
 } 옥텟이 비었습니다
cidr-e-digit = { $place ->
    [1] 첫 번째
    [2] 두 번째
    [3] 세 번째
    [4] 네 번째
   *[other] { $place }번째
 } 옥텟 { JOSA($text, "은/는") } 십진수가 아닙니다
cidr-h-hex = 십진수로 쓰세요.
cidr-e-leading-zero = { $place ->
    [1] 첫 번째
    [2] 두 번째
    [3] 세 번째
    [4] 네 번째
   *[other] { $place }번째
 } 옥텟 { JOSA($text, "이/가") } 0으로 시작합니다
cidr-h-leading-zero = 010을 8진수 8로 읽는 프로그램도, 10으로 읽는 프로그램도 있습니다. 앞의 0을 빼고 쓰세요.
cidr-e-octet = { $place ->
    [1] 첫 번째
    [2] 두 번째
    [3] 세 번째
    [4] 네 번째
   *[other] { $place }번째
 } 옥텟 { JOSA($text, "은/는") } 0~255 밖입니다. 8비트로는 255가 최대입니다
cidr-e-v6-zone = 존(%)은 인터페이스에 붙는 것이라 네트워크에는 쓰지 않습니다
cidr-e-v6-double-colon = ::은 한 번만 쓸 수 있습니다
cidr-h-v6-double-colon = 두 번 쓰면 각각 0이 몇 개인지 알 수 없습니다.
cidr-e-v6-lone-colon = 콜론 하나로 시작하거나 끝날 수 없습니다
cidr-e-v6-count = IPv6 주소는 그룹이 8개인데 { $count }개입니다
cidr-e-v6-too-many = ::은 적어도 한 그룹을 대신하는데, 그룹이 이미 { $count }개입니다
cidr-h-v6-count = 8개를 모두 쓰거나, 생략한 0을 ::로 쓰세요.
cidr-e-v6-embedded = { JOSA($text, "은/는") } 마지막 32비트 자리에만 쓸 수 있습니다
cidr-h-v6-embedded = 예: ::ffff:10.0.0.1
cidr-e-v6-digit = { JOSA($text, "은/는") } 16진수 그룹이 아닙니다
cidr-e-v6-long = { JOSA($text, "은/는") } 네 자리를 넘습니다

cidr-more = … 그 밖에 { $count }개
cidr-l-terraform = Terraform
cidr-l-free = 남은 블록
cidr-l-asked = 필요한 호스트
cidr-l-waste = 남는 비율
cidr-l-total = 합계
cidr-l-index = 번호
cidr-l-address = 주소
cidr-l-mask = 마스크
cidr-l-and = 주소 AND 마스크
cidr-l-supernet = 상위 네트워크
cidr-l-subnet = 서브넷
cidr-l-next = 다음
cidr-l-why-not = 합칠 수 없는 까닭
cidr-l-relation = 관계
cidr-l-other = 상대
cidr-l-class = 클래스
cidr-l-begins = 첫 비트
cidr-l-range = 범위
cidr-l-use = 용도

cidr-bits = { JOSA($addr, "은/는") } /{ $prefix }일 때 { $net }에 속하고, 이 네트워크는 { $last }에서 끝납니다.
cidr-bits-mask = /{ JOSA($prefix, "은/는") } 1이 { $prefix }개, 그 뒤는 0입니다: { $mask }.
cidr-bits-and = 주소 AND 마스크: 마스크가 1인 자리는 그대로 두고 나머지는 0으로 만듭니다. 이것이 네트워크 { $net }입니다.
cidr-bits-or = 호스트 비트 { $host-bits }개를 모두 1로 만들면 마지막 주소 { $last }입니다.
cidr-bits-block = 빠른 계산: { $place ->
    [1] 첫
    [2] 두
    [3] 세
   *[4] 네
 } 번째 옥텟에서 갈립니다. 블록 크기는 { $limit } - { $mask } = { $block }입니다.
cidr-bits-start = { $value } ÷ { $block } = { $times } 나머지 { $rest }, 그래서 { $times } × { $block } = { $start }에서 시작합니다: { $net }.
cidr-bits-block-v6 = 빠른 계산: { $place }번째 그룹에서 갈립니다. 16진수로 블록 크기는 { $limit } - { $mask } = { $block }입니다.
cidr-bits-start-v6 = { $value } ÷ { $block } = { $times } 나머지 { $rest }, 그래서 { $times } × { $block } = { $start }(16진수)에서 시작합니다: { $net }.
cidr-bits-next = 다음 네트워크는 { $next }에서 시작합니다.
cidr-bits-no-next = 다음 네트워크는 없습니다. 주소가 여기서 끝납니다.
cidr-bits-even = 마스크가 옥텟 경계에서 끝납니다. 앞 옥텟 { $count }개는 그대로, 나머지는 0: { $net }.
cidr-bits-even-v6 = 마스크가 그룹 경계에서 끝납니다. 앞 그룹 { $count }개는 그대로, 나머지는 0: { $net }.
cidr-bits-size = { $bits } - { $prefix } = 호스트 비트 { $host-bits }개: 주소는 2^{ $host-bits } = { $size }개입니다.
cidr-bits-hosts = 첫 주소는 네트워크 자신, 마지막은 브로드캐스트라서 호스트가 쓸 수 있는 것은 { $count }개입니다.
cidr-bits-aws = AWS는 서브넷마다 처음 넷과 마지막({ $first } ~ { $third }, { $last })을 예약하므로 { $count }개가 남습니다.

cidr-split = { JOSA($net, "을/를") } 나누면 /{ $prefix } 네트워크가 { $count }개, 주소는 각각 { $size }개입니다.
cidr-split-into = { JOSA($net, "을/를") } 똑같이 { $wanted }개로 나누려면 /{ $prefix }: { $made }개가 생기고 { $spare }개가 남습니다.
cidr-split-bits = /{ $from }에서 /{ JOSA($to, "으로/로") } 가면 네트워크 비트가 { $bits }개 늘어납니다: 2^{ $bits } = { $count }.
cidr-split-power = { $wanted } 이상인 가장 작은 2의 거듭제곱은 2^{ $bits } = { $made }입니다.
cidr-split-stride = 첫 네트워크는 { $first }에서 시작하고, 다음은 주소 { $size }개씩 뒤에 있습니다.
cidr-hosts = { $net }에 { $count }개가 모두 들어갑니다: 주소 { $needed }개를 쓰고 { $free }개가 남습니다.
cidr-hosts-none = { $net }에는 주소가 { $size }개뿐인데 { $needed }개가 필요합니다.
cidr-hosts-block = 호스트 { $hosts } + 예약 { $reserved } = { $needed }, 그 이상인 2의 거듭제곱은 { $size }: /{ $prefix }.
cidr-hosts-order = 큰 것부터 놓습니다. 그러면 블록마다 자기 크기의 배수에서 시작합니다.
cidr-fix-larger = 대신 { JOSA($net, "을/를") } 나누기

cidr-join-done = { $count ->
    [1] { $net } 하나뿐입니다
   *[other] { $count }개를 합치면 { $net }입니다
 }. 주소 { $size }개.
cidr-join-none = 네트워크 { $count }개가 남고, 이것과 정확히 같은 프리픽스 하나는 없습니다.
cidr-join-step = { $low } + { $high } = { $parent }: { $bit }번째 비트만 다르고, 앞의 것은 그 비트가 0입니다.
cidr-join-held = { JOSA($net, "은/는") } { $by } 안에 있어 더해지는 것이 없습니다.
cidr-join-twice = { JOSA($net, "이/가") } 두 번 나옵니다.
cidr-apart-family = { JOSA($low, "과/와") } { JOSA($high, "은/는") } 주소 체계가 다릅니다(IPv4, IPv6).
cidr-apart-size = { JOSA($low, "과/와") } { JOSA($high, "은/는") } 크기가 다릅니다(주소 { $low-size }개, { $high-size }개). 한 네트워크의 두 반쪽만 합칠 수 있습니다.
cidr-apart-gap = { JOSA($low, "과/와") } { JOSA($high, "은/는") } 붙어 있지 않습니다. 사이에 주소가 { $gap }개 있습니다.
cidr-apart-misaligned = { JOSA($low, "과/와") } { JOSA($high, "은/는") } 붙어 있지만 /{ $prefix } 경계가 아니라서 합칠 수 없습니다.
cidr-apart-pairs = { $low }의 짝은 { $low-mate }, { $high }의 짝은 { $high-mate }입니다.
cidr-why-family = 주소 체계가 다름
cidr-why-size = 크기가 다름
cidr-why-gap = 붙어 있지 않음
cidr-why-misaligned = 붙어 있지만 경계가 어긋남
cidr-fix-mate = { JOSA($net, "을/를") } 제 짝 { JOSA($mate, "과/와") } 합치기
cidr-fix-sum = 정확히 같은 주소를 가장 적은 네트워크로 쓰기
cidr-fix-cover = 사이에 있는 것까지 모두 감싸는 가장 작은 네트워크 쓰기
cidr-sum = 네트워크 { $before }개를 { $after }개로 쓸 수 있습니다.
cidr-super = { JOSA($net, "은/는") } { $above }에 들어 있고, 상위 네트워크가 { $times }배 큽니다.
cidr-super-bits = /{ $from }에서 /{ JOSA($to, "으로/로") } 가면 네트워크 비트가 { $bits }개 줄고 주소는 2^{ $bits } = { $times }배가 됩니다. 그 자리의 비트는 0이 됩니다.
cidr-e-super = /{ JOSA($prefix, "은/는") } { $net }보다 작습니다. 상위 네트워크는 프리픽스가 더 짧습니다
cidr-cover = 모두 담는 가장 작은 네트워크는 { $net }입니다. 주소 { $size }개 중 { $spare }개는 덤입니다.
cidr-cover-ends = 가장 낮은 주소와 가장 높은 주소만 보면 됩니다: { $first }, { $last }.
cidr-cover-bits = 앞에서 { $bits }비트까지 같고 그다음이 다르므로 프리픽스는 /{ $bits }: { $net }.

cidr-in-yes = { JOSA($item, "은/는") } { $net } 안에 있습니다({ $first } ~ { $last }).
cidr-in-no = { JOSA($item, "은/는") } { $net } 안에 없습니다({ $first } ~ { $last }).
cidr-in-larger = { JOSA($item, "이/가") } { $net }보다 큽니다. 거꾸로입니다.
cidr-in-family = { JOSA($item, "과/와") } { JOSA($net, "은/는") } 주소 체계가 다릅니다.
cidr-in-and = { JOSA($addr, "과/와") } /{ $prefix } 마스크를 AND 하면 { $masked }입니다.
cidr-in-same = { JOSA($masked, "은/는") } 네트워크 { JOSA($net, "과/와") } 같습니다.
cidr-in-other = { JOSA($masked, "은/는") } 네트워크 { JOSA($net, "과/와") } 다릅니다.
cidr-in-size = { $item }의 프리픽스가 { $net }보다 짧아서 그 안에 들어갈 수 없습니다.
cidr-overlap = 네트워크 { $count }개 가운데 { $pairs }쌍이 겹칩니다.
cidr-overlap-none = 네트워크 { $count }개 가운데 겹치는 것이 없습니다.
cidr-overlap-how = 첫 주소 순으로 늘어놓고 봅니다. 프리픽스는 일부만 겹치는 일이 없고, 겹치면 한쪽이 다른 쪽을 통째로 담습니다.
cidr-rel-equal = 같음
cidr-rel-contains = 담음
cidr-rel-within = 담김
cidr-rel-disjoint = 겹치지 않음

cidr-minus = { $whole }에서 { JOSA($part, "을/를") } 빼면 네트워크 { $count }개, 주소 { $size }개가 남습니다.
cidr-minus-none = { $whole }에서 { JOSA($part, "을/를") } 빼면 아무것도 남지 않습니다.
cidr-minus-apart = { JOSA($part, "은/는") } { $whole } 안에 없어서 뺄 것이 없습니다.
cidr-minus-step = { JOSA($here, "을/를") } 반으로 나눕니다. { JOSA($kept, "은/는") } 남기고 { $next }에서 계속합니다.
cidr-free = { $net }에서 주소 { $size }개가 { $count }개 블록으로 남아 있습니다. 가장 큰 블록은 주소 { $largest }개입니다.
cidr-free-none = { JOSA($net, "은/는") } 꽉 찼습니다.
cidr-free-step = { $first }부터 { $last }까지는 비어 있습니다: { $nets }.
cidr-n-outside = { JOSA($net, "은/는") } { $whole } 밖이라 셈에 들어가지 않습니다.
cidr-range = { $first } ~ { $last }, 주소 { $size }개는 네트워크 { $count }개입니다.
cidr-range-aligned = { $first }에서 시작하는 가장 큰 블록은 { $net }입니다. { JOSA($larger, "은/는") } 더 앞에서 시작합니다.
cidr-range-beyond = { $first }에서 시작하는 가장 큰 블록은 { $net }입니다. { JOSA($larger, "은/는") } { JOSA($last, "을/를") } 넘어갑니다.
cidr-range-whole = { JOSA($net, "이/가") } 전부입니다.
cidr-e-range-shape = 범위는 두 주소 사이에 -를 씁니다
cidr-e-split = 어떻게 나눌지 빠졌습니다: /길이, into N, hosts N,N
cidr-e-split-range = /{ JOSA($prefix, "은/는") } { $net }보다 커서 그 일부가 될 수 없습니다
cidr-e-split-into = { JOSA($net, "은/는") } { $count }개로 나눌 수 없습니다
cidr-e-hosts = 호스트 { $hosts }개가 들어갈 IPv{ $family } 네트워크는 없습니다

cidr-subnet = { $net }의 { $number }번 서브넷은 { $part }입니다(/{ $prefix } { $count }개 중 하나).
cidr-subnet-size = /{ $from } + 새 비트 { $bits }개 = /{ $prefix }: 주소가 { $size }개씩입니다.
cidr-subnet-place = 0부터 세므로 { $base } + { $number } × { $size } = { $first }에서 시작합니다.
cidr-e-newbits = { $net }에 남은 호스트 비트는 { $most }개뿐입니다
cidr-e-netnum = 서브넷은 { $count }개이고 0부터 { $last }까지 셉니다
cidr-host = { $net }의 { $index }번 주소는 { $addr }입니다.
cidr-host-forth = { $first } + { $by } = { $addr }.
cidr-host-back = 끝에서 세면 { $by ->
    [1] { JOSA($last, "이/가") } -1번입니다
   *[other] { JOSA($last, "이/가") } -1번이고, { JOSA($addr, "은/는") } -{ $by }번입니다
 }.
cidr-e-host = { $net }에는 주소가 { $size }개이고 0부터 { $last }까지 셉니다
cidr-n-network-address = { JOSA($addr, "은/는") } 네트워크 자신의 주소라서 호스트가 쓰지 않습니다.
cidr-n-broadcast = { JOSA($addr, "은/는") } { $net }의 브로드캐스트 주소라서 호스트가 쓰지 않습니다.
cidr-n-aws-reserved = { JOSA($addr, "은/는") } AWS가 서브넷마다 예약하는 주소입니다.

cidr-class = { JOSA($addr, "은/는") } { $class }클래스였습니다: 네트워크 { $net }, 마스크 { $mask }.
cidr-class-d = { JOSA($addr, "은/는") } D클래스, 곧 멀티캐스트 주소입니다. 호스트의 네트워크가 아닙니다.
cidr-class-e = { JOSA($addr, "은/는") } E클래스, 곧 예약된 주소입니다. 호스트의 네트워크가 아닙니다.
cidr-class-bits = 첫 옥텟 { JOSA($first, "은/는") } 2진수로 { $bits }이고, 맨 앞 비트로 { $class }클래스임을 압니다.
cidr-class-today = 1993년 CIDR 이후 클래스는 마스크를 말해 주지 않습니다. 프리픽스 길이를 함께 써야 합니다.
cidr-class-use-a = 네트워크는 적고, 각각 주소 16,777,216개
cidr-class-use-b = 각각 주소 65,536개
cidr-class-use-c = 네트워크는 많고, 각각 주소 256개
cidr-class-use-d = 멀티캐스트 그룹
cidr-class-use-e = 예약
cidr-e-class-v6 = IPv6에는 클래스가 없습니다

cidr-l-rule = 규칙
cidr-l-block = 블록
cidr-l-verdict = 판정
cidr-l-reason = 이유
cidr-l-page = 문서
cidr-l-left = 왼쪽
cidr-l-right = 오른쪽
cidr-l-name = 이름
cidr-l-zone = 가용 영역
cidr-l-mark = 표시
cidr-l-text = 텍스트
cidr-l-csv = CSV
cidr-says-fine = 통과
cidr-says-careful = 주의
cidr-says-no = 거부
cidr-aws-v4 = VPC에 IPv4 블록이 있음
cidr-aws-v4-missing = VPC에는 IPv4 블록이 하나는 있어야 함
cidr-aws-size = VPC 블록은 /16부터 /28까지, 이 블록은 /{ $prefix }
cidr-aws-size-v6 = VPC의 IPv6 블록은 /44부터 /60까지 4비트 단위, 이 블록은 /{ $prefix }
cidr-aws-link-local = 169.254.0.0/16은 링크 로컬이라 VPC에 쓸 수 없음
cidr-aws-docker = 일부 서비스가 172.17.0.0/16을 직접 씀(Docker 브리지). 피하는 것이 좋음
cidr-aws-private = 사설 또는 공유 주소 공간
cidr-aws-public = 공인 주소: 실제로 그 주소를 가진 호스트에는 VPC에서 갈 수 없음
cidr-aws-odd = 사설도 공인도 아닌 주소: 루프백, 멀티캐스트, 예약
cidr-aws-overlap = 같은 VPC의 { JOSA($other, "과/와") } 겹침
cidr-aws-apart = VPC의 다른 블록과 겹치지 않음
cidr-aws-other-private = 앞의 블록과 다른 사설 대역: VPC 하나에는 한 계열만 허용
cidr-aws-same-private = 앞의 블록과 같은 사설 대역
cidr-aws-10-0 = 10.0.0.0/15에 블록이 있으면 10.0.0.0/16에서는 추가할 수 없음
cidr-aws-not-10-0 = 10.0.0.0/16이 아님
cidr-aws-172-31 = 172.16.0.0/12에 있는 VPC에는 172.31.0.0/16을 추가할 수 없음
cidr-aws-not-172-31 = 172.31.0.0/16이 아님
cidr-aws-198-19 = 다른 대역을 쓰는 VPC에는 198.19.0.0/16을 추가할 수 없음
cidr-aws-in-198-19 = VPC 자체가 198.19.0.0/16에 있음
cidr-aws-route = 라우트의 목적지 { JOSA($route, "과/와") } 같거나 그보다 큼
cidr-aws-no-route = 이 안에 목적지가 있는 라우트 없음
cidr-aws-quota = IPv{ $family } 블록 { $count }개: 기본 { $usual }개, 요청하면 { $most }개까지
cidr-aws-quota-hard = IPv{ $family } 블록 { $count }개: { $most }개를 넘을 수 없음
cidr-aws-quota-fine = IPv{ $family } 블록 { $usual }개 중 { $count }개
cidr-aws-subnet-size = 서브넷은 /16부터 /28까지, { JOSA($name, "은/는") } /{ $prefix }
cidr-aws-subnet-size-v6 = IPv6 서브넷은 /44부터 /64까지 4비트 단위, { JOSA($name, "은/는") } /{ $prefix }
cidr-aws-subnets = 서브넷 { $count }개: 기본 한도는 VPC당 { $usual }개
cidr-aws-subnets-fine = VPC당 서브넷 { $usual }개 중 { $count }개
cidr-aws-peer-apart = 두 VPC의 블록이 서로 겹치지 않음
cidr-aws-peer-overlap = 두 VPC의 블록이 겹침

cidr-vpc-ok = AWS가 받아들입니다. 블록 { $count }개, 검사 { $rules }개 모두 통과했습니다.
cidr-vpc-refused = AWS가 거부합니다. 검사 { $rules }개 중 { $refused }개에 걸립니다.
cidr-vpc-step = { $rule }, { $net }: { $reason }.
cidr-vpc-step-all = { $rule }: { $reason }.
cidr-fix-vpc = { $line }
cidr-peer-ok = 피어링할 수 있습니다. { $pairs }쌍 가운데 겹치는 것이 없습니다.
cidr-peer-refused = 피어링할 수 없습니다. { $count }쌍이 겹칩니다.
cidr-peer-how = 한 VPC의 블록과 다른 VPC의 블록이 주소 하나라도 겹치면 피어링이 거부됩니다. 쓰지 않는 블록도, IPv4도 IPv6도 마찬가지입니다.
cidr-peer-routes = 피어링한 뒤에도 양쪽 라우트 테이블에 상대로 가는 라우트가 있어야 합니다.
cidr-peer-conflict = { JOSA($a, "과/와") } { JOSA($b, "이/가") } 겹칩니다. 겹친 주소로 가는 패킷은 자기 VPC를 떠나지 않습니다.
cidr-peer-free = 양쪽에서 모두 비어 있는 가장 가까운 사설 블록: { $from } 대신 { $to }.
cidr-fix-peer = 옮기기: { $moves }
cidr-plan = { $net }에 가용 영역 { $zones }개, 서브넷 { $count }개: 주소 { $needed }개를 쓰고 { $free }개가 남습니다.
cidr-plan-refused = { $net }에 그런 크기의 서브넷을 AWS에서 만들 수 없습니다.
cidr-plan-tier = { $name }: { $zones } × 주소 { $size }개(/{ $prefix }).
cidr-plan-sum = { $name } 전체로 가는 라우트: { $nets }.
cidr-e-zones = 가용 영역은 1개부터 { $most }개까지입니다
cidr-e-tiers = 계층은 { $most }개까지입니다
cidr-e-tier = 계층이 빠졌습니다
cidr-h-tier = web:/24처럼 이름과 서브넷의 길이를 쓰세요.
cidr-e-tier-name = 계층 이름은 글자, 숫자, -, _로 씁니다
cidr-e-tier-twice = { JOSA($name, "이/가") } 두 번 나옵니다

cidr-tree = { $roots } 안에 네트워크 { $count }개.
cidr-tree-split = { JOSA($net, "을/를") } 나누어 네트워크 { $count }개가 생겼습니다.
cidr-tree-join = 네트워크 { $count }개가 다시 { $net } 하나가 되었습니다.
cidr-key-split = 둘로 나누기
cidr-key-split-to = /n으로 나누기
cidr-key-merge = { JOSA($net, "으로/로") } 합치기
cidr-key-merge-all = { $net } 전체를 합치기
cidr-key-rename = 이름
cidr-key-mark = 표시
cidr-key-root = 루트 추가
cidr-key-export = 내보내기
cidr-ask-split-to = 나눌 프리픽스 길이
cidr-ask-rename = 이름(비우면 지움)
cidr-ask-mark = 기호(비우면 지움)
cidr-ask-root = 추가할 네트워크
cidr-ask-export = text, terraform, csv 중 하나
cidr-e-roots = { JOSA($net, "이/가") } { JOSA($other, "과/와") } 겹칩니다
cidr-e-edit = { JOSA($word, "은/는") } 트리 편집이 아닙니다
cidr-h-edits = 편집: { $words }
cidr-e-name = 이름은 { $most }자까지이고, 보이지 않는 글자는 쓸 수 없습니다
cidr-e-symbol = 표시는 한 칸짜리 보이는 글자 하나입니다
cidr-e-format = 내보내기 형식은 text, terraform, csv 중 하나입니다
cidr-e-tree-outside = { JOSA($net, "은/는") } 트리의 어느 루트에도 들어 있지 않습니다
cidr-e-tree-inside = { JOSA($net, "은/는") } 아직 트리에 없고 { $leaf } 안에 있습니다
cidr-h-tree-inside = 먼저: split { $leaf } /{ $prefix }
cidr-e-tree-leaf = { JOSA($net, "은/는") } 이미 하나입니다
cidr-e-tree-divided = { JOSA($net, "은/는") } 이미 나뉘어 있습니다
cidr-h-tree-divided = 얼마나 작게 나눌지 쓰세요: split { $net } /길이
cidr-e-tree-small = { JOSA($net, "은/는") } 이미 그만큼 작게 나뉘어 있습니다
cidr-e-tree-address = { JOSA($net, "은/는") } 주소 하나입니다
cidr-e-tree-many = 그러면 네트워크가 { $count }개가 됩니다. 트리는 { $most }개까지입니다

cidr-yes = 예
cidr-no = 아니요
cidr-want-net = 10.0.32.0/20 같은 네트워크로 답하세요.
cidr-want-maybe = 10.0.32.0/20 같은 네트워크로 답하거나, 없으면 "없음"이라고 쓰세요.
cidr-want-addr = 10.0.47.255 같은 주소로 답하세요.
cidr-want-number = 4094 같은 수로 답하세요.
cidr-want-prefix = /26 같은 프리픽스 길이로 답하세요.
cidr-want-yes-no = 예 또는 아니요로 답하세요.
cidr-want-class = A부터 E까지 클래스로 답하세요.
cidr-drill-answer = 정답: { $answer }
cidr-key-next = 다음 문제
cidr-key-see = 풀이 보기
cidr-e-kind = 그런 연습은 없습니다
cidr-h-kinds = 종류: { $kinds }
cidr-e-level = 난이도는 1, 2, 3 중 하나입니다
cidr-e-seed = 시드는 2^64 - 1까지입니다

cidr-drill-mask-prefix = 넷마스크와 프리픽스 길이 바꾸기
cidr-drill-network = 주소가 속한 네트워크
cidr-drill-last-address = 네트워크의 마지막 주소
cidr-drill-host-count = 네트워크에 들어가는 호스트 수
cidr-drill-aws-count = AWS 서브넷에서 쓸 수 있는 주소 수
cidr-drill-smallest-prefix = 호스트 수에 맞는 가장 작은 네트워크
cidr-drill-same-subnet = 두 주소가 같은 서브넷인가
cidr-drill-subnet-index = N번 서브넷
cidr-drill-join = 합칠 수 있는 것과 그래 보이기만 하는 것
cidr-drill-overlap = 두 네트워크가 겹치는가
cidr-drill-free = 맨 앞의 빈 블록
cidr-drill-class = 주소의 클래스
cidr-drill-v6-nth = IPv6의 N번 서브넷(16진수)

cidr-ask-network = { JOSA($addr, "은/는") } /{ $prefix }일 때 어느 네트워크에 속합니까?
cidr-ask-last = { $net }의 마지막 주소는?
cidr-ask-mask-prefix = 넷마스크 { JOSA($mask, "은/는") } 프리픽스 길이로 얼마입니까?
cidr-ask-wildcard-prefix = 라우터의 액세스 리스트에 와일드카드 마스크 { JOSA($mask, "이/가") } 있습니다. 프리픽스 길이로는?
cidr-ask-prefix-mask = /{ $prefix }의 넷마스크는?
cidr-ask-hosts = { $net }에 호스트가 몇 개 들어갑니까?
cidr-ask-hosts-mask = 네트워크 { $net }, 마스크 { $mask }에 호스트가 몇 개 들어갑니까?
cidr-ask-aws = AWS 서브넷 { $net }에서 쓸 수 있는 주소는 몇 개입니까?
cidr-ask-aws-several = AWS에서 { JOSA($net, "을/를") } /{ $prefix } 서브넷 { $count }개로 나누었습니다. 쓸 수 있는 주소는 모두 몇 개입니까?
cidr-ask-smallest = 호스트 { $hosts }개가 들어가는 가장 긴 프리픽스는?
cidr-ask-smallest-aws = 인스턴스 { $hosts }개가 들어가는 AWS 서브넷의 가장 긴 프리픽스는?
cidr-ask-same = { JOSA($a, "과/와") } { JOSA($b, "은/는") } 같은 /{ $prefix }에 있습니까?
cidr-ask-index = { JOSA($net, "을/를") } /{ JOSA($prefix, "으로/로") } 나눌 때, 0부터 세어 { $number }번 서브넷은?
cidr-ask-v6-nth = { JOSA($net, "을/를") } /{ JOSA($prefix, "으로/로") } 나눌 때, 0부터 세어 (10진수) { $number }번 서브넷은?
cidr-ask-join = { JOSA($a, "과/와") } { JOSA($b, "을/를") } 합치면 어떤 네트워크 하나가 됩니까? (안 되면 "없음")
cidr-ask-overlap = { JOSA($a, "과/와") } { JOSA($b, "은/는") } 겹칩니까?
cidr-ask-free = { $net }에서 { JOSA($used, "을/를") } 쓰고 있습니다. 맨 앞의 빈 /{ JOSA($prefix, "은/는") }?
cidr-ask-class = { JOSA($addr, "은/는") } 무슨 클래스였습니까?
cidr-class-choice = { $class }클래스

cidr-slip-last = 네트워크가 아니라 네트워크의 마지막 주소입니다.
cidr-slip-first = 그것은 첫 주소입니다.
cidr-slip-next = 그것은 다음 네트워크가 시작하는 주소입니다.
cidr-slip-last-host = 그것은 마지막 호스트입니다. 마지막 주소는 하나 뒤의 브로드캐스트 주소입니다.
cidr-slip-host-bits = 호스트 비트가 0이어야 합니다. 그것은 네트워크 안의 한 주소입니다.
cidr-slip-octet = 옥텟이 다릅니다. 프리픽스는 다른 옥텟에서 끝납니다.
cidr-slip-group = 그룹이 다릅니다. 프리픽스는 다른 그룹에서 끝납니다.
cidr-slip-half = 블록을 절반 크기로 보았습니다.
cidr-slip-double = 블록을 두 배 크기로 보았습니다.
cidr-slip-zeros = 그것은 0의 개수입니다. 프리픽스는 1의 개수입니다.
cidr-slip-one-bit = 한 비트 어긋났습니다.
cidr-slip-wildcard = 1과 0이 뒤바뀐 와일드카드 마스크입니다.
cidr-slip-from-one = 1부터 세었습니다. 첫 서브넷이 0번입니다.
cidr-slip-one-further = 하나 더 갔습니다.
cidr-slip-decimal = 번호는 10진수이고 주소의 숫자는 16진수입니다.
cidr-slip-place = 숫자는 맞지만 자리가 다릅니다.
cidr-slip-class = { $class }클래스의 첫 옥텟은 { $range }이라서 { JOSA($first, "은/는") } 아닙니다.
cidr-slip-forgot-two = 네트워크 주소와 브로드캐스트 주소, 2개를 빼지 않았습니다.
cidr-slip-forgot-one = 호스트가 쓸 수 없는 주소는 하나가 아니라 둘입니다.
cidr-slip-aws = AWS에서 남는 수입니다. 일반 네트워크에서는 2개만 뺍니다.
cidr-slip-v6-two = IPv6에는 브로드캐스트가 없어서 빼지 않습니다.
cidr-slip-31 = /31은 라우터 둘을 잇는 네트워크라 브로드캐스트가 없습니다(RFC 3021).
cidr-slip-power = 2의 프리픽스 제곱입니다. 호스트 비트, 곧 32 - 프리픽스(IPv6는 128 - 프리픽스)로 계산합니다.
cidr-slip-power-one = 한 비트 어긋나서 절반이거나 두 배입니다.
cidr-slip-forgot-aws = AWS는 서브넷마다 2개가 아니라 5개를 예약합니다.
cidr-slip-forgot-five = AWS가 예약하는 5개를 빼지 않았습니다.
cidr-slip-aws-five = AWS는 처음 넷과 마지막, 모두 5개를 예약합니다.
cidr-slip-five-once = AWS는 전체가 아니라 서브넷마다 5개를 예약합니다.
cidr-slip-only-one = 서브넷 하나의 수입니다. 모두 더해야 합니다.
cidr-slip-too-small = 너무 작습니다. 예약된 주소까지 들어갈 자리가 없습니다.
cidr-slip-too-large = 들어가지만 절반 크기로도 됩니다.
cidr-slip-host-bits-given = 그것은 호스트 비트입니다. 프리픽스는 32에서 그만큼 뺀 것입니다.
cidr-slip-can-join = 합칠 수 있습니다. 크기가 같고, 붙어 있고, 앞의 것이 아래 반쪽입니다.
cidr-slip-misaligned = 그 크기의 네트워크는 거기서 시작하지 않습니다. 자기 크기의 배수에서 시작해야 합니다.
cidr-slip-used = 일부를 이미 쓰고 있습니다.
cidr-slip-not-lowest = 비어 있지만 맨 앞이 아니거나, 크기가 다릅니다.

cidr-why-last = 호스트 비트를 모두 1로: { $last }.
cidr-why-hex = { JOSA($number, "은/는") } 16진수로 { $hex }입니다.
cidr-why-class = { $class }클래스: 첫 옥텟 { $range }.
cidr-why-v6-all = IPv6에는 브로드캐스트가 없어서 모두 호스트가 쓸 수 있습니다.
cidr-why-31 = /31에는 호스트가 둘입니다. 네트워크 주소와 브로드캐스트 주소를 빼지 않습니다(RFC 3021).
cidr-why-aws-several = 서브넷마다 { $each } - 5 = { $left }, { $count } × { $left } = { $all }.
cidr-why-same = 둘 다 { $a-net }에 있습니다.
cidr-why-not-same = { JOSA($a, "은/는") } { $a-net }에, { JOSA($b, "은/는") } { $b-net }에 있습니다.
cidr-why-contains = { JOSA($a, "은/는") } { $a-last }에서 끝나고 { JOSA($b, "을/를") } 통째로 담습니다.
cidr-why-within = { JOSA($b, "은/는") } { $b-last }에서 끝나고 { JOSA($a, "을/를") } 통째로 담습니다.
cidr-why-apart = { JOSA($a, "은/는") } { $a-last }에서, { JOSA($b, "은/는") } { $b-last }에서 끝나고 함께 속한 주소가 없습니다.
cidr-why-free = /{ JOSA($prefix, "은/는") } 주소 { $size }개의 배수에서 시작합니다. 비어 있는 첫 자리는 { $net }입니다.

cidr-e-blocks = 블록은 { $most }개까지입니다
cidr-e-roots-many = 트리는 네트워크 { $most }개까지입니다
cidr-l-scope = 종류
cidr-l-expanded = 풀어 쓰면
cidr-l-integer = 정수로
cidr-l-reverse = 역방향 이름
cidr-scope-this = 이 네트워크 (RFC 791)
cidr-scope-private = 사설 (RFC 1918)
cidr-scope-shared = 통신사 공유 (RFC 6598)
cidr-scope-loopback = 루프백
cidr-scope-link-local = 링크 로컬
cidr-scope-protocol = 프로토콜용 (RFC 6890)
cidr-scope-documentation = 문서 예제용
cidr-scope-benchmark = 장비 성능 측정용 (RFC 2544)
cidr-scope-multicast = 멀티캐스트
cidr-scope-reserved = 예약
cidr-scope-broadcast = 제한된 브로드캐스트
cidr-scope-unspecified = 미지정
cidr-scope-mapped = IPv4 매핑
cidr-scope-nat64 = IPv4 변환 (RFC 6052)
cidr-scope-discard = 폐기용 (RFC 6666)
cidr-scope-public = 공인
cidr-scope-6to4 = 6to4, 폐지됨 (RFC 7526)
cidr-scope-unique-local = 고유 로컬 (RFC 4193)
cidr-scope-several = 여러 종류가 섞임
cidr-scope-unassigned = 할당되지 않음
cidr-h-slash = 넷마스크도 슬래시 뒤에 씁니다.
