too-small = The terminal is too small: { $width } x { $height } cells are needed.
not-saved = { $waiting ->
    [0] Not saved
   *[other] { $waiting } not saved
  }
not-saved-because = Nothing is saved at present; opsdrill tries again. { $why }
kept-aside-because = The log does not take your answers at present. They are kept beside it, and opsdrill tries again. { $why }
all-saved = Everything is saved.
mouse-on = The mouse works in opsdrill. Shift and drag selects text.
mouse-off = The mouse selects text. M gives it back to opsdrill.
palette-nothing = Nothing by that name.
home-reading = Reading the course
home-due = { $cards -> 
    [one] 1 card is due
   *[other] { $cards } cards are due
 }, about { $minutes } min
home-nothing-due = Nothing is due today
home-next-due = the next card comes on { $date }
home-read = Read
home-known = Known
home-lessons = { $part } of { $whole } lessons
home-cards = { $part } of { $whole } cards
home-next = Next
home-all-read = Every lesson is read.
home-minutes = { $minutes } min
home-questions = { $count -> 
    [one] 1 question
   *[other] { $count } questions
 }
home-problems = { $count -> 
    [one] 1 problem
   *[other] { $count } problems
 } in this course: opsdrill check { $path }
welcome-what = A course on DevOps and AWS that lives in your terminal.
welcome-memory = Read, try, answer: each question comes back just before you would forget it.
welcome-first = the first lesson
welcome-language = 한국어로 보기
welcome-search = look something up
welcome-keys = every key that works here
date = { $weekday } { $day } { $month }
library-title = Library
library-planned = planned
library-nothing = No lesson matches.
library-not-written = This lesson is planned and not written yet.
library-count = { $part } of { $whole } read
month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec
weekday-0 = Mon
weekday-1 = Tue
weekday-2 = Wed
weekday-3 = Thu
weekday-4 = Fri
weekday-5 = Sat
weekday-6 = Sun
