import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { readBuiltSite } from '#site/verification/built-site.ts';
import { checkForeignLinks } from '#site/verification/check-foreign-links.ts';
import { findInContent, foreignLinks } from '#site/verification/foreign-links.ts';
import { foreignLinksExitCode, reportForeignLinks } from '#site/verification/report-foreign-links.ts';
import { openTestServer } from '../open-hub.ts';
import { runInProcess } from '../run-in-process.ts';
import { temporaryFolder } from '../temporary-folder.ts';

test('links that are gone, or lead to another domain, are told with their page and their line in the content', async () => {
  const other = await openTestServer((_, response) => response.end('<title>Tài xỉu online uy tín</title>'));
  const casino = other.origin.replace('127.0.0.1', 'localhost');
  const partner = await openTestServer(({ url }, response) => {
    const [, status = '200'] = /^\/(\d+)/.exec(url ?? '') ?? [];
    const headers = status === '301' ? { Location: casino } : status === '302' ? { Location: '/200' } : {};
    response.writeHead(Number(status), headers).end(url === '/200-cu' ? '<title>Nhà cái uy tín</title>' : 'Trang');
  });
  const url = (path: string) => `${partner.origin}${path}`;
  const links = ['/200', '/200-cu', '/301', '/302', '/403', '/404', '/410', '/500'].map(url);
  // No resolver is asked for a label of more than 63 letters.
  const gone = `http://${'a'.repeat(64)}.example/`;
  const anchors = [...links, gone].map((link) => `<a rel="x" href="${link}">một nơi</a>`).join('\n');
  const [folder, content] = [temporaryFolder(), temporaryFolder()];
  const write = (path: string, text: string) => {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
  };
  write(join(folder, 'bai-viet/mot/index.html'), anchors);
  write(join(content, 'articles/mot.md'), [...links, gone].join('\n'));

  const found = foreignLinks(readBuiltSite(folder, ''));
  expect(found.map((link) => link.url)).toEqual([...links, gone]);
  const result = await checkForeignLinks(found, { pause: 0, retryPauses: [] });
  const places = findInContent(
    content,
    result.dead.map((link) => link.url),
  );
  const place = (link: string) =>
    `· ở trang /bai-viet/mot/ (content/articles/mot.md:${[...links, gone].indexOf(link) + 1})`;
  const lines = reportForeignLinks(result, places);
  expect(lines.slice(0, -1).sort()).toEqual(
    [
      `${url('/200-cu')}: trang nay đã là của người khác; tiêu đề quảng cáo cờ bạc: “Nhà cái uy tín” ${place(url('/200-cu'))}`,
      `${url('/301')}: nay chuyển sang tên miền khác: ${casino}/; tiêu đề quảng cáo cờ bạc: “Tài xỉu online uy tín” ${place(url('/301'))}`,
      `${url('/404')}: không còn trang này (mã 404) ${place(url('/404'))}`,
      `${url('/410')}: không còn trang này (mã 410) ${place(url('/410'))}`,
      `${gone}: tên miền không còn (DNS) ${place(gone)}`,
    ].sort(),
  );
  expect(lines.at(-1)).toBe(
    'Đã mở 9 liên kết ra ngoài: 5 liên kết cần sửa. 2 liên kết chưa rõ (mã 403: 1, mã 500: 1): nhiều trang không trả lời chương trình, hãy mở thử.',
  );
  expect(foreignLinksExitCode(result)).toBe(1);
});

test('links of which none could be asked are not well', () => {
  const unseen = new Map([['không trả lời', 2]]);
  expect(foreignLinksExitCode({ asked: 2, dead: [], unseen })).toBe(2);
  expect(reportForeignLinks({ asked: 2, dead: [], unseen }, new Map())).toEqual([
    expect.stringContaining('CHƯA XEM ĐƯỢC'),
  ]);
});

test('addresses that share a page of this site, or subscribe to it, are not links to other sites', () => {
  const urls = foreignLinks(readBuiltSite(inject('newsroomDir'), '')).map(({ url }) => url);
  expect(urls.length).toBeGreaterThan(0);
  expect(urls.filter((url) => decodeURIComponent(url).includes('//example.org'))).toEqual([]);
});

test('the command needs no address to check links, but a built site', async () => {
  const folder = temporaryFolder();
  const run = () => runInProcess('verify', { OUTPUT_DIR: folder }, ['--links']);
  expect(await run()).toMatchObject({ status: 2, stderr: expect.stringContaining('Chưa có trang nào') });
  mkdirSync(join(folder, 'a'));
  for (const file of ['build.json', 'a/index.html']) writeFileSync(join(folder, file), '{}');
  expect(await run()).toMatchObject({ status: 0, stdout: 'Trang này không dẫn tới trang nào khác.\n' });
});
