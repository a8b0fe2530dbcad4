import { describe, expect, test } from 'vitest';
import type { CopiedSite } from '#site/offline/copied-site.ts';
import { offlineCopyLink } from '#site/offline/offline-copy-link.ts';

const site: CopiedSite = {
  origin: 'https://example.org',
  base: '/hoi',
  hasPublicUrl: true,
  date: new Date('2026-11-23T01:00:00Z'),
  files: new Set([
    'index.html',
    '404.html',
    'feed.xml',
    'luu-tru/2026/11/atom.xml',
    'rss/index.html',
    'tim-kiem/index.html',
    'tin-tuc/index.html',
    'bai-viet/hoi-nghi/index.html',
    'bai-viet/hoi-nghi/Kế hoạch số 1.pdf',
    'tin-cu/hoi-nghi.html',
    'the/con/index.html',
  ]),
  oldAddresses: new Map([
    ['?p=118', '/hoi/bai-viet/hoi-nghi/'],
    ['/default.aspx?id=5', '/hoi/bai-viet/hoi-nghi/'],
  ]),
};
const privateSite: CopiedSite = { ...site, origin: 'http://localhost:8080', base: '', hasPublicUrl: false };

function hrefOf(href: string, page = 'bai-viet/hoi-nghi/index.html', from = site): string | undefined {
  return offlineCopyLink(href, page, from)?.href;
}

describe('in the offline copy of a site below a path', () => {
  test.each([
    ['a folder, which a disk would show as a list of files,', '/hoi/tin-tuc/', '../../tin-tuc/index.html'],
    ['a folder without its slash', '/hoi/tin-tuc', '../../tin-tuc/index.html'],
    ['the home page', '/hoi/', '../../index.html'],
    ['the page itself', '/hoi/bai-viet/hoi-nghi/', 'index.html'],
    ['a fragment of another page', '/hoi/tin-tuc/#dau', '../../tin-tuc/index.html#dau'],
    ['a fragment of the same page', '#chu-thich-1', '#chu-thich-1'],
    ['a parent folder', '../../tin-tuc/', '../../tin-tuc/index.html'],
    ['a page that a script filters', '/hoi/tin-tuc/?nam=2026', '../../tin-tuc/index.html'],
    ['the absolute URL of a page', 'https://example.org/hoi/tin-tuc/', '../../tin-tuc/index.html'],
    ['a redirect page at an old address', '/hoi/tin-cu/hoi-nghi.html', '../../tin-cu/hoi-nghi.html'],
    ['an old address with a query', '/hoi/Default.aspx?ID=5', 'index.html'],
    ['an old address that consists of a query', '/hoi/?p=118', 'index.html'],
    ['a folder with a name that Windows reserves', '/hoi/the/con/', '../../the/con_/index.html'],
  ])('%s becomes the relative path of its file', (_name, href, expected) => {
    expect(hrefOf(href)).toBe(expected);
  });

  test('the name of a file with diacritics and spaces is percent-encoded, and the file is returned', () => {
    expect(
      offlineCopyLink('/hoi/bai-viet/hoi-nghi/K%E1%BA%BF%20ho%E1%BA%A1ch%20s%E1%BB%91%201.pdf', 'index.html', site),
    ).toEqual({
      href: 'bai-viet/hoi-nghi/K%E1%BA%BF%20ho%E1%BA%A1ch%20s%E1%BB%91%201.pdf',
      file: 'bai-viet/hoi-nghi/Kế hoạch số 1.pdf',
    });
  });

  test.each([
    ['/hoi/tim-kiem/?q=lúa', 'https://example.org/hoi/tim-kiem/?q=l%C3%BAa'],
    ['/hoi/rss/', 'https://example.org/hoi/rss/'],
    ['/hoi/feed.xml', 'https://example.org/hoi/feed.xml'],
    ['/hoi/luu-tru/2026/11/atom.xml', 'https://example.org/hoi/luu-tru/2026/11/atom.xml'],
    ['/hoi/404.html', 'https://example.org/hoi/404.html'],
    ['/hoi/bai-da-mat/', 'https://example.org/hoi/bai-da-mat/'],
    ['/hoi/%E0%A4', 'https://example.org/hoi/%E0%A4'],
    ['/trang-khac/', 'https://example.org/trang-khac/'],
    ['/hoi-khac/tin-tuc/', 'https://example.org/hoi-khac/tin-tuc/'],
  ])('%s, which only the website has, links to the website', (href, expected) => {
    expect(hrefOf(href)).toBe(expected);
  });

  test.each([
    'https://vi-du.vn/a?b=1',
    'mailto:a@example.org?body=https%3A%2F%2Fexample.org%2F',
    'tel:0227',
    'http://[',
    '',
  ])('%s is unchanged, or links to the page itself', (href) => {
    expect(hrefOf(href)).toBe(href || 'index.html');
  });
});

test('in the copy of a site without a public URL, links to what only the website has are removed, also to localhost', () => {
  expect(hrefOf('/tin-tuc/', 'index.html', privateSite)).toBe('tin-tuc/index.html');
  expect(hrefOf('https://vi-du.vn/', 'index.html', privateSite)).toBe('https://vi-du.vn/');
  for (const href of ['/tim-kiem/', '/rss/', 'mailto:a@example.org?body=http%3A%2F%2Flocalhost%3A8080%2F'])
    expect(hrefOf(href, 'index.html', privateSite)).toBeUndefined();
});
