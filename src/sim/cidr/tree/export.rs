//! A tree written out for other programs.

use std::collections::BTreeMap;

use super::super::net::{Family, Net};
use super::super::rules::{AWS, aws_subnet};
use super::super::say::terraform;
use super::edit::Grown;
use crate::text::{pad, width};

/// A form in which a tree is written out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One network a line, with its name.
    Text,
    /// A map of `cidrsubnet` expressions.
    Terraform,
    /// Comma-separated values with a header.
    Csv,
}

impl Format {
    /// Every form.
    pub const ALL: [Format; 3] = [Format::Text, Format::Terraform, Format::Csv];

    /// Its word.
    pub const fn word(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Terraform => "terraform",
            Format::Csv => "csv",
        }
    }

    /// The lines.
    pub fn lines(self, grown: &Grown) -> Vec<String> {
        let named: Vec<(Net, &str)> = grown.leaves.in_order().map(|(net, _)| (net, grown.names.get(&net).map_or("", String::as_str))).collect();
        match self {
            Format::Text => text(&named),
            Format::Terraform => hcl(&named, grown),
            Format::Csv => csv(&named),
        }
    }
}

fn text(leaves: &[(Net, &str)]) -> Vec<String> {
    let wide = leaves.iter().map(|(net, _)| width(&net.to_string())).max().unwrap_or(0);
    leaves.iter().map(|(net, name)| format!("{}  {name}", pad(&net.to_string(), wide)).trim_end().to_owned()).collect()
}

fn hcl(leaves: &[(Net, &str)], grown: &Grown) -> Vec<String> {
    let mut lines = vec!["locals {".to_owned(), "  subnets = {".to_owned()];
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, name) in leaves {
        *times.entry(name).or_default() += 1;
    }
    for (net, name) in leaves {
        // A name that two networks have cannot be a key twice.
        let unique = !name.is_empty() && times.get(name) == Some(&1);
        let key = if unique { quoted(name) } else { quoted(&net.to_string()) };
        let root = grown.leaves.root_of(*net).unwrap_or(*net);
        lines.push(format!("    {key} = {}", terraform(root, *net)));
    }
    lines.extend(["  }".to_owned(), "}".to_owned()]);
    lines
}

/// A string literal of HCL: quotes, backslashes and the openings of templates mean nothing in it.
fn quoted(text: &str) -> String {
    let plain = text.replace('\\', "\\\\").replace('"', "\\\"").replace("${", "$${").replace("%{", "%%{");
    format!("\"{plain}\"")
}

fn csv(leaves: &[(Net, &str)]) -> Vec<String> {
    let mut lines = vec!["network,first,last,hosts,aws_hosts,name".to_owned()];
    for (net, name) in leaves {
        let aws = if net.family() == Family::V4 && aws_subnet(*net) { AWS.usable(*net).to_string() } else { String::new() };
        lines.push(format!("{net},{},{},{},{aws},{}", net.first(), net.last(), net.hosts().count, field(name)));
    }
    lines
}

/// A field of RFC 4180.
fn field(text: &str) -> String {
    if text.contains([',', '"']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_quoted_for_their_reader() {
        assert_eq!(quoted(r#"a "b" ${c} \"#), r#""a \"b\" $${c} \\""#);
        assert_eq!(field("web, \"blue\""), "\"web, \"\"blue\"\"\"");
        assert_eq!(field("웹"), "웹");
    }
}
