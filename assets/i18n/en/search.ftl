search-what = say what to look for: opsdrill search QUERY
search-nothing = Nothing matches { $query }. Try fewer words, or another word for the same thing.
search-more = { $shown } of { $total } sections; -n shows more
search-count = { $hits } of { $sections }
search-count-scan = { $hits ->
    [one] 1 hit
   *[other] { $hits } hits
 }
search-nothing-narrowed = Quotes, -words and filters such as tag: narrow the search. Try without them.
search-empty = Type what you look for, in English or Korean.
search-form-words = subnet cost
search-form-words-does = words in any order; a slip of the finger is forgiven
search-form-phrase = "route table"
search-form-phrase-does = exactly these words, one after the other
search-form-without = -lambda
search-form-without-does = without this word
search-form-tag = tag:cost
search-form-tag-does = lessons with this tag
search-form-topic = topic:vpc
search-form-topic-does = lessons of this topic
search-form-lang = lang:ko
search-form-lang-does = found in the Korean text
search-beginning = Beginning
scope-preview = Section preview
key-preview = preview
key-to-list = to the list
