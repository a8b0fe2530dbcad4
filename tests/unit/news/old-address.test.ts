import { expect, test } from 'vitest';
import { articleFrontMatterSchema } from '#news/article.ts';
import { isOldAddress, suggestedOldAddress } from '#news/old-address.ts';

const messagesFor = (oldUrl: string): string[] => {
  const article = { title: 'Hội nghị', date: '2026-11-23', author: 'BTT', category: 'Thông báo', oldUrls: [oldUrl] };
  return articleFrontMatterSchema.safeParse(article).error?.issues.map(({ message }) => message) ?? [];
};

test.each([
  ['https://lhh.example.org/Default.aspx?id=1234&cat=5', '/Default.aspx?id=1234&cat=5'],
  ['http://lhh.example.org/?p=12', '/?p=12'],
  ['//lhh.example.org/tin/', '/tin/'],
  ['/tin-tuc/hội nghị.html', '/tin-tuc/hội%20nghị.html'],
  ['/tin-cu.html#anh', '/tin-cu.html'],
  ['https://lhh.example.org/tin cu.html?id=1#anh', '/tin%20cu.html?id=1'],
])('for a copied address, %j, the message suggests the valid form', (copied, written) => {
  expect(suggestedOldAddress(copied)).toBe(written);
  expect(messagesFor(copied)).toEqual([`địa chỉ cũ “${copied}” không đúng dạng · viết “${written}” [gia-tri]`]);
  expect(messagesFor(written)).toEqual([]);
});

test.each(['Default.aspx', 'lhh.example.org/tin/', 'https://lhh.example.org', '/a/../b', '/%zz', '/a\\b', '#', 'cũ'])(
  'for an invalid address without a valid form, %j, the message has an example',
  (copied) => {
    expect(suggestedOldAddress(copied)).toBeUndefined();
    expect(messagesFor(copied)).toEqual([
      `địa chỉ cũ “${copied}” không đúng dạng · chép phần đứng sau tên miền, như “/Default.aspx?id=1234” [gia-tri]`,
    ]);
  },
);

test.each(['/', '/Default.aspx?id=1234', '/index.php/tin/12-hội-nghị', '/t%E1%BB%89nh', '/a;b(c)d$e{f}.html'])(
  'an address of former sites, %j, is a valid old address',
  (written) => {
    expect(isOldAddress(written)).toBe(true);
  },
);
