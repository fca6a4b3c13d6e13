question-hint = 힌트: { $hint }
question-no-hint = 이 문제에는 힌트가 없습니다.
question-incomplete = 아직 비어 있는 곳이 있습니다. Enter를 한 번 더 누르면 그대로 채점합니다.
question-right = 맞았습니다.
question-wrong = 틀렸습니다.
question-right-order = 올바른 순서
question-points = { $of }점 중 { $got }점
