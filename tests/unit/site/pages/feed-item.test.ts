import { expect, test } from 'vitest';
import { validArticle } from '#site/guide/rule-examples.ts';
import { contentFolder } from '#tests/content-folder.ts';
import { renderFeedFiles } from '../../../render-feed-files.ts';

const withLines = (lines: string, body = '') => `${validArticle.replace('category:', `${lines}\ncategory:`)}${body}`;

/** The feed item of the only article of a folder. */
async function feedItemOf(text: string, env: Readonly<Record<string, string>> = {}) {
  const feeds = await renderFeedFiles(contentFolder({ 'articles/tin.md': text, 'articles/so lieu.pdf': '%PDF-' }), env);
  const [item] = JSON.parse(feeds.get('feed.json') ?? '').items;
  return { text: item.content_html as string, item, feeds };
}

test('in the feed, a link to a heading of the same article is an absolute URL', async () => {
  const { text } = await feedItemOf(`${validArticle}\n## Kết quả\n\nXem [kết quả](#muc-ket-qua).\n`);
  expect(text).toContain('<a href="https://example.org/bai-viet/tin/#muc-ket-qua">kết quả</a>');
});

test('the full text contains source and attachments of the article, with absolute URLs', async () => {
  const { text } = await feedItemOf(
    withLines(
      'source: Báo "Mẫu"\nsourceUrl: https://example.net/tin\nattachments:\n  - file: so lieu.pdf\n    title: Số <liệu>',
    ),
  );
  expect(text).toContain('Nguồn: <a href="https://example.net/tin">Báo “Mẫu”</a>');
  expect(text).toContain('<a href="https://example.org/bai-viet/tin/so%20lieu.pdf" download>Số &lt;liệu&gt;</a>');
});

test('text that looks like the address of a picture is not changed', async () => {
  const { text } = await feedItemOf(`${validArticle}\nThư mục, /hinh-anh/ và "/hinh-anh/", \`"/hinh-anh/\`.\n`);
  expect(text).not.toContain('https://example.org/hinh-anh/');
});

test('a correction dated without a time is never before the time of publication', async () => {
  const { item, feeds } = await feedItemOf(
    withLines('updated: 2026-11-23\ncorrection: Sửa tên.').replace('2026-11-23', '2026-11-23 07:30'),
  );
  expect(item.date_published).toBe('2026-11-23T07:30:00+07:00');
  expect(item.date_modified).toBe('2026-11-23T07:30:00+07:00');
  expect(feeds.get('atom.xml')).not.toContain('<updated>2026-11-23T00:00:00+07:00</updated>');
});
