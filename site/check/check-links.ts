import { isEphemeralAddress } from '#news/address.ts';
import type { Body } from '#news/body.ts';
import type { AnyItem } from '#news/content-kind.ts';
import type { Organisation } from '#news/organisation.ts';
import type { RuleName } from '#news/rule.ts';
import { type Finding, finding, type SourceLocation } from '#site/finding.ts';
import { decodeAddress } from '#site/read/decode-address.ts';
import type { Settings } from '#site/settings.ts';
import { nearest } from '#vietnamese/nearest.ts';
import { headingAnchors } from './heading-anchors.ts';
import type { KnownAddresses } from './known-addresses.ts';
import { ownSiteLinks } from './own-site-links.ts';

/**
 * Findings for broken links in bodies and the menu: an error, or a warning if the page exists but is hidden now, if only
 * the heading on it is missing, or if the link was written with the origin of this site.
 */
export function checkLinks(
  items: readonly AnyItem[],
  { menu }: Organisation,
  locateMenuEntry: (index: number) => SourceLocation,
  { visible, hidden, unreadable }: Omit<KnownAddresses, 'claims'>,
  site: Pick<Settings, 'origin' | 'base'>,
): Finding[] {
  const findings: Finding[] = [];
  const bodies = new Map(items.map(({ address, body }) => [address, body]));
  const checkLink = (href: string, location: SourceLocation, linkName: string, rule: RuleName = 'lien-ket') => {
    const address = href.split(/[#?]/)[0] ?? '';
    if (hidden.has(address))
      findings.push(
        finding(
          location,
          'lien-ket-an',
          `${linkName} dẫn tới bài chưa đăng, hết hạn hoặc đã gỡ`,
          'bỏ liên kết, hoặc chờ bài ấy được đăng',
        ),
      );
    // Unreadable files could add pages to lists, so missing list pages are not reported then.
    else if (!visible.has(address) && !unreadable.has(address) && !(unreadable.size > 0 && isEphemeralAddress(address)))
      findings.push(finding(location, rule, `${linkName} không dẫn tới trang nào`, remedy(address, visible)));
    else findings.push(...anchorFindings(href, bodies.get(address), location, linkName));
  };
  for (const { path, body } of items) {
    for (const { href, line, column } of body.links)
      checkLink(href, { path, line, column }, `liên kết “${decodeAddress(href)}”`);
    for (const { href, line, column } of ownSiteLinks(body, site))
      checkLink(href, { path, line, column }, `liên kết tới trang này “${decodeAddress(href)}”`, 'dia-chi-viet');
  }
  for (const [index, { text, address }] of menu.entries())
    checkLink(address, locateMenuEntry(index), `địa chỉ “${address}” của mục “${text}” trong menu`);
  return findings;
}

/** The finding for a link to a heading that the body of its page does not have. */
function anchorFindings(href: string, body: Body | undefined, location: SourceLocation, linkName: string): Finding[] {
  const anchor = decodeAddress(href.split('#')[1] ?? '');
  // Other ids belong to parts of the page that every page has.
  if (!body || !/^muc-/.test(anchor)) return [];
  const anchors = headingAnchors(body);
  if (anchors.has(anchor)) return [];
  const near = nearest(anchor, [...anchors]);
  const remedyText = near ? `có phải là “#${near}”?` : 'bỏ phần sau dấu #';
  return [finding(location, 'dia-chi-viet', `${linkName} không dẫn tới đề mục nào của trang ấy`, remedyText)];
}

function remedy(address: string, visible: ReadonlySet<string>): string {
  const folder = address.slice(0, address.lastIndexOf('/', address.length - 2) + 1);
  const near = visible.has(`${address}/`)
    ? `${address}/`
    : nearest(
        decodeAddress(address),
        [...visible].filter((candidate) => candidate.startsWith(folder)),
      );
  return near
    ? `có phải là “${near}”?`
    : 'sửa địa chỉ: bắt đầu và kết thúc bằng dấu /, như /luu-tru/; của trang khác thì từ https://';
}
