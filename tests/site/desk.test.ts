import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { kindOfCollection } from '#desk/entry/kind-of-collection.ts';
import { contentKinds } from '#news/content-kind.ts';
import { headersFor, parseHeadersFile } from '#site/assets/headers.ts';
import { cmsConfig, type DeskTarget } from '#site/desk/cms-config.ts';
import { writeContent } from '#site/guide/content-files.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { isInOfflineCopy } from '#site/offline/copied-site.ts';
import { projectRoot } from '#site/settings.ts';
import { requestKind } from '../../assets/js/is-cacheable.ts';
import { buildFolder } from '../build-folder.ts';
import { readSite } from './read-site.ts';

const smallSite = readFileSync(join(projectRoot, 'tests', 'fixtures', 'small', 'site.yaml'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'newsroom-test-'));
let site: ReadonlyMap<string, Buffer>;
beforeAll(async () => {
  const content = join(folder, 'content');
  writeContent(content, {
    'articles/2026/2026-11-23-hoi-nghi.md': validArticle,
    'site.yaml': `${smallSite}desk:\n  host: github\n  repository: to-chuc/trang-web\n`,
  });
  await buildFolder(content, join(folder, 'site'));
  site = readSite(join(folder, 'site'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = (path: string) => site.get(path)?.toString() ?? '';

describe('a site with a desk', () => {
  test('has it at /admin/, under a policy that names only the host of the repository', () => {
    const [, policy = ''] =
      /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text('admin/index.html')) ?? [];
    expect(policy).toContain("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';");
    expect(policy.match(/https:\S+?(?=[; ])/g)).toEqual(['https://api.github.com']);
    for (const name of ['desk.js', 'desk.json']) expect(site.has(`admin/${name}`), name).toBe(true);
    expect(text('admin/index.html')).not.toMatch(/<script(?! type="module" src="desk\.js"><)/);
  });

  test('keeps it from search engines, from the service worker and from the offline copy', () => {
    expect(text('admin/index.html')).toContain('<meta name="robots" content="noindex">');
    expect(headersFor(parseHeadersFile(text('_headers')), '/admin/desk.js')).toContainEqual([
      'X-Robots-Tag',
      'noindex',
    ]);
    expect(text('sitemap.xml')).not.toContain('/admin/');
    const request = { method: 'GET', url: 'https://example.org/admin/desk.js', headers: new Headers() };
    for (const mode of ['navigate', 'no-cors'] as const)
      expect(requestKind({ ...request, mode }, 'https://example.org/')).toBeUndefined();
    const copied = { files: new Set(site.keys()) };
    expect([...site.keys()].filter((file) => file.startsWith('admin/') && isInOfflineCopy(file, copied))).toEqual([]);
  });

  test('sends no second policy that would stop it: each page has its own in a meta element', () => {
    const [[, header = ''] = []] = headersFor(parseHeadersFile(text('_headers')), '/admin/').filter(
      ([name]) => name === 'Content-Security-Policy',
    );
    expect(header).toBe("frame-ancestors 'none'");
    const [, page = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text('index.html')) ?? [];
    expect(page).toMatch(/^default-src &#39;none&#39;; script-src &#39;self&#39; &#39;sha256-/);
  });

  test('asks no other host: its scripts name none that they would request by themselves', () => {
    const scripts = [...site].filter(([file]) => /^admin\/[^/]*\.js$/.test(file)).map(([, bytes]) => bytes.toString());
    for (const host of ['cdn.jsdelivr.net', 'githubstatus.com/api', 'hostedstatus.com', 'unpkg.com/@sveltia/cms'])
      expect(
        scripts.some((script) => script.includes(host)),
        host,
      ).toBe(false);
  });
});

test('a site without a desk has not one byte of it', () => {
  expect(readdirSync(inject('unionDir'))).not.toContain('admin');
  expect(readFileSync(join(inject('unionDir'), '_headers'), 'utf8')).not.toContain('/admin/');
});

describe('the configuration of the CMS', () => {
  const noPaths = { articles: [], questions: [], documents: [], events: [], pages: [] };
  const paths = { ...noPaths, articles: ['2026/a.md', 'b.md', '2024/c/index.md'] };
  const shown = { name: 'Liên hiệp hội', logo: '/bieu-tuong.svg', authors: ['BTT', 'B'], categories: ['Tin'], paths };
  const repository = 'to-chuc/trang-web';
  const plain = { repository, branch: 'main', approval: false, richText: false };
  const targets: Readonly<Record<string, DeskTarget>> = {
    'the files of this machine': { localFolder: 'trang' },
    'GitHub with approval': { desk: { ...plain, host: 'github', approval: true } },
    'a GitLab of its own': { desk: { ...plain, host: 'gitlab', url: 'https://git.example.org' } },
    'Forgejo with rich text': { desk: { ...plain, host: 'forgejo', url: 'https://git.example.org', richText: true } },
  };

  test.each(Object.entries(targets))('for %s fits the schema of the CMS itself', (_, target) => {
    const [cms = ''] = readdirSync(join(projectRoot, '.cache', 'desk')).filter((name) => name.startsWith('cms-'));
    const schema = join(projectRoot, '.cache', 'desk', cms, 'node_modules/@sveltia/cms/schema/sveltia-cms.json');
    const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(schema, 'utf8')));
    validate(cmsConfig(target, shown));
    expect(validate.errors).toBeNull();
  });

  test('offers no stock photographs, and deletes nothing', () => {
    const config = cmsConfig({ localFolder: 'trang' }, shown);
    expect(config['media_libraries']).toMatchObject({ stock_assets: { providers: [] } });
    const collections = config['collections'] as { name: string; delete: boolean; create?: boolean }[];
    expect(collections.filter(({ delete: canDelete }) => canDelete)).toEqual([]);
    expect(new Set(collections.map(({ name }) => kindOfCollection(name)))).toEqual(new Set(contentKinds));
  });

  test('shows the items in other places than where it makes new ones', () => {
    const { collections } = cmsConfig({ localFolder: 'trang' }, shown) as {
      collections: { name: string; label: string; path?: string; create?: boolean; media_folder: string }[];
    };
    expect(
      collections
        .slice(0, 3)
        .map(({ name, label, path, create, media_folder }) => [name, label, path, create, media_folder]),
    ).toEqual([
      ['articles', 'Bài viết', "{{date | date('YYYY')}}/{{slug}}", undefined, ''],
      ['articles-2', 'Bài viết (ngoài các năm)', undefined, false, '{{slug}}'],
      ['articles-3', 'Bài viết (thư mục riêng)', '{{year}}/{{slug}}/index', false, ''],
    ]);
  });

  test('has the workflow of the CMS only where the host has pull requests, and asks for approval', () => {
    expect(cmsConfig(targets['GitHub with approval'] ?? { localFolder: '' }, shown)['publish_mode']).toBe(
      'editorial_workflow',
    );
    expect(
      cmsConfig({ desk: { ...plain, host: 'gitea', url: 'https://git.example.org', approval: true } }, shown),
    ).not.toHaveProperty('publish_mode');
  });
});
