/// How a scenario is written, the same in every language.
pub const GRAMMAR: &str = r#"[table]
name = "Orders"
pk = "OrderID:S"                     # NAME:S, NAME:N or NAME:B
sk = "date:S"
billing = "on-demand"                # or provisioned, with rcu = 10 and wcu = 5

[[gsi]]                              # an index with keys of its own
name = "byRegion"
pk = "region:S"
sk = "date:S"
projection = "ALL"                   # or KEYS_ONLY, or INCLUDE:[price,note]

[[lsi]]                              # the table's pk, another sk
name = "byPrice"
sk = "price:N"

[[item]]                             # plain values, or typed: { S = "1200" }
OrderID = "o-1"
date = "2026-11-24"
                                     # shorter, before any block: item = [{ OrderID = "o-1", date = "2026-11-24" }]
[[pattern]]                          # which way would this go?
name = "orders of a region"
where = "region = 'Busan' AND date >= '2026-11-01'"
wants = ["price"]                    # attributes; all of them without it
consistent = false
rate = 200                           # times a second

[[op]]                               # put get update delete query scan
put = '{"Item": {"OrderID": {"S": "o-1"}, "date": {"S": "2026-11-24"}}}'

[traffic]                            # a model of partitions
writes = 5000                        # a second
reads = 20000
key = "zipf(1.1, 1000)"              # or uniform(1000), or one
item_bytes = 800
shards = 1                           # parts that a hot key is written to
gb = 10
region = "seoul"                     # whose prices: seoul or virginia
busy = 100                           # of a hundred hours, those with this load; none in the others
seed = 1

where: = <> < <= > >= BETWEEN a AND b, IN (a, b), begins_with(a, 'x'), contains(a, 'x'),
       attribute_exists(a), attribute_not_exists(a), AND OR NOT ( )

PutItem, GetItem, DeleteItem, Query and Scan are held to recorded cases; UpdateItem, batch_get, batch_write,
transact_get and transact_write follow the documents and have no recorded cases."#;
