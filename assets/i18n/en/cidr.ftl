cidr-summary = IPv4 and IPv6 networks: look inside, split, join, plan

cidr-info = { $net } holds { $size ->
    [1] one address
   *[other] { $size } addresses
 }, { $first } to { $last }.

cidr-l-network = network
cidr-l-netmask = netmask
cidr-l-wildcard = wildcard
cidr-l-first = first
cidr-l-last = last
cidr-l-broadcast = broadcast
cidr-l-hosts = hosts
cidr-l-addresses = addresses
cidr-l-usable = usable
cidr-l-aws = usable in AWS

cidr-n-bare = { $addr } has no prefix length, so it is read as { $net }.
cidr-n-host-bits = { $addr } is not the first address of its network; { $net } is meant.

cidr-e-op = there is no operation { $op }; known are { $known }
cidr-e-request = a request is an object
cidr-e-field-missing = the field { $field } is missing
cidr-e-field = the field { $field } must be { $wanted }
cidr-w-text = text
cidr-w-list = a list
cidr-w-number = a whole number from 0, as text if it is long
cidr-w-integer = a whole number, as text if it is long
cidr-e-range = { $field } is beyond what is possible here
cidr-e-family = { $field } must be IPv{ $family }
cidr-e-two-families = IPv4 and IPv6 have no network in common
cidr-e-too-many = there are more than { $most } pairs
cidr-e-order = the first address comes after the last
cidr-e-no-room = that does not fit into { $net }
cidr-e-empty = there is nothing to do
cidr-h-empty = Begin with a network: info 10.0.0.0/16
cidr-e-many = more than { $most } commands; the rest was not run
cidr-e-command = { $word } is no command
cidr-h-command = Did you mean { $word }?
cidr-h-commands = Commands: { $words }
cidr-e-trailing = { $text } is too much here
cidr-e-second-slash = a network has one slash
cidr-e-word = the word { $word } is missing
cidr-e-net = a network is missing
cidr-h-target = Write it as 10.0.0.0/16 or 2001:db8::/32.
cidr-e-addr = an address is missing
cidr-e-slash = a prefix length such as /24 is wanted here
cidr-e-number = { $text } is no whole number
cidr-e-number-missing = a number is missing
cidr-e-number-large = the number is larger than 2^128
cidr-e-empty-address = there is no address before the slash
cidr-e-empty-prefix = there is no prefix length after the slash
cidr-e-mask-v6 = IPv6 has no dotted netmasks
cidr-h-plen-v6 = Write the length: /64.
cidr-e-plen-digit = { $text } is no prefix length
cidr-e-plen-zero = a prefix length has no leading zero: { $text }
cidr-e-plen-range = /{ $text } is too long: IPv{ $family } has { $max } bits
cidr-e-wildcard = this is a wildcard mask, not a netmask
cidr-h-wildcard = Write { $mask } or /{ $len }.
cidr-e-mask-gap = the ones break off and begin again: { $bits }
cidr-h-mask = A netmask is ones followed by zeros: 255.255.255.0 or /24.
cidr-e-non-ascii = { $char } is not an ASCII character
cidr-h-non-ascii = Write { $text }.
cidr-e-parts = an IPv4 address has four octets, this has { $count }
cidr-h-parts = Write all four: 10.0.0.0.
cidr-e-empty-octet = the { $place ->
    [1] first
    [2] second
    [3] third
    [4] fourth
   *[other] { $place }th
 } octet is empty
cidr-e-digit = the { $place ->
    [1] first
    [2] second
    [3] third
    [4] fourth
   *[other] { $place }th
 } octet, { $text }, is not a decimal number
cidr-h-hex = Write it in decimal.
cidr-e-leading-zero = the { $place ->
    [1] first
    [2] second
    [3] third
    [4] fourth
   *[other] { $place }th
 } octet, { $text }, has a leading zero
cidr-h-leading-zero = Some programs read 010 as octal 8, others as 10; write it without the zero.
cidr-e-octet = the { $place ->
    [1] first
    [2] second
    [3] third
    [4] fourth
   *[other] { $place }th
 } octet, { $text }, is more than 255, the most that 8 bits hold
cidr-e-v6-zone = a zone belongs to an interface, not to a network
cidr-e-v6-double-colon = :: may stand only once
cidr-h-v6-double-colon = With two nobody can tell how many zeros each stands for.
cidr-e-v6-lone-colon = a single colon cannot stand at the end
cidr-e-v6-count = an IPv6 address has eight groups, this has { $count }
cidr-e-v6-too-many = :: stands for at least one group, but { $count } are written
cidr-h-v6-count = Write all eight, or :: for the zeros left out.
cidr-e-v6-embedded = { $text } may stand only at the end, for the last 32 bits
cidr-h-v6-embedded = Such as ::ffff:10.0.0.1.
cidr-e-v6-digit = { $text } is no group of hexadecimal digits
cidr-e-v6-long = { $text } has more than four digits

cidr-more = … and { $count } more
cidr-l-terraform = Terraform
cidr-l-free = free
cidr-l-asked = hosts asked
cidr-l-waste = unused
cidr-l-total = in all
cidr-l-index = no.
cidr-l-address = address
cidr-l-mask = mask
cidr-l-and = address AND mask
cidr-l-supernet = supernet
cidr-l-subnet = subnet
cidr-l-next = next
cidr-l-why-not = why they do not join
cidr-l-relation = and
cidr-l-other = other
cidr-l-class = class
cidr-l-begins = first bits
cidr-l-range = range
cidr-l-use = for

cidr-bits = { $addr }/{ $prefix } lies in { $net }, which ends at { $last }.
cidr-bits-mask = /{ $prefix } is { $prefix } ones, then zeros: { $mask }.
cidr-bits-and = Address AND mask: where the mask has a one the bit stays, elsewhere it becomes 0. That is the network, { $net }.
cidr-bits-or = Set the { $host-bits } host bits to 1: that is the last address, { $last }.
cidr-bits-block = The quick way: the { $place ->
    [1] first
    [2] second
    [3] third
   *[4] fourth
 } octet decides. A block is { $limit } - { $mask } = { $block } wide.
cidr-bits-start = { $value } / { $block } = { $times } rest { $rest }, so it begins at { $times } x { $block } = { $start }: { $net }.
cidr-bits-block-v6 = The quick way: group { $place } decides. In hexadecimal a block is { $limit } - { $mask } = { $block } wide.
cidr-bits-start-v6 = { $value } / { $block } = { $times } rest { $rest }, so it begins at { $times } x { $block } = { $start } (hexadecimal): { $net }.
cidr-bits-next = The next network begins at { $next }.
cidr-bits-no-next = No network comes after it: the addresses end here.
cidr-bits-even = The mask ends between two octets: the first { $count ->
    [1] octet stays
   *[other] { $count } octets stay
 }, the others become 0: { $net }.
cidr-bits-even-v6 = The mask ends between two groups: the first { $count ->
    [1] group stays
   *[other] { $count } groups stay
 }, the others become 0: { $net }.
cidr-bits-size = { $bits } - { $prefix } = { $host-bits } host bits: 2^{ $host-bits } = { $size ->
    [1] 1 address
   *[other] { $size } addresses
 }.
cidr-bits-hosts = The first is the network itself and the last the broadcast address: { $count } are left to hosts.
cidr-bits-aws = AWS keeps the first four and the last of a subnet ({ $first } to { $third }, { $last }): { $count } are left.

cidr-split = { $net } falls into { $count ->
    [1] one /{ $prefix }
   *[other] { $count } networks of /{ $prefix }
 }, { $size ->
    [1] 1 address
   *[other] { $size } addresses
 } each.
cidr-split-into = { $net } in { $wanted } equal parts: /{ $prefix }, which makes { $made } and leaves { $spare } over.
cidr-split-bits = /{ $from } to /{ $to } is { $bits ->
    [1] one bit
   *[other] { $bits } bits
 } more for the network: 2^{ $bits } = { $count }.
cidr-split-power = The smallest power of two that is not less than { $wanted } is 2^{ $bits } = { $made }.
cidr-split-stride = The first begins at { $first }, each next one { $size ->
    [1] 1 address
   *[other] { $size } addresses
 } further.
cidr-hosts = { $net } holds all { $count }: { $needed } addresses taken, { $free } free.
cidr-hosts-none = { $net } has { $size } addresses, but { $needed } are needed.
cidr-hosts-block = { $hosts } hosts + { $reserved } reserved = { $needed }; the next power of two is { $size }: /{ $prefix }.
cidr-hosts-order = Placed largest first: then every block begins at a multiple of its own size.
cidr-fix-larger = Divide { $net } instead

cidr-join-done = { $count ->
    [1] { $net } stands alone
   *[other] The { $count } join to { $net }
 }, { $size } addresses.
cidr-join-none = { $count } networks remain that no one prefix covers exactly.
cidr-join-step = { $low } + { $high } = { $parent }: they differ only in bit { $bit }, and the lower one has a 0 there.
cidr-join-held = { $net } lies within { $by } and adds nothing.
cidr-join-twice = { $net } stands there twice.
cidr-apart-family = { $low } and { $high } are of two families.
cidr-apart-size = { $low } and { $high } are of different size ({ $low-size } and { $high-size } addresses): only halves of one network join.
cidr-apart-gap = { $low } and { $high } are not adjacent: { $gap ->
    [1] one address lies
   *[other] { $gap } addresses lie
 } between them.
cidr-apart-misaligned = { $low } and { $high } are adjacent but misaligned: no /{ $prefix } begins at the first.
cidr-apart-pairs = { $low } pairs with { $low-mate }, { $high } with { $high-mate }.
cidr-why-family = two families
cidr-why-size = different size
cidr-why-gap = not adjacent
cidr-why-misaligned = adjacent but misaligned
cidr-fix-mate = Join { $net } with { $mate }, its other half
cidr-fix-sum = Keep the fewest networks that are exactly these
cidr-fix-cover = Take the smallest network over all, with what lies between
cidr-sum = { $before ->
    [1] One network
   *[other] { $before } networks
 } can be written as { $after }.
cidr-super = { $net } lies in { $above }, which is { $times } times as large.
cidr-super-bits = /{ $from } to /{ $to }: { $bits } bits less for the network, 2^{ $bits } = { $times } times the addresses; what stood in those bits becomes 0.
cidr-e-super = /{ $prefix } is smaller than { $net }; a supernet has a shorter prefix
cidr-cover = { $net } is the smallest that holds all: { $size } addresses, { $spare } of them not asked for.
cidr-cover-ends = Only the lowest and the highest address count: { $first } and { $last }.
cidr-cover-bits = Their first { $bits } bits are the same and the next differs, so the prefix is /{ $bits }: { $net }.

cidr-in-yes = { $item } lies in { $net } ({ $first } to { $last }).
cidr-in-no = { $item } does not lie in { $net } ({ $first } to { $last }).
cidr-in-larger = { $item } is larger than { $net }; it is the other way round.
cidr-in-family = { $item } and { $net } are of two families.
cidr-in-and = { $addr } AND the mask of /{ $prefix } is { $masked }.
cidr-in-same = { $masked } is the network itself, { $net }.
cidr-in-other = { $masked } is not the network { $net }.
cidr-in-size = { $item } has a shorter prefix than { $net }: it cannot lie within.
cidr-overlap = { $pairs ->
    [1] One pair overlaps
   *[other] { $pairs } pairs overlap
 } among { $count } networks.
cidr-overlap-none = None of the { $count } networks overlap.
cidr-overlap-how = Sorted by first address, a network overlaps another only by holding it: prefixes never overlap in part.
cidr-rel-equal = is the same as
cidr-rel-contains = contains
cidr-rel-within = lies within
cidr-rel-disjoint = is apart from

cidr-minus = { $whole } without { $part } is { $count ->
    [1] one network
   *[other] { $count } networks
 }, { $size } addresses.
cidr-minus-none = Nothing is left of { $whole } without { $part }.
cidr-minus-apart = { $part } does not lie in { $whole }, so nothing is taken away.
cidr-minus-step = Halve { $here }: { $kept } is kept, go on in { $next }.
cidr-free = { $size } addresses of { $net } are free, in { $count ->
    [1] one block
   *[other] { $count } blocks, the largest of { $largest }
 }.
cidr-free-none = { $net } is full.
cidr-free-step = From { $first } to { $last } nothing is used: { $nets }.
cidr-n-outside = { $net } lies outside { $whole } and takes nothing of it.
cidr-range = { $first } to { $last }, { $size ->
    [1] one address
   *[other] { $size } addresses
 }, is { $count ->
    [1] one network
   *[other] { $count } networks
 }.
cidr-range-aligned = From { $first } the largest block is { $net }: { $larger } would begin before it.
cidr-range-beyond = From { $first } the largest block is { $net }: { $larger } would go beyond { $last }.
cidr-range-whole = { $net } is everything there is.
cidr-e-range-shape = a range is two addresses with a hyphen between
cidr-e-split = how to split is missing: /LEN, into N or hosts N,N
cidr-e-split-range = { $net } has no parts of /{ $prefix }, which is larger
cidr-e-split-into = { $net } cannot be split into { $count }
cidr-e-hosts = no IPv{ $family } network has room for { $hosts } hosts

cidr-subnet = Subnet { $number } of { $net } is { $part }, one of { $count } networks of /{ $prefix }.
cidr-subnet-size = /{ $from } + { $bits } new bits = /{ $prefix }: each has { $size } addresses.
cidr-subnet-place = Counted from 0 it begins at { $base } + { $number } x { $size } = { $first }.
cidr-e-newbits = { $net } has only { $most } bits left for hosts
cidr-e-netnum = there are { $count } subnets; they are counted from 0 to { $last }
cidr-host = Address { $index } of { $net } is { $addr }.
cidr-host-forth = { $first } + { $by } = { $addr }.
cidr-host-back = Counted from the end, { $last } is number -1{ $by ->
    [1] {""}
   *[other] , so { $addr } is number -{ $by }
 }.
cidr-e-host = { $net } has { $size } addresses; they are counted from 0 to { $last }
cidr-n-network-address = { $addr } is the network's own address, no host's.
cidr-n-broadcast = { $addr } is the broadcast address of { $net }, no host's.
cidr-n-aws-reserved = AWS keeps { $addr } of every subnet for itself.

cidr-class = { $addr } was of class { $class }: network { $net }, mask { $mask }.
cidr-class-d = { $addr } is of class D: multicast, no network of hosts.
cidr-class-e = { $addr } is of class E: reserved, no network of hosts.
cidr-class-bits = The first octet, { $first }, is { $bits } in binary; its first bits make it class { $class }.
cidr-class-today = Since 1993 (CIDR) the class says nothing about the mask: the prefix length must be written.
cidr-class-use-a = few networks, 16,777,216 addresses each
cidr-class-use-b = 65,536 addresses each
cidr-class-use-c = many networks, 256 addresses each
cidr-class-use-d = multicast groups
cidr-class-use-e = reserved
cidr-e-class-v6 = IPv6 never had classes

cidr-l-rule = rule
cidr-l-block = block
cidr-l-verdict = verdict
cidr-l-reason = reason
cidr-l-page = page
cidr-l-left = left
cidr-l-right = right
cidr-l-name = name
cidr-l-zone = zone
cidr-l-mark = mark
cidr-l-text = Text
cidr-l-csv = CSV
cidr-says-fine = fine
cidr-says-careful = careful
cidr-says-no = refused
cidr-aws-v4 = a VPC has an IPv4 block
cidr-aws-v4-missing = a VPC needs at least one IPv4 block
cidr-aws-size = a VPC's block is /16 to /28; this is /{ $prefix }
cidr-aws-size-v6 = a VPC's IPv6 block is /44 to /60 in steps of four; this is /{ $prefix }
cidr-aws-link-local = 169.254.0.0/16 is link-local and never a VPC's
cidr-aws-docker = some services use 172.17.0.0/16 themselves (Docker's bridge); leave it alone
cidr-aws-private = private or shared address space
cidr-aws-public = public addresses: the hosts that really have them cannot be reached from the VPC
cidr-aws-odd = neither private nor routable: loopback, multicast or reserved
cidr-aws-overlap = overlaps { $other } of the same VPC
cidr-aws-apart = overlaps no other block of the VPC
cidr-aws-other-private = another private range than the blocks before it: AWS allows one family a VPC
cidr-aws-same-private = the same private range as the blocks before it
cidr-aws-10-0 = with a block in 10.0.0.0/15 nothing of 10.0.0.0/16 can be added
cidr-aws-not-10-0 = nothing of 10.0.0.0/16
cidr-aws-172-31 = 172.31.0.0/16 cannot be added to a VPC in 172.16.0.0/12
cidr-aws-not-172-31 = nothing of 172.31.0.0/16
cidr-aws-198-19 = 198.19.0.0/16 cannot be added to a VPC with other ranges
cidr-aws-in-198-19 = the VPC is in 198.19.0.0/16 itself
cidr-aws-route = the same as, or larger than, the destination { $route } of a route
cidr-aws-no-route = no route's destination lies in it
cidr-aws-quota = { $count } IPv{ $family } blocks: { $usual } without asking, up to { $most } on request
cidr-aws-quota-hard = { $count } IPv{ $family } blocks: more than { $most } are not possible
cidr-aws-quota-fine = { $count } of { $usual } IPv{ $family } blocks
cidr-aws-subnet-size = a subnet is /16 to /28; { $name } is /{ $prefix }
cidr-aws-subnet-size-v6 = an IPv6 subnet is /44 to /64 in steps of four; { $name } is /{ $prefix }
cidr-aws-subnets = { $count } subnets: { $usual } a VPC without asking
cidr-aws-subnets-fine = { $count } of { $usual } subnets a VPC
cidr-aws-peer-apart = no block of one VPC overlaps a block of the other
cidr-aws-peer-overlap = a block of one VPC overlaps a block of the other

cidr-vpc-ok = AWS would take { $count ->
    [1] this block
   *[other] these { $count } blocks
 }: { $rules } checks, none refused.
cidr-vpc-refused = AWS would refuse: { $refused } of { $rules } checks fail.
cidr-vpc-step = { $rule }, { $net }: { $reason }.
cidr-vpc-step-all = { $rule }: { $reason }.
cidr-fix-vpc = Take { $line }
cidr-peer-ok = The two can be peered: none of { $pairs } pairs overlaps.
cidr-peer-refused = The two cannot be peered: { $count ->
    [1] one pair overlaps
   *[other] { $count } pairs overlap
 }.
cidr-peer-how = Peering is refused if any block of one VPC shares an address with any block of the other, used or not, IPv4 or IPv6.
cidr-peer-routes = It still needs a route to the other in the tables of both sides.
cidr-peer-conflict = { $a } and { $b } share addresses: a packet to one of them would never leave its own VPC.
cidr-peer-free = The nearest private block free on both sides: { $to } instead of { $from }.
cidr-fix-peer = Move { $moves }
cidr-plan = { $count } subnets in { $zones ->
    [1] one zone
   *[other] { $zones } zones
 } of { $net }: { $needed } addresses taken, { $free } free.
cidr-plan-refused = AWS has no subnets of that size in { $net }.
cidr-plan-tier = { $name }: { $zones } x { $size } addresses (/{ $prefix }).
cidr-plan-sum = A route to all of { $name }: { $nets }.
cidr-e-zones = from 1 to { $most } zones
cidr-e-tiers = at most { $most } tiers
cidr-e-tier = a tier is missing
cidr-h-tier = Write its name and the length of its subnets: web:/24.
cidr-e-tier-name = a tier's name has letters, digits, - and _
cidr-e-tier-twice = { $name } stands there twice

cidr-tree = { $count ->
    [1] One network
   *[other] { $count } networks
 } in { $roots }.
cidr-tree-split = { $net } split: { $count } new networks.
cidr-tree-join = { $net } is one again, from { $count } networks.
cidr-key-split = split in two
cidr-key-split-to = split to /n
cidr-key-merge = merge to { $net }
cidr-key-merge-all = merge all of { $net }
cidr-key-rename = name
cidr-key-mark = mark
cidr-key-root = add a root
cidr-key-export = export
cidr-ask-split-to = Prefix length of the parts
cidr-ask-rename = Name (empty: none)
cidr-ask-mark = Symbol (empty: none)
cidr-ask-root = Network to add
cidr-ask-export = text, terraform or csv
cidr-e-roots = { $net } overlaps { $other }
cidr-e-edit = { $word } is no edit of a tree
cidr-h-edits = Edits: { $words }
cidr-e-name = a name has at most { $most } characters, none of them invisible
cidr-e-symbol = a mark is one printable character, one cell wide
cidr-e-format = an export is text, terraform or csv
cidr-e-tree-outside = { $net } lies in no root of the tree
cidr-e-tree-inside = { $net } is not in the tree yet; it lies inside { $leaf }
cidr-h-tree-inside = First: split { $leaf } /{ $prefix }
cidr-e-tree-leaf = { $net } is one network already
cidr-e-tree-divided = { $net } is divided already
cidr-h-tree-divided = Say how small: split { $net } /LEN
cidr-e-tree-small = the parts of { $net } are as small as that already
cidr-e-tree-address = { $net } is a single address
cidr-e-tree-many = that would make { $count } networks; a tree has at most { $most }

cidr-yes = yes
cidr-no = no
cidr-want-net = Answer with a network, such as 10.0.32.0/20.
cidr-want-maybe = Answer with a network, such as 10.0.32.0/20, or "none".
cidr-want-addr = Answer with an address, such as 10.0.47.255.
cidr-want-number = Answer with a number, such as 4094.
cidr-want-prefix = Answer with a prefix length, such as /26.
cidr-want-yes-no = Answer yes or no.
cidr-want-class = Answer with a class, A to E.
cidr-drill-answer = Answer: { $answer }
cidr-key-next = next question
cidr-key-see = look at it
cidr-e-kind = there is no such kind of drill
cidr-h-kinds = Kinds: { $kinds }
cidr-e-level = a level is 1, 2 or 3
cidr-e-seed = a seed is at most 2^64 - 1

cidr-drill-mask-prefix = Netmasks as prefix lengths, and back
cidr-drill-network = The network of an address
cidr-drill-last-address = The last address of a network
cidr-drill-host-count = How many hosts a network has room for
cidr-drill-aws-count = How many addresses AWS leaves of a subnet
cidr-drill-smallest-prefix = The smallest network for so many hosts
cidr-drill-same-subnet = Whether two addresses are neighbours
cidr-drill-subnet-index = Subnet number N
cidr-drill-join = Which networks join, and which only look so
cidr-drill-overlap = Whether two networks overlap
cidr-drill-free = The first free block of a size
cidr-drill-class = The class of an address
cidr-drill-v6-nth = IPv6 subnet number N, in hexadecimal

cidr-ask-network = Which network is { $addr }/{ $prefix } in?
cidr-ask-last = What is the last address of { $net }?
cidr-ask-mask-prefix = Which prefix length is the netmask { $mask }?
cidr-ask-wildcard-prefix = A router's access list has the wildcard mask { $mask }. Which prefix length is that?
cidr-ask-prefix-mask = What is the netmask of a /{ $prefix }?
cidr-ask-hosts = How many hosts does { $net } have room for?
cidr-ask-hosts-mask = How many hosts does { $net } with mask { $mask } have room for?
cidr-ask-aws = How many addresses are left to you in the AWS subnet { $net }?
cidr-ask-aws-several = In AWS { $net } is split into { $count } subnets of /{ $prefix }. How many addresses are left to you in all?
cidr-ask-smallest = What is the longest prefix with room for { $hosts } hosts?
cidr-ask-smallest-aws = What is the longest prefix of an AWS subnet for { $hosts } instances?
cidr-ask-same = Are { $a } and { $b } in the same /{ $prefix }?
cidr-ask-index = { $net } is split into /{ $prefix }. Which is subnet number { $number }, counted from 0?
cidr-ask-v6-nth = { $net } is split into /{ $prefix }. Which is subnet number { $number } (decimal), counted from 0?
cidr-ask-join = Which one network do { $a } and { $b } make? ("none" if they make none)
cidr-ask-overlap = Do { $a } and { $b } overlap?
cidr-ask-free = In { $net } is used: { $used }. Which is the first free /{ $prefix }?
cidr-ask-class = Which class was { $addr }?
cidr-class-choice = class { $class }

cidr-slip-last = That is the last address of the network, not the network.
cidr-slip-first = That is the first address.
cidr-slip-next = That is where the next network begins.
cidr-slip-last-host = That is the last host; the last address is the broadcast address, one further.
cidr-slip-host-bits = The host bits must be 0: that is an address inside the network.
cidr-slip-octet = The wrong octet: the prefix ends in another one.
cidr-slip-group = The wrong group: the prefix ends in another one.
cidr-slip-half = The block is twice as large as you took it.
cidr-slip-double = The block is half as large as you took it.
cidr-slip-zeros = Those are the zeros; the prefix counts the ones.
cidr-slip-one-bit = Off by one bit.
cidr-slip-wildcard = That is the wildcard mask, with ones and zeros swapped.
cidr-slip-from-one = You counted from 1; the first is number 0.
cidr-slip-one-further = One too far.
cidr-slip-decimal = The number is decimal, the digits of an address are hexadecimal.
cidr-slip-place = The right digit in the wrong place.
cidr-slip-class = Class { $class } begins with { $range }, not with { $first }.
cidr-slip-forgot-two = Network and broadcast address are missing: 2 fewer.
cidr-slip-forgot-one = Two addresses are no hosts', not one.
cidr-slip-aws = That is what AWS leaves; by the book only two are kept.
cidr-slip-v6-two = IPv6 has no broadcast address: nothing is taken off.
cidr-slip-31 = A /31 joins two routers and has no broadcast address (RFC 3021).
cidr-slip-power = That is 2 to the prefix; the host bits count, 32 - prefix (128 - prefix in IPv6).
cidr-slip-power-one = Off by one bit: half or twice as many.
cidr-slip-forgot-aws = AWS keeps five of every subnet, not two.
cidr-slip-forgot-five = The five that AWS keeps are missing.
cidr-slip-aws-five = AWS keeps five: the first four and the last.
cidr-slip-five-once = AWS keeps five of each subnet, not of all together.
cidr-slip-only-one = That is one subnet; all together are asked for.
cidr-slip-too-small = Too small: with the reserved addresses they have no room.
cidr-slip-too-large = It has room, but half of it would do.
cidr-slip-host-bits-given = Those are the host bits; the prefix is 32 less that.
cidr-slip-can-join = They do join: the same size, adjacent, and the first is the lower half.
cidr-slip-misaligned = No network of that size begins there: it must begin at a multiple of its own size.
cidr-slip-used = Part of it is used already.
cidr-slip-not-lowest = That is free, but not the first, or it is not of the size asked for.

cidr-why-last = All host bits 1: { $last }.
cidr-why-hex = { $number } is { $hex } in hexadecimal.
cidr-why-class = Class { $class }: first octet { $range }.
cidr-why-v6-all = IPv6 has no broadcast address: all can be hosts.
cidr-why-31 = A /31 has two hosts: no network or broadcast address is taken off (RFC 3021).
cidr-why-aws-several = Each has { $each } - 5 = { $left }; { $count } x { $left } = { $all }.
cidr-why-same = Both are in { $a-net }.
cidr-why-not-same = { $a } is in { $a-net }, { $b } in { $b-net }.
cidr-why-contains = { $a } ends at { $a-last } and holds all of { $b }.
cidr-why-within = { $b } ends at { $b-last } and holds all of { $a }.
cidr-why-apart = { $a } ends at { $a-last }, { $b } at { $b-last }: no address is in both.
cidr-why-free = A /{ $prefix } begins at a multiple of { $size } addresses; the first such place where nothing is used is { $net }.

cidr-e-blocks = at most { $most } blocks
cidr-e-roots-many = a tree has at most { $most } networks
cidr-l-scope = kind
cidr-l-expanded = written out
cidr-l-integer = as a number
cidr-l-reverse = reverse name
cidr-scope-this = this network (RFC 791)
cidr-scope-private = private (RFC 1918)
cidr-scope-shared = shared by a provider's customers (RFC 6598)
cidr-scope-loopback = loopback
cidr-scope-link-local = link-local
cidr-scope-protocol = for protocols (RFC 6890)
cidr-scope-documentation = for examples in documents
cidr-scope-benchmark = for measuring devices (RFC 2544)
cidr-scope-multicast = multicast
cidr-scope-reserved = reserved
cidr-scope-broadcast = limited broadcast
cidr-scope-unspecified = unspecified
cidr-scope-mapped = IPv4-mapped
cidr-scope-nat64 = translation to IPv4 (RFC 6052)
cidr-scope-discard = discarded (RFC 6666)
cidr-scope-public = public
cidr-scope-6to4 = 6to4, out of use (RFC 7526)
cidr-scope-unique-local = unique local (RFC 4193)
cidr-scope-several = of several kinds
cidr-scope-unassigned = not assigned
cidr-h-slash = A netmask follows a slash, too.
