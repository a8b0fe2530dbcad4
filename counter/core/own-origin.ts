/** The headers of a request, by lower-case name. */
export type Header = (name: string) => string | undefined;

/**
 * Whether a request comes from a page of this site: by Sec-Fetch-Site where the browser sends it, and by an Origin (RFC 6454)
 * that is the site's own, or names the host and port of the request's Host.
 */
export function isOwnOrigin(header: Header, siteOrigin: string | undefined): boolean {
  const fetchSite = header('sec-fetch-site');
  if (fetchSite !== undefined && fetchSite !== 'same-origin') return false;
  const origin = header('origin');
  if (origin === undefined || origin === 'null') return fetchSite === 'same-origin';
  if (origin === siteOrigin) return true;
  const asked = header('host');
  if (asked === undefined) return false;
  if (origin === `https://${asked}` || origin === `http://${asked}`) return true;
  if (!URL.canParse(origin)) return false;
  const { protocol, host } = new URL(origin);
  const named = `${protocol}//${asked}`;
  return /^https?:$/.test(protocol) && URL.canParse(named) && new URL(named).host === host;
}
