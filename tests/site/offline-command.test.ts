import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { commandLine, fixtureEveryState, fixtureNewsroom, run } from '#bench/fixtures/run-build.ts';
import { article } from '#site/guide/rule-examples.ts';
import { root } from '#site/settings.ts';
import { contentFolder } from '../content-folder.ts';
import { type MadeCopy, madeCopy } from '../made-copy.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { htmlFaults } from './html-faults.ts';
import { crawl, readSite } from './read-built.ts';

const folder = 'lien-hiep-hoi-2026-11-23';
const newsroom = madeCopy({ CONTENT_DIR: fixtureNewsroom, SITE_URL: 'https://example.org/hoi' });
const everyState = madeCopy({ CONTENT_DIR: fixtureEveryState, SITE_URL: 'https://example.org' });
const nowhere = madeCopy({ CONTENT_DIR: fixtureNewsroom, SITE_URL: '' });

/** The pages of a copy, by their path in its folder. */
function pagesOf({ files }: MadeCopy): Map<string, string> {
  return new Map(
    [...files]
      .filter(([path]) => path.endsWith('.html'))
      .map(([path, bytes]) => [path.slice(folder.length + 1), bytes.toString()]),
  );
}

/** The links of a copy that lead to nothing in it: "page → address". */
function deadLinks(copy: MadeCopy): string[] {
  const crawled = new Map([...pagesOf(copy)].map(([page, html]) => [page, crawl(html)]));
  return [...crawled].flatMap(([page, { links }]) => {
    const more = [...(pagesOf(copy).get(page) ?? '').matchAll(/(?:poster="|; url=)([^"]+)"/g)].map(([, to = '']) => to);
    return [...links, ...more]
      .filter((href) => !/^(https?|mailto|tel):/.test(href))
      .filter((href) => {
        const [path = '', id] = href.split('#');
        const file = path === '' ? page : posix.join(posix.dirname(page), decodeURIComponent(path));
        return !copy.files.has(`${folder}/${file}`) || (id && !crawled.get(file)?.ids.has(id));
      })
      .map((href) => `${page} → ${href}`);
  });
}

describe.each([
  ['the newsroom, below a path', newsroom],
  ['an article that holds everything', everyState],
  ['the newsroom, which has no address yet', nowhere],
])('in the copy of %s', (_what, copy) => {
  test('every link, picture and #id of every page is there', () => {
    expect(pagesOf(copy).size).toBeGreaterThan(15);
    expect(deadLinks(copy)).toEqual([]);
  });

  test('every page is valid HTML, runs nothing and says of which day it is', async () => {
    for (const [path, html] of pagesOf(copy)) {
      expect(await htmlFaults({ path, html })).toEqual([]);
      expect(html, path).not.toMatch(
        /<(script(?! type="application\/ld\+json")|form|button|noscript)\b|srcset=|\shidden\b/,
      );
      expect(html, path).toContain('Bản chép ngày <time datetime="2026-11-23">23/11/2026</time>');
    }
  });
});

test('every page of the site is in its copy but search, feeds and the pages for what is not found or not kept; so is every file to take along', () => {
  const left = ['404.html', 'khong-co-mang/index.html', 'rss/index.html', 'tim-kiem/index.html'];
  const built = [...readSite(inject('newsroomDir')).keys()];
  const ofKind = (paths: Iterable<string>, kind: RegExp) => [...paths].filter((path) => kind.test(path)).sort();
  expect([...pagesOf(newsroom).keys()].sort()).toEqual(ofKind(built, /\.html$/).filter((path) => !left.includes(path)));
  const copied = [...newsroom.files.keys()].map((path) => path.slice(folder.length + 1));
  const toTake = /\.(csv|docx|ics|pdf|xlsx)$|^thong-ke\/.*json$/;
  expect(ofKind(copied, toTake)).toEqual(ofKind(built, toTake));
  expect(ofKind(copied, /\.(js|xml|bin|woff2|avif)$|^_|^[^/]*\.json$/)).toEqual([]);
});

test('the ZIP holds one folder called like it, to be read from index.html, and is whole', () => {
  const { name, bytes, files } = everyState;
  expect(name).toBe(`${folder}.zip`);
  expect(new Set([...files.keys()].map((path) => path.split('/')[0]))).toEqual(new Set([folder]));
  const readMe = files.get(`${folder}/DOC-TRUOC.txt`)?.toString();
  expect(readMe).toMatch(/^\uFEFFLiên hiệp các Hội .*\r\n/);
  for (const said of ['mở tệp index.html', '23/11/2026', 'https://example.org/\r\n']) expect(readMe).toContain(said);
  expect(files.has(`${folder}/index.html`)).toBe(true);
  const zip = join(temporaryFolder(), name);
  writeFileSync(zip, bytes);
  const { error, status } = spawnSync('unzip', ['-tq', zip]);
  if (!error) expect(status).toBe(0);
});

test('the same content on the same day makes the same bytes, wherever the machine stands', () => {
  const CONTENT_DIR = contentFolder({ 'articles/tin.md': article });
  const [one, other] = [
    { TZ: 'Asia/Ho_Chi_Minh', BUILD_TIME: '2026-11-23T08:00:00+07:00' },
    { TZ: 'America/New_York', BUILD_TIME: '2026-11-23T00:10:00+07:00' },
  ].map((knobs) => madeCopy({ CONTENT_DIR, SITE_URL: 'https://example.org', ...knobs }).bytes);
  expect(one?.equals(other ?? Buffer.of())).toBe(true);
});

test('a file whose name has marks and spaces, and a tag called like a device of Windows, can be opened from a copy', () => {
  const copy = madeCopy({
    CONTENT_DIR: contentFolder({
      'articles/tin.md': article
        .replace('category', 'tags:\n  - con\nattachments:\n  - file: Kế hoạch số 1.pdf\n    title: Kế hoạch\ncategory')
        .replace('date: 2026-11-23', 'date: 2026-11-20'),
      'articles/Kế hoạch số 1.pdf': '%PDF-1.4\n',
    }),
    SITE_URL: 'https://example.org',
  });
  expect([...copy.files.keys()]).toEqual(
    expect.arrayContaining([`${folder}/bai-viet/tin/Kế hoạch số 1.pdf`, `${folder}/the/con_/index.html`]),
  );
  expect(deadLinks(copy)).toEqual([]);
});

test('no page of a copy without an address tells one, and who makes it is told how it would', () => {
  expect(nowhere.stderr).toContain('SITE_URL=https://địa-chỉ-thật npm run build:offline');
  for (const [path, html] of pagesOf(nowhere)) expect(html, path).not.toContain('localhost');
  expect(nowhere.files.get(`${folder}/DOC-TRUOC.txt`)?.toString()).not.toContain('http');
});

test('where the content is not right no copy is made, and the one that was made stays', () => {
  const OFFLINE_DIR = temporaryFolder();
  writeFileSync(join(OFFLINE_DIR, `${folder}.zip`), 'bản trước');
  const { status, stderr } = run('build-offline', { OFFLINE_DIR, CONTENT_DIR: contentFolder({ 'site.yaml': null }) });
  expect(status).toBe(1);
  expect(stderr).toContain('Không dựng trang');
  expect(readdirSync(OFFLINE_DIR)).toEqual([`${folder}.zip`]);
  expect(readFileSync(join(OFFLINE_DIR, `${folder}.zip`), 'utf8')).toBe('bản trước');
});

test('the build that a copy is made of leaves no memory: there is no next one', () => {
  const MEMORY_DIR = temporaryFolder();
  madeCopy({ CONTENT_DIR: contentFolder({ 'articles/tin.md': article }), SITE_URL: 'https://example.org', MEMORY_DIR });
  expect(readdirSync(MEMORY_DIR)).toEqual([]);
});

/** Begins to make a copy and stops it as Ctrl+C does once it has a folder to work in; that folder. */
async function interruptedCopy(knobs: Record<string, string>): Promise<string> {
  const cache = join(root, '.cache');
  mkdirSync(cache, { recursive: true });
  const begun = Promise.withResolvers<string>();
  const watcher = watch(cache, (_, name) => {
    if (name?.startsWith('offline-') && existsSync(join(cache, name))) begun.resolve(join(cache, name));
  });
  const env = { ...process.env, ...knobs };
  // A group of its own, which Ctrl+C would reach whole.
  const copying = spawn(process.execPath, commandLine('scripts/build-offline.ts'), {
    cwd: root,
    env,
    detached: true,
  });
  const folder = await begun.promise;
  watcher.close();
  process.kill(-(copying.pid ?? 0), 'SIGINT');
  await once(copying, 'close');
  return folder;
}

test('what a run left that was stopped by Ctrl+C is cleared away by the next', async () => {
  const knobs = { CONTENT_DIR: contentFolder({ 'articles/tin.md': article }), SITE_URL: 'https://example.org' };
  const folder = await interruptedCopy({ ...knobs, OFFLINE_DIR: temporaryFolder() });
  madeCopy(knobs);
  expect(existsSync(folder)).toBe(false);
});
