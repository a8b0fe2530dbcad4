import { brotliCompressSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';
import { fixturePages } from '#bench/browser/page-kinds.ts';
import { readSite } from './read-site.ts';

const sites = {
  newsroom: readSite(inject('newsroomDir')),
  union: readSite(inject('unionDir')),
  'every-state': readSite(inject('everyStateDir')),
};

/** The scripts of a kind of page besides the one of all pages; none for kinds not listed. */
const extraScripts: Readonly<Record<string, readonly string[]>> = {
  // Its script looks up old addresses that differ from this page only in the query.
  home: ['/dia-chi-cu.js'],
  article: ['/bai-viet.js'],
  'long article': ['/bai-viet.js'],
  'first article': ['/bai-viet.js'],
  'full article': ['/bai-viet.js', '/bo-anh.js', '/bang.js'],
  documents: ['/van-ban.js'],
  feeds: ['/sao-chep.js'],
  search: ['/tim-kiem.js'],
  'not found': ['/dia-chi-cu.js', '/gan-giong.js'],
};

const pages = fixturePages.map(({ site, kind, address }) => {
  const path = kind === 'not found' ? '404.html' : `${address.slice(1)}index.html`;
  return { kind, site: sites[site], html: sites[site].get(path)?.toString() ?? '' };
});

/** The start tags of an element, as in the source. */
function tags(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(`<${name}\\b[^>]*>`, 'g'))].map(([tag]) => tag);
}

function scripts(html: string): string[] {
  return tags(html, 'script').flatMap((tag) => / src="([^"]+)"/.exec(tag)?.[1] ?? []);
}

describe.each(pages)('the $kind page', ({ kind, html, site }) => {
  test('loads only the scripts it needs', () => {
    expect(scripts(html)).toEqual(['/trang.js', ...(extraScripts[kind] ?? [])]);
  });

  test('has no render-blocking resources', () => {
    const blockingScripts = tags(html, 'script').filter((tag) => !/ type="(module|application\/ld\+json)"/.test(tag));
    expect(blockingScripts).toEqual(['<script>']);
    expect(tags(html, 'link').filter((tag) => / rel="[^"]*stylesheet/.test(tag))).toEqual([]);
    expect(html).not.toMatch(/@import/);
  });

  test('makes no request to another host', () => {
    const loadingTags = tags(html, '(?:script|img|source|video|audio|track|iframe|embed|object|input)');
    for (const tag of loadingTags) expect(tag).not.toMatch(/ (src|srcset|poster|data)="(?!\/[^/])/);
    const linkTags = tags(html, 'link').filter((tag) => !/ rel="(canonical|alternate)"/.test(tag));
    expect(linkTags.length).toBeGreaterThan(0);
    for (const tag of linkTags) expect(tag).toMatch(/ href="\/[^/]/);
  });

  test('has scripts of at most 2 KB each, compressed', () => {
    for (const address of scripts(html))
      expect(brotliCompressSync(site.get(address.slice(1)) ?? '').length, address).toBeLessThanOrEqual(2048);
  });
});
