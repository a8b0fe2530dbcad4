import { expect, test } from 'vitest';
import { articleFrontMatter } from '#news/article.ts';
import { isOldAddress, oldAddressOf } from '#news/old-address.ts';

const remedies = (oldUrl: string): string[] => {
  const article = { title: 'Hội nghị', date: '2026-11-23', author: 'BTT', category: 'Thông báo', oldUrls: [oldUrl] };
  return articleFrontMatter.safeParse(article).error?.issues.map(({ message }) => message) ?? [];
};

test.each([
  ['https://lhh.example.org/Default.aspx?id=1234&cat=5', '/Default.aspx?id=1234&cat=5'],
  ['http://lhh.example.org/?p=12', '/?p=12'],
  ['//lhh.example.org/tin/', '/tin/'],
  ['/tin-tuc/hội nghị.html', '/tin-tuc/hội%20nghị.html'],
  ['/tin-cu.html#anh', '/tin-cu.html'],
  ['https://lhh.example.org/tin cu.html?id=1#anh', '/tin%20cu.html?id=1'],
])('an address as it was copied, %j, is answered with what is to be written', (copied, written) => {
  expect(oldAddressOf(copied)).toBe(written);
  expect(remedies(copied)).toEqual([`địa chỉ cũ “${copied}” không đúng dạng · viết “${written}” [gia-tri]`]);
  expect(remedies(written)).toEqual([]);
});

test.each(['Default.aspx', 'lhh.example.org/tin/', 'https://lhh.example.org', '/a/../b', '/%zz', '/a\\b', '#', 'cũ'])(
  'what nobody can tell the address of, %j, is answered with an example',
  (copied) => {
    expect(oldAddressOf(copied)).toBeUndefined();
    expect(remedies(copied)).toEqual([
      `địa chỉ cũ “${copied}” không đúng dạng · chép phần đứng sau tên miền, như “/Default.aspx?id=1234” [gia-tri]`,
    ]);
  },
);

test.each(['/', '/Default.aspx?id=1234', '/index.php/tin/12-hội-nghị', '/t%E1%BB%89nh', '/a;b(c)d$e{f}.html'])(
  'what old sites had, %j, is an old address',
  (written) => {
    expect(isOldAddress(written)).toBe(true);
  },
);
