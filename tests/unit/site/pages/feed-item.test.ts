import { expect, test } from 'vitest';
import { article } from '#site/guide/rule-examples.ts';
import { contentFolder } from '#tests/content-folder.ts';
import { printedFeeds } from '#tests/printed-feeds.ts';

const withLines = (lines: string, body = '') => `${article.replace('category:', `${lines}\ncategory:`)}${body}`;

/** The one article of a folder as the feeds tell of it. */
async function told(text: string, knobs: Readonly<Record<string, string>> = {}) {
  const feeds = await printedFeeds(contentFolder({ 'articles/tin.md': text, 'articles/so lieu.pdf': '%PDF-' }), knobs);
  const [item] = JSON.parse(feeds.get('feed.json') ?? '').items;
  return { text: item.content_html as string, item, feeds };
}

test('a link to a heading of the same article leads there from the feed', async () => {
  const { text } = await told(`${article}\n## Kết quả\n\nXem [kết quả](#muc-ket-qua).\n`);
  expect(text).toContain('<a href="https://example.org/bai-viet/tin/#muc-ket-qua">kết quả</a>');
});

test('what an article cites and offers stands in the full text, with the whole address', async () => {
  const { text } = await told(
    withLines(
      'source: Báo "Mẫu"\nsourceUrl: https://example.net/tin\nattachments:\n  - file: so lieu.pdf\n    title: Số <liệu>',
    ),
  );
  expect(text).toContain('Nguồn: <a href="https://example.net/tin">Báo &quot;Mẫu&quot;</a>');
  expect(text).toContain('<a href="https://example.org/bai-viet/tin/so%20lieu.pdf" download>Số &lt;liệu&gt;</a>');
});

test('words that look like the address of a picture stay as they were written', async () => {
  const { text } = await told(`${article}\nThư mục, /hinh-anh/ và "/hinh-anh/", \`"/hinh-anh/\`.\n`);
  expect(text).not.toContain('https://example.org/hinh-anh/');
});

test('a correction dated by its day alone is never before the hour of publication', async () => {
  const { item, feeds } = await told(
    withLines('updated: 2026-11-23\ncorrection: Sửa tên.').replace('2026-11-23', '2026-11-23 07:30'),
  );
  expect(item.date_published).toBe('2026-11-23T07:30:00+07:00');
  expect(item.date_modified).toBe('2026-11-23T07:30:00+07:00');
  expect(feeds.get('atom.xml')).not.toContain('<updated>2026-11-23T00:00:00+07:00</updated>');
});
