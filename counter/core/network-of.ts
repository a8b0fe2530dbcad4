const ipv4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;

/** The network of a visitor: the IPv4 address, or the IPv6 /64; undefined for an invalid address. */
export function networkOf(address: string): string | undefined {
  if (ipv4.test(address)) return address;
  const [bare = ''] = address.split('%');
  const url = `http://[${bare}]`;
  if (!/^[\da-f:.]+$/i.test(bare) || !URL.canParse(url)) return undefined;
  const groups = expandIpv6(new URL(url).hostname.slice(1, -1));
  const [high, low] = groups.slice(6).map((group) => Number.parseInt(group, 16));
  // IPv4-mapped (RFC 4291 §2.5.5.2): an IPv4 client of a dual-stack socket.
  if (groups.slice(0, 6).join() === '0,0,0,0,0,ffff' && high !== undefined && low !== undefined)
    return [high >> 8, high & 255, low >> 8, low & 255].join('.');
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/** The eight groups of a canonical IPv6 address (RFC 5952). */
function expandIpv6(address: string): string[] {
  const [head = '', tail = ''] = address.split('::');
  const [left, right] = [head, tail].map((part) => (part ? part.split(':') : []));
  if (!left || !right) return [];
  if (!address.includes('::')) return left;
  return [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right];
}

/** The /56 and the /48 of an IPv6 network, which one subscriber may have; none for an IPv4 address. */
export function widerNetworks(network: string): { readonly wide56: string; readonly wide48: string } | undefined {
  const groups = network.split('::')[0]?.split(':') ?? [];
  if (groups.length < 4) return undefined;
  const site = groups.slice(0, 3).join(':');
  const subnet = Number.parseInt(groups[3] ?? '0', 16) >> 8;
  return { wide56: `${site}:${subnet}/56`, wide48: `${site}/48` };
}
