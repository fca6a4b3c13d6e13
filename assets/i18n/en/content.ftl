content-bad-blank-number = The number of a blank is 1 or more: { "{{c1::answer}}" }
content-bad-day = Not a day: write it as 2026-11-23
content-bad-id = The id "{ $id }" may hold only letters of the English alphabet, digits, "-", "_" and "."
content-bad-level = The level is 1, 2 or 3, not "{ $value }"
content-bad-price = Not a price: write dollars as "0.059"
content-bad-status = No status is called "{ $status }": it is confirmed, secondary, unverified or unknown
content-bad-toml = This is not TOML: { $detail }
content-bare-blank = Among several blanks each needs a number: { "{{c1::answer}}" }
content-binary = This file is not text
content-broken-anchor = { $lesson } has no section "{ $anchor }"
content-broken-link = This link leads nowhere: { $to }
content-choice-without-box = This choice has no box: begin it with "- [ ] " or "- [x] "
content-did-you-mean = Did you mean "{ $word }"?
content-double-anchor = The anchor "{ $anchor }" is taken: two sections cannot share one
content-double-id = The id "{ $id }" is taken: a question or drill above has it
content-double-lesson = { $lesson } is listed twice
content-drill-with-text = A drill makes its own text: leave the fence empty
content-drill-without-name = A drill names a simulator and a kind: "drill cidr network"
content-empty-answer = An answer is empty
content-empty-blank = Nothing is hidden in this blank
content-empty-expect = "expect" names no verdict
content-expect-count = The scenario has { $outcomes ->
    [one] { $outcomes } outcome
   *[other] { $outcomes } outcomes
} and { $expects ->
    [one] { $expects } "expect" line
   *[other] { $expects } "expect" lines
}
content-hidden-blank = A blank cannot stand here: in a comment, say, nobody would see it
content-inner-fence = This code inside the question never ends
content-inner-fence-hint = Open and close the quiz fence with four backticks; the code inside has three
content-key-elsewhere = "{ $key }" stands in the .md file alone and holds for every language
content-kinds =
    The kind follows from the shape:
    choice or select: a list of "- [ ]" and "- [x]"
    order: a numbered list in the right order
    match: a table with two columns
    cloze: text with { "{{c1::hidden}}" }
    typed: last lines that begin with "= "
    recall: a line "---" and the answer
    rubric: a line "---" and a list of "- [ ]" points
content-known-are = Known are: { $known }
content-lang-en = English
content-lang-ko = Korean
content-link-language = This link leads to another language: in this file links end in "{ $end }"
content-missing-key = "{ $key }" is missing
content-missing-translation = The lesson is missing in { $lang }: { $file }
content-month = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
    [12] Dec
   *[other] { $month }
} { $year }
content-nested-fence = A { $fence } fence must stand by itself, not in a list, a quote or another fence
content-no-answer = This question has no answer
content-no-attributes = Nothing else may stand on this line
content-no-front = The lesson has no front matter: title and the rest between two lines "+++"
content-no-kind = This is no kind of question
content-no-prompt = Nothing is asked here
content-no-right-answer = No choice is marked as right with "[x]"
content-no-such-lesson = There is no lesson { $lesson }
content-no-such-lesson-hint = Write { $file }, or give its title under [planned]
content-no-title = The lesson has no title
content-not-utf8 = This file is not UTF-8; from here on its text may be wrong
content-one-choice = One choice is no choice
content-one-item = With one item there is nothing to arrange
content-open-blank = This blank is not closed on its line
content-open-blank-hint = Close it with { "}}" }, or write { "\\{{" } for braces that are only text
content-open-fence = This fence is never closed: it needs a line { $mark } at its end
content-open-front = The front matter is never closed: it needs a second line { $mark }
content-open-quote = A double quote inside "{ $key }": a value cannot hold one
content-other-attributes = Level, "fixed" or "was" differ from the question in { $lang }
content-other-blanks = The numbers of the blanks differ from those in { $lang }
content-other-items = Number of items or place of the right one differ from the question in { $lang }
content-other-kind = This is another kind of question than in { $lang }
content-other-order = Here stands { $what }; the order in { $lang } is another
content-other-scenario = The scenario differs from the one in { $lang } by more than comments
content-out-of-step = { $what } is missing in { $lang }
content-planned-unlisted = { $lesson } is planned but stands in no module
content-planned-written = { $lesson } is written: take it out of [planned]
content-price = ${ $usd }
content-price-check = check the official page
content-price-in = ${ $usd } ({ $place })
content-price-missing = (no price { $id })
content-price-unsure = ${ $usd } (not confirmed)
content-price-unsure-in = ${ $usd } ({ $place }; not confirmed)
content-quiz-without-id = A question needs an id after the word quiz: "quiz where-it-lives"
content-region-and-month = { $region }, { $month }
content-region-seoul = Seoul
content-region-virginia = N. Virginia
content-renamed = It is called "{ $lesson }" now
content-repeated-choice = This choice stands there twice: { $choice }
content-scenario-refused = { $why }
content-sim-without-name = A scenario needs the name of a simulator: "sim vpc"
content-the-drill = the drill "{ $id }"
content-the-question = the question "{ $id }"
content-the-scenario = this scenario
content-the-section = the section "{ $anchor }"
content-ticks-in-answer = The backticks would have to be typed with the answer { $answer }
content-ticks-in-answer-hint = Put the backticks outside the blank and the word cloze after the id, or leave them out
content-title-missing-language = The title is missing in: { $lang }
content-type-table = a table
content-type-tables = a list of tables
content-type-text = text in quotes
content-unexplained-code = No lesson explains { $code } of the simulator { $sim }
content-unexplained-code-hint = Name a section in a lesson's front matter: explains = { "{" } { $code } = "anchor" { "}" }
content-unknown-attribute = "{ $word }" means nothing here
content-unknown-code = No simulator has the code { $code }
content-unknown-drill = The simulator { $sim } has no drill "{ $kind }"
content-unknown-key = There is no key "{ $key }" here
content-unknown-language = There is no language "{ $lang }": known are { $known }
content-unknown-price = There is no price "{ $id }"
content-unknown-price-region = The price "{ $id }" is not known for { $region }
content-unknown-simulator = There is no simulator "{ $sim }"
content-unlisted-lesson = { $lesson } stands in no module of course.toml
content-unshowable = A control character stood here: a terminal would obey it instead of showing it
content-wrong-because = The outcome does not have the code { $code }; it has: { $codes }
content-wrong-type = This must be { $wanted }
content-wrong-verdict = The outcome is: { $verdict }
