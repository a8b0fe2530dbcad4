import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sitemapPaths } from '#counter/node/sitemap-paths.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';

const loc = (path: string) => `<loc>https://example.org${path}</loc>`;

test('the paths of all child sitemaps of an index are read, also when a single child changes', () => {
  const folder = temporaryFolder();
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  let now = 0;
  const paths = sitemapPaths(join(folder, 'sitemap.xml'), () => now);
  expect([...paths()]).toEqual([]);

  write('sitemap.xml', `<sitemapindex>${loc('/kho/sitemap-1.xml')}${loc('/kho/sitemap-2.xml')}</sitemapindex>`);
  write('sitemap-1.xml', `<urlset>${loc('/a/')}</urlset>`);
  expect([...paths()]).toEqual([]);
  now += 1000;
  expect([...paths()]).toEqual(['/a/']);

  write('sitemap-2.xml', `<urlset>${loc('/b/')}</urlset>`);
  now += 1000;
  expect([...paths()]).toEqual(['/a/', '/b/']);

  write('sitemap.xml', `<urlset>${loc('/c/')}</urlset>`);
  now += 1000;
  expect([...paths()]).toEqual(['/c/']);

  rmSync(join(folder, 'sitemap.xml'));
  now += 1000;
  expect([...paths()]).toEqual([]);
});
