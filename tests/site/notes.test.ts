import { expect, test } from 'vitest';
import { validArticle } from '#site/guide/rule-examples.ts';
import { contentFolder } from '../content-folder.ts';
import { buildAndReadSite } from './build-and-read-site.ts';
import { elements } from './elements.ts';
import { htmlErrors } from './html-errors.ts';
import { readHead } from './read-head.ts';
import { parsePage } from './read-site.ts';

const noted = validArticle
  .replace('họp tổng kết.', 'họp tổng kết[^1].')
  .replace('đã báo cáo.', 'đã báo cáo[^so].\n\n[^1]: Theo biên bản hội nghị.\n[^so]: Báo cáo của *các* hội.');

test('footnotes are at the end of the article on its page and in its feed; in the feed their links lead to the page', async () => {
  const site = await buildAndReadSite(contentFolder({ 'articles/2026/2026-11-23-hoi-nghi.md': noted }));
  const page = site.get('bai-viet/hoi-nghi/index.html')?.toString() ?? '';
  expect(await htmlErrors({ path: 'bai-viet/hoi-nghi/index.html', html: page })).toEqual([]);
  const [lead = '', body = ''] = page.split('<div class="prose">');
  expect(elements(lead, 'p')).toContainEqual({
    class: 'lead',
    text: expect.stringMatching(/^Liên hiệp hội họp tổng kết\S/),
  });
  expect(elements(lead, 'a')).toContainEqual(expect.objectContaining({ href: '#chu-thich-1' }));
  expect(elements(body, 'li').filter(({ id }) => id?.startsWith('chu-thich-'))).toEqual([
    { id: 'chu-thich-1', text: expect.stringMatching(/^Theo biên bản hội nghị\./) },
    { id: 'chu-thich-2', text: expect.stringMatching(/^Báo cáo của các hội\./) },
  ]);
  expect(elements(body, 'em')).toEqual([{ text: 'các' }]);
  // The description has the text without the footnote.
  expect(readHead(page).metas['description']).toEqual(['Liên hiệp hội họp tổng kết.']);

  const [item] = JSON.parse(site.get('feed.json')?.toString() ?? '').items;
  expect(parsePage(item.content_html).links).toContain('https://example.org/bai-viet/hoi-nghi/#chu-thich-1');
  expect(elements(item.content_html, 'p')).toContainEqual({ text: 'Theo biên bản hội nghị.' });
});
