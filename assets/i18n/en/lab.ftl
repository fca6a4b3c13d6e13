key-example = example
key-drill = drill
key-outcome = outcome
key-editor = scenario
key-redo = redo
key-mend = mend
key-next-step = next step
key-previous-step = previous step
key-fix = mend
key-why = why
key-next-example = next example
key-copy-command = copy as a command
key-next-outcome = next question
key-previous-outcome = previous question
key-done = done
key-begin = begin
key-harder = harder
key-easier = easier
key-another = another
key-see = see it in the lab
scope-reasons = Reasons
scope-drill = Drill
lab-title = Lab
lab-examples = Examples
lab-edits = { $count ->
    [one] 1 edit
   *[other] { $count } edits
 }
lab-outcome-place = { $at } of { $of }
lab-copied = Copied: { $command }
lab-mend-first = What cannot be read comes first; then this outcome is of use again.
lab-kept = Your { $count ->
    [one] change is
   *[other] { $count } changes are
  } still here; u takes back.
lab-nothing-to-undo = Nothing to undo.
lab-nothing-to-redo = Nothing to do again.
lab-no-reason = No lesson explains this yet.
lab-no-drill = { $sim } has no drills yet.
lab-mend = { $key }  write { $line }
lab-empty = Write a scenario here, or take an example with { $keys }. This is understood:
lab-why = Why
drill-title = Drill
drill-level = Level { $level }
drill-score = { $right } of { $of } right
