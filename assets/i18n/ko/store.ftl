store-not-found = { JOSA($path, "이/가") } 없습니다
store-not-allowed = { JOSA($path, "을/를") } 읽을 권한이 없습니다
store-io = { JOSA($path, "을/를") } 읽거나 쓸 수 없습니다: { $detail }
