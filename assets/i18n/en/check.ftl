check-fine = Nothing is wrong in { $lessons ->
    [one] { $lessons } lesson
   *[other] { $lessons } lessons
}.
check-found = { $problems ->
    [one] { $problems } problem
   *[other] { $problems } problems
} in { $files ->
    [one] { $files } file
   *[other] { $files } files
}.
check-no-lesson = { $file } is neither a lesson nor a course.toml
check-problem = problem
check-remedy = remedy
check-watch-what = There is nothing to watch: name the folder of a course
