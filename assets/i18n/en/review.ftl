review-title = Review
review-about = about { $minutes } min
review-today = today
review-days = { $days } d
review-months = { $months } mo
review-years = { $years } y
review-nothing-to-undo = There is nothing to undo.
review-undo-later = The last answer is still being saved. Try again in a moment.
review-done = { $answered ->
    [one] 1 answer
   *[other] { $answered } answers
 }, { $right } right, { $minutes } min
review-nothing-due = Nothing is due today.
review-next = { $cards ->
    [one] The next card comes
   *[other] The next { $cards } cards come
 } on { $date }.
review-leeches = Forgotten again and again. Reading helps more than repeating:
review-more = { $cards ->
    [one] one more new card
   *[other] more new cards: { $cards } are waiting
 }
review-read = read on: { $lesson }
review-no-more = There are no more new cards in the lessons that you have read.
