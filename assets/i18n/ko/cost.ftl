cost-summary = 한 달 비용: 무엇이 과금되고, 단가는 얼마이고, 어디서 읽은 값인지

cost-e-missing = { $word } 뒤에 수나 이름이 있어야 합니다
cost-e-twice = { JOSA($word, "이/가") } 두 번 나옵니다
cost-e-empty = 계산할 항목이 없습니다
cost-e-region = { $word } 리전의 가격은 없습니다. 쓸 수 있는 것: { $known }
cost-e-zones = 가용 영역 수는 1에서 10까지의 정수입니다
cost-e-negative = { JOSA($text, "은/는") } 음수입니다
cost-e-number = { JOSA($text, "은/는") } 수량이 아닙니다. 500, 0.5, 20k, 10M처럼 쓰세요
cost-e-large = { JOSA($text, "은/는") } 계산하기에 너무 큽니다
cost-e-item = { JOSA($word, "은/는") } 없는 항목입니다
cost-e-price = { $item }: 믿을 만한 가격이 없습니다. 여기서 확인하세요: { $page }
cost-e-tier = { $item }: 이 단가는 { $most }까지만 적용됩니다. 그 이상은 여기서 확인하세요: { $page }
cost-e-compare = S3로 가는 양이 NAT 게이트웨이를 지나는 양보다 많습니다
cost-e-request = 요청에는 op(estimate)와 scenario가 있어야 합니다

cost-i-nat = NAT 게이트웨이
cost-i-natgb = NAT 게이트웨이 처리량
cost-i-ipv4 = 퍼블릭 IPv4 주소
cost-i-gateway = 게이트웨이 엔드포인트
cost-i-vpce = 인터페이스 엔드포인트
cost-i-vpcegb = 인터페이스 엔드포인트 처리량
cost-i-egress = 인터넷으로 나가는 전송
cost-i-interaz = 가용 영역 사이 전송
cost-i-vpn = Site-to-Site VPN
cost-i-alb = Application Load Balancer
cost-i-lcu = 로드 밸런서 LCU
cost-i-zone = 호스팅 영역
cost-i-vcpu = Fargate vCPU
cost-i-memgb = Fargate 메모리
cost-i-lambda-req = Lambda 요청
cost-i-lambda-gbs = Lambda 실행 시간
cost-i-apigw-http = HTTP API 요청
cost-i-apigw-rest = REST API 요청
cost-i-ddb-write = DynamoDB 쓰기 단위
cost-i-ddb-read = DynamoDB 읽기 단위
cost-i-wcu = DynamoDB WCU
cost-i-rcu = DynamoDB RCU
cost-i-s3 = S3 Standard 저장
cost-i-logs = CloudWatch Logs 수집
cost-i-kms-key = KMS 키
cost-i-secret = 보안 암호

cost-total = { $region }에서 한 달에 { $total }
cost-total-unsure = { $region }에서 한 달에 { $total }(확인되지 않음)

cost-l-item = 항목
cost-l-quantity = 수량
cost-l-price = 단가
cost-l-amount = 금액
cost-l-month = 가격 기준
cost-l-total = 합계
cost-l-unsure = 확인되지 않음
cost-l-ways = S3로 가는 길
cost-l-way = 길

cost-way-nat = 모두 NAT로
cost-way-gateway = 게이트웨이 엔드포인트 추가
cost-way-interface = 인터페이스 엔드포인트 추가
cost-way-single = NAT 게이트웨이 하나만

cost-n-estimate = 이 표는 { $month } 기준 추정이며 세금은 뺀 금액입니다.
cost-n-undated = 가격표로 추정한 값이며 세금은 뺀 금액입니다.
cost-n-long = { $hours }시간인 달은 없습니다. 가장 긴 달이 744시간입니다.
cost-n-rounded = 한 시간이 안 되어도 한 시간으로 칩니다: { $hours } h.
cost-n-nat-egress = NAT 게이트웨이를 거쳐 인터넷으로 나가면 한 번 더 과금됩니다. egress를 더하세요.
cost-n-unsure = { $item }: 확인되지 않은 단가입니다. 여기서 확인하세요: { $page }

cost-s-free = { $item }: 한 달에 처음 { $free }까지는 무료이고, 계정 전체에 한 번만 적용됩니다.
cost-s-twice = 가용 영역 사이에서는 보내는 쪽과 받는 쪽이 모두 냅니다. 그래서 두 배입니다.
cost-s-line = { $item }: { $formula }, 하나에 ${ $price } → { $amount }
cost-s-line-per = { $item }: { $formula }, { $per }개에 ${ $price } → { $amount }
cost-s-total = { $region }에서 모두 { $total }입니다.
cost-s-break-even = 인터페이스 엔드포인트는 한 달에 { $gb } GB부터 이득입니다: 시간 요금 ÷ (NAT의 GB 단가 − 엔드포인트의 GB 단가).

cost-key-region = { $region } 가격으로

cost-drill-nat-month = 트래픽이 없는 NAT 게이트웨이의 비용
cost-drill-nat-gb = 트래픽이 있는 NAT 게이트웨이
cost-drill-ipv4-month = 퍼블릭 주소의 비용
cost-drill-egress-free-tier = 무료 한도를 뺀 인터넷 전송
cost-drill-cross-az = 가용 영역 사이의 트래픽
cost-drill-break-even = 인터페이스 엔드포인트가 이득이 되는 GB
cost-drill-endpoint-or-nat = NAT, 게이트웨이 엔드포인트, 인터페이스 엔드포인트

cost-q-nat-month = NAT 게이트웨이 { $count }개가 각각 { $hours }시간 동안 트래픽 없이 있었습니다. 한 시간에 ${ $price }입니다. 모두 몇 달러입니까?
cost-q-nat-gb = NAT 게이트웨이 { $count }개가 각각 { $hours }시간 있었고, 그동안 { $out } GB가 나가고 { $back } GB가 들어왔습니다. 한 시간에 ${ $hour }, 1 GB에 ${ $gb }입니다. NAT 게이트웨이 요금만 몇 달러입니까?
cost-q-ipv4 = AWS가 준 퍼블릭 IPv4 주소 중 { $used }개는 쓰고 { $idle }개는 놀고 있습니다. 각각 { $hours }시간이고 한 시간에 ${ $price }입니다. 모두 몇 달러입니까?
cost-q-egress = 한 달 동안 인터넷으로 { $gb } GB만 나갔습니다. 유료 첫 구간은 1 GB에 ${ $price }입니다. 몇 달러입니까?
cost-q-egress-two = 한 계정, 한 리전에서 한 달 동안 EC2에서 { $here } GB, S3에서 { $there } GB가 인터넷으로 나갔습니다. 유료 첫 구간은 1 GB에 ${ $price }입니다. 모두 몇 달러입니까?
cost-q-cross = 가용 영역 a에서 b로 { $there } GB를 보냈고, 둘 다 내 것입니다. 과금되는 방향마다 1 GB에 ${ $price }입니다. 모두 몇 달러입니까?
cost-q-cross-both = 가용 영역 a에서 b로 { $there } GB, b에서 a로 { $back } GB를 보냈고, 둘 다 내 것입니다. 양쪽에서 각각 1 GB에 ${ $price }입니다. 모두 몇 달러입니까?
cost-q-cross-nat = 가용 영역 b의 서버들이 a에 하나뿐인 NAT 게이트웨이를 { $hours }시간 썼습니다. { $there } GB가 나가고 { $back } GB가 들어왔습니다. NAT는 한 시간에 ${ $hour }, 1 GB에 ${ $gb }, 영역 사이는 양쪽에서 각각 1 GB에 ${ $price }입니다. 인터넷 전송 요금을 빼면 몇 달러입니까?
cost-q-break-even = 인터페이스 엔드포인트를 가용 영역 { $zones }개에 { $hours }시간 둡니다. 영역마다 한 시간에 ${ $hour }, 1 GB에 ${ $endpoint }입니다. 그대로 두는 NAT 게이트웨이는 1 GB에 ${ $nat }입니다. 몇 GB(정수)부터 엔드포인트가 더 쌉니까?
cost-q-which = 가용 영역 { $zones }개에서 한 달에 { $gb } GB가 { $service } 쪽으로 나갑니다. 지금은 어차피 남겨 둘 NAT 게이트웨이를 지납니다. 인터페이스 엔드포인트는 영역마다 한 시간에 ${ $hour }({ $hours }시간), 1 GB에 ${ $endpoint }이고, NAT는 1 GB에 ${ $nat }입니다. 가장 싼 길은 무엇입니까?

cost-j-number = 43.07처럼 수로 답하세요
cost-j-word = nat, gateway, interface 중 하나입니다

cost-m-month = 한 시간 값입니다. 전체 시간을 곱해야 합니다.
cost-m-zone = 게이트웨이나 가용 영역이 빠졌습니다. 시간 요금은 하나하나에 붙습니다.
cost-m-round = 한 시간이 안 되어도 한 시간으로 칩니다.
cost-m-back = NAT는 나가는 것과 들어오는 것을 모두 셉니다.
cost-m-gb = GB 요금이 빠졌습니다. NAT는 시간과 GB 모두에 과금됩니다.
cost-m-hours = 시간 요금이 빠졌습니다. NAT는 있기만 해도 과금됩니다.
cost-m-used = 2024년 2월부터는 쓰고 있는 주소도 과금됩니다.
cost-m-idle = 놀고 있는 주소도 과금됩니다.
cost-m-free = 한 달에 무료인 100 GB를 빼지 않았습니다.
cost-m-free-twice = 100 GB는 서비스마다가 아니라 계정 전체에 한 번만 무료입니다.
cost-m-free-old = 1 GB 무료는 2021년까지였습니다. 지금은 100 GB입니다.
cost-m-directions = 한쪽 방향이 빠졌습니다. 양쪽이 모두 냅니다.
cost-m-crossing = 가용 영역 사이를 건너는 요금이 빠졌습니다.
cost-m-endpoint-gb = 엔드포인트도 GB마다 과금됩니다. 아끼는 것은 그 차이뿐입니다.
cost-m-nat = 더 싼 길이 있습니다. 길마다 GB 요금을 계산해 보세요.
cost-m-gateway = 게이트웨이 엔드포인트는 S3와 DynamoDB에만 있고, 그 둘에는 무료입니다.
cost-m-interface = 인터페이스 엔드포인트는 가용 영역마다 시간 요금이 붙습니다. 여기서는 다른 길이 더 쌉니다.
