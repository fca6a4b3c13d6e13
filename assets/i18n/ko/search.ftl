search-what = 찾을 말을 적어 주세요: opsdrill search QUERY
search-nothing = { JOSA($query, "과/와") } 맞는 곳이 없습니다. 단어를 줄이거나 같은 뜻의 다른 말로 찾아보세요.
search-more = 찾은 절 { $total }개 중 { $shown }개. -n으로 더 볼 수 있습니다
