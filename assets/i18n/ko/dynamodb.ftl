dynamodb-summary = DynamoDB 테이블: 질문마다 어떤 길로 읽고, 얼마나 읽고, 얼마가 드는지

dynamodb-e-op = { $op } 연산은 없습니다. 쓸 수 있는 것은 run뿐입니다
dynamodb-e-request = 요청에는 op, table, operations가 있어야 하고, 각 연산에는 op와 request가 있어야 합니다
dynamodb-e-table = 테이블을 만들 수 없습니다: { $why }
dynamodb-e-operation = { $name } 연산은 없습니다. 쓸 수 있는 것: { $known }
dynamodb-e-too-much = 한 요청에서 읽을 수 있는 양을 넘었습니다

dynamodb-e-empty = 테이블이 없습니다
dynamodb-h-empty = [table]과 pk부터 쓰세요.
dynamodb-e-no-table = [table] 블록이 빠졌습니다
dynamodb-e-many = { JOSA($kind, "은/는") } { $most }개까지 쓸 수 있습니다
dynamodb-e-too-much-read = 앞에서 이미 { $most }행을 읽었으므로 더 읽지 않습니다
dynamodb-e-number = { JOSA($key, "은/는") } 1,000,000,000 이하의 정수여야 합니다
dynamodb-e-key = { JOSA($text, "은/는") } 키가 아닙니다
dynamodb-h-key = 이름, 콜론, 타입 순서로 쓰세요: date:S, price:N, data:B.
dynamodb-e-projection = { JOSA($text, "은/는") } 프로젝션이 아닙니다
dynamodb-h-projection = ALL, KEYS_ONLY, INCLUDE:[price,note] 중 하나로 쓰세요.
dynamodb-e-index = 인덱스를 만들 수 없습니다: { $why }
dynamodb-e-item = 항목을 넣을 수 없습니다: { $why }
dynamodb-e-where = 여기의 { JOSA($text, "을/를") } 이해할 수 없습니다
dynamodb-e-where-end = 조건 끝에 빠진 것이 있습니다
dynamodb-e-where-why = 조건을 이해할 수 없습니다: { $why }
dynamodb-h-where = region = 'Busan' AND date >= '2026-11-01'처럼 쓰세요.
dynamodb-e-one-operation = op 하나에는 다음 중 꼭 하나만 씁니다: { $words }
dynamodb-e-json = JSON이 아닙니다: { $why }
dynamodb-e-json-object = 요청은 객체여야 합니다
dynamodb-e-spread = { JOSA($text, "은/는") } 키의 분포가 아닙니다
dynamodb-h-spread = one, uniform(1000), zipf(1.1, 1000) 중 하나로 쓰세요.
dynamodb-e-billing = billing은 on-demand나 provisioned입니다
dynamodb-e-on-demand = 온디맨드 테이블에는 rcu와 wcu를 두지 않습니다
dynamodb-e-provisioned = 프로비저닝 테이블에는 1 이상의 rcu와 wcu가 모두 있어야 합니다
dynamodb-h-billing = billing = "on-demand"만 쓰거나, billing = "provisioned"에 rcu = 10, wcu = 5처럼 함께 쓰세요.
dynamodb-e-region = { $word }의 요금은 없습니다

dynamodb-p-head = { $name }: { $way }, { $units } RCU. 읽은 항목 { $read }개, 반환 { $returned }개.
dynamodb-p-consistent = { $name }: 거부됩니다. { JOSA($index, "은/는") } 글로벌 인덱스라서 최종적 일관성으로만 읽습니다.

dynamodb-t-ways = 읽는 길
dynamodb-l-way = 길
dynamodb-l-read = 읽음
dynamodb-l-returned = 반환
dynamodb-l-units = 유닛
dynamodb-l-why = 이유
dynamodb-w-get = 기본 키 전체가 =로 주어졌음
dynamodb-w-query = 파티션 키가 =로 주어졌음
dynamodb-w-index = 주어진 값이 이 인덱스의 파티션 키
dynamodb-w-sparse = 이 인덱스에는 키가 있는 항목만 들어 있음
dynamodb-w-several = 값마다 한 번씩 요청하고, 모두 키로 찾음
dynamodb-w-scan = 주소가 되는 것이 없어 전부 읽음
dynamodb-w-everything = 전부 읽음
dynamodb-w-possible = 이 길도 가능
dynamodb-w-not-named = 조건에 { JOSA($key, "이/가") } 없음
dynamodb-w-not-equal = 조건에 { JOSA($key, "이/가") } 있지만 = 비교가 아님
dynamodb-w-type = { JOSA($key, "을/를") } 다른 타입의 값과 비교함
dynamodb-t-read = { $source }: ● 반환   ○ 읽고 버림   · 읽지 않음
dynamodb-t-request = API에 보내는 { $operation } 요청

dynamodb-f-alias = 예약어 자리에 대체 이름 쓰기
dynamodb-f-condition = 같은 키의 항목이 없을 때만 넣기
dynamodb-s-chosen = { $way }: { $why }.
dynamodb-s-pages = 페이지는 1 MB에서 끝나므로 요청이 { $pages }번 필요하고, 저마다 올림됩니다.
dynamodb-s-projection = 항목에서 { $wants }만 돌려받지만, 읽은 값은 항목 전체만큼 냅니다.
dynamodb-s-hash = { $source }: { $key } = { $value }의 해시가 파티션 하나를 가리킵니다.
dynamodb-s-range = 그 안의 항목은 { $key } 순서로 놓여 있어, 여기에 걸린 조건은 한 구간이 됩니다.
dynamodb-s-sort-one = 그 안에서 { $key } = { $value }인 항목은 하나입니다. 키 전체를 알고 있습니다.
dynamodb-s-sort-equal = 그곳의 항목은 { $key } 순서라서, 값이 { $value }인 항목이 나란히 있습니다.
dynamodb-s-closed = { JOSA($source, "을/를") } 키로 읽을 수는 없습니다. 이유: { $why }.
dynamodb-s-units = { $read }개를 읽습니다. { $bytes }바이트는 4 KB 단위로 { $blocks }개이고, 하나에 0.5유닛이므로 { $units } RCU입니다.
dynamodb-s-units-strong = { $read }개를 읽습니다. { $bytes }바이트는 4 KB 단위로 { $blocks }개이고, 강력한 일관성은 하나에 1유닛이므로 { $units } RCU입니다.
dynamodb-s-units-each = { $read }개를 읽습니다. 요청 { $count }개가 저마다 4 KB 단위로 올림되어 모두 { $units } RCU입니다.
dynamodb-s-fetched = 테이블에서 가져오는 항목에 { $units } RCU가 더 들어 모두 { $total } RCU입니다.
dynamodb-s-filter = 그다음에야 필터 { JOSA($filter, "을/를") } 적용합니다. { $dropped }개를 버리고 { $returned }개를 남기지만, 버린 것도 이미 읽은 값을 냈습니다.
dynamodb-s-scan = Scan이라면 { $read }개를 읽어 { $units } RCU가 들고, 항목이 늘 때마다 더 듭니다.
dynamodb-s-rate = 초당 { $rate }번이면 매초 { $units } RCU입니다.

dynamodb-n-get-each = 필요한 속성이 { $index }에 없고, 글로벌 인덱스는 테이블에서 가져오지 못합니다. { $count }개마다 GetItem을 더 보내야 하며, 그 비용도 여기에 넣었습니다.
dynamodb-n-fetch = 필요한 속성이 { $index }에 없어 DynamoDB가 { $count }개를 하나씩 테이블에서 가져옵니다. 그 비용도 여기에 넣었습니다.
dynamodb-n-no-index = 인덱스를 만들어도 소용없습니다. 조건에 =로 비교하는 속성이 있어야 인덱스의 키로 삼을 수 있습니다.
dynamodb-n-program = { JOSA($part, "은/는") } 읽는 대상의 키에 대한 조건이라 필터에 쓸 수 없습니다. 맞지 않는 것은 프로그램이 걸러야 합니다.
dynamodb-c-strong = 강력한 일관성으로
dynamodb-c-eventual = 최종적 일관성으로

dynamodb-f-index = { $keys }에 GSI { $name } 추가: { $cost }. { $inside }
dynamodb-f-index-items = 여기서 가장 큰 항목({ $bytes }바이트)을 쓸 때 { $units } WCU 추가
dynamodb-f-index-kb = 인덱스에 든 항목을 쓸 때 1 KB마다 { $units } WCU 추가
dynamodb-f-index-sparse = { JOSA($key, "이/가") } 있는 항목만 들어감, { $all }개 중 { $held }개(희소 인덱스)
dynamodb-f-index-all = { JOSA($key, "이/가") } 없는 항목은 들어가지 않음(희소 인덱스)
dynamodb-f-eventual = 최종적 일관성 읽기로 만족하기
dynamodb-f-shards = 키를 { $count }조각으로 나눠 쓰고, 읽을 때는 모두 읽기

dynamodb-table-head = { $name }: { $put }번 넣어 { $items }개가 있습니다{ $replaced ->
    [0] .
   *[other] { "" }. { $replaced }번은 덮어썼습니다.
 }
dynamodb-s-table = 항목은 { JOSA($key, "으로/로") } 구별합니다. 같은 키로 넣으면 앞의 것을 통째로 바꿉니다.
dynamodb-t-collections = { $source }: 파티션과 그 안의 항목
dynamodb-t-sizes = 항목 하나의 크기와, 하나만 읽고 쓸 때의 비용
dynamodb-l-item = 항목
dynamodb-l-bytes = 바이트
dynamodb-l-eventual = 읽기
dynamodb-l-strong = 강한 읽기
dynamodb-l-write = 쓰기
dynamodb-n-replaced = { $key } 항목을 두 번째로 넣어 첫 번째를 바꿨습니다. 키가 같으면 같은 항목입니다.
dynamodb-n-replaced-gone = { $key } 항목을 두 번째로 넣어 첫 번째를 통째로 바꿨습니다. 함께 사라진 속성: { $gone }.
dynamodb-n-sparse = { $index }에는 { $items }개 가운데 { $inside }개만 있습니다. 인덱스 키가 없는 항목은 들어가지 않습니다.

dynamodb-o-page = { $operation }: { $units } RCU. 읽은 항목 { $read }개, 반환 { $returned }개.
dynamodb-o-read = { $operation }: { $units } RCU.
dynamodb-o-wrote = { $operation }: { $units } WCU.
dynamodb-o-failed = { $operation }: { $error }. { $text }
dynamodb-s-page = 이 페이지에서 { $read }개, 모두 { $bytes }바이트를 읽었습니다.
dynamodb-s-dropped = 그다음 필터가 { $dropped }개를 버리고 { $returned }개를 남겼습니다.
dynamodb-t-page = 읽은 순서대로
dynamodb-l-fate = 결과
dynamodb-returned = 반환
dynamodb-dropped = 버림: { $clause }
dynamodb-more = { $count }개 더
dynamodb-t-units = 읽거나 쓴 곳별 유닛
dynamodb-l-source = 테이블 또는 인덱스
dynamodb-t-change = 전과 후
dynamodb-l-attribute = 속성
dynamodb-l-before = 전
dynamodb-l-after = 후
dynamodb-n-reserved = 예약어입니다. #d 같은 대체 이름을 쓰고, 무엇을 가리키는지 ExpressionAttributeNames에 적으세요.
dynamodb-n-condition = 아무것도 쓰지 않았지만, 시도만으로도 쓰기 유닛이 듭니다.
dynamodb-n-limit = Limit는 { $read }개를 찾은 뒤가 아니라 { $read }개를 읽은 뒤에 멈춥니다. LastEvaluatedKey가 있으니 더 있을 수 있습니다.
dynamodb-n-page = 1 MB를 읽고 페이지가 끝났습니다({ $returned }개 반환). LastEvaluatedKey가 있으니 더 있을 수 있습니다.
dynamodb-n-index-write = 인덱스 { $count }개에도 썼고, 비용은 각각 듭니다.

dynamodb-n-model = 모델입니다. AWS는 해시도 파티션도 보여 주지 않습니다. 파티션의 한도는 실제와 같습니다.
dynamodb-n-shards = 키마다 { $count }조각으로 나눠 씁니다. 전체를 읽으려면 { $count }번 물어야 합니다.
dynamodb-r-hot-key = { $key }에 초당 { $units } { JOSA($kind, "이/가") } 몰립니다. 파티션 하나는 { $limit }까지라, 테이블이 아무리 커도 { JOSA($over, "은/는") } 스로틀링됩니다.
dynamodb-r-hot-partition = 혼자 너무 뜨거운 키는 없지만, 한 파티션이 { $percent } %입니다. 적응형 용량이 키를 나눠 놓을 때까지는 스로틀링됩니다.
dynamodb-r-ok = 과부하인 파티션은 없습니다. 가장 바쁜 것이 { $percent } %입니다.
dynamodb-t-keys = 가장 바쁜 키
dynamodb-t-partitions = 가장 바쁜 파티션
dynamodb-l-key = 키
dynamodb-l-partition = 파티션
dynamodb-l-reads = RCU/s
dynamodb-l-writes = WCU/s
dynamodb-l-share = 파티션 대비
dynamodb-s-load = 항목이 { $bytes }바이트이므로 모두 초당 { $reads } RCU, { $writes } WCU입니다.
dynamodb-s-partitions = 3,000 RCU, 1,000 WCU, 10 GB짜리 파티션이 적어도 { $count }개 필요합니다.
dynamodb-s-burst = 그전까지 한가했다면, 쓰지 않고 남은 5분치 용량으로 { $seconds }초를 버팁니다.
dynamodb-s-shards = 키를 { $count }개로 나누세요: key#0 ~ key#{ $last }. 쓰는 쪽은 그중 하나를 뽑거나, 읽는 쪽도 아는 값에서 계산합니다.
dynamodb-r-short = 초당 { $units } { JOSA($kind, "이/가") } 필요한데 테이블에는 { $kept }만 준비되어 있어 { JOSA($over, "이/가") } 스로틀링됩니다.
dynamodb-n-short = 초당 { $units } RCU가 필요한데 테이블에는 { $kept }만 준비되어 있어 나머지는 스로틀링됩니다.
dynamodb-s-lag = 오토스케일링은 2분 연속으로 목표를 넘겨야 용량을 늘립니다. 쓰지 않고 남은 용량으로는 { $seconds }초를 버티므로 적어도 { $without }초는 스로틀링됩니다.
dynamodb-s-lag-bridged = 오토스케일링은 2분 연속으로 목표를 넘겨야 용량을 늘립니다. 그전까지 한가했다면 남은 용량으로 { $seconds }초를 버티므로 그때까지 견딥니다.
dynamodb-f-capacity = { $key } = { $units }만큼 준비하기
dynamodb-c-shards = { $count ->
    [1] 키를 나누지 않고 쓰기
   *[other] 키를 { $count }조각으로 나눠 쓰기
 }
dynamodb-c-spread = 키 천 개에 고르게
dynamodb-c-one = 키 하나에 모두
dynamodb-c-busy = 전체 시간의 { $percent } %만 바쁘게
dynamodb-c-region = { $region } 요금으로

dynamodb-t-bill = { $region } 리전의 한 달 요금: 730시간 가운데 { $busy } % 동안 바쁠 때
dynamodb-l-mode = 방식
dynamodb-l-read-units = 읽기 유닛
dynamodb-l-write-units = 쓰기 유닛
dynamodb-l-month = 한 달
dynamodb-b-on-demand = 온디맨드: 쓴 유닛만큼
dynamodb-b-enough = 프로비저닝: 꼭 맞게
dynamodb-b-kept = 프로비저닝: 테이블에 적힌 대로
dynamodb-b-used = 온디맨드
dynamodb-b-ready = 프로비저닝
dynamodb-no-price = 가격 없음
dynamodb-unsure = { $sum }, 확인되지 않음
dynamodb-s-bill = 처리량 요금만 계산했습니다. 인덱스, 저장 공간, 프리 티어, 세금은 뺐습니다.
dynamodb-n-unsure = { $mode }: 확인되지 않은 가격입니다. 확인할 곳: { $page }
dynamodb-n-no-price = { $mode }: 믿을 만한 가격이 없습니다. 확인할 곳: { $page }
dynamodb-s-on-demand = 온디맨드에서는 쓰기 유닛 백만 개가 { $writes }, 읽기 유닛 백만 개가 { $reads }입니다.
dynamodb-s-provisioned = 프로비저닝에서는 쓰든 안 쓰든 한 시간에 쓰기 유닛 하나가 { $writes }, 읽기 유닛 하나가 { $reads }입니다.
dynamodb-s-break-even = 프로비저닝한 쓰기 유닛 하나로는 한 시간에 3,600번 쓸 수 있습니다. 그중 { $percent } % 이상 쓸 때부터 프로비저닝이 더 쌉니다.

dynamodb-number-wanted = 12나 0.5 같은 숫자로 답하세요.
dynamodb-word-wanted = get, query, index, scan 중 하나로 답하세요.

dynamodb-drill-way = 질문이 어떤 길로 가는지
dynamodb-q-way = 테이블 Orders의 키는 OrderID + date이고, 모든 속성을 담은 GSI byRegion의 키는 region + date입니다. 다음 조건은 어떤 길로 읽습니까? { $condition }
dynamodb-way-get = GetItem
dynamodb-way-query = 테이블 Query
dynamodb-way-index = byRegion Query
dynamodb-way-scan = Scan
dynamodb-a-way-get = 기본 키 전체가 =로 주어졌으니 주소가 있는 항목 하나입니다.
dynamodb-a-way-query = 파티션 키가 =로 주어졌습니다. 정렬 키에는 구간을 걸어도 되고 없어도 됩니다.
dynamodb-a-way-query-filter = 파티션 키가 =로 주어졌으니 Query로 그 파티션을 읽고 나머지는 필터로 거릅니다.
dynamodb-a-way-query-program = 파티션 키가 =로 주어졌습니다. contains는 구간이 아니고 필터에는 키를 쓸 수 없으니, 나머지는 프로그램이 거릅니다.
dynamodb-a-way-index = region은 byRegion의 파티션 키이고 =로 주어졌습니다.
dynamodb-a-way-index-filter = region은 byRegion의 파티션 키이고 =로 주어졌습니다. price는 필터에 맡깁니다.
dynamodb-a-way-index-exact = region은 byRegion의 파티션 키이고 =로 주어졌습니다. 인덱스에는 같은 키가 여러 번 있을 수 있어 GetItem은 테이블에만 씁니다.
dynamodb-a-way-no-key = price는 어디에서도 키가 아니라서 전부 읽어야 합니다.
dynamodb-a-way-sort-only = date는 정렬 키일 뿐입니다. 파티션 키가 없으면 들여다볼 파티션을 알 수 없습니다.
dynamodb-a-way-equal = 파티션 키에는 =만 쓸 수 있습니다. 다른 비교는 모든 파티션에 묻는 것과 같습니다.
dynamodb-a-way-or = OR의 한쪽에 키가 없으니 어차피 전부 읽어야 합니다.
dynamodb-m-way-get = GetItem에는 기본 키의 모든 부분이 =로 있어야 합니다.
dynamodb-m-way-query = 테이블 Query에는 OrderID가 =로 있어야 합니다.
dynamodb-m-way-index = byRegion Query에는 region이 =로 있어야 하고, 테이블 키가 주어지지 않았을 때만 이득입니다.
dynamodb-m-way-scan = 키가 =로 주어졌으니 전부 읽을 까닭이 없습니다.

dynamodb-drill-replace = 넣고 나면 항목이 몇 개 남는지
dynamodb-q-replace = 파티션 키 OrderID만 있는 테이블에 차례로 PutItem을 합니다: { $list }. 테이블에는 항목이 몇 개 있습니까?
dynamodb-q-replace-sort = 키가 OrderID + date인 테이블에 차례로 PutItem을 합니다: { $list }. 테이블에는 항목이 몇 개 있습니까?
dynamodb-a-replace = { $puts }번 넣었지만 이미 있는 키로 넣으면 바뀌기만 합니다. 서로 다른 키가 { $items }개라 항목도 { $items }개입니다.
dynamodb-m-puts = 넣은 횟수를 셌습니다. 같은 키로 넣으면 앞의 것이 바뀝니다.
dynamodb-m-partitions = 파티션 키를 셌습니다. 정렬 키가 있으면 두 키의 짝으로 구별합니다.

dynamodb-drill-item-size = 항목이 몇 바이트인지
dynamodb-q-item-size = 이 항목은 몇 바이트입니까? { $item }
dynamodb-a-item-size = 이름 { $names }바이트, 값 { $values }바이트, 모두 { $size }바이트입니다.
dynamodb-a-number-size = 숫자는 1바이트에 유효 숫자 하나당 반 바이트를 더해 올림합니다. 불린은 1바이트입니다.
dynamodb-a-hangul = 한글 한 음절은 UTF-8로 3바이트입니다.
dynamodb-m-no-names = 이름을 빠뜨렸습니다. 이름도 항목마다 저장되고 크기에 들어갑니다.
dynamodb-m-letters = 보이는 글자 수를 셌습니다. 숫자는 줄여서 저장하고, ASCII가 아닌 글자는 1바이트보다 큽니다.

dynamodb-drill-read-units = GetItem 비용
dynamodb-q-read-strong = 강력한 일관성 GetItem으로 { $bytes }바이트 항목을 읽습니다. 읽기 유닛은 몇입니까?
dynamodb-q-read-eventual = 기본 설정의 GetItem으로 { $bytes }바이트 항목을 읽습니다. 읽기 유닛은 몇입니까?
dynamodb-q-read-transaction = TransactGetItems로 { $bytes }바이트 항목 하나를 읽습니다. 읽기 유닛은 몇입니까?
dynamodb-a-read = { $bytes }바이트는 올림하면 4 KB 단위로 { $blocks }개, { $units } RCU입니다.
dynamodb-m-rounded-down = 내림했습니다. 조금이라도 넘으면 한 단위를 다 셉니다.
dynamodb-m-write-step = 1 KB 단위로 셌습니다. 그것은 쓰기의 단위이고 읽기는 4 KB 단위입니다.
dynamodb-m-consistency = 4 KB마다 최종적 일관성 0.5, 강력한 일관성 1, 트랜잭션 2유닛입니다. 다른 것으로 계산했습니다.

dynamodb-drill-write-units = PutItem 비용
dynamodb-q-write = { $bytes }바이트짜리 새 항목을 넣습니다. 이 항목을 통째로 담는 글로벌 인덱스는 { $indexes }개입니다. 쓰기 유닛은 모두 몇입니까?
dynamodb-q-write-transaction = { $bytes }바이트짜리 새 항목을 트랜잭션으로 넣습니다. 이 항목을 통째로 담는 글로벌 인덱스는 { $indexes }개입니다. 쓰기 유닛은 모두 몇입니까?
dynamodb-a-write = { $bytes }바이트는 1 KB 단위로 { $blocks }개이고 { $places }곳에 쓰므로 { $units } WCU입니다.
dynamodb-m-read-step = 4 KB 단위로 셌습니다. 그것은 읽기의 단위이고 쓰기는 1 KB 단위입니다.
dynamodb-m-no-indexes = 인덱스를 빠뜨렸습니다. 바뀌는 인덱스마다 따로 쓰고 비용도 따로 듭니다.
dynamodb-m-no-transaction = 트랜잭션 쓰기는 두 배입니다.

dynamodb-drill-query-units = 필터를 건 Query 비용
dynamodb-q-query = 기본 설정의 Query가 { $bytes }바이트 항목 { $count }개를 읽고, 필터가 { $left }개를 남깁니다. 읽기 유닛은 몇입니까?
dynamodb-q-query-strong = 강력한 일관성 Query가 { $bytes }바이트 항목 { $count }개를 읽고, 필터가 { $left }개를 남깁니다. 읽기 유닛은 몇입니까?
dynamodb-a-query = 모두 { $bytes }바이트를 더한 뒤 한 번만 올림하면 4 KB 단위로 { $blocks }개, { $units } RCU입니다.
dynamodb-a-query-filter = 필터는 읽은 뒤에 걸리므로 비용을 바꾸지 않습니다.
dynamodb-m-returned = 읽은 항목이 아니라 반환된 항목을 셌습니다.
dynamodb-m-each-rounded = 항목마다 올림했습니다. Query는 먼저 더하고 한 번만 올림합니다.

dynamodb-drill-limit = Limit를 건 페이지가 몇 개를 돌려주는지
dynamodb-q-limit = 한 파티션에 차례로 { $list } 항목이 있습니다. Query에 Limit = { $limit }, 필터는 open입니다. 첫 페이지는 몇 개를 돌려줍니까?
dynamodb-a-limit = 앞에서부터 { $limit }개를 읽고 멈추며, 필터가 그중 { $first }개를 남깁니다.
dynamodb-m-limit-found = Limit를 찾을 개수로 봤습니다. Limit는 읽을 개수입니다.
dynamodb-m-limit-all = 맞는 것을 모두 셌습니다. 페이지는 그것들을 보기 전에 멈춥니다.

dynamodb-drill-sparse = 인덱스에 항목이 몇 개 있는지
dynamodb-q-sparse = GSI의 파티션 키는 region입니다. 항목과 가진 속성이 { $list }일 때, 인덱스에는 몇 개가 들어 있습니까?
dynamodb-q-sparse-two = GSI의 키는 region + paidAt입니다. 항목과 가진 속성이 { $list }일 때, 인덱스에는 몇 개가 들어 있습니까?
dynamodb-a-sparse = 인덱스의 키를 모두 가진 항목만 들어갑니다. { $count }개 가운데 { $inside }개입니다.
dynamodb-m-sparse-all = 모든 항목을 셌습니다. 인덱스 키가 없는 항목은 저장되지만 인덱스에는 없습니다.
dynamodb-m-sparse-out = 그것은 빠지는 항목의 수입니다.
dynamodb-m-sparse-one-key = region만 봤습니다. 인덱스의 정렬 키도 있어야 합니다.

dynamodb-drill-shards = 뜨거운 키를 몇 조각으로 나눌지
dynamodb-q-shards = 키 하나에 초당 { $writes }번, 한 번에 { $bytes }바이트를 씁니다. 어느 조각도 파티션의 한도인 초당 1,000 쓰기 유닛을 넘지 않게 하려면 적어도 몇 조각으로 나눠야 합니까?
dynamodb-a-shards = { $writes }번에 { $each }유닛씩이면 초당 { $units } WCU이고, 1,000으로 나눠 올림하면 { $parts }조각입니다.
dynamodb-m-counted-writes = 쓰기 유닛이 아니라 쓰는 횟수를 셌습니다. 1 KB가 넘는 항목은 한 번에 1유닛보다 많이 듭니다.
dynamodb-m-read-limit = 3,000은 읽기의 한도입니다. 쓰기는 1,000입니다.
