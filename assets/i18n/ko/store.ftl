store-no-home = 홈 디렉터리를 찾을 수 없습니다. 기록을 둘 곳을 --data-dir로 알려 주세요
store-bad-profile = { JOSA($name, "은/는") } 프로필 이름으로 쓸 수 없습니다. 글자, 숫자, -, _만 쓸 수 있습니다
store-not-found = { JOSA($path, "이/가") } 없습니다
store-not-allowed = { $path }에 접근할 권한이 없습니다
store-cannot-create = 디렉터리 { JOSA($path, "을/를") } 만들 수 없습니다({ $detail }). --data-dir로 다른 곳을 정할 수 있습니다
store-not-a-directory = { JOSA($path, "은/는") } 파일입니다. 이 자리에는 디렉터리가 있어야 합니다
store-read-only = { $path }에 쓸 수 없어 답을 저장하지 못합니다
store-disk-full = { JOSA($path, "이/가") } 있는 디스크가 가득 찼습니다. 아무것도 저장하지 않았습니다
store-damaged = 학습 기록 { JOSA($path, "이/가") } 손상되었고 백업이 없습니다
store-damaged-with-backup = 학습 기록 { JOSA($path, "이/가") } 손상되었습니다. 가장 최근 백업: { $backup }
store-newer = 학습 기록 { JOSA($path, "은/는") } 더 새로운 opsdrill이 쓴 것입니다(형식 { $found }, 이 버전은 { $known }까지)
store-busy = 다른 프로그램이 학습 기록 { JOSA($path, "을/를") } 쓰고 있습니다
store-io = { JOSA($path, "을/를") } 읽거나 쓸 수 없습니다: { $detail }
store-mended = 학습 기록이 손상되어 { $kept }에 그대로 옮겨 두고 백업 { $backup }에서 이어 갑니다. { $rescued ->
    [0] 손상된 파일에서 더 건진 기록은 없습니다.
   *[other] 손상된 파일에서 기록 { $rescued }건을 더 건졌습니다.
  }
store-begun-anew = 학습 기록이 손상되어 { $kept }에 그대로 옮겨 두었습니다. 백업은 없습니다. { $rescued ->
    [0] 읽을 수 있는 기록이 없어 처음부터 시작합니다.
   *[other] 손상된 파일에서 기록 { $rescued }건을 건졌습니다.
  }
store-taken-in = 전에 저장하지 못한 기록 { $entries }건을 학습 기록에 넣었습니다.
store-left-aside = 기록 { $entries }건을 학습 기록에 넣지 못해 옆에 따로 두었습니다. 다음에 시작할 때 넣습니다: { $why }
store-lost = 기록 { $entries }건(답, 읽던 위치)을 저장하지 못했습니다: { $why }
