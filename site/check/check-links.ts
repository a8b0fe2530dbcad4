import { isPassing } from '#news/address.ts';
import type { Body } from '#news/body.ts';
import type { Organisation } from '#news/organisation.ts';
import { says } from '#news/rule.ts';
import { type Finding, finding, type Place } from '#site/finding.ts';
import { readable } from '#site/read/readable.ts';
import { nearest } from '#vietnamese/nearest.ts';
import type { KnownAddresses } from './known-addresses.ts';

/** Links of bodies and of the menu that lead nowhere: an error, but a warning when the page only is not public now. */
export function checkLinks(
  bodies: readonly { readonly path: string; readonly body: Body }[],
  { menu }: Organisation,
  menuPlace: (index: number) => Place,
  { shown, hidden, unread }: Omit<KnownAddresses, 'claims'>,
): Finding[] {
  const findings: Finding[] = [];
  const judge = (href: string, place: Place, what: string) => {
    const address = href.split(/[#?]/)[0] ?? '';
    if (hidden.has(address))
      findings.push(
        finding(
          place,
          says(
            'lien-ket-an',
            `${what} dẫn tới bài chưa đăng, hết hạn hoặc đã gỡ`,
            'bỏ liên kết, hoặc chờ bài ấy được đăng',
          ),
        ),
      );
    // What a file that could not be read would put into a list is not known.
    else if (!shown.has(address) && !unread.has(address) && !(unread.size > 0 && isPassing(address)))
      findings.push(finding(place, says('lien-ket', `${what} không dẫn tới trang nào`, remedy(address, shown))));
  };
  for (const { path, body } of bodies)
    for (const { href, line, column } of body.links)
      judge(href, { path, line, column }, `liên kết “${readable(href)}”`);
  for (const [index, { text, address }] of menu.entries())
    judge(address, menuPlace(index), `địa chỉ “${address}” của mục “${text}” trong menu`);
  return findings;
}

function remedy(address: string, shown: ReadonlySet<string>): string {
  const folder = address.slice(0, address.lastIndexOf('/', address.length - 2) + 1);
  const near = shown.has(`${address}/`)
    ? `${address}/`
    : nearest(
        readable(address),
        [...shown].filter((each) => each.startsWith(folder)),
      );
  return near ? `có phải là “${near}”?` : 'sửa địa chỉ: bắt đầu và kết thúc bằng dấu /, như /luu-tru/';
}
