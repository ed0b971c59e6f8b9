/** Which addresses the server may call on somebody's behalf: those of the public internet, and nothing that only this network reaches. */
import ipaddr from 'ipaddr.js';

/**
 * False for private, loopback, link-local (and so the metadata services of clouds), multicast, reserved, carrier and
 * documentation ranges, in IPv4, IPv6, and IPv4 wrapped in IPv6 in any of the ways there are.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  // Deprecated, and still routed by some: the last 32 bits are an IPv4 address.
  if (parsed instanceof ipaddr.IPv6) {
    const isCompatible = parsed.parts.slice(0, 6).every((part) => part === 0);
    return !isCompatible;
  }
  return !EXTRA_IPV4.some((range) => parsed.match(ipaddr.parseCIDR(range)));
}

/** Metadata and platform services that clouds put on otherwise public addresses. */
const EXTRA_IPV4 = ['168.63.129.16/32', '192.88.99.0/24'];
