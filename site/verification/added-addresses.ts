const absolute = /https?:\/\/[^\s"'<>\\)]{1,2000}/gi;
const relative = /\b(?:href|src|action)\s?=\s?["']?(\/[^/\s"'<>][^\s"'<>]{0,2000})/gi;

/**
 * The addresses of the same site that an answered text names and the built one does not, without the path of the site
 * (that of `root`): what a changed sitemap, feed or page leads to.
 */
export function addedAddresses(built: string, answered: string, url: URL, root: URL): string[] {
  const base = root.pathname.replace(/\/$/, '');
  const named = [
    ...Array.from(answered.matchAll(absolute), ([text]) => text),
    ...Array.from(answered.matchAll(relative), ([, path = '']) => path),
  ].filter((text) => !built.includes(text) && URL.canParse(text, url));
  const hosts = new Set([url.host, root.host, ...ownHosts(built)]);
  return [...new Set(named)].flatMap((text) => {
    const { host, pathname, search } = new URL(text.replaceAll('&amp;', '&'), url);
    return hosts.has(host) && pathname.startsWith(`${base}/`) ? [pathname.slice(base.length) + search] : [];
  });
}

/** The host under which the site was built, where the text names it: in a sitemap, or as the canonical URL of a page. */
function ownHosts(built: string): string[] {
  const [, url] = /(?:<loc>|rel="canonical" href="|Sitemap: )(https?:\/\/[^"<\s]+)/.exec(built) ?? [];
  return url !== undefined && URL.canParse(url) ? [new URL(url).host] : [];
}
