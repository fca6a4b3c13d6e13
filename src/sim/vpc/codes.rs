//! Why a packet does not arrive, or arrives otherwise than one would think.
//!
//! Most are the explanation codes of Reachability Analyzer. It has none for a loop, for an answer that takes another
//! way than the question, and for a connection that somebody opens towards a NAT gateway.

/// No line of the table leads there.
pub const NO_ROUTE: &str = "NO_ROUTE_TO_DESTINATION";
/// The line leads to something that is gone or not attached.
pub const BAD_STATE: &str = "BAD_STATE_ROUTE";
/// The line leads to something that cannot take the packet: it belongs to another VPC.
pub const CANNOT_ROUTE: &str = "CANNOT_ROUTE";
/// A more specific line than the default route took the packet.
pub const MORE_SPECIFIC: &str = "MORE_SPECIFIC_ROUTE";
/// A network ACL refuses.
pub const ACL: &str = "SUBNET_ACL_RESTRICTION";
/// No rule of the security groups lets it pass.
pub const GROUPS: &str = "ENI_SG_RULES_MISMATCH";
/// The security groups have no rule at all in this direction.
pub const NO_RULES: &str = "SG_HAS_NO_RULES";
/// The instance may not forward what is not for itself.
pub const SOURCE_DEST_CHECK: &str = "ENI_SOURCE_DEST_CHECK_RESTRICTION";
/// Who leaves by an internet gateway needs a public address.
pub const NO_PUBLIC_IP: &str = "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS";
/// Nobody here has the public address that is called.
pub const NOBODYS_IP: &str = "IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS";
/// Private addresses mean nothing on the internet.
pub const PRIVATE_DESTINATION: &str = "IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS";
/// The VPC has no internet gateway attached.
pub const UNASSOCIATED: &str = "UNASSOCIATED_COMPONENT";
/// A NAT gateway serves its own VPC.
pub const NAT_OWN_VPC: &str = "NGW_REQUIRES_SOURCE_IN_VPC";
/// The far side sees the NAT gateway's address.
pub const NAT_ADDRESS: &str = "NGW_SOURCE_ADDRESS_REASSIGN";
/// A NAT gateway takes no connection from outside.
pub const NAT_NO_INBOUND: &str = "NGW_NO_INBOUND";
/// A peering leads to the addresses of the VPC at its other end and no further.
pub const PEERING_END: &str = "PCX_REQUIRES_ADDRESS_IN_VPC_CIDR";
/// A gateway endpoint takes TCP.
pub const GATEWAY_PROTOCOL: &str = "VPCE_GATEWAY_PROTOCOL_RESTRICTION";
/// Nothing connects the two VPCs.
pub const DISCONNECTED: &str = "DISCONNECTED_VPCS";
/// Nobody has that address.
pub const NO_PATH: &str = "NO_PATH";
/// The way leads back to where it has been.
pub const LOOP: &str = "ROUTING_LOOP";
/// The answer would take another way than the question.
pub const ASYMMETRIC: &str = "ASYMMETRIC_RETURN";

/// Every code that an outcome may have.
pub const CODES: &[&str] = &[
    NO_ROUTE,
    BAD_STATE,
    CANNOT_ROUTE,
    MORE_SPECIFIC,
    ACL,
    GROUPS,
    NO_RULES,
    SOURCE_DEST_CHECK,
    NO_PUBLIC_IP,
    NOBODYS_IP,
    PRIVATE_DESTINATION,
    UNASSOCIATED,
    NAT_OWN_VPC,
    NAT_ADDRESS,
    NAT_NO_INBOUND,
    PEERING_END,
    GATEWAY_PROTOCOL,
    DISCONNECTED,
    NO_PATH,
    LOOP,
    ASYMMETRIC,
];
