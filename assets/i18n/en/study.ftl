study-begin = { $due ->
    [0] Nothing is due
    [one] One card is due
   *[other] { $due } cards are due
  }, { $new ->
    [0] none is new
    [one] one is new
   *[other] { $new } are new
  }; about { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
  }.
study-orders = Enter alone means "I don't know". :h hint  :s skip  :f flag  :u undo  :q stop
study-nothing-due = Nothing is due. New cards come when you have read their lesson.
study-offer = Nothing is due. Begin with { $cards ->
    [one] the card
   *[other] the { $cards } cards
  } of "{ $lesson }"? Enter or y: yes; n: no
study-how-select = Every letter that holds, such as: a c
study-how-order = The letters in the right order, such as: b a c
study-how-match = For 1, 2, 3 ... the letter that belongs to it, such as: b a c
study-how-rubric = Which of these points did you make? Their letters, such as: a c
study-not-understood = That is not among the letters above.
study-no-hint = There is no hint for this one.
study-right = Right.
study-wrong = Not right.
study-enter = Enter or{ " " }
study-again = again
study-hard = hard
study-good = good
study-easy = easy
study-in-days = { $days ->
    [0] today
   *[other] { $days } d
  }
study-rate-by-number = A number from 1 to 4, please.
study-nothing-to-undo = There is nothing to undo.
study-end = { $answered ->
    [one] One answer
   *[other] { $answered } answers
  }, { $right } right, { $left } left.
study-all-kept = Everything is saved.
study-cannot-ask = This card cannot be asked here and is left out.
study-bad-review = a review has a rating from 1 to 4 and elapsed_days from 0 on
study-bad-parameters = FSRS cannot work with these parameters or this retention
