search-what = say what to look for: opsdrill search QUERY
search-nothing = Nothing matches { $query }. Try fewer words, or another word for the same thing.
search-more = { $shown } of { $total } sections; -n shows more
