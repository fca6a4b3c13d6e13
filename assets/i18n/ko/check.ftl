check-fine = 레슨 { $lessons }개에 잘못된 곳이 없습니다.
check-found = 파일 { $files }개에서 { $problems }곳이 잘못되었습니다.
check-no-lesson = { JOSA($file, "은/는") } 레슨도 course.toml도 아닙니다
check-problem = 문제
check-remedy = 고치는 법
check-watch-what = 지켜볼 것이 없습니다. 강의 폴더를 적어 주세요
