//! The batch door: one operation on networks, asked and answered as JSON.

use serde_json::{Value, json};

use super::fields::{Fields, Index};
use super::net::{Addr, Family, Net, Relation};
use super::read::{Piece, Read, refuse, target};
use super::size::Size;
use super::{class, rules, say, set};
use crate::text::{Message, excerpt};

/// The most networks or pairs that an answer lists.
const MOST: usize = 1 << 16;

/// What an operation does with the fields of a request.
type Operation = fn(&Fields<'_>) -> Read<Value>;

/// Every operation by its name.
const OPERATIONS: &[(&str, Operation)] = &[
    ("parse_ip", parse_ip),
    ("parse_cidr", parse_cidr),
    ("info4", info4),
    ("info6", info6),
    ("classful", classful),
    ("contains", contains),
    ("relation", relation),
    ("supernet", supernet),
    ("common_supernet", common_supernet),
    ("join", join),
    ("collapse", collapse),
    ("exclude", exclude),
    ("free", free),
    ("overlap_pairs", overlap_pairs),
    ("split", split),
    ("split_n", split_n),
    ("nth_subnet", nth_subnet),
    ("nth_host", nth_host),
    ("range_to_cidrs", range_to_cidrs),
    ("vlsm", vlsm),
    ("aws_subnet", aws_subnet),
];

/// Answers a request.
pub fn answer(request: &Value) -> Read<Value> {
    let fields = Fields::new(request)?;
    let op = fields.text("op")?;
    match OPERATIONS.iter().find(|(name, _)| *name == op.text) {
        Some((_, operation)) => operation(&fields),
        None => {
            let known = OPERATIONS.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(" ");
            Err(refuse("E_OP", op.range(), Message::new("cidr-e-op").with("op", excerpt(op.text)).with("known", known)))
        }
    }
}

fn parse_ip(fields: &Fields<'_>) -> Read<Value> {
    let addr = fields.addr("text")?;
    Ok(json!({
        "family": addr.family().number(),
        "canonical": addr.to_string(),
        "int": addr.bits().to_string(),
        "expanded": addr.expanded(),
        "ptr": addr.reverse_name(),
    }))
}

fn parse_cidr(fields: &Fields<'_>) -> Read<Value> {
    let target = target(fields.text("text")?)?;
    Ok(json!({
        "family": target.net.family().number(),
        "address": target.addr.to_string(),
        "prefix": target.net.prefix(),
        "network": target.net.to_string(),
        "host_bits_set": target.has_host_bits(),
        "bare": target.bare,
    }))
}

fn info4(fields: &Fields<'_>) -> Read<Value> {
    let net = fields.net_of("cidr", Family::V4)?;
    let hosts = net.hosts();
    Ok(json!({
        "network": net.to_string(),
        "first": net.first().to_string(),
        "last": net.last().to_string(),
        "broadcast": hosts.broadcast.map(|b| b.to_string()),
        "netmask": net.netmask().to_string(),
        "wildcard": net.wildcard().to_string(),
        "total": net.size().to_string(),
        "first_host": hosts.first.to_string(),
        "last_host": hosts.last.to_string(),
        "usable": hosts.count.to_string(),
    }))
}

fn info6(fields: &Fields<'_>) -> Read<Value> {
    let net = fields.net_of("cidr", Family::V6)?;
    Ok(json!({
        "network": net.to_string(),
        "first": net.first().to_string(),
        "last": net.last().to_string(),
        "total": net.size().to_string(),
        "first_expanded": net.first().expanded(),
        "last_expanded": net.last().expanded(),
    }))
}

fn classful(fields: &Fields<'_>) -> Read<Value> {
    let ip = fields.addr("ip")?;
    if ip.family() != Family::V4 {
        return Err(fields.wrong_family("ip", Family::V4));
    }
    let net = class::network(ip);
    Ok(json!({
        "class": class::letter(ip),
        "default_prefix": net.map(Net::prefix),
        "default_mask": net.map(|n| n.netmask().to_string()),
        "classful_network": net.map(|n| n.to_string()),
    }))
}

fn contains(fields: &Fields<'_>) -> Read<Value> {
    let (net, item) = (fields.net("net")?, fields.net("item")?);
    Ok(json!({"contains": net.covers(item)}))
}

fn relation(fields: &Fields<'_>) -> Read<Value> {
    let (a, b) = (fields.net("a")?, fields.net("b")?);
    let word = match a.relation(b) {
        Relation::Equal => "equal",
        Relation::Contains => "a_contains_b",
        Relation::Within => "b_contains_a",
        Relation::Disjoint => "disjoint",
    };
    Ok(json!({"relation": word, "overlaps": a.overlaps(b)}))
}

fn supernet(fields: &Fields<'_>) -> Read<Value> {
    let net = fields.net("net")?;
    let prefix = fields.prefix("new_prefix", net.family())?;
    net.supernet(prefix).map(|n| json!({"network": n.to_string()})).ok_or_else(|| fields.out_of_range("new_prefix"))
}

fn common_supernet(fields: &Fields<'_>) -> Read<Value> {
    let nets = fields.nets("nets")?;
    if nets.is_empty() {
        return Err(fields.out_of_range("nets"));
    }
    set::cover(&nets).map(|n| json!({"network": n.to_string()})).ok_or_else(|| refuse("E_FAMILY", 0..0, Message::new("cidr-e-two-families")))
}

fn join(fields: &Fields<'_>) -> Read<Value> {
    let joined = set::collapse(fields.nets("nets")?);
    Ok(json!({"joined": match joined[..] {
        [one] => Some(one.to_string()),
        _ => None,
    }}))
}

fn collapse(fields: &Fields<'_>) -> Read<Value> {
    Ok(json!({"nets": shown(&set::collapse(fields.nets("nets")?))}))
}

fn exclude(fields: &Fields<'_>) -> Read<Value> {
    let net = fields.net("net")?;
    let remove = fields.net_of("remove", net.family())?;
    Ok(json!({"nets": shown(&set::without(net, [remove]))}))
}

fn free(fields: &Fields<'_>) -> Read<Value> {
    let (net, used) = (fields.net("net")?, fields.nets("used")?);
    if used.iter().any(|u| u.family() != net.family()) {
        return Err(fields.wrong_family("used", net.family()));
    }
    let left = set::without(net, used);
    Ok(json!({"nets": shown(&left), "free_addresses": set::total(&left).to_string()}))
}

fn overlap_pairs(fields: &Fields<'_>) -> Read<Value> {
    const MOST_PAIRS: usize = 1 << 20;
    match set::overlaps(&fields.nets("nets")?, MOST_PAIRS) {
        Some(pairs) => Ok(json!({"pairs": pairs})),
        None => Err(refuse("E_TOO_MANY", 0..0, Message::new("cidr-e-too-many").with("most", MOST_PAIRS))),
    }
}

fn split(fields: &Fields<'_>) -> Read<Value> {
    let net = fields.net("net")?;
    let prefix = fields.prefix("new_prefix", net.family())?;
    let count = net.parts(prefix).ok_or_else(|| fields.out_of_range("new_prefix"))?;
    let size = Size::power(net.family().width() - prefix);
    let mut at = serde_json::Map::new();
    let wanted = if fields.has("at") { fields.numbers("at")? } else { Vec::new() };
    for index in wanted {
        let part = net.part(prefix, index).ok_or_else(|| fields.out_of_range("at"))?;
        at.insert(index.to_string(), part.to_string().into());
    }
    Ok(json!({"count": count.to_string(), "size_each": size.to_string(), "at": at}))
}

fn split_n(fields: &Fields<'_>) -> Read<Value> {
    let (net, k) = (fields.net("net")?, fields.number("k")?);
    let prefix = say::prefix_for(net, k).ok_or_else(|| fields.out_of_range("k"))?;
    let produced = net.parts(prefix).unwrap_or_default();
    let first: Vec<String> = (0..k).take(MOST).filter_map(|i| net.part(prefix, i)).map(|n| n.to_string()).collect();
    Ok(json!({
        "new_prefix": prefix,
        "produced": produced.to_string(),
        "spare": produced.less(k).to_string(),
        "first_k": first,
        "cut": k > MOST as u128,
    }))
}

fn nth_subnet(fields: &Fields<'_>) -> Read<Value> {
    let (net, newbits, netnum) = (fields.net("net")?, fields.number("newbits")?, fields.number("netnum")?);
    let prefix = u8::try_from(newbits).ok().and_then(|bits| net.prefix().checked_add(bits));
    let prefix = prefix.filter(|p| *p <= net.family().width()).ok_or_else(|| fields.out_of_range("newbits"))?;
    net.part(prefix, netnum).map(|n| json!({"network": n.to_string()})).ok_or_else(|| fields.out_of_range("netnum"))
}

fn nth_host(fields: &Fields<'_>) -> Read<Value> {
    let (net, index) = (fields.net("net")?, fields.index("index")?);
    nth_addr(net, index).map(|a| json!({"address": a.to_string()})).ok_or_else(|| fields.out_of_range("index"))
}

/// The address at a place of a network, counted from 0 or, where negative, from the end.
pub fn nth_addr(net: Net, index: Index) -> Option<Addr> {
    let addr = if index.from_end { net.last().minus(index.by.checked_sub(1)?)? } else { net.first().plus(index.by)? };
    net.holds(addr).then_some(addr)
}

fn range_to_cidrs(fields: &Fields<'_>) -> Read<Value> {
    let (first, last) = (fields.addr("first")?, fields.addr("last")?);
    if first.family() != last.family() {
        return Err(fields.wrong_family("last", first.family()));
    }
    if first > last {
        return Err(refuse("E_ORDER", 0..0, Message::new("cidr-e-order")));
    }
    Ok(json!({"nets": shown(&set::between(first, last))}))
}

fn vlsm(fields: &Fields<'_>) -> Read<Value> {
    let (net, hosts) = (fields.net("net")?, fields.numbers("hosts")?);
    let prefixes: Option<Vec<u8>> = hosts.iter().map(|h| rules::PLAIN.prefix_for(net.family(), *h)).collect();
    let placed = prefixes.and_then(|p| set::pack(net, &p));
    let placed = placed.ok_or_else(|| refuse("E_NO_ROOM", Piece::whole("").range(), Message::new("cidr-e-no-room").with("net", net)))?;
    Ok(json!({
        "subnets": shown(&placed),
        "needed": set::total(&placed).to_string(),
        "free": shown(&set::without(net, placed)),
    }))
}

fn aws_subnet(fields: &Fields<'_>) -> Read<Value> {
    let net = fields.net("cidr")?;
    if !rules::aws_subnet(net) {
        return Ok(json!({"valid": false, "network": net.to_string()}));
    }
    let reserved = rules::aws_reserved(net);
    Ok(json!({
        "valid": true,
        "network": net.to_string(),
        "reserved": reserved.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "usable": rules::AWS.usable(net).to_string(),
        "first_usable": net.first().plus(4).map(|a| a.to_string()),
        "last_usable": net.last().minus(1).map(|a| a.to_string()),
    }))
}

fn shown(nets: &[Net]) -> Vec<String> {
    nets.iter().map(ToString::to_string).collect()
}
