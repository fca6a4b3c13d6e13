//! Makes Cargo notice files that are added below the folders which are compiled in.

fn main() {
    for folder in ["assets", "content"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}
