import { brotliCompressSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';
import { sitePages } from '#bench/browser/page-kinds.ts';
import { readSite } from './read-built.ts';

const sites = {
  newsroom: readSite(inject('newsroomDir')),
  union: readSite(inject('unionDir')),
  'every-state': readSite(inject('everyStateDir')),
};

/** What a page loads besides the script of all pages, by its kind; nothing where it is not named. */
const more: Readonly<Record<string, readonly string[]>> = {
  // An old address that differs from this page by its query alone is told apart by its script.
  home: ['/dia-chi-cu.js'],
  article: ['/bai-viet.js'],
  'long article': ['/bai-viet.js'],
  'first article': ['/bai-viet.js'],
  'full article': ['/bai-viet.js', '/bo-anh.js', '/bang.js'],
  documents: ['/van-ban.js'],
  feeds: ['/sao-chep.js'],
  search: ['/tim-kiem.js'],
  'no network': ['/khong-co-mang.js'],
  'not found': ['/dia-chi-cu.js', '/gan-giong.js'],
};

const pages = sitePages.map(({ site, kind, address }) => {
  const path = kind === 'not found' ? '404.html' : `${address.slice(1)}index.html`;
  return { kind, site: sites[site], html: sites[site].get(path)?.toString() ?? '' };
});

/** The tags of a kind, as written. */
function tags(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(`<${name}\\b[^>]*>`, 'g'))].map(([tag]) => tag);
}

function scripts(html: string): string[] {
  return tags(html, 'script').flatMap((tag) => / src="([^"]+)"/.exec(tag)?.[1] ?? []);
}

describe.each(pages)('the $kind page', ({ kind, html, site }) => {
  test('loads the scripts of what it holds and no other', () => {
    expect(scripts(html)).toEqual(['/trang.js', ...(more[kind] ?? [])]);
  });

  test('is painted before anything else is there', () => {
    const waitedFor = tags(html, 'script').filter((tag) => !/ type="(module|application\/ld\+json)"/.test(tag));
    expect(waitedFor).toEqual(['<script>']);
    expect(tags(html, 'link').filter((tag) => / rel="[^"]*stylesheet/.test(tag))).toEqual([]);
    expect(html).not.toMatch(/@import/);
  });

  test('asks no other host for anything', () => {
    const loading = tags(html, '(?:script|img|source|video|audio|track|iframe|embed|object|input)');
    for (const tag of loading) expect(tag).not.toMatch(/ (src|srcset|poster|data)="(?!\/[^/])/);
    const named = tags(html, 'link').filter((tag) => !/ rel="(canonical|alternate)"/.test(tag));
    expect(named.length).toBeGreaterThan(0);
    for (const tag of named) expect(tag).toMatch(/ href="\/[^/]/);
  });

  test('has scripts of 2 KB each at most, as they are sent', () => {
    for (const address of scripts(html))
      expect(brotliCompressSync(site.get(address.slice(1)) ?? '').length, address).toBeLessThanOrEqual(2048);
  });
});
