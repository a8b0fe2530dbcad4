/** Returns a header of the request by its lower-case name. */
export type HeaderLookup = (name: string) => string | undefined;

/**
 * Whether a request comes from a page of this site: by Sec-Fetch-Site where the browser sends it, and by an Origin
 * (RFC 6454) that equals the site's origin, or has the host and port of the request's Host header.
 */
export function isOwnOrigin(header: HeaderLookup, siteOrigin: string | undefined): boolean {
  const fetchSite = header('sec-fetch-site');
  if (fetchSite !== undefined && fetchSite !== 'same-origin') return false;
  const origin = header('origin');
  if (origin === undefined || origin === 'null') return fetchSite === 'same-origin';
  if (origin === siteOrigin) return true;
  const hostHeader = header('host');
  if (hostHeader === undefined) return false;
  if (origin === `https://${hostHeader}` || origin === `http://${hostHeader}`) return true;
  if (!URL.canParse(origin)) return false;
  const { protocol, host } = new URL(origin);
  const hostUrl = `${protocol}//${hostHeader}`;
  return /^https?:$/.test(protocol) && URL.canParse(hostUrl) && new URL(hostUrl).host === host;
}
