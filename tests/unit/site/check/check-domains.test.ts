import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkContent } from '#site/check/check-content.ts';
import { fixContent } from '#site/check/fix-content.ts';
import { checkFolder } from '#site/guide/check-folder.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { projectRoot, readSettings } from '#site/settings.ts';
import { contentFolder } from '#tests/content-folder.ts';

const file = 'articles/2026/2026-11-23-hoi-nghi.md';
const other = 'articles/2026/2026-11-24-hop-bao.md';
const press = `---
title: Họp báo
date: 2026-11-24
author: BTT
category: Tin tức - sự kiện
---

Phóng viên các báo đã tới dự.
`;

async function domainsOf(files: Record<string, string>): Promise<string[]> {
  const found = await checkFolder(contentFolder(files));
  return found
    .filter(({ rule }) => rule === 'ten-mien')
    .map(({ path, line, column, wrong }) => `${path}:${line}:${column} ${/“(.*)”/.exec(wrong)?.[1]}`);
}

test('each new domain is told once, where it is first used', async () => {
  const links = '[a](https://www.vusta.vn/a), <https://vusta.vn/b>, [c](http://khcn.gov.vn/c "Chú thích").';
  expect(
    await domainsOf({ [file]: `${validArticle}\n${links}\n`, [other]: `${press}\n[d](https://vusta.vn/d)\n` }),
  ).toEqual([`${file}:12:5 vusta.vn`, `${file}:12:56 khcn.gov.vn`]);
});

test('the address of a source and that of a video count', async () => {
  const source = validArticle.replace('category:', 'source: Báo Mẫu\nsourceUrl: https://baomau.vn/a\ncategory:');
  expect(await domainsOf({ [file]: source })).toEqual([`${file}:6:12 baomau.vn`]);
});

test.each([
  ['a pinned domain', '- vusta.vn\n', 'https://vusta.vn/a'],
  ['a domain below a pinned one', '- vusta.vn\n', 'https://khcn.vusta.vn'],
  ['a domain pinned with www.', '- www.VUSTA.vn\n', 'https://vusta.vn/a'],
  ['a domain with Vietnamese letters', '- tiếngviệt.vn\n', 'https://tiếngviệt.vn/a'],
  ['this site itself', '', 'http://localhost:8080/lien-he/'],
  ['a telephone number', '', 'tel:02273740223'],
])('%s needs no pin', async (_, domains, address) => {
  expect(await domainsOf({ [file]: `${validArticle}\nXem [a](${address}).\n`, 'domains.yaml': domains })).toEqual([]);
});

test('the links of site.yaml need no pin, also in a text', async () => {
  const facts = readFileSync(join(projectRoot, 'tests', 'fixtures', 'small', 'site.yaml'), 'utf8');
  const links = 'map: https://www.openstreetmap.org/a\nzalo: https://zalo.me/0\nfacebook: https://www.facebook.com/a\n';
  expect(
    await domainsOf({
      'site.yaml': `${facts}${links}`,
      [file]: `${validArticle}\n[a](https://zalo.me/0), [b](https://facebook.com/a), [c](https://vusta.vn/)\n`,
    }),
  ).toEqual([`${file}:12:58 vusta.vn`]);
});

test.each(['- vusta.vn.example.com\n', '- usta.vn\n'])(
  'a name that only looks alike is no pin: %j',
  async (domains) => {
    expect(
      await domainsOf({ [file]: `${validArticle}\n[a](https://vusta.vn)\n`, 'domains.yaml': domains }),
    ).toHaveLength(1);
  },
);

test('--fix writes new domains to the end of the list, once', async () => {
  const folder = contentFolder({
    [file]: `${validArticle}\n[a](https://vusta.vn), [b](https://tiếngviệt.vn/)\n`,
    'domains.yaml': null,
  });
  const settings = readSettings({ CONTENT_DIR: folder, BUILD_TIME: '2026-11-23T08:00:00+07:00' }, new Date(0));
  const checked = await checkContent(settings);
  expect((await fixContent(checked, checked.warnings)).map(({ description }) => description)).toEqual([
    'tên miền “vusta.vn” được phép dẫn tới',
    'tên miền “tiếngviệt.vn” được phép dẫn tới',
  ]);
  expect(readFileSync(join(folder, 'domains.yaml'), 'utf8')).toBe('- vusta.vn\n- tiếngviệt.vn\n');
  const again = await checkContent(settings);
  expect(again.warnings).toEqual([]);
  expect(await fixContent(again, again.warnings)).toEqual([]);
});

test('--fix pins no domain of a text that advertises gambling', async () => {
  const text = 'Xem [nhà cái uy tín](https://vusta.vn/).';
  const folder = contentFolder({ [file]: `${validArticle}\n${text}\n`, 'domains.yaml': null });
  const settings = readSettings({ CONTENT_DIR: folder, BUILD_TIME: '2026-11-23T08:00:00+07:00' }, new Date(0));
  const checked = await checkContent(settings);
  expect(checked.warnings.map(({ rule }) => rule)).toEqual(['co-bac', 'ten-mien']);
  expect(await fixContent(checked, checked.warnings)).toEqual([]);
});

test('without links to other sites there is no list', async () => {
  const folder = contentFolder({ [file]: validArticle, 'domains.yaml': null });
  const settings = readSettings({ CONTENT_DIR: folder, BUILD_TIME: '2026-11-23T08:00:00+07:00' }, new Date(0));
  const checked = await checkContent(settings);
  expect(checked.warnings).toEqual([]);
  await fixContent(checked, checked.warnings);
  expect(existsSync(join(folder, 'domains.yaml'))).toBe(false);
});
