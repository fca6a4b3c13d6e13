cost-summary = What a month costs: each meter, its price and where it was read

cost-e-missing = { $word } needs a number or name after it
cost-e-twice = { $word } stands here twice
cost-e-empty = there is nothing to reckon
cost-e-region = there are no prices for { $word }; known are { $known }
cost-e-zones = the number of Availability Zones is a whole number from 1 to 10
cost-e-negative = { $text } is negative
cost-e-number = { $text } is not a quantity; 500, 0.5, 20k and 10M are
cost-e-large = { $text } is too large to reckon with
cost-e-item = { $word } is not an item
cost-e-price = { $item }: there is no price to rely on; check { $page }
cost-e-tier = { $item }: the price holds up to { $most } only; for more check { $page }
cost-e-compare = more goes to S3 here than passes the NAT gateway
cost-e-request = a request has op (estimate) and scenario

cost-i-nat = NAT gateway
cost-i-natgb = NAT gateway, data processed
cost-i-ipv4 = Public IPv4 address
cost-i-gateway = Gateway endpoint
cost-i-vpce = Interface endpoint
cost-i-vpcegb = Interface endpoint, data
cost-i-egress = Out to the internet
cost-i-interaz = Between zones
cost-i-vpn = Site-to-Site VPN
cost-i-alb = Application Load Balancer
cost-i-lcu = Load balancer, LCU
cost-i-zone = Hosted zone
cost-i-vcpu = Fargate vCPU
cost-i-memgb = Fargate memory
cost-i-lambda-req = Lambda requests
cost-i-lambda-gbs = Lambda compute
cost-i-apigw-http = HTTP API requests
cost-i-apigw-rest = REST API requests
cost-i-ddb-write = DynamoDB write units
cost-i-ddb-read = DynamoDB read units
cost-i-wcu = DynamoDB WCU
cost-i-rcu = DynamoDB RCU
cost-i-s3 = S3 Standard storage
cost-i-logs = CloudWatch Logs, ingestion
cost-i-kms-key = KMS key
cost-i-secret = Secret

cost-total = { $total } a month in { $region }
cost-total-unsure = { $total } a month in { $region }, not confirmed

cost-l-item = item
cost-l-quantity = quantity
cost-l-price = unit price
cost-l-amount = amount
cost-l-month = price of
cost-l-total = Total
cost-l-unsure = not confirmed
cost-l-ways = Ways to S3
cost-l-way = way

cost-way-nat = all through NAT
cost-way-gateway = with a gateway endpoint
cost-way-interface = with an interface endpoint
cost-way-single = with a single NAT gateway

cost-n-estimate = An estimate from a price table of { $month }, without tax.
cost-n-undated = An estimate from a price table, without tax.
cost-n-long = No month has { $hours } hours: the longest has 744.
cost-n-rounded = A part of an hour is billed as a whole one: { $hours } h.
cost-n-nat-egress = What leaves for the internet after the NAT gateway is paid once more: add egress.
cost-n-unsure = { $item }: the price is not confirmed; check { $page }

cost-s-free = { $item }: the first { $free } of a month are free, once for the whole account.
cost-s-twice = Between zones the sender pays for going out and the receiver for coming in: twice.
cost-s-line = { $item }: { $formula }, at ${ $price } each: { $amount }
cost-s-line-per = { $item }: { $formula }, at ${ $price } for { $per }: { $amount }
cost-s-total = Together { $total } in { $region }.
cost-s-break-even = An interface endpoint pays from { $gb } GB a month: its hours ÷ (price of a NAT GB − price of an endpoint GB).

cost-key-region = prices of { $region }

cost-drill-nat-month = What a NAT gateway costs without traffic
cost-drill-nat-gb = NAT gateways with traffic
cost-drill-ipv4-month = What public addresses cost
cost-drill-egress-free-tier = Out to the internet, after what is free
cost-drill-cross-az = Traffic between zones
cost-drill-break-even = From how many GB an interface endpoint pays
cost-drill-endpoint-or-nat = NAT, gateway endpoint or interface endpoint

cost-q-nat-month = NAT gateways: { $count }, each there for { $hours } hours without traffic. An hour costs ${ $price }. How many dollars?
cost-q-nat-gb = NAT gateways: { $count }, each there for { $hours } hours. Through them { $out } GB go out and { $back } GB come back. An hour costs ${ $hour }, a GB ${ $gb }. How many dollars for the NAT gateways alone?
cost-q-ipv4 = Public IPv4 addresses that AWS gave you: { $used } in use, { $idle } idle, each for { $hours } hours at ${ $price }. How many dollars?
cost-q-egress = In a month { $gb } GB go out to the internet, and nothing else does. The first paid GB cost ${ $price } each. How many dollars?
cost-q-egress-two = In a month { $here } GB go out to the internet from EC2 and { $there } GB from S3, in one account and Region. The first paid GB cost ${ $price } each. How many dollars?
cost-q-cross = Zone a sends { $there } GB to zone b, both yours. A GB costs ${ $price } in each direction charged. How many dollars?
cost-q-cross-both = Zone a sends { $there } GB to zone b, and b sends { $back } GB to a, both yours. A GB costs ${ $price } on each side. How many dollars?
cost-q-cross-nat = Servers of zone b use the only NAT gateway, in zone a, for { $hours } hours: { $there } GB go out, { $back } GB come back. NAT ${ $hour } an hour and ${ $gb } a GB, between zones ${ $price } a GB on each side. How many dollars, without data out to the internet?
cost-q-break-even = An interface endpoint in { $zones } zone(s) for { $hours } hours: ${ $hour } an hour and zone, ${ $endpoint } a GB. The NAT gateway, which stays, takes ${ $nat } a GB. From how many whole GB on is the endpoint cheaper?
cost-q-which = { $gb } GB a month go to { $service } from { $zones } zone(s), today through NAT gateways that stay anyway. Interface endpoint: ${ $hour } an hour and zone, { $hours } hours, ${ $endpoint } a GB; NAT: ${ $nat } a GB. Which way is cheapest?

cost-j-number = A number is asked for, such as 43.07
cost-j-word = nat, gateway or interface

cost-m-month = That is the price of one hour, not of all of them.
cost-m-zone = That leaves out a gateway or zone: each has its own hours.
cost-m-round = A part of an hour is billed as a whole one.
cost-m-back = NAT counts each GB that passes, out and back.
cost-m-gb = That leaves out the GB: NAT is paid by the hour and by the GB.
cost-m-hours = That leaves out the hours: NAT is paid for being there too.
cost-m-used = Since February 2024 addresses in use are charged as well.
cost-m-idle = Idle addresses are charged as well.
cost-m-free = That forgets the 100 GB a month that are free.
cost-m-free-twice = The 100 GB are free once for the whole account, not once for each service.
cost-m-free-old = 1 GB was free until 2021. It is 100 GB now.
cost-m-directions = That forgets one direction: both sides pay.
cost-m-crossing = That leaves out what crosses between the zones.
cost-m-endpoint-gb = The endpoint takes something for each GB too: only the difference is saved.
cost-m-nat = There is a cheaper way: work out what the GB cost on each.
cost-m-gateway = Only S3 and DynamoDB have a gateway endpoint, and for them it is free.
cost-m-interface = An interface endpoint has hours in each zone. Here something else is cheaper.
