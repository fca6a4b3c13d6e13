question-hint = Hint: { $hint }
question-no-hint = There is no hint for this one.
question-incomplete = Something is still open. Enter again judges it as it is.
question-right = Right.
question-wrong = Not right.
question-right-order = The right order
question-points = { $got } of { $of } points
question-again-today = Comes again today.
question-again-in = Comes again in { $days ->
    [one] 1 day
   *[other] { $days } days
 }.
