import { expect, test } from 'vitest';
import { corePages } from '#bench/build/core-pages.ts';
import { writeGeneratedContent } from '#bench/fixtures/generated-content.ts';
import { fixedTime } from '#bench/fixtures/run-script.ts';
import { readCheckedSite } from '#site/check/read-checked-site.ts';
import { readSettings } from '#site/settings.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';

test('the core consists of articles, their lists, the home page, the sitemap and Atom feeds for all and by category', async () => {
  const folder = temporaryFolder();
  writeGeneratedContent(folder, 45);
  const site = await readCheckedSite(readSettings({ CONTENT_DIR: folder, BUILD_TIME: fixedTime }, new Date()));
  const core = corePages(site);
  const pages = Object.values(core).flat();
  const kinds = new Map([
    [/^\/bai-viet\//, 45],
    [/\/atom\.xml$/, 9],
    [/^\/sitemap\.xml$/, 1],
    [/^\/build\.json$/, 1],
    [/^\/$/, 1],
  ]);
  for (const [kind, count] of kinds) expect(pages.filter(({ address }) => kind.test(address))).toHaveLength(count);
  const lists = pages.filter(({ address }) => ![...kinds.keys()].some((kind) => kind.test(address)));
  expect(lists).toEqual(core.list);
  expect(lists.some(({ address }) => address.startsWith('/hoi-dap/'))).toBe(false);
});
