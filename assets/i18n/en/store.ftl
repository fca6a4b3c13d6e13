store-not-found = { $path } does not exist
store-not-allowed = You may not read { $path }
store-io = { $path } cannot be read or written: { $detail }
