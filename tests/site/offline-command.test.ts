import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { fixtureEveryState, fixtureNewsroom, runScript, scriptArgs } from '#bench/fixtures/run-script.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { projectRoot } from '#site/settings.ts';
import { buildOfflineCopy, type OfflineCopy } from '../build-offline-copy.ts';
import { contentFolder } from '../content-folder.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { htmlErrors } from './html-errors.ts';
import { parsePage, readSite } from './read-site.ts';

const folder = 'lien-hiep-hoi-2026-11-23';
const newsroom = buildOfflineCopy({ CONTENT_DIR: fixtureNewsroom, SITE_URL: 'https://example.org/hoi' });
const everyState = buildOfflineCopy({ CONTENT_DIR: fixtureEveryState, SITE_URL: 'https://example.org' });
const withoutUrl = buildOfflineCopy({ CONTENT_DIR: fixtureEveryState, SITE_URL: '' });

/** The pages of a copy, by their path in its folder. */
function pagesOf({ files }: OfflineCopy): Map<string, string> {
  return new Map(
    [...files]
      .filter(([path]) => path.endsWith('.html'))
      .map(([path, bytes]) => [path.slice(folder.length + 1), bytes.toString()]),
  );
}

/** The links of a copy without a target in it: "page → address". */
function deadLinks(copy: OfflineCopy): string[] {
  const crawled = new Map([...pagesOf(copy)].map(([page, html]) => [page, parsePage(html)]));
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
  ['an article with every feature', everyState],
  ['an article with every feature, without SITE_URL', withoutUrl],
])('in the copy of %s', (_what, copy) => {
  test('every link, picture and #id of every page exists', () => {
    expect(pagesOf(copy).size).toBeGreaterThan(15);
    expect(deadLinks(copy)).toEqual([]);
  });

  test('every page is valid HTML without scripts and has the date of the copy', async () => {
    for (const [path, html] of pagesOf(copy)) {
      expect(await htmlErrors({ path, html })).toEqual([]);
      expect(html, path).not.toMatch(
        /<(script(?! type="application\/ld\+json")|form|button|noscript)\b|srcset=|\shidden\b/,
      );
      expect(html, path).toContain('Bản chép ngày <time datetime="2026-11-23">23/11/2026</time>');
    }
  });
});

test('a copy has all pages except search, feeds, 404 and the offline page, and all files for download', () => {
  const excluded = ['404.html', 'khong-co-mang/index.html', 'rss/index.html', 'tim-kiem/index.html'];
  const built = [...readSite(inject('newsroomDir')).keys()];
  const ofKind = (paths: Iterable<string>, kind: RegExp) => [...paths].filter((path) => kind.test(path)).sort();
  expect([...pagesOf(newsroom).keys()].sort()).toEqual(
    ofKind(built, /\.html$/).filter((path) => !excluded.includes(path)),
  );
  const copied = [...newsroom.files.keys()].map((path) => path.slice(folder.length + 1));
  const downloads = /\.(csv|docx|ics|pdf|xlsx)$|^thong-ke\/.*json$/;
  expect(ofKind(copied, downloads)).toEqual(ofKind(built, downloads));
  expect(ofKind(copied, /\.(js|xml|bin|woff2|avif)$|^_|^[^/]*\.json$/)).toEqual([]);
});

test('the ZIP is intact and has one folder of the same name, with a readme and index.html', () => {
  const { name, bytes, files } = everyState;
  expect(name).toBe(`${folder}.zip`);
  expect(new Set([...files.keys()].map((path) => path.split('/')[0]))).toEqual(new Set([folder]));
  const readMe = files.get(`${folder}/DOC-TRUOC.txt`)?.toString();
  expect(readMe).toMatch(/^\uFEFFLiên hiệp các Hội .*\r\n/);
  for (const text of ['mở tệp index.html', '23/11/2026', 'https://example.org/\r\n']) expect(readMe).toContain(text);
  expect(files.has(`${folder}/index.html`)).toBe(true);
  const zip = join(temporaryFolder(), name);
  writeFileSync(zip, bytes);
  const { error, status } = spawnSync('unzip', ['-tq', zip]);
  if (!error) expect(status).toBe(0);
});

test('the same content on the same day gives the same bytes in every time zone', () => {
  const CONTENT_DIR = contentFolder({ 'articles/tin.md': validArticle });
  const [one, other] = [
    { TZ: 'Asia/Ho_Chi_Minh', BUILD_TIME: '2026-11-23T08:00:00+07:00' },
    { TZ: 'America/New_York', BUILD_TIME: '2026-11-23T00:10:00+07:00' },
  ].map((environment) => buildOfflineCopy({ CONTENT_DIR, SITE_URL: 'https://example.org', ...environment }).bytes);
  expect(one?.equals(other ?? Buffer.of())).toBe(true);
});

test('files with spaces and Vietnamese marks, and a tag named like a Windows device, can be opened in a copy', () => {
  const copy = buildOfflineCopy({
    CONTENT_DIR: contentFolder({
      'articles/tin.md': validArticle
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

test('a copy built without SITE_URL has no site URL, and the command prints how to set one', () => {
  expect(withoutUrl.stderr).toContain('SITE_URL=https://địa-chỉ-thật npm run build:offline');
  for (const [path, html] of pagesOf(withoutUrl)) expect(html, path).not.toContain('localhost');
  expect(withoutUrl.files.get(`${folder}/DOC-TRUOC.txt`)?.toString()).not.toContain('http');
});

test('with errors in the content no copy is created and the previous one is kept', () => {
  const OFFLINE_DIR = temporaryFolder();
  writeFileSync(join(OFFLINE_DIR, `${folder}.zip`), 'bản trước');
  const { status, stderr } = runScript('build-offline', {
    OFFLINE_DIR,
    CONTENT_DIR: contentFolder({ 'site.yaml': null }),
  });
  expect(status).toBe(1);
  expect(stderr).toContain('Không dựng trang');
  expect(readdirSync(OFFLINE_DIR)).toEqual([`${folder}.zip`]);
  expect(readFileSync(join(OFFLINE_DIR, `${folder}.zip`), 'utf8')).toBe('bản trước');
});

test('the build for a copy writes no cache, since no later build reuses it', () => {
  const MEMORY_DIR = temporaryFolder();
  buildOfflineCopy({
    CONTENT_DIR: contentFolder({ 'articles/tin.md': validArticle }),
    SITE_URL: 'https://example.org',
    MEMORY_DIR,
  });
  // Node's compile cache of the command itself is in the folder that the commands of all tests share.
  expect(readdirSync(MEMORY_DIR)).toEqual([]);
});

/** Starts to build a copy and interrupts it like Ctrl+C once its working folder exists. Returns that folder. */
async function interruptedCopy(environment: Record<string, string>): Promise<string> {
  const cache = join(projectRoot, '.cache');
  mkdirSync(cache, { recursive: true });
  const started = Promise.withResolvers<string>();
  const watcher = watch(cache, (_, name) => {
    if (name?.startsWith('offline-') && existsSync(join(cache, name))) started.resolve(join(cache, name));
  });
  const env = { ...process.env, ...environment };
  // Its own process group, which receives the signal as from Ctrl+C.
  const child = spawn(process.execPath, scriptArgs('scripts/build-offline.ts'), {
    cwd: projectRoot,
    env,
    detached: true,
  });
  const folder = await started.promise;
  watcher.close();
  process.kill(-(child.pid ?? 0), 'SIGINT');
  await once(child, 'close');
  return folder;
}

test('the working folder of a run interrupted by Ctrl+C is deleted by the next run', async () => {
  const environment = {
    CONTENT_DIR: contentFolder({ 'articles/tin.md': validArticle }),
    SITE_URL: 'https://example.org',
  };
  const folder = await interruptedCopy({ ...environment, OFFLINE_DIR: temporaryFolder() });
  buildOfflineCopy(environment);
  expect(existsSync(folder)).toBe(false);
});
