study-begin = 복습할 카드 { $due }장, 새 카드 { $new }장, 약 { $minutes }분
study-orders = 모르면 그냥 Enter. :h 힌트  :s 건너뛰기  :f 표시  :u 되돌리기  :q 그만하기
study-nothing-due = 지금 복습할 카드가 없습니다. 레슨을 읽으면 새 카드가 나옵니다.
study-offer = 복습할 카드가 없습니다. "{ $lesson }" 레슨의 카드 { $cards }장을 시작할까요? Enter나 y: 예, n: 아니요
study-how-select = 맞는 글자를 모두. 예: a c
study-how-order = 올바른 순서대로 글자를. 예: b a c
study-how-match = 1, 2, 3 ...에 맞는 글자를 차례로. 예: b a c
study-how-rubric = 이 가운데 말한 것의 글자를. 예: a c
study-not-understood = 위에 없는 글자입니다.
study-no-hint = 이 문제에는 힌트가 없습니다.
study-right = 맞았습니다.
study-wrong = 틀렸습니다.
study-enter = Enter 또는{ " " }
study-again = 다시
study-hard = 어려움
study-good = 알맞음
study-easy = 쉬움
study-in-days = { $days ->
    [0] 오늘
   *[other] { $days }일
  }
study-rate-by-number = 1에서 4 사이의 숫자를 적어 주세요.
study-nothing-to-undo = 되돌릴 것이 없습니다.
study-end = { $answered }개 답함, { $right }개 맞음, { $left }장 남음.
study-all-kept = 모두 저장했습니다.
study-cannot-ask = 여기서는 물을 수 없는 카드라 건너뜁니다.
study-bad-review = 복습에는 1에서 4까지의 rating과 0 이상의 elapsed_days가 있어야 합니다
study-bad-parameters = 이 매개변수나 retention으로는 FSRS를 계산할 수 없습니다
