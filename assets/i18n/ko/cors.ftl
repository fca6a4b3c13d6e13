cors-summary = CORS: 브라우저가 무엇을 보내고, 먼저 묻고, 스크립트에 읽게 하는지

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
cors-f-mismatch = Access-Control-Allow-Origin은 { $found }인데 페이지는 { $origin }
cors-f-no-credentials = Access-Control-Allow-Credentials가 없음(자격 증명을 실으면 true여야 함)
cors-f-credentials = Access-Control-Allow-Credentials가 { $found }(정확히 true여야 함)
cors-f-redirect = 상태 { $status }, 프리플라이트는 리디렉션할 수 없음
cors-f-status = 상태가 200~299가 아니라 { $status }
cors-f-method-list = Access-Control-Allow-Methods를 읽을 수 없음: { JOSA($found, "은/는") } 메서드가 아님
cors-f-header-list = Access-Control-Allow-Headers를 읽을 수 없음: { JOSA($found, "은/는") } 이름이 아님
cors-f-method = Access-Control-Allow-Methods에 { $method } 메서드가 없음(대소문자 구별)
cors-f-method-star = Access-Control-Allow-Methods에 { $method } 메서드가 없음(자격 증명을 실으면 *는 그냥 글자)
cors-f-header = Access-Control-Allow-Headers에 { JOSA($name, "이/가") } 없음
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
cors-s-read = 스크립트는 상태와 헤더 { $count }개를 읽습니다. 감춰진 헤더는 { $hidden }개입니다.
cors-s-error = 스크립트는 이유가 적히지 않은 TypeError를 받습니다: { $why }.
cors-s-done-unread = 서버는 일을 마쳤지만 스크립트는 TypeError를 받습니다: { $why }.

cors-n-dropped = 스크립트가 정할 수 없는 헤더라서 브라우저가 뺍니다: { $names }.
cors-n-assumed = OPTIONS에 대한 말이 없어 헤더 없는 404로 가정합니다.
cors-n-gateway = 이 { JOSA($status, "은/는") } API Gateway가 스스로 만든 응답입니다. 함수가 넣은 헤더는 붙지 않습니다.
cors-n-ignored = HTTP API에 CORS 구성이 있어, 함수가 돌려준 CORS 헤더는 무시됩니다.
cors-n-vary = { JOSA($origin, "이/가") } 여기에 적힐 수 있는 여러 출처 가운데 하나라면 모든 응답에 Vary: Origin이 필요합니다. 늘 같은 값이면 필요 없습니다.
cors-n-vary-http = 응답이 Origin에 따라 달라집니다. 앞에 둔 캐시는 키에 Origin을 넣어야 합니다.
cors-n-hidden = Access-Control-Expose-Headers 없이는 읽을 수 없습니다: { $names }.
cors-n-same-site = include는 쿠키를 허락할 뿐입니다. SameSite=Lax 쿠키는 여전히 다른 사이트로 가지 않습니다.
cors-n-null = null은 샌드박스에 든 모든 프레임의 출처입니다. 허용하면 모두 허용됩니다.

cors-fix-permit = 서버가 허용하게 하기: { $names }
cors-fix-omit = 쿠키를 보내지 않기
cors-fix-https = https로 부르기
cors-fix-mode = cors 모드 쓰기
cors-fix-follow = 리디렉션 따라가기
cors-fix-post = POST 쓰기
cors-fix-vary = Vary: Origin 넣기
cors-fix-expose = { $names } 공개하기

cors-control-include = 쿠키 싣기
cors-control-omit = 쿠키 빼기
cors-control-chromium = Chromium대로
cors-control-standard = 표준대로
cors-control-put = PUT으로
cors-control-get = GET으로

cors-x-http-api = API Gateway, HTTP API
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
cors-e-many = { $most }개까지 쓸 수 있습니다
cors-e-time = after_ms는 0 이상의 밀리초입니다
cors-e-hop = { $url }에 답하는 hop이 없습니다
cors-e-two-servers = { JOSA($first, "과/와") } { JOSA($second, "이/가") } 둘 다 누가 답하는지 정합니다. 하나만 두세요
cors-e-no-kind = kind가 없습니다: "http" 또는 "rest"
cors-e-apigw-credentials = API Gateway가 400으로 거절합니다: 출처가 *이면 allow_credentials를 켤 수 없습니다
cors-h-apigw-credentials = 출처를 적거나 allow_credentials를 빼세요.
