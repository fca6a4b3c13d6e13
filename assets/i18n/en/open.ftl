open-no-terminal = the full screen needs a terminal. 'opsdrill read LESSON', 'opsdrill search QUERY' and 'opsdrill review --plain' work without one.
open-dumb = this terminal (TERM=dumb) cannot show a full screen. Use 'opsdrill read LESSON', 'opsdrill search QUERY' or 'opsdrill review --plain'.
open-planned = the lesson { $lesson } is planned and not written yet
open-unknown-near = there is no lesson { $lesson }; did you mean { $near }?
open-unknown = there is no lesson or command { $lesson }; 'opsdrill --help' lists the commands
open-no-theme = there is no theme { $theme }; known are { $known }
