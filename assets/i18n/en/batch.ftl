batch-io = reading requests failed
batch-json = the line is not JSON: { $why }
batch-long = the line is longer than { $limit } MB
batch-object = a line is an object with "id" and "{ $field }"
batch-utf8 = the line is not UTF-8
