cli-about = A course on DevOps and AWS that lives in the terminal: lessons, simulators, search, and a memory that brings each question back in time.
cli-lesson = A lesson to open, such as vpc/nat-gateway
cli-profile = Another learner's memory
cli-course = A folder to open as the course instead of the built-in one
cli-lang = en or ko; from the locale if not given
cli-theme = dark, light or mono
cli-color = Colours: auto, always or never
cli-data_dir = Where the memory is kept
cli-quiet = Say only results and errors
cli-verbose = Say on standard error what is being done
cli-help = Show this help
cli-version = Show the version
cli-json = Print JSON
cli-heading-usage = Usage:
cli-heading-arguments = Arguments
cli-heading-commands = Commands
cli-word-options = [OPTIONS]
cli-word-command = <COMMAND>
cli-heading-options = Options

cli-search-about = Find sections of lessons, in English, Korean or both at once; exit 1 if there are none
cli-search-query = Words to look for; "a phrase", -without, lang:ko
cli-search-number = How many hits
cli-search-topic = Only these topics: vpc,dynamodb
cli-search-tag = Only lessons with these tags
cli-search-batch = Read one JSON query a line, answer one a line

cli-read-about = Print a lesson; through the pager on a terminal
cli-read-lesson = The lesson, such as vpc/nat-gateway

cli-review-about = Review what is due
cli-review-minutes = Stop after about so many minutes
cli-review-topic = Only these topics: vpc,dynamodb
cli-review-plain = Line by line, without the full screen

cli-sim-about = List the simulators, or run one
cli-sim-name = The simulator; without it they are listed
cli-sim-scenario = What to simulate; 'opsdrill sim NAME --help' shows the grammar
cli-sim-file = Read the scenario from a file; - is standard input
cli-sim-steps = Show every step
cli-sim-batch = Read one JSON request a line, answer one a line
cli-sim-help = Show the simulator's grammar with examples

cli-drill-about = Practise with questions that a simulator makes
cli-drill-name = The simulator
cli-drill-kind = The kind of drill; without it all kinds are mixed
cli-drill-level = How hard: 1 to 3
cli-drill-seed = The same seed makes the same questions
cli-drill-number = How many questions

cli-study-about = Compute the schedule of given reviews, for machines
cli-study-batch = Read one JSON request a line, answer one a line

cli-check-about = Report everything that is wrong with a course
cli-check-path = A course folder or one lesson; the built-in course if not given
cli-check-watch = Check again whenever a file is saved

cli-unknown-argument = there is no option { $argument }
cli-unknown-command = there is no command { $command }
cli-missing-argument = { $argument } is missing
cli-bad-value = { $value } is no value for { $argument }
cli-conflict = { $argument } does not go with { $other }
cli-bad-usage = the command line cannot be read: { $detail }
cli-no-lang = there is no language { $lang }; known are { $known }
cli-did-you-mean = Did you mean { $word }?
cli-try-help = 'opsdrill --help' lists commands and options.
cli-try-sim-help = 'opsdrill sim { $name } --help' shows its grammar and flags.

voice-built-in = the built-in course: { $lessons } lessons, { $problems } problems, read in { $ms } ms
voice-folder = the course in { $path }: { $lessons } lessons, { $problems } problems, read in { $ms } ms
voice-check = checking { $path }
voice-memory = the memory lies in { $path }, its log is events.db there
voice-log = entries in the log: { $entries }
voice-index = the search index: { $sections } sections, built in { $ms } ms
voice-ran = { $sim } ran a scenario of { $bytes } bytes in { $ms } ms; outcomes: { $outcomes }, refusals: { $refusals }
voice-batch = lines answered: { $lines }, in { $ms } ms
