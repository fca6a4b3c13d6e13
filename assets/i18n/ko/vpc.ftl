vpc-summary = VPC 네트워크: 누가 누구에게 닿는지, 무엇이 막는지, 어떻게 고치는지

vpc-words =
    한 줄에 문장 하나를 씁니다. 순서는 상관없고 # 뒤는 주석입니다.
    nocheck   자기 것이 아닌 패킷도 전달하는 호스트(소스/대상 확인 끔)
    prefix    이름을 붙인 네트워크 목록. pl-s3와 pl-dynamodb는 이미 있습니다
    outside   인터넷의 호스트. internet, s3, dynamodb는 이미 있습니다
    sg        out을 쓰지 않으면 모두 내보냅니다. sg가 없는 호스트는 열려 있습니다
    nacl      규칙 뒤에 * deny가 있습니다. nacl이 없는 서브넷은 열려 있습니다
    A -> B -> C   배스천을 거칠 때처럼 연결을 차례로 잇습니다
    what-if   바꿔 본 것을 남기지 않고 묻습니다
    set, del  문장을 바꾸거나 지웁니다. 앞에 쓴 질문에도 적용됩니다

vpc-e-op = { $op } 연산은 없습니다. 쓸 수 있는 것: { $known }
vpc-e-field = { $field } 필드가 없거나 형식이 다릅니다
vpc-e-field-unknown = { $field } 필드가 가리키는 { JOSA($name, "이/가") } 없습니다
vpc-e-keyword = 여기에 { JOSA($word, "이/가") } 빠졌습니다
vpc-e-keyword-not = 여기에는 { JOSA($found, "이/가") } 아니라 { JOSA($word, "이/가") } 와야 합니다
vpc-e-missing = 여기에 { JOSA($what, "이/가") } 빠졌습니다
vpc-e-trailing = { JOSA($text, "은/는") } 여기에 올 수 없습니다
vpc-e-word = { JOSA($word, "은/는") } 여기에 쓸 수 없습니다. 쓸 수 있는 것: { $known }
vpc-h-near = 혹시 { $word }?
vpc-e-duplicate = { JOSA($name, "은/는") } 이미 있습니다. 바꾸려면 set을 쓰세요
vpc-e-unknown = { JOSA($name, "은/는") } 없습니다
vpc-e-name = { JOSA($name, "은/는") } 이름으로 쓸 수 없습니다
vpc-e-port = { JOSA($text, "은/는") } 포트나 포트 범위가 아닙니다(0~65535)
vpc-e-port-order = 범위의 앞뒤가 바뀌었습니다: { $low }-{ $high }
vpc-e-order = 프로토콜이 포트보다 먼저 와야 합니다
vpc-h-order = 이렇게 쓰세요: { $right }
vpc-h-port = 포트는 숫자로 씁니다: { $port }
vpc-e-all-ports = all은 모든 프로토콜이라는 뜻이라 포트를 붙일 수 없습니다
vpc-h-all-ports = 포트 앞에 tcp나 udp를 쓰세요.
vpc-e-no-ports = { $proto } 프로토콜에는 포트가 없습니다
vpc-e-icmp = { JOSA($text, "은/는") } ICMP 타입이 아닙니다. ICMP에는 포트가 없고 타입(8)과 코드(8/0)가 있습니다
vpc-e-rule-number = { JOSA($text, "은/는") } 규칙 번호가 아닙니다(1~32766)
vpc-e-rule-twice = 이 방향에는 { $number }번 규칙이 이미 있습니다
vpc-e-sg-deny = 보안 그룹으로는 거부할 수 없습니다
vpc-h-sg-deny = 보안 그룹은 허용만 합니다. 막으려면 네트워크 ACL을 쓰세요.
vpc-e-outside-vpc = { JOSA($net, "은/는") } { $vpc } 안에 있지 않습니다({ $ranges })
vpc-e-overlap = { JOSA($net, "은/는") } 서브넷 { JOSA($other, "과/와") } 겹칩니다
vpc-e-outside-subnet = { JOSA($addr, "은/는") } { $subnet } 안에 있지 않습니다({ $net })
vpc-e-reserved = { JOSA($addr, "은/는") } AWS가 예약한 주소입니다
vpc-h-reserved = { $net }에서 처음 네 주소와 마지막 주소는 AWS가 예약합니다.
vpc-e-taken = { JOSA($addr, "은/는") } 이미 쓰고 있는 주소입니다
vpc-e-service = { $service }에는 게이트웨이 엔드포인트가 없습니다
vpc-h-service = 게이트웨이 엔드포인트는 s3와 dynamodb뿐입니다. 나머지는 인터페이스 엔드포인트를 씁니다.
vpc-e-route-twice = 이 테이블에는 { JOSA($to, "으로/로") } 가는 경로가 이미 있습니다
vpc-e-arrow = 경로에 화살표가 없습니다
vpc-h-arrow = 이렇게 쓰세요: 0.0.0.0/0 -> igw-1
vpc-e-bare = { $text }에 길이가 없어 주소 하나를 뜻하게 됩니다
vpc-h-bare = 이렇게 쓰세요: { $net }
vpc-e-target-vpc = { JOSA($target, "은/는") } { $vpc }의 것인데 테이블은 { $here }의 것입니다
vpc-e-path-arrow = path에 화살표가 없습니다
vpc-e-path-end = 여기에는 이름이나 주소 하나가 와야 합니다
vpc-h-path = 이렇게 쓰세요: path app -> internet:443
vpc-e-no-port = 포트가 빠졌습니다
vpc-e-family = { $name }에는 { JOSA($to, "과/와") } 같은 종류(IPv4/IPv6)의 주소가 없습니다
vpc-e-empty = 질문이 없습니다
vpc-e-quote = 바꿀 문장은 큰따옴표로 감쌉니다: what-if "rt r: 0.0.0.0/0 -> igw-1" path a -> b:443

vpc-w-kind = 무엇인지
vpc-w-name = 이름
vpc-w-endpoint = gateway 또는 interface
vpc-w-proto = 프로토콜
vpc-w-number = 규칙 번호
vpc-w-action = allow 또는 deny
vpc-w-net = 네트워크
vpc-w-address = 주소
vpc-w-vpc = VPC
vpc-w-subnet = 서브넷
vpc-w-service = 서비스
vpc-w-on = on 또는 off
vpc-w-direction = in 또는 out
vpc-w-target = 대상
vpc-w-matrix = matrix 또는 hosts
vpc-w-port = 포트

vpc-reachable = { JOSA($from, "은/는") } { $to }에 닿습니다. 상대에게는 { JOSA($seen, "으로/로") } 보입니다.
vpc-reachable-by = { JOSA($from, "은/는") } { JOSA($by, "을/를") } 거쳐 { $to }에 닿습니다.
vpc-partly = { JOSA($from, "은/는") } 일부 포트에서만 { $to }에 닿습니다: { $ports }
vpc-reply-lost = { JOSA($from, "은/는") } { $to }에 닿지 못합니다. 요청은 도착하지만 응답이 사라집니다.
vpc-unreachable = { JOSA($from, "은/는") } { $to }에 닿지 못합니다.
vpc-unknown = { JOSA($from, "이/가") } { $to }에 닿는지는 알 수 없습니다. { $lines }번 줄을 읽지 못했습니다.

vpc-why-acl-in = { $acl }의 { $rule }번 규칙이 { $subnet } 경계에서 막습니다({ $src } → { $dst }).
vpc-why-acl-out = { $acl }의 { $rule }번 규칙이 { $subnet }에서 나가지 못하게 막습니다({ $src } → { $dst }).
vpc-why-acl-reply-in = { $acl }의 { $rule }번 규칙이 { $subnet } 경계에서 응답을 막습니다({ $src } → { $dst }). ACL은 연결을 기억하지 않으므로 응답하는 주소에 클라이언트의 임시 포트를 열어 두어야 합니다.
vpc-why-acl-reply-out = { $acl }의 { $rule }번 규칙이 응답이 { $subnet }에서 나가지 못하게 막습니다({ $src } → { $dst }). ACL은 연결을 기억하지 않으므로 클라이언트 주소 쪽으로 임시 포트를 열어 두어야 합니다.
vpc-why-partly = { $acl }의 { $rule }번 규칙이 클라이언트 임시 포트의 일부를 막아서, 될 때도 있고 안 될 때도 있습니다.
vpc-why-sg-in = { $groups }에는 { $other }에서 { $host }의 { $traffic }에 들어오는 것을 허용하는 인바운드 규칙이 없습니다.
vpc-why-sg-out = { $groups }에는 { $host }에서 { $other }의 { $traffic }에 나가는 것을 허용하는 아웃바운드 규칙이 없습니다.
vpc-why-sg-empty-in = { $groups }에는 인바운드 규칙이 하나도 없습니다. { $host }에는 { $other }에서 오는 { $traffic }도, 다른 무엇도 들어오지 못합니다.
vpc-why-sg-empty-out = { $groups }에는 아웃바운드 규칙이 하나도 없습니다. { $host }에서는 { $other }의 { $traffic }에도, 다른 어디에도 나가지 못합니다.
vpc-near = { $why } { $near }
vpc-near-port = 가장 가까운 규칙은 포트가 다릅니다: { $rule }
vpc-near-other = 가장 가까운 규칙은 상대가 다릅니다: { $rule }
vpc-next = 통과했더라도: { $why }
vpc-why-no-route = { $table }에 { JOSA($dst, "으로/로") } 가는 경로가 없습니다.
vpc-why-no-route-back = 요청은 도착하지만 { $table }에 { JOSA($dst, "으로/로") } 돌아가는 경로가 없습니다.
vpc-why-bad-state = { $table }의 { $route } 경로는 이미 없어진 대상을 가리킵니다. 블랙홀은 다른 경로로 넘어가지 않습니다({ $dst }).
vpc-why-cannot-route = { $table }의 { $route } 경로가 가리키는 대상은 { JOSA($dst, "으로/로") } 가는 패킷을 받을 수 없습니다.
vpc-why-asymmetric = { $dst }에 보내는 응답이 요청이 온 길이 아니라 { $table }의 { $route } 경로로 나갑니다. 요청을 보지 못한 쪽은 응답을 버립니다.
vpc-why-disconnected = { JOSA($dst, "은/는") } 다른 VPC의 주소인데 두 VPC를 잇는 것이 없습니다({ $table }).
vpc-why-no-public-ip = { $src }에는 퍼블릭 주소가 없습니다. { JOSA($place, "은/는") } 사설 주소를 짝이 되는 퍼블릭 주소로 바꿔 주는데, 그 짝이 없어 { JOSA($dst, "을/를") } 부를 수 없습니다.
vpc-why-nobodys-ip = { JOSA($dst, "을/를") } 퍼블릭 주소로 가진 것이 없습니다.
vpc-why-no-public-target = { $host }에는 퍼블릭 주소가 없습니다. { JOSA($dst, "은/는") } 사설 주소라 인터넷에서는 아무 뜻이 없습니다.
vpc-why-private-destination = { JOSA($dst, "은/는") } 사설 주소라 인터넷에서는 아무 뜻이 없습니다. { JOSA($place, "이/가") } 버립니다({ $src }).
vpc-why-unassociated = { $dst }의 VPC에 연결된 인터넷 게이트웨이가 없습니다. { $src }에서는 아무것도 들어오지 못합니다({ $place }).
vpc-why-detached = { JOSA($place, "이/가") } VPC에 연결되어 있지 않습니다({ $src } → { $dst }).
vpc-why-nat-no-inbound = { JOSA($place, "은/는") } 밖에서 시작한 연결을 받지 않습니다. 안에서 시작한 연결만 압니다({ $src } → { $dst }).
vpc-why-nat-own-vpc = NAT 게이트웨이는 자기 VPC만 쓸 수 있습니다. 피어링을 건너서는 쓸 수 없습니다.
vpc-why-nat-address = { JOSA($to, "은/는") } NAT 게이트웨이의 주소 { JOSA($addr, "을/를") } 봅니다.
vpc-why-more-specific = { JOSA($to, "은/는") } { $table }의 여러 경로에 맞습니다. 가장 긴 프리픽스가 이깁니다: { $route }
vpc-why-peering-end = { JOSA($place, "은/는") } 건너편 VPC의 주소까지만 이어집니다. { JOSA($dst, "은/는") } 그 VPC의 주소가 아닙니다({ $src }).
vpc-why-gateway-protocol = { JOSA($place, "은/는") } TCP만 받습니다({ $src } → { $dst }).
vpc-why-source-dest-check = { JOSA($place, "은/는") } 자기가 보내지도 받지도 않는 패킷을 버립니다({ $src } → { $dst }). 대신 전달하려면 소스/대상 확인을 꺼야 합니다.
vpc-why-no-path = { JOSA($dst, "을/를") } 가진 것이 없습니다({ $src }, { $place }).
vpc-why-loop = NAT 게이트웨이는 자기가 놓인 서브넷의 라우팅 테이블로 나갑니다. 여기 { $place }에서는 자기 자신에게 돌아옵니다({ $src } → { $dst }).
vpc-symptom = { JOSA($from, "은/는") } 포기할 때까지 기다립니다. 시간 초과이며 "connection refused"는 뜨지 않습니다.
vpc-symptom-reply = { JOSA($from, "은/는") } 포기할 때까지 기다립니다(시간 초과). 상대 쪽에서는 요청이 도착하는 것이 보입니다.

vpc-n-open = 보안 그룹을 적지 않아 열려 있다고 본 것: { $hosts }
vpc-n-without = 읽지 못한 { $lines }번 줄을 빼고 따진 결과입니다.
vpc-n-matrix = 서브넷 사이를 라우팅 테이블과 ACL만으로 봅니다. 보안 그룹은 호스트에 붙으므로 reach hosts로 보세요.
vpc-n-matrix-cut = 처음 { $most }개만 보입니다.
vpc-n-shadowed = { $acl }: { $rule }번 규칙({ $dir })은 절대 적용되지 않습니다. 앞의 { $by }번 규칙이 모두 먼저 맞습니다.
vpc-dir-in = 인바운드
vpc-dir-out = 아웃바운드
vpc-n-no-return-out = { $acl }: { $rule }번 규칙은 연결을 들여보내지만, 응답이 임시 포트로 나갈 아웃바운드 규칙이 없습니다.
vpc-n-no-return-in = { $acl }: { $rule }번 규칙은 연결을 내보내지만, 응답이 임시 포트로 들어올 인바운드 규칙이 없습니다.
vpc-n-open-door = { $group }: { $port }번 포트가 인터넷 전체에 열려 있습니다.
vpc-n-nat-private = { JOSA($nat, "은/는") } 인터넷 게이트웨이로 가는 경로가 없는 { $subnet }에 있습니다.

vpc-t-request = { $from }에서 { JOSA($to, "으로/로") }
vpc-t-reply = 응답: { $to }에서 { JOSA($from, "으로/로") }
vpc-t-reply-beyond = 요청이 도착했다면, 응답: { $to }에서 { JOSA($from, "으로/로") }
vpc-t-picture = 가는 길 →, 오는 길 ←
vpc-t-picture-stopped = 가는 길 →, 오는 길 ←   ✗ 여기서 막힘   ┊ 통과했다면   ! 여기도 막힘
vpc-t-what-if = 만약: { $change }
vpc-t-matrix = 행에서 열로
vpc-t-difference = 바뀌는 줄
vpc-l-before = 지금
vpc-l-after = 바꾸면
vpc-matrix = { $port }번 포트로 { $pairs }쌍 가운데 { $good }쌍이 통합니다.
vpc-fix-line = { $line }
vpc-fix-new = 새 줄: { $line }
vpc-fix-add = { $to }에 추가: { $part }
vpc-fix-change = { $in }에서 변경: { $old } ⇒ { $new }
vpc-fix-remove = { $from }에서 삭제: { $part }
vpc-fix-and = { $a } / { $b }
vpc-fix-detour = { JOSA($host, "을/를") } 거쳐 가기: path { $path }

vpc-r-blocked = 막힘
vpc-r-blocked-too = 여기서도 막힘
vpc-r-would-pass = 왔다면 통과
vpc-r-would-arrive = 왔다면 도착
vpc-r-passes = 통과
vpc-r-some = 일부 포트만
vpc-r-arrives = 도착
vpc-r-tracked = 아는 연결

vpc-h-sg-in = 보안 그룹(인바운드)
vpc-h-sg-out = 보안 그룹(아웃바운드)
vpc-h-acl-in = ACL(인바운드)
vpc-h-acl-out = ACL(아웃바운드)
vpc-h-route = 라우팅 테이블
vpc-h-arrives = 목적지
vpc-h-igw = 인터넷 게이트웨이
vpc-h-nat = NAT 게이트웨이
vpc-h-instance = 전달하는 인스턴스
vpc-h-peering = 피어링 연결
vpc-h-gateway = 게이트웨이 엔드포인트
vpc-h-internet = 인터넷
vpc-c-open = 그룹 없음: 열림
vpc-c-no-rule = { $groups }: { $traffic } 규칙 없음

vpc-s-passes = { $place }, { $what }: 통과합니다.
vpc-s-passes-by = { $place }, { $what }: { $rule } 규칙으로 통과합니다.
vpc-s-open = { $place }: 보안 그룹이 없어 통과합니다.
vpc-s-beyond = (통과했다면) { $step }
vpc-s-blocked = { $place }: 여기서 막힙니다. { $why }
vpc-s-route = { $place }, 라우팅 테이블: { JOSA($dst, "으로/로") } 갈 때는 { JOSA($rule, "을/를") } 따릅니다.
vpc-s-translate = { JOSA($place, "이/가") } { JOSA($from, "을/를") } { JOSA($to, "으로/로") } 바꿉니다.
vpc-s-tracked = { $place }: 보안 그룹이 이 연결을 기억하므로 규칙을 따지지 않습니다.
vpc-s-arrives = { $place }: { $dst }에 도착합니다.

vpc-drill-route-target = 패킷이 어느 대상으로 가나
vpc-drill-route-wins = 라우팅 테이블에서 어느 줄이 이기나
vpc-drill-internet = 인스턴스가 인터넷에 닿나
vpc-drill-source-seen = 상대에게 어떤 주소로 보이나
vpc-drill-nacl-rule = ACL의 어느 규칙이 정하나
vpc-drill-ephemeral = 응답은 어느 방향으로 가나
vpc-drill-sg-needed = 어떤 보안 그룹 규칙이 빠졌나

vpc-want-yes-no = 예 또는 아니요로 답하세요.
vpc-want-direction = in 또는 out으로 답하세요.
vpc-want-name = 이 가운데 하나로 답하세요: { $names }
vpc-want-addr = 주소로 답하세요. 예: 10.0.1.10
vpc-want-net = 줄의 목적지로 답하세요. 예: 10.0.0.0/16
vpc-want-rule = 규칙 번호나 *로 답하세요.
vpc-choice-yes = 예
vpc-choice-no = 아니요
vpc-choice-in = 인바운드
vpc-choice-out = 아웃바운드

vpc-ask-route-target = 라우팅 테이블에 local 말고 이런 줄이 있습니다: { $table }. { JOSA($to, "으로/로") } 가는 패킷은 어느 대상으로 갑니까?
vpc-ask-route-wins = 라우팅 테이블에 local 말고 이런 줄이 있습니다: { $table }. { $to }에는 어느 목적지가 이깁니까?
vpc-why-longest = { $count ->
    [one] { $to }에 맞는 줄은 하나입니다: { $route }
   *[other] { $to }에 { $count }줄이 맞습니다. 가장 긴 프리픽스가 이깁니다: { $route }
 }
vpc-slip-shorter = { $route }도 맞지만 더 긴 프리픽스가 있습니다. 가장 긴 것이 이깁니다.
vpc-slip-fall-back = 가장 긴 프리픽스가 블랙홀입니다. 그래도 이깁니다. 라우팅 테이블은 { JOSA($route, "으로/로") } 넘어가지 않습니다.

vpc-ask-internet = 인스턴스 서브넷의 라우팅 테이블은 { $route }. 인스턴스는 { $public }. nat-1은 { $nat }, igw-1은 { $igw }. 인스턴스가 인터넷에 닿습니까?
vpc-part-route = 0.0.0.0/0을 { JOSA($target, "으로/로") } 보냅니다
vpc-part-no-route = local 말고는 아무 줄도 없습니다
vpc-part-public = 퍼블릭 IPv4 주소가 있습니다
vpc-part-no-public = 퍼블릭 주소가 없습니다
vpc-part-nat-public = 퍼블릭 서브넷에 있고
vpc-part-nat-same = 인스턴스와 같은 서브넷에 있고
vpc-part-attached = VPC에 연결되어 있습니다
vpc-part-detached = VPC에 연결되어 있지 않습니다
vpc-slip-nat-is-enough = 퍼블릭 서브넷에 있는 NAT 게이트웨이를 지나면 자기 퍼블릭 주소가 없어도 됩니다.
vpc-slip-igw-and-address = 인터넷 게이트웨이로 가는 경로와 퍼블릭 주소, 이 둘이면 됩니다.
vpc-slip-detached = 연결되지 않은 인터넷 게이트웨이로는 어디에도 가지 못합니다. NAT 게이트웨이도 그것을 거쳐야 합니다.
vpc-slip-nat-place = NAT 게이트웨이는 자기 서브넷의 라우팅 테이블로 나갑니다. 거기서는 자기 자신에게 돌아옵니다.
vpc-slip-no-address = 경로는 있지만, 인터넷 게이트웨이가 사설 주소와 바꿔 줄 퍼블릭 주소가 없습니다.
vpc-slip-address-is-no-route = 퍼블릭 주소가 있다고 길이 생기지는 않습니다. 나가는 줄이 없으면 나가지 못합니다.

vpc-ask-source-seen = 앱의 주소는 { $private }(퍼블릭: { $public })이고, 라우팅 테이블은 0.0.0.0/0 -> { $route }, pl-s3 -> vpce-1(게이트웨이 엔드포인트)입니다. nat-1의 탄력적 IP는 { $eip }입니다. { $to }에는 보낸 쪽이 어떤 주소로 보입니까?
vpc-slip-not-through-nat = 이 패킷은 NAT 게이트웨이를 지나지 않습니다. 더 구체적인 줄이 가져가고 주소는 바뀌지 않습니다.
vpc-slip-private-seen = 사설 주소는 인터넷으로 나가지 않습니다. 나가는 길에 바뀝니다.
vpc-slip-nat-private-seen = 그것은 NAT 게이트웨이의 사설 주소입니다. 인터넷 게이트웨이가 탄력적 IP로 바꿉니다.
vpc-slip-own-not-used = 인스턴스의 퍼블릭 주소는 테이블이 인터넷 게이트웨이로 보낼 때만 쓰입니다. 여기서는 NAT 게이트웨이의 주소가 보입니다.
vpc-slip-nat-not-used = 테이블은 NAT 게이트웨이가 아니라 인터넷 게이트웨이로 보냅니다.

vpc-ask-nacl-rule = ACL의 인바운드 규칙입니다: { $rules }. { $src }에서 { $port }번 포트로 오는 TCP는 몇 번 규칙이 정합니까?
vpc-why-nacl-rule = 맞는 것 가운데 번호가 가장 작은 규칙이 정합니다: { $rule }
vpc-slip-later-rule = 그 규칙도 맞지만 { JOSA($rule, "이/가") } 먼저이고, 처음 맞은 것이 정합니다. 거부나 더 좁은 대역이라고 앞서지 않습니다.
vpc-slip-no-match = { $rule }번 규칙은 맞지 않습니다. 포트나 주소가 다릅니다.
vpc-slip-star = *는 아무 규칙에도 맞지 않을 때만 씁니다. { $rule }번 규칙이 맞습니다.

vpc-ask-ephemeral-server = 서버 서브넷의 ACL에 { $rule } 규칙이 있습니다. 클라이언트가 { $port }번 포트로 연결하는데 응답이 사라집니다. 이 ACL의 어느 방향에 임시 포트를 열어야 합니까?
vpc-ask-ephemeral-client = 클라이언트 서브넷의 ACL에 { $rule } 규칙이 있습니다. 클라이언트가 다른 곳의 { $port }번 포트로 연결하는데 응답이 사라집니다. 이 ACL의 어느 방향에 임시 포트를 열어야 합니까?
vpc-ask-ephemeral-called = 데이터베이스를 둘러싼 ACL에 { $rule } 규칙뿐입니다. 다른 서버가 { $port }번 포트로 부르는데 시간 초과가 납니다. 어느 방향에 1024-65535가 빠졌습니까?
vpc-ask-ephemeral-calls = 애플리케이션을 둘러싼 ACL에 { $rule } 규칙뿐입니다. 밖의 { $port }번 포트를 부르는데 시간 초과가 납니다. 어느 방향에 1024-65535가 빠졌습니까?
vpc-why-ephemeral = { $mine } 쪽 ACL에서 보면, 응답은 서버의 포트에서 클라이언트의 임시 포트로 갑니다.
vpc-slip-reply-goes-out = 다른 쪽이 부르므로 응답은 나갑니다.
vpc-slip-reply-comes-in = 이쪽이 부르므로 응답은 들어옵니다.

vpc-ask-sg-needed = { $groups }. 앱에는 { $client }, 데이터베이스에는 { JOSA($server, "이/가") } 붙어 있습니다. 앱이 데이터베이스의 { $port }번 포트에 닿지 못합니다. 데이터베이스의 인바운드 규칙과 앱의 아웃바운드 규칙 가운데 무엇이 빠졌습니까?
vpc-slip-client-shut = 데이터베이스는 들여보냅니다. 앱의 그룹에는 아웃바운드 규칙이 있는데 이것을 내보내는 규칙이 없습니다.
vpc-slip-server-shut = 앱은 무엇이든 내보낼 수 있습니다. 데이터베이스에 이것을 들이는 인바운드 규칙이 없습니다.

vpc-e-many = { $what } { $most }개를 넘습니다
vpc-h-many = 질문과 상관없는 것은 빼고 적어 보세요.
vpc-many-bytes = 글의 바이트 수가
vpc-many-bytes-line = 한 줄의 바이트 수가
vpc-many-lines = 줄이
vpc-many-questions = 질문이
vpc-many-changes = 이만한 글에 대한 what-if 질문이
vpc-many-pairs = 한 글에서 구하는 도달표의 쌍이
vpc-many-parts = 규칙과 라우트가 모두
vpc-many-routes = 프리픽스 목록을 풀어 센 라우트가
vpc-many-nets = 한 줄에 적은 대역이
vpc-many-legs = 한 경로의 화살표가
vpc-many-vpcs = VPC가
vpc-many-subnets = 서브넷이
vpc-many-nats = NAT 게이트웨이가
vpc-many-peerings = 피어링 연결이
vpc-many-gateways = 게이트웨이가
vpc-many-flows = 이만한 네트워크에 대한 흐름이
vpc-e-address = { JOSA($text, "은/는") } 주소가 아닙니다
vpc-e-egress-v4 = { JOSA($target, "은/는") } IPv6만 받습니다
vpc-h-egress-v4 = ::/0 -> { $target } 처럼 적으세요. IPv4는 NAT 게이트웨이로 나갑니다.
vpc-e-no-path = 이 줄 앞에 path 질문이 없습니다
vpc-e-gb = { JOSA($text, "은/는") } 데이터양이 아닙니다
vpc-h-cost = cost path 500GB 또는 cost path 500GB app -> internet:443 처럼 적으세요.
vpc-w-gb = 한 달 데이터양(GB)
vpc-w-region = 리전

vpc-h-egress = 외부 전용 인터넷 게이트웨이

vpc-key-reverse = 반대 방향
vpc-key-matrix = { $port } 포트 도달표
vpc-key-what-if = 첫 번째 해결책 시험
vpc-key-attach = { $igw } 연결
vpc-key-detach = { $igw } 분리
vpc-key-public = { $host }에 퍼블릭 주소 주기
vpc-key-private = { $host }의 퍼블릭 주소 떼기
vpc-key-system = { JOSA($host, "을/를") } { JOSA($os, "으로/로") }
vpc-key-cost = 비용
vpc-key-apply = 변경 적용
vpc-key-hosts = 호스트끼리
vpc-key-subnets = 서브넷끼리
vpc-ask-gb = 한 달에 몇 GB인가요?

vpc-cost = { $from }에서 { JOSA($to, "으로/로") } 한 달 { $gb } GB를 보내면 { $total }입니다({ $region }).
vpc-cost-unsure = { $from }에서 { JOSA($to, "으로/로") } 한 달 { $gb } GB를 보내면 { $total }입니다({ $region }). 확인되지 않은 가격이 섞여 있습니다.
vpc-cost-nothing = { $from }에서 { JOSA($to, "으로/로") } 한 달 { $gb } GB를 보내도 비용이 없습니다({ $region }).
vpc-cost-n-way = 데이터는 모두 화살표 방향으로 간다고 봅니다.
vpc-cost-n-answers = 인터넷에서 들어오는 데이터는 무료이므로, 데이터가 모두 응답에 실린다고 봅니다.
vpc-cost-n-blocked = 지금은 통하지 않는 경로입니다. 막는 것이 없다고 보고 계산했습니다.
vpc-cost-n-zone = { $subnet }에 가용 영역(az)이 없어 영역을 넘는 전송은 세지 못했습니다.
vpc-cost-nat = NAT 게이트웨이: 시간 요금, 주소, 처리량 { $gb } GB
vpc-cost-interface = 인터페이스 엔드포인트: 한 영역의 시간 요금, 처리량 { $gb } GB
vpc-cost-gateway = 게이트웨이 엔드포인트: 무료
vpc-cost-peering = 피어링 연결: 연결 자체는 무료
vpc-cost-zones = 다른 가용 영역: { $gb } GB를 내보낼 때와 받을 때 모두 과금
vpc-cost-address = 퍼블릭 주소: 시간 요금
vpc-cost-egress = 인터넷으로: { $gb } GB, 처음 100 GB는 무료
vpc-cost-service = 같은 리전의 서비스로: 인터넷 전송 요금 없음
vpc-cost-local = 한 가용 영역 안: 무료
vpc-t-cost = 지나는 길
vpc-t-cost-command = 비용 시뮬레이터로 보는 같은 청구서

vpc-n-needless = { $group }: { $dir } { $rule }, 없어도 됩니다. { $dir } { $by } 규칙이 이미 허용합니다.
vpc-quota-open = { $name }: { $what } { $count }개. AWS 할당량은 { $quota }개이고 늘려 달라고 요청할 수 있습니다.
vpc-quota-to = { $name }: { $what } { $count }개. AWS 할당량은 { $quota }개이고 { $most }개까지 늘릴 수 있습니다.
vpc-quota-never = { $name }: { $what } { $count }개. AWS에서는 { $quota }개를 넘을 수 없습니다.
vpc-q-subnets = 서브넷
vpc-q-ranges = 같은 IP 버전의 대역
vpc-q-igws = 연결된 인터넷 게이트웨이
vpc-q-egresses = 외부 전용 인터넷 게이트웨이
vpc-q-peerings = 피어링 연결
vpc-q-interfaces = 인터페이스 엔드포인트
vpc-q-gateways = 게이트웨이 엔드포인트
vpc-q-nats = 이 가용 영역의 NAT 게이트웨이
vpc-q-routes = 같은 IP 버전의 라우트(프리픽스 목록은 모두 풀어서)
vpc-q-acl-rules = 한 방향 규칙(* 포함)
vpc-q-group-rules = 한 방향 규칙(프리픽스 목록은 모두 풀어서)
vpc-q-groups = 보안 그룹
vpc-q-product = 보안 그룹 수에 가장 큰 그룹의 규칙 수를 곱한 값

vpc-t-judged-in = { $name } 인바운드, 규칙별로: { $packet }
vpc-t-judged-out = { $name } 아웃바운드, 규칙별로: { $packet }
vpc-j-address = 건너뜀: 주소가 다름
vpc-j-family = 건너뜀: IP 버전이 다름
vpc-j-proto = 건너뜀: 프로토콜이 다름
vpc-j-port = 건너뜀: 포트가 다름
vpc-j-icmp = 건너뜀: ICMP 유형이 다름
vpc-j-not-asked = 검사 안 함: 앞에서 정해짐
vpc-j-allows = 적용: 허용
vpc-j-allows-some = 적용: { $ports } 허용
vpc-j-refuses = 적용: 거부
vpc-j-refuses-some = 적용: { $ports } 거부
vpc-n-family = { $name }: { $rule } 규칙은 IP 버전이 다릅니다. { $dst }에는 따로 규칙이 있어야 합니다.
vpc-n-icmp = { $name }: { $rule } 규칙은 다른 ICMP 유형입니다. 이 패킷은 { $type }번 유형입니다.
vpc-n-wide = { $group }: { $rule } 규칙은 이 경로에 필요한 것보다 넓습니다. { $enough }, 이것으로 충분합니다.
vpc-key-narrow = { $group } 규칙 좁히기
