cors-summary = CORS: 브라우저가 무엇을 보내고, 먼저 묻고, 스크립트에 읽게 하는지

cors-flag-page = 페이지의 출처, 또는 null
cors-flag-profile = 따를 규칙: standard 또는 chromium
cors-flag-url = 스크립트가 요청하는 주소
cors-flag-method = 메서드, 없으면 GET
cors-flag-header = 스크립트가 넣는 헤더
cors-flag-credentials = omit, same-origin, include 중 하나
cors-flag-mode = cors, no-cors, same-origin 중 하나
cors-flag-redirect = follow, error, manual 중 하나
cors-flag-body = none, string, urlsearchparams, formdata, arraybuffer, blob:유형 중 하나
cors-flag-preflight-status = OPTIONS 응답의 상태 코드
cors-flag-pf = OPTIONS 응답의 헤더
cors-flag-status = 실제 요청에 대한 응답의 상태 코드
cors-flag-resp = 실제 요청에 대한 응답의 헤더
cors-flag-again-after = 이만큼 지나 같은 요청을 한 번 더: 6s

cors-allowed = 허용: 스크립트가 응답을 읽습니다. 상태 { $status }.
cors-allowed-same = 같은 출처: 스크립트가 응답을 모두 읽습니다. 상태 { $status }.
cors-opaque = 불투명: 응답은 왔지만 스크립트는 아무것도 읽지 못합니다.
cors-blocked = 차단: { $why }.

cors-f-in-preflight = 프리플라이트에서 { $why }
cors-f-in-response = 응답에서 { $why }
cors-f-missing = Access-Control-Allow-Origin이 없음
cors-f-wildcard = Access-Control-Allow-Origin이 *인데, 자격 증명 앞에서 *는 통하지 않음(출처를 적어야 함)
cors-f-multiple = Access-Control-Allow-Origin에 값이 여럿({ $found }), 하나만 허용됨
cors-f-invalid = Access-Control-Allow-Origin의 { JOSA($found, "은/는") } 출처가 아님
cors-f-mismatch = Access-Control-Allow-Origin은 { $found }인데 보낸 Origin은 { $origin }
cors-f-no-credentials = Access-Control-Allow-Credentials가 없음(자격 증명을 실으면 true여야 함)
cors-f-credentials = Access-Control-Allow-Credentials가 { $found }(정확히 true여야 함)
cors-f-redirect = 상태 { $status }, 프리플라이트는 리디렉션할 수 없음
cors-f-status = 상태가 200~299가 아니라 { $status }
cors-f-method-list = Access-Control-Allow-Methods를 읽을 수 없음: { JOSA($found, "은/는") } 메서드가 아님
cors-f-header-list = Access-Control-Allow-Headers를 읽을 수 없음: { JOSA($found, "은/는") } 이름이 아님
cors-f-method = Access-Control-Allow-Methods에 { $method } 메서드가 없음
cors-f-method-missing = Access-Control-Allow-Methods 헤더 자체가 없음({ $method } 메서드를 적어야 함)
cors-f-method-case = Access-Control-Allow-Methods에 { $listed }만 있고 { JOSA($method, "은/는") } 없음(대소문자를 구별하며, fetch는 이 메서드를 쓴 그대로 보냄)
cors-f-method-star = Access-Control-Allow-Methods에 { $method } 메서드가 없음(자격 증명을 실으면 *는 그냥 글자)
cors-f-header = Access-Control-Allow-Headers에 { JOSA($name, "이/가") } 없음
cors-f-header-missing = Access-Control-Allow-Headers 헤더 자체가 없음({ JOSA($name, "을/를") } 적어야 함)
cors-f-header-star = Access-Control-Allow-Headers에 { JOSA($name, "이/가") } 없음(자격 증명을 실으면 *는 그냥 글자)
cors-f-authorization = authorization은 Access-Control-Allow-Headers에 이름으로 적어야 함(*에는 포함되지 않음)
cors-f-mixed = https 페이지는 http를 부를 수 없음(혼합 콘텐츠), 아무것도 보내지 않음
cors-f-port = 브라우저가 쓰지 않는 포트
cors-f-mode = same-origin 모드는 다른 출처를 금지함
cors-f-no-cors-redirect = no-cors 모드에서 리디렉션은 따라가기만 할 수 있음
cors-f-redirect-error = 응답이 리디렉션인데 redirect가 "error"
cors-f-location = 리디렉션이 가리키는 곳이 http나 https 주소가 아님
cors-f-location-user = 리디렉션이 가리키는 주소에 사용자 이름이 있음
cors-f-many-redirects = 리디렉션이 20번을 넘음

cors-refused-method-syntax = fetch가 예외를 던짐: "{ $method }"라는 메서드는 없음
cors-refused-method-forbidden = fetch가 예외를 던짐: { $method } 메서드는 스크립트에 금지됨
cors-refused-method-no-cors = fetch가 예외를 던짐: no-cors 모드에서는 GET, HEAD, POST만 되고 { $method } 메서드는 안 됨
cors-refused-body = fetch가 예외를 던짐: { $method }에는 본문을 실을 수 없음
cors-refused-user = fetch가 예외를 던짐: 주소에 사용자 이름이 있음

cors-p-timeline = 요청들
cors-t-at = 시각
cors-t-request = 요청
cors-t-preflight = 프리플라이트
cors-t-verdict = 판정
cors-t-sent = 보냄
cors-t-remembered = { $until }까지 기억
cors-t-none = 필요 없음

cors-p-origins = 출처
cors-o-part = 부분
cors-o-page = 페이지
cors-o-url = 요청
cors-o-scheme = 스킴
cors-o-host = 호스트
cors-o-port = 포트
cors-o-origin = 출처

cors-p-preflight = 프리플라이트: 보낸 것과 받은 것
cors-p-request = 요청: 보낸 것과 받은 것
cors-p-preflight-checks = 프리플라이트 검사
cors-p-request-checks = 응답 검사
cors-p-script = 스크립트가 보는 것
cors-p-console = 콘솔에 뜨는 말

cors-k-passes = 통과
cors-k-stops = 여기서 멈춤
cors-k-also = 역시 실패
cors-c-no-redirect = 리디렉션 아님
cors-c-origin = 출처
cors-c-credentials = 자격 증명
cors-c-status = 상태 2xx
cors-c-method-list = 메서드 목록
cors-c-header-list = 헤더 목록
cors-c-method = 메서드 { $method }
cors-c-header = 헤더 { $name }

cors-r-readable = 읽을 수 있음
cors-r-hidden = 감춰짐: Access-Control-Expose-Headers에 없음
cors-r-never = 읽을 수 없음

cors-s-timeline = 요청마다 브라우저가 앞에서 기억해 둔 것을 씁니다.
cors-s-opaque-page = 페이지에 자기 출처가 없습니다. null이라고 밝히고, 어느 출처와도 같지 않습니다.
cors-s-same-origin = 스킴, 호스트, 포트가 모두 같습니다. 같은 출처입니다.
cors-s-cross-origin = { JOSA($part, "이/가") } 다릅니다. 다른 출처입니다.
cors-s-class-same = CORS가 필요 없습니다. 페이지는 자기 출처를 읽을 수 있습니다.
cors-s-class-no-cors = no-cors 모드: 보내기는 하지만 무엇이 돌아와도 열어 볼 수 없습니다.
cors-s-class-simple = 단순 요청: 바로 보내고, 검사는 나중에 합니다.
cors-s-class-preflighted = 단순 요청이 아닙니다. 브라우저가 먼저 묻습니다.
cors-cause-method = { $method } 메서드는 GET, HEAD, POST가 아닙니다.
cors-cause-type = { $name }: { JOSA($value, "은/는") } { $types } 가운데 하나가 아닙니다.
cors-cause-letters = { $name }: { $value }에 허락이 필요한 문자가 있습니다.
cors-cause-range = { $name }: { JOSA($value, "은/는") } 시작이 있는 하나의 범위가 아닙니다.
cors-cause-long = { JOSA($name, "이/가") } 128바이트보다 깁니다.
cors-cause-total = 무해한 헤더를 모두 합하면 1,024바이트가 넘습니다. { $name }도 허락이 필요합니다.
cors-cause-name = { JOSA($name, "은/는") } 허락 없이 보낼 수 있는 헤더가 아닙니다.
cors-s-options = OPTIONS로 묻습니다. 쿠키도 토큰도 본문도 없습니다. 서버의 응답은 { $status }.
cors-s-request = { $method } 요청이 나갑니다. 서버의 응답은 { $status }.
cors-s-remembered = 프리플라이트가 없습니다. 받아 둔 허락을 { $until }까지 기억합니다.
cors-s-not-sent = 정작 { $method } 요청은 나가지 않았습니다.
cors-s-checks-pass = 모든 검사를 통과합니다.
cors-s-check-fails = 브라우저가 여기서 멈춥니다: { $why }.
cors-s-also = 이것도 실패했을 것입니다: { $why }.
cors-s-redirect = { $status } 응답을 받고 { JOSA($url, "으로/로") } 옮겨 갑니다.
cors-s-method-changes = { $from } 메서드가 본문 없는 { $to } 메서드로 바뀝니다.
cors-s-authorization-dropped = 다른 출처로 가므로 Authorization을 뺍니다.
cors-s-null = 남의 출처가 또 다른 출처로 넘겼습니다. 여기부터 Origin은 null입니다.
cors-s-opaque = 스크립트는 상태 0에 내용이 없는 응답을 받습니다.
cors-s-opaque-redirect = 리디렉션을 읽지 못한 채 상태 0으로 넘겨받습니다.
cors-s-read = { $count ->
    [0] 스크립트는 상태만 읽습니다.
   *[other] 스크립트는 상태와 헤더 { $count }개를 읽습니다.
 } { $hidden ->
    [0] 감춰진 헤더는 없습니다.
   *[other] 감춰진 헤더는 { $hidden }개입니다.
 }
cors-s-error = 스크립트는 이유가 적히지 않은 TypeError를 받습니다: { $why }.
cors-s-done-unread = 요청이 닿아 응답까지 왔지만 스크립트는 TypeError를 받습니다: { $why }.

cors-n-dropped = 스크립트가 정할 수 없는 헤더라서 브라우저가 뺍니다: { $names }.
cors-n-assumed = OPTIONS에 대한 말이 없어 헤더 없는 404로 가정합니다.
cors-n-gateway = 이 { JOSA($status, "은/는") } API Gateway가 스스로 만든 응답입니다. 함수가 넣은 헤더는 붙지 않습니다.
cors-n-ignored = HTTP API에 CORS 구성이 있어, 함수가 돌려준 CORS 헤더는 무시됩니다.
cors-n-vary = { JOSA($origin, "이/가") } 여기에 적힐 수 있는 여러 출처 가운데 하나라면 모든 응답에 Vary: Origin이 필요합니다. 늘 같은 값이면 필요 없습니다.
cors-n-vary-http = 응답이 Origin에 따라 달라집니다. 앞에 둔 캐시는 키에 Origin을 넣어야 합니다.
cors-n-hidden = Access-Control-Expose-Headers 없이는 읽을 수 없습니다: { $names }.
cors-n-same-site = include는 쿠키를 허락할 뿐입니다. SameSite=Lax 쿠키는 여전히 다른 사이트로 가지 않습니다.
cors-n-null = null은 샌드박스에 든 모든 프레임의 출처입니다. 허용하면 모두 허용됩니다.
cors-n-method = fetch는 { JOSA($written, "을/를") } { JOSA($sent, "으로/로") } 보냅니다. DELETE, GET, HEAD, OPTIONS, POST, PUT만 대문자로 바꾸고 PATCH를 비롯한 나머지는 그대로 둡니다.
cors-n-answer-header = { JOSA($name, "은/는") } 서버의 응답에 넣는 헤더입니다. 요청에 넣으면 아무것도 허용하지 못하고 프리플라이트만 생깁니다.
cors-n-origin-in-answer = Origin은 요청 헤더입니다. 응답에 넣으면 아무 일도 하지 않습니다. 브라우저는 Access-Control-Allow-Origin을 찾습니다.
cors-n-near-header = 브라우저가 모르는 헤더입니다: { $name }. 혹시 { $near }?
cors-n-null-redirect = 페이지와 출처가 다른 서버가 또 다른 출처로 넘겼습니다. 거기부터 Origin은 null입니다.
cors-n-null-page = 페이지에 자기 출처가 없어(샌드박스 프레임이거나 데이터로 만든 페이지) Origin이 null입니다.

cors-fix-plain = { $changes }
cors-fix-direct = 리디렉션 대상을 직접 부르기. { $changes }
cors-fix-no-cookies = 쿠키 없이도 된다면. { $changes }
cors-fix-own-origin = 그 안에서 실행되는 것을 믿는다면 프레임에 출처를 돌려주기(sandbox="allow-same-origin"). { $changes }
cors-fix-everyone = 웹의 모든 사이트가 읽어도 되는 응답일 때만. { $changes }
cors-fix-at = { $place }: { $settings }
cors-fix-and = { $first }; { $rest }
cors-fix-vary = 다른 출처도 허용한다면. { $place }: { $field }
cors-fix-expose = 스크립트가 더 읽게 하려면. { $place }: { $field }
cors-at-page = 페이지
cors-at-request = 스크립트의 요청
cors-at-answer = { $method } 응답
cors-at-hop = { $host }의 { $method } 응답
cors-at-mock = OPTIONS용 mock(options, options_headers)
cors-at-function = 함수의 응답(lambda_headers)
cors-at-gateway-responses = 게이트웨이 응답 DEFAULT_4XX와 DEFAULT_5XX(gateway_response_headers)
cors-at-http-api = HTTP API의 CORS 구성
cors-caveat-list = { $origin } 말고 다른 사이트도 읽는다면 서버가 목록을 두고 물어 온 출처를 골라 적습니다. 그래서 Vary: Origin도 넣습니다.
cors-caveat-redirect = 이 리디렉션 뒤의 Origin은 null이고, null은 모든 샌드박스 프레임이 보내는 값입니다. 마지막 서버는 이 페이지를 지목할 수 없습니다. 페이지를 고치거나, 리디렉션하지 않고 응답해야 합니다.
cors-caveat-redirect-cookies = 이 리디렉션 뒤의 Origin은 null이고, 쿠키를 실으면 null도 *도 안전한 답이 아닙니다. 마지막 서버의 헤더로는 고칠 수 없습니다. 페이지를 고치거나, 리디렉션하지 않고 응답해야 합니다.
cors-caveat-opaque = Origin: null은 모든 샌드박스 프레임이 보냅니다. 서버는 이 페이지를 다른 페이지와 가려낼 수 없습니다. 자기 주소가 있는 페이지로 열거나 샌드박스를 빼야 합니다.
cors-caveat-opaque-cookies = Origin: null은 모든 샌드박스 프레임이 보내고, 쿠키를 실으면 *도 쓸 수 없습니다. 서버가 무엇을 답해도 안전하게 고칠 수 없습니다. 자기 주소가 있는 페이지로 열거나 샌드박스를 빼야 합니다.
cors-caveat-method = 서버가 무엇을 답해도 고칠 수 없습니다. 스크립트는 { JOSA($method, "을/를") } 보낼 수 없습니다. 다른 메서드로 제공해야 합니다.
cors-caveat-https = 헤더로는 고칠 수 없습니다. https 페이지가 읽을 것은 https로 제공해야 합니다.
cors-caveat-port = 헤더로는 고칠 수 없습니다. 서버가 443 같은 다른 포트를 써야 합니다.
cors-caveat-location = CORS 헤더로는 고칠 수 없습니다. 리디렉션이 다른 곳을 가리켜야 합니다.
cors-caveat-none = 여기서 시도한 것으로는 고쳐지지 않습니다.

cors-control-include = 쿠키 싣기
cors-control-omit = 쿠키 빼기
cors-control-chromium = Chromium 규칙으로
cors-control-standard = 표준 규칙으로
cors-control-put = PUT으로
cors-control-get = GET으로

cors-x-http-api = API Gateway, HTTP API
cors-x-mock = API Gateway, REST API: OPTIONS용 mock(SAM 템플릿)
cors-x-gateway-responses = API Gateway, REST API: 스스로 만드는 응답
cors-x-lambda = 람다, 프록시 통합 뒤
cors-x-nginx = nginx
cors-x-express = Express

cors-e-op = { $op } 작업은 없습니다. 쓸 수 있는 것: { $known }
cors-e-field-missing = { $field } 필드가 없습니다
cors-e-field = { $field } 필드는 { $wanted }여야 합니다
cors-w-text = 텍스트
cors-w-list = 목록 형태
cors-w-object = 객체
cors-w-number = 0 이상의 정수
cors-w-bool = true 아니면 false
cors-w-pairs = 텍스트 쌍의 목록 형태
cors-e-url = { $field }: 절대 http(s) URL이 아닙니다: '{ $text }'
cors-h-url = 스킴까지 적어 주세요: https://{ $text }
cors-e-no-url = url이 없습니다
cors-e-no-page = page가 없습니다. 스크립트는 어디에서 왔습니까?
cors-h-no-page = page = "https://shop.example.com"
cors-e-page-path = page에 경로('{ $path }')가 있습니다. 출처는 scheme://host[:port]입니다
cors-h-page = { JOSA($origin, "이라고/라고") } 적어 주세요
cors-e-no-request = [request]가 없습니다. 스크립트는 무엇을 요청합니까?
cors-h-no-request = [request]를 쓰고 다음 줄에 url = "https://api.example.com/"
cors-e-word = { $field }에 쓸 수 없는 값입니다: '{ $text }'. 쓸 수 있는 것: { $known }
cors-h-word = 혹시 { $word }?
cors-e-status = { JOSA($status, "은/는") } 상태가 아닙니다. 100~599가 있습니다
cors-e-header-name = 헤더 이름이 아닙니다: '{ $name }'
cors-e-header-value = { $name }: 헤더 값에는 줄바꿈이나 널 문자가 없습니다
cors-e-header-byte = { $name }: 스크립트는 헤더에 U+00FF까지의 문자만 보낼 수 있습니다
cors-e-pair = 헤더는 { "{ Name = \"value\" }" } 또는 [["Name", "value"]]로 씁니다
cors-e-many-fields = 헤더가 { $most }개보다 많습니다
cors-e-long-fields = 한 메시지의 헤더가 { $most } KB보다 깁니다. 브라우저도 거기서 포기합니다
cors-e-long = { JOSA($field, "이/가") } { $most } KB보다 깁니다. 이런 길이는 어떤 서버도 읽지 않습니다
cors-e-many = { $most }개까지 쓸 수 있습니다
cors-e-time = after_ms는 0 이상의 밀리초입니다
cors-e-hop = { $url }에 답하는 hop이 없습니다
cors-e-two-servers = { JOSA($first, "과/와") } { JOSA($second, "이/가") } 둘 다 누가 답하는지 정합니다. 하나만 두세요
cors-e-no-kind = kind가 없습니다: "http" 또는 "rest"
cors-e-apigw-credentials = API Gateway가 400으로 거절합니다: 출처가 *이면 allow_credentials를 켤 수 없습니다
cors-h-apigw-credentials = 출처를 적거나 allow_credentials를 빼세요.

cors-yes = 예
cors-no = 아니요
cors-want-word = { $known } 가운데 하나로 답해 주세요
cors-want-number = 숫자로 답해 주세요
cors-want-names = 헤더 이름을 쉼표로 나누어 적어 주세요: x-a,x-b. 없으면 없음
cors-want-origin = 출처를 적어 주세요: https://shop.example.com 또는 null
cors-w-method = 메서드
cors-w-header = 헤더
cors-w-no-fault = 없음: 통과

cors-drill-same-origin = 같은 출처인지
cors-drill-preflight = 브라우저가 먼저 묻는지
cors-drill-asked-headers = Access-Control-Request-Headers에 적히는 것
cors-drill-readable = 스크립트가 읽을 수 있는 헤더
cors-drill-credentials = 쿠키가 있을 때와 없을 때, 응답을 읽어도 되는지
cors-drill-first-fault = 브라우저가 가장 먼저 문제 삼는 것
cors-drill-cache = 프리플라이트를 몇 번 보내는지
cors-drill-redirect = 리디렉션 뒤에 도착하는 Origin

cors-ask-same-origin = { $page } 페이지가 { JOSA($url, "을/를") } 부릅니다. 같은 출처입니까?
cors-ask-preflight = { $page } 페이지에서: { $call }. 브라우저가 OPTIONS를 먼저 보냅니까?
cors-ask-asked-headers = 다른 출처에서: { $call }. Access-Control-Request-Headers에는 무엇이 적힙니까?
cors-ask-readable = { $call }의 응답: { $answer }. 스크립트가 { JOSA($name, "을/를") } 읽을 수 있습니까?
cors-ask-credentials = { $page } 페이지에서: { $call }의 응답: { $answer }. 스크립트가 응답을 읽어도 됩니까?
cors-ask-first-fault = { $page } 페이지에서: { $call }. 프리플라이트의 응답: { $answer }. 브라우저는 무엇을 가장 먼저 문제 삼습니까?
cors-ask-cache = { $call }, 프리플라이트의 응답: { $answer }. 같은 요청을 다시: { $steps } (각각 바로 앞 요청부터). 프리플라이트는 모두 몇 번입니까?
cors-ask-redirect = { $page } 페이지의 단순 GET 요청이 리디렉션됩니다: { $chain }. 마지막 요청의 Origin은 무엇입니까?

cors-slip-path = 경로와 쿼리는 따지지 않습니다. 스킴, 호스트, 포트만 봅니다.
cors-slip-scheme = http와 https는 다른 스킴이라 다른 출처입니다.
cors-slip-port = 포트가 다르면 다른 출처입니다. 포트를 안 쓴 https는 443입니다.
cors-slip-default-port = https는 어차피 443입니다. 같은 포트입니다.
cors-slip-case = 호스트와 스킴은 대소문자를 가리지 않습니다.
cors-slip-subdomain = 누구 것이든 서브도메인은 다른 호스트입니다.
cors-slip-host = 호스트는 전체가 같아야 합니다. 이름이 다르면 다른 출처입니다.
cors-slip-simple = HTML 폼이 못 보낼 것이 하나도 없습니다. 바로 나갑니다.
cors-slip-harmless = 무해한 헤더까지 적었습니다. 허락이 필요한 것만 묻습니다.
cors-slip-content-type = Content-Type은 값으로 판단합니다. 폼의 타입이면 무해하고, 나머지는 물어봅니다.
cors-slip-authorization = Authorization은 무해한 헤더가 아닙니다. 이름으로 물어봅니다.
cors-slip-no-names = 물어볼 것이 있습니다. 직접 붙인 헤더는 허락이 필요합니다.
cors-why-asked-headers = 허락이 필요한 이름만 소문자로, 순서대로, 한 번씩 적힙니다. 무해한 값과 스크립트가 정할 수 없는 헤더는 빠집니다.
cors-slip-star = *가 자격 증명 앞에서 멈춘다는 것을 잊었습니다. include에는 출처를 적어야 합니다.
cors-slip-star-fine = 자격 증명이 없으면 *로 충분하고, Access-Control-Allow-Credentials는 보지 않습니다.
cors-slip-named-fine = 페이지의 출처가 그대로 적혀 있고, 자격 증명에 필요한 것도 있습니다.
cors-slip-no-true = 출처는 맞지만 include에는 Access-Control-Allow-Credentials: true가 함께 있어야 합니다.
cors-slip-true = 정확히 true여야 합니다. True나 1은 소용없습니다.
cors-slip-missing = Access-Control-Allow-Origin이 없으면 다른 출처는 읽지 못합니다.
cors-slip-slash = 끝의 슬래시 때문에 다른 글자가 됩니다. 마지막 글자까지 견줍니다.
cors-slip-pattern = 패턴은 없습니다. *는 혼자 쓰이거나 보통 글자입니다.
cors-slip-several = 값은 하나뿐입니다. 사이트가 여럿이면 서버가 물어 온 쪽을 골라 적습니다.
cors-slip-no-scheme = 스킴이 없으면 출처가 아닙니다.
cors-slip-null-named = null은 페이지의 출처와 다른 출처입니다.
cors-slip-always-readable = 언제나 읽을 수 있는 헤더가 일곱 있습니다: Cache-Control, Content-Language, Content-Length, Content-Type, Expires, Last-Modified, Pragma.
cors-slip-expose = 언제나 읽을 수 있는 일곱 헤더가 아니고, 공개하는 헤더도 없습니다.
cors-slip-exposed = Access-Control-Expose-Headers에 적혀 있습니다. 대소문자는 상관없습니다.
cors-slip-expose-star = 자격 증명이 없으면 *는 Set-Cookie만 빼고 모두 공개합니다.
cors-slip-expose-star-credentials = 자격 증명을 실으면 *는 그냥 글자라서 아무것도 공개하지 않습니다.
cors-slip-expose-list = 이름은 쉼표로 나눕니다. 읽을 수 없는 목록은 아무것도 공개하지 않습니다.
cors-slip-set-cookie = Set-Cookie는 공개하더라도 스크립트가 읽지 못합니다.
cors-slip-later = 그것도 실패하지만, 그보다 먼저 검사하는 것이 있습니다.
cors-why-order = 순서: 리디렉션, 출처, 자격 증명, 상태, 목록, 메서드, 헤더.
cors-slip-cache-none = 매번 묻는다고 했지만 허락은 기억합니다. Max-Age가 없으면 5초입니다.
cors-slip-cache-once = 한 번만 묻는다고 했지만 허락은 주소마다 따로이고 기한이 있습니다. 자격 증명 없이 받은 허락은 자격 증명을 실은 요청에 쓰지 못합니다.
cors-slip-cache-more = 하나 많습니다. 아직 기억하는 것은 다시 묻지 않습니다.
cors-slip-cache-fewer = 하나 모자랍니다. 주소나 자격 증명이 다르거나 기한이 지나면 다시 묻습니다.
cors-why-cache-first = 요청 { $number }, { $path }: 이 주소로 기억하는 것이 없습니다. 묻습니다.
cors-why-cache-cookies = 요청 { $number }, { $path }: 자격 증명 없이 받은 허락인데 이번에는 싣습니다. 묻습니다.
cors-why-cache-fresh = 요청 { $number }, { $path }: 허락을 받은 지 { $passed }초, 기한은 { $age }초입니다. { $passed } < { $age }라서 묻지 않습니다.
cors-why-cache-old = 요청 { $number }, { $path }: 허락을 받은 지 { $passed }초, 기한은 { $age }초입니다. { $passed } ≥ { $age }라서 다시 묻습니다.
cors-why-cache = 주소마다 Access-Control-Max-Age만큼 기억합니다. 없거나 읽을 수 없으면 5초(표준에서는 -1도), 0이면 기억하지 않습니다. 자격 증명 없이 받은 허락은 자격 증명을 실은 요청에 쓰지 못합니다.
cors-slip-null = 남의 출처가 또 다른 출처로 넘겼습니다. 그때부터 Origin은 null입니다.
cors-slip-not-null = 남의 출처가 다른 출처로 넘긴 일이 없습니다. Origin은 페이지의 출처 그대로입니다.
cors-slip-redirector = Origin은 묻는 쪽을 밝힙니다. 페이지 아니면 null이고, 리디렉션한 서버는 아닙니다.
