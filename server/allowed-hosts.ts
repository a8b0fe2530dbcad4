import { BlockList, isIP } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

/**
 * A function that tells whether a server answers for a host name: for this computer's own, for the address on which it
 * listens, for that of `siteUrl`, and, if it listens on all addresses, for every IP address. Any other name may have
 * been pointed here by a page on the web, which could then read what only this computer should see.
 */
export function allowedHosts(listeningHost: string, siteUrl: string | undefined): (hostname: string) => boolean {
  const names = new Set(['localhost', listeningHost, ...(siteUrl ? [bareHostname(new URL(siteUrl).hostname)] : [])]);
  const isWildcard = ['0.0.0.0', '::'].includes(listeningHost);
  return (hostname) => {
    const family = isIP(hostname);
    if (family === 0) return names.has(hostname);
    return isWildcard || names.has(hostname) || loopback.check(hostname, family === 6 ? 'ipv6' : 'ipv4');
  };
}

/** The host name of a URL without the brackets of an IPv6 address. */
function bareHostname(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}
