quiz-which-unit = The number may be right. In which unit?
quiz-only-number = Only the number, please, without a unit.
