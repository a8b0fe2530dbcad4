import { expect, test } from 'vitest';
import { checkContent } from '#site/check/check-content.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import type { RenderContext } from '#site/pages/page.ts';
import { searchPage } from '#site/pages/search-page.ts';
import { searchEntries } from '#site/search/search-entries.ts';
import { readSettings } from '#site/settings.ts';
import { contentFolder } from '#tests/content-folder.ts';

test('every filter value of the search page has entries', async () => {
  const folder = contentFolder({
    'articles/tin.md': validArticle,
    'questions/nuoc.md':
      '---\ntitle: Nước có sạch?\ndate: 2022-12-30\nansweredBy: BTT\nanswered: 2023-01-02\n---\n\nCó.\n',
  });
  const settings = readSettings({ CONTENT_DIR: folder }, new Date('2026-11-24T08:00:00+07:00'));
  const { site } = await checkContent(settings);
  if (!site) throw new Error('not read');
  const entries = searchEntries(site.context.content);
  const { years, categories } = searchPage(site.context).props({
    sharePictures: {},
    site: {},
  } as unknown as RenderContext);
  expect(years).toEqual(['2026', '2023']);
  expect(new Set(years)).toEqual(new Set(entries.flatMap(({ day }) => day?.slice(0, 4) ?? [])));
  expect(new Set(categories)).toEqual(new Set(entries.map(({ category }) => category).filter((each) => each !== '')));
});
