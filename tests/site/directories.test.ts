import { DomUtils, parseDocument } from 'htmlparser2';
import { expect, inject, test } from 'vitest';
import { isEphemeralAddress, leadershipAddress, membersAddress } from '#news/address.ts';
import { formatFinding } from '#site/finding.ts';
import { checkFolder } from '#site/guide/check-folder.ts';
import { contentFolder } from '../content-folder.ts';
import { elements } from './elements.ts';
import { readHead } from './read-head.ts';
import { parsePage, readSite } from './read-site.ts';

const newsroom = readSite(inject('newsroomDir'));
const union = readSite(inject('unionDir'));
const page = (address: string, site = newsroom) => site.get(`${address.slice(1)}index.html`)?.toString() ?? '';
const main = (address: string) => /<main.*<\/main>/s.exec(page(address))?.[0] ?? '';
const footer = (html: string) => html.slice(html.lastIndexOf('<footer'));
const things = (address: string) => JSON.stringify(readHead(page(address)).graph);

test('the member associations are listed in the order of their file, under their groups, with links to call', () => {
  const html = main(membersAddress);
  expect(elements(html, 'h2').map(({ text }) => text)).toEqual([
    'Nông, lâm, ngư nghiệp',
    'Kỹ thuật',
    'Sức khỏe, giáo dục và môi trường',
  ]);
  expect(parsePage(html).text).toContain(
    'Hội Nông học Chủ tịch: Lê Thử Nghiệm Số 2 đường Ví Dụ, thành phố Mẫu, tỉnh Mẫu 0000.000.101 Hội Chăn nuôi',
  );
  expect(parsePage(html).links).toContain('tel:0000000101');
  expect(elements(html, 'li')).toHaveLength(11);
});

test('a leader has a role, and a telephone, an e-mail address and a portrait where the file names them', () => {
  const html = main(leadershipAddress);
  const [chair, , secretary] = DomUtils.getElementsByTagName('li', parseDocument(html).children).slice(1);
  const chairHtml = chair ? DomUtils.getOuterHTML(chair) : '';
  expect(parsePage(chairHtml).links).toEqual(expect.arrayContaining(['mailto:chu-tich@example.org', 'tel:0000000004']));
  expect(elements(chairHtml, 'img')).toMatchObject([{ alt: 'Hình vẽ đầu và vai một người, một màu, không rõ mặt' }]);
  expect(secretary && DomUtils.textContent(secretary).replace(/\s+/g, ' ').trim()).toBe('Lê Thử Nghiệm Tổng Thư ký');
});

test('JSON-LD says who is a member of the organisation, and the jobs of its leaders', () => {
  expect(things(membersAddress)).toContain('{"@type":"Organization","name":"Hội Chăn nuôi","telephone":"0000000102"}');
  expect(things(leadershipAddress)).toContain('"name":"Lê Thử Nghiệm","jobTitle":"Tổng Thư ký"');
});

test.each([membersAddress, leadershipAddress])(
  '%s is linked and listed where there is data, and nowhere else',
  (address) => {
    for (const from of ['/', '/gioi-thieu/', '/so-do-trang/'])
      expect(parsePage(page(from)).links, from).toContain(address);
    expect(elements(newsroom.get('sitemap.xml')?.toString() ?? '', 'loc')).toContainEqual({
      text: `https://example.org${address}`,
    });
    expect(page(address, union)).toBe('');
    for (const [path, bytes] of union)
      if (path.endsWith('.html')) expect(parsePage(bytes.toString()).links, path).not.toContain(address);
    // The list may be emptied again.
    expect(isEphemeralAddress(address)).toBe(true);
  },
);

test('a page with the address of a directory is an error while the directory has entries', async () => {
  const ownPage = { 'pages/hoi-vien.md': '---\ntitle: Hội viên\n---\n\nCác hội thành viên.\n' };
  expect(await checkFolder(contentFolder(ownPage))).toEqual([]);
  const both = await checkFolder(contentFolder({ ...ownPage, 'members.yaml': '- name: Hội Y học\n' }));
  expect(both.map(formatFinding)).toEqual([
    expect.stringMatching(/^pages\/hoi-vien\.md:1:1 · địa chỉ \/hoi-vien\/ đã là của members\.yaml .*\[dia-chi\]$/),
  ]);
});

test('the contact page has the opening hours and plain links; the footer links the profiles', () => {
  const { text, links } = parsePage(main('/lien-he/'));
  expect(text).toMatch(/Giờ làm việc\s*Thứ Hai đến thứ Sáu, .*Nghỉ thứ Bảy, .*Xem trên bản đồ/);
  const profiles = ['https://zalo.me/0000000000', 'https://www.facebook.com/vi-du'];
  expect(links).toEqual(expect.arrayContaining(['https://www.openstreetmap.org/#map=5/16.2/106.5', ...profiles]));
  expect(parsePage(footer(page('/'))).links).toEqual(expect.arrayContaining(profiles));
  expect(things('/')).toContain(`"sameAs":${JSON.stringify(profiles)}`);
  expect(page('/lien-he/', union)).not.toMatch(/<dl|zalo|facebook|sameAs/i);
});

test.each([
  ['the newsroom', newsroom],
  ['the union', union],
])('the page in English of %s says its language, and leads to the Vietnamese page and back', (_, site) => {
  const [english, vietnamese] = [page('/about/', site), page('/gioi-thieu/', site)];
  expect(elements(english, 'html')).toMatchObject([{ lang: 'en' }]);
  expect(elements(english, 'body')).toMatchObject([{ lang: 'vi' }]);
  expect(elements(english, 'article')).toMatchObject([{ lang: 'en' }]);
  expect(elements(vietnamese, 'html')).toMatchObject([{ lang: 'vi' }]);
  for (const html of [english, vietnamese])
    expect(elements(html, 'link').filter(({ hreflang }) => hreflang)).toMatchObject([
      { rel: 'alternate', hreflang: 'en', href: 'https://example.org/about/' },
      { rel: 'alternate', hreflang: 'vi', href: 'https://example.org/gioi-thieu/' },
    ]);
  expect(elements(english, 'a')).toContainEqual(expect.objectContaining({ href: '/gioi-thieu/', lang: 'vi' }));
  expect(elements(vietnamese, 'a')).toContainEqual(expect.objectContaining({ href: '/about/', lang: 'en' }));
  expect(readHead(english).metas['og:locale']).toEqual(['en_US']);
});
