import { isEphemeralAddress } from '#news/address.ts';
import type { Body } from '#news/body.ts';
import type { Organisation } from '#news/organisation.ts';
import { type Finding, finding, type SourceLocation } from '#site/finding.ts';
import { decodeAddress } from '#site/read/decode-address.ts';
import { nearest } from '#vietnamese/nearest.ts';
import type { KnownAddresses } from './known-addresses.ts';

/** Findings for broken links in bodies and the menu: an error, or a warning if the page exists but is hidden now. */
export function checkLinks(
  bodies: readonly { readonly path: string; readonly body: Body }[],
  { menu }: Organisation,
  locateMenuEntry: (index: number) => SourceLocation,
  { visible, hidden, unreadable }: Omit<KnownAddresses, 'claims'>,
): Finding[] {
  const findings: Finding[] = [];
  const checkLink = (href: string, location: SourceLocation, linkName: string) => {
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
      findings.push(finding(location, 'lien-ket', `${linkName} không dẫn tới trang nào`, remedy(address, visible)));
  };
  for (const { path, body } of bodies)
    for (const { href, line, column } of body.links)
      checkLink(href, { path, line, column }, `liên kết “${decodeAddress(href)}”`);
  for (const [index, { text, address }] of menu.entries())
    checkLink(address, locateMenuEntry(index), `địa chỉ “${address}” của mục “${text}” trong menu`);
  return findings;
}

function remedy(address: string, visible: ReadonlySet<string>): string {
  const folder = address.slice(0, address.lastIndexOf('/', address.length - 2) + 1);
  const near = visible.has(`${address}/`)
    ? `${address}/`
    : nearest(
        decodeAddress(address),
        [...visible].filter((candidate) => candidate.startsWith(folder)),
      );
  return near ? `có phải là “${near}”?` : 'sửa địa chỉ: bắt đầu và kết thúc bằng dấu /, như /luu-tru/';
}
