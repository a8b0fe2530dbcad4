import { describe, expect, test } from 'vitest';
import { feedReaders } from '#bench/feeds/check-feeds.ts';
import type { FeedFile } from '#bench/feeds/feed-reader.ts';
import { jsonFeedErrors } from '#bench/feeds/json-feed-errors.ts';
import { xmlErrors } from '#bench/feeds/xml-errors.ts';
import { atom } from '#layouts/feeds/atom.ts';
import type { FeedProps } from '#layouts/feeds/feed.ts';
import { jsonFeed } from '#layouts/feeds/json-feed.ts';
import { rss } from '#layouts/feeds/rss.ts';
import { htmlText } from '#tests/html-text.ts';

/** Titles that have broken feeds, and how they must be read if they contain characters that XML forbids. */
const titles: readonly (readonly [written: string, read?: string])[] = [
  ['Hết khối ]]> rồi'],
  ['<![CDATA[ khối ]]>'],
  ['R&D & nông nghiệp &amp; &lt;b&gt; &#60; &nbsp;'],
  ['Chữ <b>đậm</b>, 1 < 2 > 0, <script>alert(1)</script>'],
  ['Chữ\u0000 có\u0008 dấu\u000B điều\u001B[31m khiển\uFFFE', 'Chữ có dấu điều[31m khiển'],
  ['Nửa cặp \uD83D và \uDE00 lẻ', 'Nửa cặp \uFFFD và \uFFFD lẻ'],
  ['😀 👨‍👩‍👧‍👦 🇻🇳 👍🏽 ❤️ 𝕏 🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
  ['Đại hội đại biểu nhiệm kỳ mới bàn về khoa học '.repeat(4).slice(0, 159).concat('!')],
  [`"thẳng" 'đơn' “cong” ‘đơn’ «ngoặc» dấu’phẩy`],
  ['Hội nghị Nguyễn Ấu ở Đắk Lắk'.normalize('NFD')],
  ['{{ title }} {% raw %} {x} %20 \\n \\u0041 ?q=1#x'],
  ['العربية (שלום) tiếng Việt \u200F'.trim()],
];

const feed: FeedProps = {
  id: 'urn:uuid:00000000-0000-0000-0000-000000000000',
  title: titles.map(([title]) => title).join(' '),
  description: titles.map(([title]) => title).join(' '),
  home: 'https://example.org/',
  self: {
    rss: 'https://example.org/feed.xml',
    atom: 'https://example.org/atom.xml',
    json: 'https://example.org/feed.json',
  },
  items: titles.map(([title], index) => ({
    id: `urn:uuid:${index}`,
    title,
    url: `https://example.org/bai-viet/${index}/?a=1&b=2`,
    published: new Date(Date.UTC(2026, 0, 31 - index)),
    author: { name: title },
    categories: [title],
    lead: title,
    content: `<p>${index}</p>`,
    picture: {
      url: `https://example.org/anh.jpg?a=1&b="${index}"`,
      type: 'image/jpeg',
      bytes: 1,
      width: 1,
      height: 1,
      alt: `Ảnh: ${title}`,
    },
  })),
  deleted: [],
};

const rendered: readonly FeedFile[] = [
  { file: 'feed.xml', format: 'rss', text: rss(feed) },
  { file: 'atom.xml', format: 'atom', text: atom(feed) },
  { file: 'feed.json', format: 'json', text: jsonFeed(feed) },
];
/** The description of an item of RSS is HTML; the summaries of Atom and JSON Feed are plain text. */
const shownText = (file: FeedFile, lead: string) => (file.format === 'rss' ? htmlText(lead) : lead);
const expectedTexts = titles.map(([written, expected = written]) => expected);

test('the titles have at most 160 characters', () => {
  expect(Math.max(...titles.map(([title]) => title.length))).toBe(160);
});

test('a feed of hostile titles is well-formed and valid in each form', async () => {
  const filesOf = (form: string) => rendered.filter((file) => file.format === form);
  expect(await xmlErrors('rss', filesOf('rss'))).toEqual([]);
  expect(await xmlErrors('atom', filesOf('atom'))).toEqual([]);
  expect(jsonFeedErrors(filesOf('json'))).toEqual([]);
});

describe.each(rendered)('$format: hostile titles and names are read as they were written', (file) => {
  test.for(feedReaders.filter(({ formats }) => formats.includes(file.format)))('by $name', async (reader, { skip }) => {
    const readings = await reader.read([file]);
    if (!readings) return skip('not on this machine');
    const [items] = readings;
    if (!items || items instanceof Error) throw items;
    expect(items.map(({ title }) => title)).toEqual(expectedTexts);
    // gofeed searches the author of RSS and JSON Feed for an e-mail address, and drops a name with brackets.
    const isRead = (text: string) => reader.name !== 'gofeed' || file.format === 'atom' || !/[()]/.test(text);
    expect(items.map(({ author }) => author)).toEqual(expectedTexts.map((text) => (isRead(text) ? text : '')));
    for (const [index, { lead }] of items.entries())
      if (lead !== undefined) expect(shownText(file, lead)).toBe(expectedTexts[index]);
  });
});
