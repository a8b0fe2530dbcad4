import { expect, test } from 'vitest';
import { type Body, emptyBody } from '#news/body.ts';
import { itemHash } from '#site/cache/item-hash.ts';

/** An item whose body is in a file with these bytes. */
function item(contentHash: string, body: Partial<Body> = {}) {
  const markdown = { file: '/content/articles/bai.md', start: 40, contentHash, repairs: [] };
  return { path: 'content/articles/bai.md', body: { ...emptyBody, markdown, ...body } };
}

test('the hash of an item changes with its path and with the bytes of its file', () => {
  expect(itemHash(item('a'))).toBe(itemHash(item('a')));
  expect(itemHash(item('b'))).not.toBe(itemHash(item('a')));
  expect(itemHash({ ...item('a'), path: 'content/articles/bai-khac.md' })).not.toBe(itemHash(item('a')));
});

test.each([
  ['a cover', { cover: { file: '/content/articles/anh.png', alt: 'Ảnh' } }],
  ['a larger file for download', { attachments: [{ file: '/content/articles/tep.pdf', title: 'Tệp', bytes: 2 }] }],
  ['a file of a document', { files: [{ file: '/content/documents/tep.pdf', title: 'Tệp', bytes: 2 }] }],
  ['a picture in its text', { body: item('a', { pictures: new Map([['anh', '/content/articles/anh.png']]) }).body }],
  ['a file in its text', { body: item('a', { attachments: new Map([['tep', '/content/articles/tep.pdf']]) }).body }],
  ['its answer hidden, which is due later', { body: emptyBody }],
])('the hash of an item changes with %s, although its file does not', (_, change) => {
  expect(itemHash({ ...item('a'), ...change })).not.toBe(itemHash(item('a')));
});

test('an item that names a file has another hash when that file is another', () => {
  const withFile = (bytes: number) => ({ ...item('a'), attachments: [{ file: '/tep.pdf', title: 'Tệp', bytes }] });
  expect(itemHash(withFile(2))).not.toBe(itemHash(withFile(1)));
});
