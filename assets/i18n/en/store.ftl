store-no-home = the system names no home directory; say with --data-dir where the memory is to be kept
store-bad-profile = { $name } cannot be the name of a profile; letters, digits, - and _ can
store-not-found = { $path } does not exist
store-not-allowed = you have no permission for { $path }
store-cannot-create = the directory { $path } cannot be made ({ $detail }); --data-dir names another place
store-not-a-directory = { $path } is a file, but a directory is needed there
store-read-only = { $path } cannot be written, so answers cannot be saved
store-disk-full = no room is left on the disk of { $path }; nothing was saved
store-damaged = the log { $path } is damaged, and there is no backup of it
store-damaged-with-backup = the log { $path } is damaged; the newest backup is { $backup }
store-newer = a newer version of opsdrill wrote the log { $path } (format { $found }; this version knows { $known })
store-busy = another program keeps the log { $path } to itself
store-io = { $path } cannot be read or written: { $detail }
store-mended = The log was damaged. It is kept, as it was, at { $kept }. opsdrill goes on from the backup { $backup }; { $rescued ->
    [0] nothing newer could be read from the damaged file.
    [one] one newer event could be read from the damaged file.
   *[other] { $rescued } newer events could be read from the damaged file.
  }
store-begun-anew = The log was damaged. It is kept, as it was, at { $kept }. There is no backup; { $rescued ->
    [0] nothing could be read from it, so a new log begins.
    [one] one event could be read from it.
   *[other] { $rescued } events could be read from it.
  }
store-taken-in = { $entries ->
    [one] One entry that could not be saved before is in the log now.
   *[other] { $entries } entries that could not be saved before are in the log now.
  }
store-left-aside = { $entries ->
    [one] one entry could not be put into the log and lies beside it; the next start takes it in
   *[other] { $entries } entries could not be put into the log and lie beside it; the next start takes them in
  }: { $why }
store-lost = { $entries ->
    [one] one entry (an answer, or a place in a lesson) could not be saved
   *[other] { $entries } entries (answers, places in lessons) could not be saved
  }: { $why }
