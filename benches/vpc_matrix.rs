//! Who reaches whom among 200 subnets with 1,000 routes a table, after the text has been read.

use divan::Bencher;
use opsdrill::sim::vpc::packet::Ports;
use opsdrill::sim::vpc::{between_subnets, world_of};

fn main() {
    divan::main();
}

/// Four VPCs, each peered with the others, of 50 subnets with a table of 1,000 routes each.
fn text() -> String {
    let mut text = String::new();
    for vpc in 0..4 {
        text.push_str(&format!("vpc v{vpc} 10.{vpc}.0.0/16\n"));
        for other in 0..vpc {
            text.push_str(&format!("peering p{other}-{vpc} v{other} v{vpc}\n"));
        }
    }
    text.push_str("nacl n: in 100 allow tcp 443 0.0.0.0/0; in 110 allow tcp 1024-65535 0.0.0.0/0; out 100 allow all 0.0.0.0/0\n");
    for vpc in 0..4 {
        for subnet in 0..50 {
            text.push_str(&format!("subnet s{vpc}-{subnet} v{vpc} 10.{vpc}.{subnet}.0/24 rt r{vpc}-{subnet} nacl n\nrt r{vpc}-{subnet}: "));
            for other in (0..4).filter(|o| *o != vpc) {
                text.push_str(&format!("10.{other}.0.0/16 -> p{}-{}, ", vpc.min(other), vpc.max(other)));
            }
            for route in 0..997_u32 {
                text.push_str(&format!("{}/28 -> blackhole, ", std::net::Ipv4Addr::from_bits(0x6000_0000 + route * 64)));
            }
            text.push('\n');
        }
    }
    text
}

#[divan::bench(sample_count = 20)]
fn matrix(bencher: Bencher<'_, '_>) {
    let world = world_of(&text());
    bencher.bench_local(|| {
        let matrix = between_subnets(divan::black_box(&world), Ports::one(443));
        assert!(matrix.iter().flatten().flatten().all(|v| *v == "reachable"));
        matrix
    });
}

#[divan::bench(sample_count = 10)]
fn read(bencher: Bencher<'_, '_>) {
    let text = text();
    bencher.bench_local(|| world_of(divan::black_box(&text)));
}
