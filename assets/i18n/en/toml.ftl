toml-twice = this key stands here twice; keep one of them
toml-extended = this has its whole value already; add to it where it is written
toml-deep = lists and tables stand too deep in each other; make it flatter
toml-extra-comma = a comma too many; take it away
toml-comma = a comma is missing between two entries
toml-quotes = no value stands here: a text needs quotes (key = "text"), the entries of a list need commas between them
toml-open = a bracket is opened and not closed
toml-value = a key needs an = and a value behind it: key = "text"
toml-string = this text is not closed on its line, or has a \ before a letter that means nothing; '...' takes everything as it is
toml-date = there is no such date or time; a day is written as 2026-11-24
toml-number = this is no number; 7, 0.5 and 1_000 are
toml-key = a key is made of A-Z, a-z, 0-9, - and _; any other stands in quotes
toml-other = something here cannot be read ({ $detail })
