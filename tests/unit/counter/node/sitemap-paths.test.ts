import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sitemapPaths } from '#counter/node/sitemap-paths.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';

const loc = (path: string) => `<loc>https://example.org${path}</loc>`;

test('the paths of all child sitemaps are read; while one is missing or half-written the last ones stay', () => {
  const folder = temporaryFolder();
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  let now = 0;
  const warnings: string[] = [];
  const paths = sitemapPaths(
    join(folder, 'sitemap.xml'),
    () => now,
    (message) => warnings.push(message),
  );
  expect([...paths()]).toEqual([]);

  write('sitemap.xml', `<sitemapindex>${loc('/kho/sitemap-1.xml')}${loc('/kho/sitemap-2.xml')}</sitemapindex>`);
  write('sitemap-1.xml', `<urlset>${loc('/a/')}</urlset>`);
  expect([...paths()]).toEqual([]);
  now += 1000;
  expect([...paths()], 'a child is missing').toEqual([]);
  expect(warnings).toEqual([]);

  write('sitemap-2.xml', `<urlset>${loc('/b/')}</urlset>`);
  now += 1000;
  expect([...paths()]).toEqual(['/a/', '/b/']);

  write('sitemap.xml', `<urlset>${loc('/c/')}</urlset>`);
  now += 1000;
  expect([...paths()]).toEqual(['/c/']);

  for (const text of [undefined, '', `<urlset>${loc('/d/')}</lo`, 'trang đang dựng']) {
    if (text === undefined) rmSync(join(folder, 'sitemap.xml'));
    else write('sitemap.xml', text);
    now += 1000;
    expect([...paths()], text).toEqual(['/c/']);
  }
  expect(warnings).toEqual([expect.stringContaining('vẫn đếm những trang đã biết')]);

  write('sitemap.xml', `<urlset>${loc('/e/')}</urlset>`);
  now += 1000;
  expect([...paths()]).toEqual(['/e/']);
});
