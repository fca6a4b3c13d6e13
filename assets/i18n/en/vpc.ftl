vpc-summary = A VPC network: who reaches whom, every blocker, and what mends it

vpc-words =
    Statements stand one to a line, in any order; # begins a remark.
    nocheck   the host forwards what is not its own (source/destination check off)
    prefix    networks under a name; pl-s3 and pl-dynamodb are there already
    outside   a host on the internet; internet, s3 and dynamodb are there already
    sg        without out it lets everything out; a host without sg is open
    nacl      * deny stands behind its rules; a subnet without nacl is open
    A -> B -> C   one connection after the other, as by a bastion
    what-if   asks with a change that is not kept
    set, del  replace or remove a statement for every question, also those above

vpc-e-op = there is no operation { $op }; known are { $known }
vpc-e-field = the field { $field } is missing or of the wrong kind
vpc-e-field-unknown = { $field } names { $name }, which there is not
vpc-e-keyword = the word { $word } is missing here
vpc-e-keyword-not = the word { $word } is wanted here, not { $found }
vpc-e-missing = { $what } is missing here
vpc-e-trailing = { $text } is too much here
vpc-e-word = { $word } means nothing here; known are { $known }
vpc-h-near = Did you mean { $word }?
vpc-e-duplicate = { $name } is there already; use set to change it
vpc-e-unknown = there is no { $name }
vpc-e-name = { $name } cannot be a name
vpc-e-port = { $text } is no port or range of ports, 0 to 65535
vpc-e-port-order = the range is written backwards: { $low }-{ $high }
vpc-e-order = the protocol comes before the port
vpc-h-order = Write { $right }.
vpc-h-port = A port is a number: { $port }.
vpc-e-all-ports = all means every protocol and has no ports
vpc-h-all-ports = Write tcp or udp before the port.
vpc-e-no-ports = protocol { $proto } has no ports
vpc-e-icmp = { $text } is no ICMP type; ICMP has a type (8) and a code (8/0), no port
vpc-e-rule-number = { $text } is no rule number, 1 to 32766
vpc-e-rule-twice = rule { $number } is there already in this direction
vpc-e-sg-deny = a security group cannot deny
vpc-h-sg-deny = It only allows. To refuse somebody, use a network ACL.
vpc-e-outside-vpc = { $net } is not within { $vpc } ({ $ranges })
vpc-e-overlap = { $net } overlaps the subnet { $other }
vpc-e-outside-subnet = { $addr } is not within { $subnet } ({ $net })
vpc-e-reserved = { $addr } is kept by AWS
vpc-h-reserved = Of { $net } AWS keeps the first four addresses and the last.
vpc-e-taken = somebody has { $addr } already
vpc-e-service = { $service } has no gateway endpoint
vpc-h-service = Gateway endpoints exist for s3 and dynamodb; others need an interface endpoint.
vpc-e-route-twice = the table has a route to { $to } already
vpc-e-arrow = a route needs an arrow
vpc-h-arrow = Write 0.0.0.0/0 -> igw-1.
vpc-e-bare = { $text } says no length, and would be a single address
vpc-h-bare = Write { $net }.
vpc-e-target-vpc = { $target } belongs to { $vpc }, the table to { $here }
vpc-e-path-arrow = a path needs an arrow
vpc-e-path-end = one name or address is wanted here
vpc-h-path = Write path app -> internet:443.
vpc-e-no-port = the port is missing
vpc-e-family = { $name } has no address of the same family as { $to }
vpc-e-empty = there is no question
vpc-e-quote = the change stands in double quotes: what-if "rt r: 0.0.0.0/0 -> igw-1" path a -> b:443

vpc-w-kind = what it is
vpc-w-name = a name
vpc-w-endpoint = gateway or interface
vpc-w-proto = a protocol
vpc-w-number = the rule's number
vpc-w-action = allow or deny
vpc-w-net = a network
vpc-w-address = an address
vpc-w-vpc = the VPC
vpc-w-subnet = the subnet
vpc-w-service = the service
vpc-w-on = on or off
vpc-w-direction = in or out
vpc-w-target = the target
vpc-w-matrix = matrix or hosts
vpc-w-port = the port

vpc-reachable = { $from } reaches { $to }, which sees { $seen }.
vpc-reachable-by = { $from } reaches { $to } by way of { $by }.
vpc-partly = { $from } reaches { $to } only from some of its ports: { $ports }.
vpc-reply-lost = { $from } does not reach { $to }: the request arrives, the answer is lost.
vpc-unreachable = { $from } does not reach { $to }.
vpc-unknown = Whether { $from } reaches { $to } cannot be said: line { $lines } could not be read.

vpc-why-acl-in = Rule { $rule } of { $acl } refuses it at the border of { $subnet } ({ $src } to { $dst }).
vpc-why-acl-out = Rule { $rule } of { $acl } does not let it leave { $subnet } ({ $src } to { $dst }).
vpc-why-acl-reply-in = Rule { $rule } of { $acl } refuses the answer at the border of { $subnet } ({ $src } to { $dst }): an ACL remembers no connection, so the client's ephemeral ports have to be open to the address that answers.
vpc-why-acl-reply-out = Rule { $rule } of { $acl } does not let the answer leave { $subnet } ({ $src } to { $dst }): an ACL remembers no connection, so the client's ephemeral ports have to be open towards the client's address.
vpc-why-partly = Rule { $rule } of { $acl } refuses some of the client's ephemeral ports, so it works now and then.
vpc-why-sg-in = No inbound rule of { $groups } lets { $traffic } in from { $other } to { $host }.
vpc-why-sg-out = No outbound rule of { $groups } lets { $traffic } out from { $host } to { $other }.
vpc-why-sg-empty-in = { $groups } has no inbound rule at all: { $host } takes nothing in, not { $traffic } from { $other } either.
vpc-why-sg-empty-out = { $groups } has no outbound rule at all: { $host } lets nothing out, not { $traffic } to { $other } either.
vpc-near = { $why } { $near }
vpc-near-port = The nearest rule is for another port: { $rule }.
vpc-near-other = The nearest rule is for somebody else: { $rule }.
vpc-next = Had it passed: { $why }
vpc-why-no-route = No line of { $table } leads to { $dst }.
vpc-why-no-route-back = The request arrives, but no line of { $table } leads back to { $dst }.
vpc-why-bad-state = The line { $route } of { $table } leads to something that is gone. A black hole does not fall back to another line ({ $dst }).
vpc-why-cannot-route = The line { $route } of { $table } leads to something that cannot take a packet to { $dst }.
vpc-why-asymmetric = The answer to { $dst } would leave by { $route } in { $table }, not the way the request came. What has not seen the request drops the answer.
vpc-why-disconnected = { $dst } belongs to another VPC, and nothing connects the two ({ $table }).
vpc-why-no-public-ip = { $src } has no public address. { $place } changes a private address for the public one that belongs to it, and here is none, so { $dst } cannot be called.
vpc-why-nobodys-ip = Nobody here has { $dst } as a public address.
vpc-why-no-public-target = { $host } has no public address: { $dst } is private and means nothing on the internet.
vpc-why-private-destination = { $dst } is a private address and means nothing on the internet: { $place } drops it ({ $src }).
vpc-why-unassociated = The VPC of { $dst } has no internet gateway attached: from { $src } nothing gets in ({ $place }).
vpc-why-detached = { $place } is not attached to the VPC ({ $src } to { $dst }).
vpc-why-nat-no-inbound = { $place } takes no connection from outside: it only knows those that began inside ({ $src } to { $dst }).
vpc-why-nat-own-vpc = A NAT gateway serves its own VPC only. Over a peering connection it cannot be used.
vpc-why-nat-address = { $to } sees { $addr }, the address of the NAT gateway.
vpc-why-more-specific = { $to } matches several lines of { $table }; the longest prefix wins: { $route }.
vpc-why-peering-end = { $place } leads to the addresses of the VPC at its other end and no further. { $dst } is none of them ({ $src }).
vpc-why-gateway-protocol = { $place } takes TCP only ({ $src } to { $dst }).
vpc-why-source-dest-check = { $place } drops what is neither from it nor for it ({ $src } to { $dst }). To forward, its source/destination check must be off.
vpc-why-no-path = Nobody has the address { $dst } ({ $src }, { $place }).
vpc-why-loop = A NAT gateway leaves by the route table of its own subnet. Here, in { $place }, that leads back to itself ({ $src } to { $dst }).
vpc-symptom = { $from } waits until it gives up: a timeout, never "connection refused".
vpc-symptom-reply = { $from } waits until it gives up: a timeout. On the other side the request can be seen arriving.

vpc-n-open = Taken as open, as no security group is named: { $hosts }.
vpc-n-without = Reckoned without line { $lines }, which could not be read.
vpc-n-matrix = From subnet to subnet, by route tables and ACLs. Security groups belong to hosts: reach hosts.
vpc-n-matrix-cut = Only the first { $most } are shown.
vpc-n-shadowed = { $acl }: rule { $rule } ({ $dir }) never applies, rule { $by } before it matches everything it does.
vpc-dir-in = inbound
vpc-dir-out = outbound
vpc-n-no-return-out = { $acl }: rule { $rule } lets connections in, but no outbound rule lets the answers out to ephemeral ports.
vpc-n-no-return-in = { $acl }: rule { $rule } lets connections out, but no inbound rule lets the answers in to ephemeral ports.
vpc-n-open-door = { $group }: port { $port } is open to the whole internet.
vpc-n-nat-private = { $nat } stands in { $subnet }, which has no route to an internet gateway.

vpc-t-request = { $from } to { $to }
vpc-t-reply = the answer, { $to } to { $from }
vpc-t-reply-beyond = the answer, { $to } to { $from }, had the request arrived
vpc-t-picture = There → and back ←
vpc-t-picture-stopped = There → and back ←   ✗ stopped here   ┊ had it passed   ! stopped too
vpc-t-what-if = What if: { $change }
vpc-t-matrix = from (row) to (column)
vpc-t-difference = Changes
vpc-l-before = now
vpc-l-after = then
vpc-matrix = At port { $port } { $good } of { $pairs } pairs reach each other.
vpc-fix-line = { $line }
vpc-fix-new = new line: { $line }
vpc-fix-add = { $to }: add { $part }
vpc-fix-change = { $in }: change { $old } to { $new }
vpc-fix-remove = { $from }: remove { $part }
vpc-fix-and = { $a }, and { $b }
vpc-fix-detour = go by { $host }: path { $path }

vpc-r-blocked = blocked
vpc-r-blocked-too = blocked too
vpc-r-would-pass = would pass
vpc-r-would-arrive = would arrive
vpc-r-passes = passes
vpc-r-some = some ports
vpc-r-arrives = arrives
vpc-r-tracked = known connection

vpc-h-sg-in = security group (in)
vpc-h-sg-out = security group (out)
vpc-h-acl-in = ACL (in)
vpc-h-acl-out = ACL (out)
vpc-h-route = route table
vpc-h-arrives = destination
vpc-h-igw = internet gateway
vpc-h-nat = NAT gateway
vpc-h-instance = forwarding instance
vpc-h-peering = peering connection
vpc-h-gateway = gateway endpoint
vpc-h-internet = the internet
vpc-c-open = no group: open
vpc-c-no-rule = { $groups }: no rule for { $traffic }

vpc-s-passes = { $place }, { $what }: passes.
vpc-s-passes-by = { $place }, { $what }: passes by { $rule }.
vpc-s-open = { $place } has no security group here: passes.
vpc-s-beyond = (had it passed) { $step }
vpc-s-blocked = { $place }: stopped. { $why }
vpc-s-route = { $place }, route table: towards { $dst } it takes { $rule }.
vpc-s-translate = { $place } puts { $to } in the place of { $from }.
vpc-s-tracked = { $place }: the security group knows the connection and asks no rule.
vpc-s-arrives = { $place }: it arrives at { $dst }.

vpc-drill-route-target = Which target gets the packet?
vpc-drill-route-wins = Which line of the route table wins?
vpc-drill-internet = Does the instance reach the internet?
vpc-drill-source-seen = Which address does the other side see?
vpc-drill-nacl-rule = Which rule of the ACL decides?
vpc-drill-ephemeral = Which way does the answer go?
vpc-drill-sg-needed = Which security group rule is missing?

vpc-want-yes-no = Answer yes or no.
vpc-want-direction = Answer in or out.
vpc-want-name = Answer with one of these: { $names }
vpc-want-addr = Answer with an address, such as 10.0.1.10.
vpc-want-net = Answer with the destination of a line, such as 10.0.0.0/16.
vpc-want-rule = Answer with the number of a rule, or *.
vpc-choice-yes = yes
vpc-choice-no = no
vpc-choice-in = inbound
vpc-choice-out = outbound

vpc-ask-route-target = A route table holds, besides local: { $table }. To which target does a packet to { $to } go?
vpc-ask-route-wins = A route table holds, besides local: { $table }. Which destination wins for { $to }?
vpc-why-longest = { $count ->
    [one] One line matches { $to }: { $route }.
   *[other] { $count } lines match { $to }. The longest prefix wins: { $route }.
 }
vpc-slip-shorter = { $route } matches too, but a longer prefix matches as well, and the longest wins.
vpc-slip-fall-back = The longest prefix is a black hole. It wins all the same: a route table does not fall back to { $route }.

vpc-ask-internet = The route table of an instance's subnet { $route }. The instance { $public }. nat-1 { $nat }, and igw-1 { $igw }. Does the instance reach the internet?
vpc-part-route = sends 0.0.0.0/0 to { $target }
vpc-part-no-route = has no line besides local
vpc-part-public = has a public IPv4 address
vpc-part-no-public = has no public address
vpc-part-nat-public = stands in a public subnet
vpc-part-nat-same = stands in the instance's own subnet
vpc-part-attached = is attached
vpc-part-detached = is not attached
vpc-slip-nat-is-enough = Through a NAT gateway in a public subnet it needs no public address of its own.
vpc-slip-igw-and-address = A route to the internet gateway and a public address: that is all it takes.
vpc-slip-detached = An internet gateway that is not attached leads nowhere, and the NAT gateway needs it too.
vpc-slip-nat-place = The NAT gateway leaves by the table of its own subnet. There, that leads back to itself.
vpc-slip-no-address = The route is there, but the internet gateway has no public address to put in the place of the private one.
vpc-slip-address-is-no-route = A public address is no route. Without a line that leads out, nothing gets out.

vpc-ask-source-seen = The app has { $private } (public: { $public }). Its table: 0.0.0.0/0 -> { $route }, pl-s3 -> vpce-1 (gateway endpoint). nat-1 has the Elastic IP { $eip }. Which address does { $to } see as the sender?
vpc-slip-not-through-nat = This packet does not pass the NAT gateway: a more specific line takes it, and no address is changed.
vpc-slip-private-seen = A private address never leaves for the internet: on the way out it is exchanged.
vpc-slip-nat-private-seen = That is the NAT gateway's private address. The internet gateway exchanges it for the Elastic IP.
vpc-slip-own-not-used = The instance's own public address counts only if its table leads to the internet gateway. Here the NAT gateway's is seen.
vpc-slip-nat-not-used = The table leads to the internet gateway, not to the NAT gateway.

vpc-ask-nacl-rule = The inbound rules of an ACL: { $rules }. Which one decides on TCP from { $src } to port { $port }?
vpc-why-nacl-rule = The lowest number that matches decides: { $rule }.
vpc-slip-later-rule = That rule matches, but { $rule } comes first, and the first match decides. Neither deny nor the narrower range goes before.
vpc-slip-no-match = Rule { $rule } does not match: another port or another address.
vpc-slip-star = * is only for what nobody matched. Rule { $rule } matches.

vpc-ask-ephemeral-server = A server's subnet has an ACL with { $rule }. Clients connect to port { $port }, and the answers are lost. In which direction of this ACL do the ephemeral ports have to be opened?
vpc-ask-ephemeral-client = A client's subnet has an ACL with { $rule }. The client connects to port { $port } elsewhere, and the answers are lost. In which direction of this ACL do the ephemeral ports have to be opened?
vpc-ask-ephemeral-called = The ACL around a database has only { $rule }. Others call it at port { $port } and time out. Which direction lacks 1024-65535?
vpc-ask-ephemeral-calls = The ACL around an application has only { $rule }. It calls out to port { $port } and times out. Which direction lacks 1024-65535?
vpc-why-ephemeral = Seen from the ACL of the { $mine }: the answer goes from the server's port to the ephemeral port of the client.
vpc-slip-reply-goes-out = Others call in, so the answers go out.
vpc-slip-reply-comes-in = Your side calls out, so the answers come in.

vpc-ask-sg-needed = { $groups }. The app carries { $client }, the database { $server }. The app cannot reach the database at { $port }. Which rule is missing, an inbound rule at the database or an outbound rule at the app?
vpc-slip-client-shut = The database lets it in. The app's group has outbound rules, and none of them lets this out.
vpc-slip-server-shut = The app may send everything. At the database no inbound rule lets this in.

vpc-e-many = more than { $most } { $what }
vpc-h-many = Leave out what the question does not touch.
vpc-many-bytes = bytes of text
vpc-many-bytes-line = bytes on one line
vpc-many-lines = lines
vpc-many-questions = questions
vpc-many-changes = what-if questions on a text of this size
vpc-many-pairs = pairs in the matrices of one text
vpc-many-parts = rules and routes
vpc-many-routes = routes, with every prefix list as its networks
vpc-many-nets = networks on one line
vpc-many-legs = arrows in one path
vpc-many-vpcs = VPCs
vpc-many-subnets = subnets
vpc-many-nats = NAT gateways
vpc-many-peerings = peering connections
vpc-many-gateways = gateways
vpc-many-flows = flows for a network of this size
vpc-e-address = { $text } is no address
vpc-e-egress-v4 = { $target } takes IPv6 only
vpc-h-egress-v4 = Write ::/0 -> { $target }. IPv4 leaves by a NAT gateway.
vpc-e-no-path = there is no path before this line
vpc-e-gb = { $text } is no amount of data
vpc-h-cost = Write cost path 500GB, or cost path 500GB app -> internet:443.
vpc-w-gb = how many GB a month
vpc-w-region = a region

vpc-h-egress = egress-only internet gateway

vpc-key-reverse = the other way round
vpc-key-matrix = matrix at { $port }
vpc-key-what-if = try fix 1
vpc-key-attach = attach { $igw }
vpc-key-detach = detach { $igw }
vpc-key-public = { $host } with a public address
vpc-key-private = { $host } without a public address
vpc-key-system = { $host } as { $os }
vpc-key-cost = what it costs
vpc-key-apply = apply the change
vpc-key-hosts = between hosts
vpc-key-subnets = between subnets
vpc-ask-gb = How many GB a month?

vpc-cost = { $gb } GB a month from { $from } to { $to } cost { $total } ({ $region }).
vpc-cost-unsure = { $gb } GB a month from { $from } to { $to } cost { $total } ({ $region }); not every price in it is confirmed.
vpc-cost-nothing = { $gb } GB a month from { $from } to { $to } cost nothing ({ $region }).
vpc-cost-n-way = All of the data is taken to go the way of the arrow.
vpc-cost-n-answers = What comes in from the internet is free: the data is taken to be in the answers.
vpc-cost-n-blocked = The path does not work as it stands; it is reckoned as if nothing stopped it.
vpc-cost-n-zone = { $subnet } names no zone (az), so a change of zone cannot be counted there.
vpc-cost-nat = NAT gateway: hours, its address, and { $gb } GB processed
vpc-cost-interface = interface endpoint: hours in one zone, and { $gb } GB processed
vpc-cost-gateway = gateway endpoint: free
vpc-cost-peering = peering connection: free in itself
vpc-cost-zones = another zone: { $gb } GB out of one and into the other, both paid
vpc-cost-address = public address: hours
vpc-cost-egress = to the internet: { $gb } GB, the first 100 free
vpc-cost-service = to a service of the same region: no internet egress
vpc-cost-local = within one zone: free
vpc-t-cost = On the way
vpc-t-cost-command = The same bill in the cost simulator

vpc-n-needless = { $group }: { $dir } { $rule } adds nothing, { $dir } { $by } allows it already.
vpc-quota-open = { $name }: { $count } { $what }. The AWS quota is { $quota }; it can be raised.
vpc-quota-to = { $name }: { $count } { $what }. The AWS quota is { $quota }; it can be raised to { $most }.
vpc-quota-never = { $name }: { $count } { $what }. AWS takes at most { $quota }.
vpc-q-subnets = subnets
vpc-q-ranges = ranges of one family
vpc-q-igws = attached internet gateways
vpc-q-egresses = egress-only internet gateways
vpc-q-peerings = peering connections
vpc-q-interfaces = interface endpoints
vpc-q-gateways = gateway endpoints
vpc-q-nats = NAT gateways in the zone
vpc-q-routes = routes of one family, a prefix list as all of its networks
vpc-q-acl-rules = rules in one direction, * included
vpc-q-group-rules = rules in one direction, a prefix list as all of its networks
vpc-q-groups = security groups
vpc-q-product = as security groups times the rules of the largest

vpc-t-judged-in = { $name }, inbound, rule by rule: { $packet }
vpc-t-judged-out = { $name }, outbound, rule by rule: { $packet }
vpc-j-address = skipped: another address
vpc-j-family = skipped: another IP version
vpc-j-proto = skipped: another protocol
vpc-j-port = skipped: another port
vpc-j-icmp = skipped: another ICMP type
vpc-j-not-asked = not asked: decided before
vpc-j-allows = allows
vpc-j-allows-some = allows { $ports }
vpc-j-refuses = refuses
vpc-j-refuses-some = refuses { $ports }
vpc-n-family = { $name }: { $rule } is a rule for the other IP version; { $dst } needs one of its own.
vpc-n-icmp = { $name }: { $rule } is for another ICMP type; this packet is of type { $type }.
vpc-n-wide = { $group }: { $rule } lets in more than this path needs; { $enough } is enough.
vpc-key-narrow = narrow { $group }
