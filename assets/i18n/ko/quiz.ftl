quiz-which-unit = 숫자는 맞을 수 있습니다. 단위까지 적어 주세요.
quiz-only-number = 단위 없이 숫자만 적어 주세요.
