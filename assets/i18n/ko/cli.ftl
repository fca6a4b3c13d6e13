cli-about = 터미널에서 공부하는 DevOps와 AWS 강의. 레슨, 시뮬레이터, 검색, 그리고 잊을 때쯤 문제를 다시 꺼내 주는 복습.
cli-lesson = 열어 볼 레슨. 예: vpc/nat-gateway
cli-profile = 다른 학습자의 기록을 쓴다
cli-course = 내장 강의 대신 열 폴더
cli-lang = en 또는 ko. 없으면 로캘을 따른다
cli-theme = dark, light, mono 중 하나
cli-color = 색 사용: auto, always, never
cli-data_dir = 학습 기록을 둘 곳
cli-quiet = 결과와 오류만 알린다
cli-verbose = 무엇을 하는지 표준 오류에 알린다
cli-help = 이 도움말을 보여 준다
cli-version = 버전을 보여 준다
cli-json = JSON으로 출력한다
cli-heading-usage = 사용법:
cli-heading-arguments = 인자
cli-heading-commands = 명령
cli-word-options = [옵션]
cli-word-command = <명령>
cli-heading-options = 옵션

cli-search-about = 한국어, 영어, 또는 둘을 섞어 레슨의 절을 찾는다. 없으면 종료 코드 1
cli-search-query = 찾을 말. "구절", -제외, lang:ko
cli-search-number = 결과 개수
cli-search-topic = 이 주제만: vpc,dynamodb
cli-search-tag = 이 태그가 붙은 레슨만
cli-search-batch = 한 줄에 JSON 질의 하나씩 읽고 한 줄씩 답한다

cli-read-about = 레슨을 출력한다. 터미널에서는 페이저로 보여 준다
cli-read-lesson = 레슨. 예: vpc/nat-gateway

cli-review-about = 복습할 때가 된 문제를 푼다
cli-review-minutes = 대략 이만큼의 시간(분) 뒤에 멈춘다
cli-review-topic = 이 주제만: vpc,dynamodb
cli-review-plain = 전체 화면 없이 한 줄씩 진행한다

cli-sim-about = 시뮬레이터 목록을 보거나 하나를 실행한다
cli-sim-name = 시뮬레이터. 없으면 목록을 보여 준다
cli-sim-scenario = 시뮬레이션할 내용. 문법은 'opsdrill sim NAME --help'
cli-sim-file = 시나리오를 파일에서 읽는다. -는 표준 입력
cli-sim-steps = 모든 단계를 보여 준다
cli-sim-batch = 한 줄에 JSON 요청 하나씩 읽고 한 줄씩 답한다
cli-sim-help = 시뮬레이터의 문법과 예를 보여 준다

cli-drill-about = 시뮬레이터가 만드는 문제로 연습한다
cli-drill-name = 시뮬레이터
cli-drill-kind = 연습 종류. 없으면 모든 종류를 섞는다
cli-drill-level = 난이도: 1부터 3까지
cli-drill-seed = 같은 시드는 같은 문제를 만든다
cli-drill-number = 문제 개수

cli-study-about = 주어진 복습의 일정을 계산한다(기계용)
cli-study-batch = 한 줄에 JSON 요청 하나씩 읽고 한 줄씩 답한다

cli-check-about = 강의에서 잘못된 곳을 모두 알려 준다
cli-check-path = 강의 폴더 또는 레슨 하나. 없으면 내장 강의
cli-check-watch = 파일을 저장할 때마다 다시 검사한다

cli-unknown-argument = { $argument } 옵션은 없습니다
cli-unknown-command = { $command } 명령은 없습니다
cli-missing-argument = { $argument } 값이 빠졌습니다
cli-bad-value = { $argument }에 { JOSA($value, "은/는") } 쓸 수 없습니다
cli-conflict = { JOSA($argument, "은/는") } { JOSA($other, "과/와") } 함께 쓸 수 없습니다
cli-bad-usage = 명령을 이해하지 못했습니다: { $detail }
cli-no-lang = { $lang } 언어는 없습니다. 쓸 수 있는 언어: { $known }
cli-did-you-mean = 혹시 { $word }?
cli-try-help = 명령과 옵션은 'opsdrill --help'로 볼 수 있습니다.
cli-try-sim-help = 문법과 플래그는 'opsdrill sim { $name } --help'로 볼 수 있습니다.

voice-built-in = 내장 강의: 레슨 { $lessons }개, 문제점 { $problems }개, 읽는 데 { $ms } ms
voice-folder = { $path }의 강의: 레슨 { $lessons }개, 문제점 { $problems }개, 읽는 데 { $ms } ms
voice-check = { JOSA($path, "을/를") } 검사합니다
voice-memory = 학습 기록이 있는 곳: { $path } (기록 파일은 그 안의 events.db)
voice-log = 기록 파일의 항목: { $entries }건
voice-index = 검색 색인: 섹션 { $sections }개, 만드는 데 { $ms } ms
voice-ran = { $sim }: { $bytes }바이트 시나리오를 { $ms } ms에 실행했습니다. 결과 { $outcomes }개, 거절 { $refusals }개
voice-batch = { $lines }줄에 답했습니다({ $ms } ms)
