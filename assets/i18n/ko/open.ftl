open-no-terminal = 전체 화면은 터미널에서만 열립니다. 'opsdrill read LESSON', 'opsdrill search QUERY', 'opsdrill review --plain'은 터미널 없이도 됩니다.
open-dumb = 이 터미널(TERM=dumb)에서는 전체 화면을 열 수 없습니다. 'opsdrill read LESSON', 'opsdrill search QUERY', 'opsdrill review --plain'을 쓰세요.
open-planned = { $lesson } 레슨은 아직 준비 중입니다
open-unknown-near = { $lesson } 레슨은 없습니다. 혹시 { $near }?
open-unknown = { $lesson } 레슨이나 명령은 없습니다. 명령은 'opsdrill --help'로 볼 수 있습니다
open-no-theme = { $theme } 테마는 없습니다. 쓸 수 있는 테마: { $known }
