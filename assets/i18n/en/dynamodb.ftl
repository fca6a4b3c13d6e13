dynamodb-summary = A DynamoDB table: which way each question goes, what it reads and costs

dynamodb-e-op = there is no operation { $op }; the only one is run
dynamodb-e-request = a request has op, table and operations, each operation an op and a request
dynamodb-e-table = the table cannot be made: { $why }
dynamodb-e-operation = there is no operation { $name }; known are { $known }
dynamodb-e-too-much = the operations read more than is done in one request

dynamodb-e-empty = there is no table
dynamodb-h-empty = Begin with [table] and its pk.
dynamodb-e-no-table = the block [table] is missing
dynamodb-e-many = there are more than { $most } of { $kind }
dynamodb-e-too-much-read = what comes before has read { $most } rows; no more is read
dynamodb-e-number = { $key } is a whole number up to 1,000,000,000
dynamodb-e-key = { $text } is no key
dynamodb-h-key = Write the name, a colon and the type: date:S, price:N or data:B.
dynamodb-e-projection = { $text } is no projection
dynamodb-h-projection = Write ALL, KEYS_ONLY or INCLUDE:[price,note].
dynamodb-e-index = the index cannot be made: { $why }
dynamodb-e-item = the item cannot be put: { $why }
dynamodb-e-where = { $text } is not understood here
dynamodb-e-where-end = something is missing at the end of the condition
dynamodb-e-where-why = the condition is not understood: { $why }
dynamodb-h-where = Write it as region = 'Busan' AND date >= '2026-11-01'.
dynamodb-e-one-operation = an op has exactly one of { $words }
dynamodb-e-json = this is not JSON: { $why }
dynamodb-e-json-object = a request is an object
dynamodb-e-spread = { $text } is no spread of keys
dynamodb-h-spread = Write one, uniform(1000) or zipf(1.1, 1000).
dynamodb-e-billing = billing is on-demand or provisioned
dynamodb-e-on-demand = a table on demand keeps no rcu and wcu ready
dynamodb-e-provisioned = a provisioned table has rcu and wcu, each at least 1
dynamodb-h-billing = Write billing = "on-demand" alone, or billing = "provisioned" with rcu = 10 and wcu = 5.
dynamodb-e-region = there are no prices for { $word }

dynamodb-p-head = { $name }: { $way }, { $units } RCU. Items read: { $read }, returned: { $returned }.
dynamodb-p-consistent = { $name }: refused. { $index } is a global index, and those are only eventually consistent.

dynamodb-t-ways = Ways
dynamodb-l-way = way
dynamodb-l-read = read
dynamodb-l-returned = returned
dynamodb-l-units = units
dynamodb-l-why = why
dynamodb-w-get = the whole primary key is given with =
dynamodb-w-query = the partition key is given with =
dynamodb-w-index = this index has the partition key that is given
dynamodb-w-sparse = the index holds only items that have its key
dynamodb-w-several = one request for each value, every one of them by key
dynamodb-w-scan = nothing here has an address, so everything is read
dynamodb-w-everything = reads everything
dynamodb-w-possible = possible too
dynamodb-w-not-named = { $key } is not in the condition
dynamodb-w-not-equal = { $key } is in the condition, but not with =
dynamodb-w-type = { $key } is compared with a value of another type
dynamodb-t-read = { $source }: ● returned   ○ read for nothing   · not read
dynamodb-t-request = { $operation }, as the API takes it

dynamodb-f-alias = write stand-ins for the reserved words
dynamodb-f-condition = put it only if nothing is there under its key
dynamodb-s-chosen = { $way }: { $why }.
dynamodb-s-pages = That takes { $pages } requests: a page ends at 1 MB, and each is rounded up on its own.
dynamodb-s-projection = Of each item only { $wants } is sent back. What was read and paid is the whole of it.
dynamodb-s-hash = { $source }: the hash of { $key } = { $value } leads to one partition.
dynamodb-s-range = There the items lie in the order of { $key }, so the condition on it is a range.
dynamodb-s-sort-one = In it { $key } = { $value } is one item: the whole key is known.
dynamodb-s-sort-equal = There the items lie in the order of { $key }: those with { $value } lie side by side.
dynamodb-s-closed = { $source } by key: no, { $why }.
dynamodb-s-units = Read: { $read }. { $bytes } bytes are { $blocks ->
    [1] one step
   *[other] { $blocks } steps
 } of 4 KB, at half a unit each: { $units } RCU.
dynamodb-s-units-strong = Read: { $read }. { $bytes } bytes are { $blocks ->
    [1] one step
   *[other] { $blocks } steps
 } of 4 KB, strongly consistent at one unit each: { $units } RCU.
dynamodb-s-units-each = Read: { $read }. { $count } requests, each rounded up to 4 KB on its own: { $units } RCU.
dynamodb-s-fetched = The items got from the table cost { $units } RCU more, { $total } in all.
dynamodb-s-filter = Only then the filter { $filter } is applied. It drops { $dropped } and leaves { $returned }; what it drops has been paid.
dynamodb-s-scan = A Scan would read { $read } for { $units } RCU, and more with every item that is added.
dynamodb-s-rate = { $rate } times a second: { $units } RCU each second.

dynamodb-n-get-each = { $index } lacks attributes that are wanted, and a global index cannot fetch them: a GetItem for each of { $count } on top. It is counted here.
dynamodb-n-fetch = { $index } lacks attributes that are wanted, so DynamoDB fetches each of { $count } from the table. It is counted here.
dynamodb-n-no-index = No index helps here: an index needs an attribute that the condition compares with =.
dynamodb-n-program = { $part } is about a key of what is read, and no filter may name that: your program drops what it excludes.
dynamodb-c-strong = strongly consistent
dynamodb-c-eventual = eventually consistent

dynamodb-f-index = add a GSI { $name } on { $keys }: { $cost }; { $inside }
dynamodb-f-index-items = writing the largest item here ({ $bytes } bytes) costs { $units } WCU more
dynamodb-f-index-kb = writing an item that is in it costs { $units } WCU more for each KB
dynamodb-f-index-sparse = only items that have { $key } are in it, { $held } of { $all } (sparse)
dynamodb-f-index-all = an item without { $key } would not be in it (sparse)
dynamodb-f-eventual = be content with an eventually consistent read
dynamodb-f-shards = write to { $count } parts of each key, read all of them

dynamodb-table-head = { $name }: { $put } put, { $items } there{ $replaced ->
    [0] .
   *[other] { "" }, { $replaced } overwritten.
 }
dynamodb-s-table = An item is known by { $key }: what is put under the same key takes the place of what was there.
dynamodb-t-collections = { $source }: partitions and the items in them
dynamodb-t-sizes = What one item weighs, and costs alone
dynamodb-l-item = item
dynamodb-l-bytes = bytes
dynamodb-l-eventual = read
dynamodb-l-strong = strong
dynamodb-l-write = write
dynamodb-n-replaced = A second item { $key } took the place of the first: same key, same item.
dynamodb-n-replaced-gone = A second item { $key } took the place of the whole first one. Gone with it: { $gone }.
dynamodb-n-sparse = { $index } holds { $inside } of { $items }: items without its key are not in it.

dynamodb-o-page = { $operation }: { $units } RCU. Items read: { $read }, returned: { $returned }.
dynamodb-o-read = { $operation }: { $units } RCU.
dynamodb-o-wrote = { $operation }: { $units } WCU.
dynamodb-o-failed = { $operation }: { $error }. { $text }
dynamodb-s-page = The page read { $read }, { $bytes } bytes in all.
dynamodb-s-dropped = Then the filter dropped { $dropped }; { $returned } are left.
dynamodb-t-page = Read, in order
dynamodb-l-fate = what became of it
dynamodb-returned = returned
dynamodb-dropped = dropped: { $clause }
dynamodb-more = { $count } more
dynamodb-t-units = Units, by what was read or written
dynamodb-l-source = table or index
dynamodb-t-change = Before and after
dynamodb-l-attribute = attribute
dynamodb-l-before = before
dynamodb-l-after = after
dynamodb-n-reserved = It is a reserved word. Write a stand-in such as #d and say in ExpressionAttributeNames what it stands for.
dynamodb-n-condition = Nothing was written; the try costs write units all the same.
dynamodb-n-limit = Limit stopped after { $read } read, not after { $read } found. There is a LastEvaluatedKey, so there may be more.
dynamodb-n-page = The page ended at 1 MB read with { $returned } returned. There is a LastEvaluatedKey, so there may be more.
dynamodb-n-index-write = { $count ->
    [one] One index was
   *[other] { $count } indexes were
 } written too, each at its own price.

dynamodb-n-model = A model: AWS shows neither its hash nor its partitions. The limits of a partition are real.
dynamodb-n-shards = Each key is written to { $count } parts; who reads it whole asks { $count } times.
dynamodb-r-hot-key = { $key } gets { $units } { $kind } a second. One partition does { $limit }, so { $over } are throttled, however large the table.
dynamodb-r-hot-partition = No key alone is too hot, but one partition stands at { $percent } %. Adaptive capacity will part its keys; until then it throttles.
dynamodb-r-ok = No partition is overloaded. The busiest stands at { $percent } %.
dynamodb-t-keys = The busiest keys
dynamodb-t-partitions = The busiest partitions
dynamodb-l-key = key
dynamodb-l-partition = partition
dynamodb-l-reads = RCU/s
dynamodb-l-writes = WCU/s
dynamodb-l-share = of a partition
dynamodb-s-load = Items of { $bytes } bytes: { $reads } RCU and { $writes } WCU a second in all.
dynamodb-s-partitions = That takes at least { $count ->
    [one] one partition
   *[other] { $count } partitions
 } of 3,000 RCU, 1,000 WCU and 10 GB.
dynamodb-s-burst = If it was idle before, unused capacity of five minutes carries it for { $seconds } s.
dynamodb-s-shards = Split the key into { $count }: key#0 to key#{ $last }. Writers draw one of them, or reckon it from something that readers know.
dynamodb-r-short = The load takes { $units } { $kind } a second, but the table keeps { $kept } ready: { $over } are throttled.
dynamodb-n-short = That takes { $units } RCU a second, but the table keeps { $kept } ready: the rest is throttled.
dynamodb-s-lag = Auto scaling raises capacity after two minutes in a row above its target. Unused capacity lasts { $seconds } s, so { $without } s are throttled at least.
dynamodb-s-lag-bridged = Auto scaling raises capacity after two minutes in a row above its target. If the table was idle before, unused capacity lasts { $seconds } s, long enough.
dynamodb-f-capacity = keep { $key } = { $units } ready
dynamodb-c-shards = { $count ->
    [1] write each key in one piece
   *[other] write each key in { $count } parts
 }
dynamodb-c-spread = spread over a thousand keys
dynamodb-c-one = everything on one key
dynamodb-c-busy = busy { $percent } % of the time
dynamodb-c-region = prices of { $region }

dynamodb-t-bill = A month of it in { $region }, busy { $busy } % of 730 hours
dynamodb-l-mode = mode
dynamodb-l-read-units = read units
dynamodb-l-write-units = write units
dynamodb-l-month = a month
dynamodb-b-on-demand = on demand, for each unit used
dynamodb-b-enough = provisioned, just enough
dynamodb-b-kept = provisioned, as the table says
dynamodb-b-used = On demand
dynamodb-b-ready = Provisioned
dynamodb-no-price = no price
dynamodb-unsure = { $sum }, not confirmed
dynamodb-s-bill = The bill is for throughput alone: no indexes, storage, free tier or tax.
dynamodb-n-unsure = { $mode }: the price is not confirmed; check { $page }
dynamodb-n-no-price = { $mode }: there is no price to rely on; check { $page }
dynamodb-s-on-demand = On demand, a million write units cost { $writes } and a million read units { $reads }.
dynamodb-s-provisioned = Provisioned, a write unit costs { $writes } an hour and a read unit { $reads }, used or not.
dynamodb-s-break-even = A provisioned write unit does 3,600 writes an hour. It is cheaper from { $percent } % use on.

dynamodb-number-wanted = A number is wanted, such as 12 or 0.5.
dynamodb-word-wanted = One of get, query, index, scan is wanted.

dynamodb-drill-way = which way a question goes
dynamodb-q-way = Table Orders, key OrderID + date; GSI byRegion, key region + date, with all attributes. Which way answers: { $condition }
dynamodb-way-get = GetItem
dynamodb-way-query = Query on the table
dynamodb-way-index = Query on byRegion
dynamodb-way-scan = Scan
dynamodb-a-way-get = The whole primary key is given with =, so it is one item with an address.
dynamodb-a-way-query = The partition key is given with =; the sort key takes a range or nothing.
dynamodb-a-way-query-filter = The partition key is given with =, so a Query reads that partition and a filter does the rest.
dynamodb-a-way-query-program = The partition key is given with =. contains is no range and no filter may name a key, so the program drops the rest itself.
dynamodb-a-way-index = region is the partition key of byRegion and is given with =.
dynamodb-a-way-index-filter = region is the partition key of byRegion and is given with =; price is left to a filter.
dynamodb-a-way-index-exact = region is the partition key of byRegion and is given with =. GetItem reads a table only: in an index a key may stand more than once.
dynamodb-a-way-no-key = price is a key of nothing, so everything must be read.
dynamodb-a-way-sort-only = date is only a sort key. Without the partition key there is no partition to look in.
dynamodb-a-way-equal = A partition key takes only =. Anything else asks all partitions.
dynamodb-a-way-or = One side of the OR has no key, so everything must be read anyway.
dynamodb-m-way-get = GetItem needs the whole primary key, each part of it with =.
dynamodb-m-way-query = A Query on the table needs OrderID with =.
dynamodb-m-way-index = A Query on byRegion needs region with =, and pays only where the table's own key is not given.
dynamodb-m-way-scan = A key is given with =, so nothing forces you to read everything.

dynamodb-drill-replace = how many items are left after puts
dynamodb-q-replace = Table with the partition key OrderID alone. PutItem is called, in this order, for { $list }. How many items does the table hold?
dynamodb-q-replace-sort = Table with the key OrderID + date. PutItem is called, in this order, for { $list }. How many items does the table hold?
dynamodb-a-replace = { $puts } puts, but a put with a key that is there replaces the item: { $items } different keys, { $items } items.
dynamodb-m-puts = You counted the puts. A put with the same key replaces.
dynamodb-m-partitions = You counted the partition keys. With a sort key, the pair is the identity.

dynamodb-drill-item-size = how many bytes an item has
dynamodb-q-item-size = How many bytes does this item have? { $item }
dynamodb-a-item-size = Names { $names } bytes, values { $values }: { $size }.
dynamodb-a-number-size = A number takes 1 byte and half a byte for each significant digit, rounded up. A Boolean takes 1.
dynamodb-a-hangul = A Hangul syllable takes 3 bytes in UTF-8.
dynamodb-m-no-names = You left the names out. They are stored with every item and count.
dynamodb-m-letters = You counted what you see. Numbers are packed, and letters outside ASCII take more than a byte.

dynamodb-drill-read-units = what a GetItem costs
dynamodb-q-read-strong = A strongly consistent GetItem reads an item of { $bytes } bytes. How many read units?
dynamodb-q-read-eventual = A GetItem with default settings reads an item of { $bytes } bytes. How many read units?
dynamodb-q-read-transaction = A TransactGetItems reads one item of { $bytes } bytes. How many read units?
dynamodb-a-read = { $bytes } bytes are { $blocks } steps of 4 KB, rounded up: { $units } RCU.
dynamodb-m-rounded-down = You rounded down. A step that is begun counts whole.
dynamodb-m-write-step = You counted steps of 1 KB. Those are for writes; reads go by 4 KB.
dynamodb-m-consistency = Each 4 KB cost 0.5 eventually consistent, 1 strongly, 2 in a transaction. You took another of them.

dynamodb-drill-write-units = what a PutItem costs
dynamodb-q-write = A new item of { $bytes } bytes is put. Global indexes that hold it whole: { $indexes }. How many write units in all?
dynamodb-q-write-transaction = A new item of { $bytes } bytes is put in a transaction. Global indexes that hold it whole: { $indexes }. How many write units in all?
dynamodb-a-write = { $bytes } bytes are { $blocks } steps of 1 KB, written in { $places ->
    [one] one place
   *[other] { $places } places
 }: { $units } WCU.
dynamodb-m-read-step = You counted steps of 4 KB. Those are for reads; writes go by 1 KB.
dynamodb-m-no-indexes = You left the indexes out. Each of them that changes is written and paid too.
dynamodb-m-no-transaction = A write in a transaction costs twice.

dynamodb-drill-query-units = what a Query with a filter costs
dynamodb-q-query = A Query reads { $count } items of { $bytes } bytes each; a filter leaves { $left }. Default settings. How many read units?
dynamodb-q-query-strong = A strongly consistent Query reads { $count } items of { $bytes } bytes each; a filter leaves { $left }. How many read units?
dynamodb-a-query = { $bytes } bytes in all are { $blocks } steps of 4 KB, rounded up once: { $units } RCU.
dynamodb-a-query-filter = The filter comes after reading and changes nothing about the price.
dynamodb-m-returned = You counted the items returned, not the items read.
dynamodb-m-each-rounded = You rounded up each item. A Query adds up first and rounds once.

dynamodb-drill-limit = how many a page with a limit returns
dynamodb-q-limit = One partition, in order: { $list }. A Query has Limit = { $limit } and a filter for open. How many items does its first page return?
dynamodb-a-limit = The page reads the first { $limit } and stops; the filter leaves { $first } of them.
dynamodb-m-limit-found = You took Limit for the number found. It is the number read.
dynamodb-m-limit-all = You counted all that match. The page stopped before it saw them.

dynamodb-drill-sparse = how many items an index holds
dynamodb-q-sparse = A GSI has the partition key region. The items and what they have: { $list }. How many entries does the index hold?
dynamodb-q-sparse-two = A GSI has the key region + paidAt. The items and what they have: { $list }. How many entries does the index hold?
dynamodb-a-sparse = Only an item that has every key of the index is in it: { $inside } of { $count }.
dynamodb-m-sparse-all = You counted every item. One without the index's key is stored, but not in the index.
dynamodb-m-sparse-out = Those are the items that are left out.
dynamodb-m-sparse-one-key = You looked at region alone. An item must have the sort key of the index too.

dynamodb-drill-shards = into how many parts a hot key is split
dynamodb-q-shards = One key gets { $writes } writes a second, { $bytes } bytes each. Into how many parts must it be split at least, so that no part gets more than a partition's 1,000 write units a second?
dynamodb-a-shards = { $writes } writes at { $each ->
    [one] one unit
   *[other] { $each } units
 } are { $units } WCU a second; divided by 1,000 and rounded up: { $parts }.
dynamodb-m-counted-writes = You counted writes, not write units. An item above 1 KB takes more than one.
dynamodb-m-read-limit = 3,000 is the limit for reads. For writes it is 1,000.
