import ipaddr from "ipaddr.js";

/** An IP address that was read completely. */
export interface NetworkAddress {
  /** The canonical spelling. Connect to this one and not to the text that was read: what was checked is then what is connected to. */
  text: string;
  family: 4 | 6;
  /** Whether it belongs to a machine on the public internet, as far as the address alone can tell. */
  isPublic: boolean;
}

/** Azure's host agent: it hands out a machine's configuration and secrets, and only looks like a public address. */
const hostAgents: readonly string[] = ["168.63.129.16"];

const globalUnicast = ipaddr.IPv6.parseCIDR("2000::/3");
const nat64 = ipaddr.IPv6.parseCIDR("64:ff9b::/96");

/**
 * Reads an IP address and says whether it is public. Refused are the special-purpose registries of IANA (RFC 6890: loopback, private,
 * shared, link-local, documentation, benchmarking, multicast, reserved, unique local, ...), the former ones (site-local, 6to4 relays), and
 * every IPv6 address that carries an IPv4 address (mapped, compatible, translated, 6to4, Teredo, ISATAP). The one exception is NAT64's
 * well-known prefix around a public IPv4 address, which is what DNS64 answers in an IPv6-only network.
 *
 * @param text four decimal parts, or IPv6 without brackets and without a zone
 * @returns `null` for every other spelling, such as `127.1`, `0x7f000001`, `010.0.0.1` and `fe80::1%eth0`
 */
export function readAddress(text: string): NetworkAddress | null {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) {
    const address = ipaddr.IPv4.parse(text);
    return { text: address.toString(), family: 4, isPublic: isPublicIPv4(address) };
  }
  // The library's own reader takes ::10.0.0.1 for ::ffff:10.0.0.1; it gets the URL parser's spelling, which is hexadecimal throughout.
  if (!/^[0-9a-f:.]{2,45}$/i.test(text) || !URL.canParse(`http://[${text}]/`)) return null;
  const canonical = new URL(`http://[${text}]/`).hostname.slice(1, -1);
  return { text: canonical, family: 6, isPublic: isPublicIPv6(ipaddr.IPv6.parse(canonical)) };
}

function isPublicIPv4(address: ipaddr.IPv4): boolean {
  return address.range() === "unicast" && !hostAgents.includes(address.toString());
}

function isPublicIPv6(address: ipaddr.IPv6): boolean {
  if (address.match(nat64)) return isPublicIPv4(new ipaddr.IPv4(address.toByteArray().slice(12)));
  // The library calls everything unicast that it has no name for; nothing outside of this block is given out, and ::127.0.0.1 is there.
  if (!address.match(globalUnicast) || address.range() !== "unicast") return false;
  return !isIsatap(address);
}

/** RFC 5214: an interface id of `0:5efe` or `200:5efe` and then an IPv4 address, to which a tunnel delivers the packet. */
function isIsatap(address: ipaddr.IPv6): boolean {
  return ((address.parts[4] ?? 0) & 0xfdff) === 0 && address.parts[5] === 0x5efe;
}
