import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { fixedTime, fixtureNewsroom, runScript } from '#bench/fixtures/run-script.ts';
import { findEntries } from '#search/find-entries.ts';
import { checkContent } from '#site/check/check-content.ts';
import { checkFolder } from '#site/guide/check-folder.ts';
import type { ContentFiles } from '#site/guide/content-files.ts';
import { validArticle, validDocument } from '#site/guide/rule-examples.ts';
import { searchEntries } from '#site/search/search-entries.ts';
import { readSettings } from '#site/settings.ts';
import { contentFolder } from '../content-folder.ts';
import { inMemorySearchIndex } from '../in-memory-search-index.ts';
import { buildAndReadSite } from './build-and-read-site.ts';
import { elements } from './elements.ts';
import { readHead } from './read-head.ts';
import { parsePage, readSite } from './read-site.ts';

const newsroom = readSite(inject('newsroomDir'));
const union = readSite(inject('unionDir'));
const page = (site: Map<string, Buffer>, address: string) =>
  site.get(`${address.slice(1)}index.html`)?.toString() ?? '';
const main = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main>'));

const build = (files: ContentFiles, environment?: Readonly<Record<string, string>>) =>
  buildAndReadSite(contentFolder(files), environment);

/** The document numbers in a table of the register, from the top. */
const numbers = (html: string) => elements(html, 'th').flatMap(({ scope, text }) => (scope === 'row' ? text : []));

test('the register lists the issued documents, newest first, with their status', () => {
  const html = main(page(newsroom, '/van-ban/'));
  expect(numbers(html)).toEqual(['29/CV-MAU', '11/QC-MAU', '07/KH-MAU', '03/QC-MAU']);
  expect(html).toContain('4 văn bản');
  expect(parsePage(html).text).toMatch(/07\/KH-MAU 02\/06\/2025 .*? Hết hiệu lực 03\/QC-MAU/);
  expect(parsePage(html).text).toContain('Thay bằng Quy chế 11/QC-MAU');
  const replacement = { href: '/van-ban/quy-che-muon-va-tra-dung-cu-do/', text: 'Quy chế 11/QC-MAU' };
  expect(elements(html, 'a')).toContainEqual(replacement);
});

test.each([
  ['/van-ban/loai/quy-che/', 'Văn bản: Quy chế', ['11/QC-MAU', '03/QC-MAU']],
  ['/van-ban/nam-2026/', 'Văn bản năm 2026', ['29/CV-MAU', '11/QC-MAU']],
  ['/van-ban/nam-2024/', 'Văn bản năm 2024', ['03/QC-MAU']],
  ['/van-ban/con-hieu-luc/', 'Văn bản còn hiệu lực', ['29/CV-MAU', '11/QC-MAU']],
  ['/van-ban/het-hieu-luc/', 'Văn bản hết hiệu lực', ['07/KH-MAU', '03/QC-MAU']],
])('without JavaScript %s is a filtered list linked from the register', (address, title, expectedNumbers) => {
  const html = page(newsroom, address);
  expect(numbers(html)).toEqual(expectedNumbers);
  expect(parsePage(main(html)).text).toContain(title);
  expect(parsePage(main(page(newsroom, '/van-ban/'))).links).toContain(address);
  const sitemap = newsroom.get('sitemap.xml')?.toString() ?? '';
  expect(elements(sitemap, 'loc')).toContainEqual({ text: `https://example.org${address}` });
});

test('the page of a document has all its data and its files unchanged', () => {
  const html = main(page(newsroom, '/van-ban/quy-che-muon-va-tra-dung-cu-do/'));
  const { text, links } = parsePage(html.replaceAll('</dt>', '</dt> ').replaceAll('</dd>', '</dd> '));
  expect(text).toContain('Số, ký hiệu 11/QC-MAU');
  expect(text).toContain('Loại văn bản Quy chế');
  expect(text).toContain('Ngày ban hành 15/04/2026');
  expect(text).toContain('Cơ quan ban hành Liên hiệp hội tỉnh Mẫu');
  expect(text).toMatch(
    /Tải toàn văn \(PDF, 1 KB\) .*Mẫu phiếu mượn \(DOCX, 1 KB\) .*Bảng kê dụng cụ \(XLSX, 2 KB\) .*Quy chế hư cấu/,
  );
  for (const file of ['quy-che-11.pdf', 'mau-phieu-muon.docx', 'bang-ke-dung-cu.xlsx']) {
    const address = `van-ban/quy-che-muon-va-tra-dung-cu-do/${file}`;
    expect(links).toContain(`/${address}`);
    expect(newsroom.get(address)).toEqual(readFileSync(join(fixtureNewsroom, 'documents', file)));
  }
  const onlyTable = page(newsroom, '/van-ban/quet-voi-nha-kho/');
  expect(parsePage(onlyTable).text).toContain('Tải về: Bảng phân công (XLSX, 2 KB)');
  expect(main(page(newsroom, '/van-ban/muon-ghe-gap/'))).toContain('Trang chưa có tệp của văn bản này.');
});

test('a document and its replacement link to each other', () => {
  const [oldDocument, newDocument] = ['/van-ban/quy-che-muon-dung-cu-do/', '/van-ban/quy-che-muon-va-tra-dung-cu-do/'];
  const [oldPage, newPage] = [page(newsroom, oldDocument), page(newsroom, newDocument)];
  expect(parsePage(oldPage).text).toContain('Đã được thay bằng Quy chế 11/QC-MAU ngày');
  expect(elements(oldPage, 'a')).toContainEqual({ href: newDocument, text: 'Quy chế 11/QC-MAU' });
  expect(parsePage(newPage).text).toContain('Thay thếQuy chế 03/QC-MAU ngày');
  expect(elements(newPage, 'a')).toContainEqual({ href: oldDocument, text: 'Quy chế 03/QC-MAU' });
  expect(elements(page(newsroom, '/van-ban/quet-voi-nha-kho/'), 'dd')).toContainEqual({ text: 'Hết hiệu lực' });
});

test('a document has schema.org data with its number, issuer and files', () => {
  const { graph, canonical } = readHead(page(newsroom, '/van-ban/quy-che-muon-dung-cu-do/'));
  expect(graph.find((thing) => thing['@type'] === 'DigitalDocument')).toMatchObject({
    mainEntityOfPage: canonical,
    name: 'Quy chế mượn dụng cụ đo',
    identifier: '03/QC-MAU',
    datePublished: '2024-02-06',
    author: { '@type': 'Organization', name: 'Liên hiệp hội tỉnh Mẫu' },
    creativeWorkStatus: 'Obsolete',
    encoding: [{ contentUrl: 'https://example.org/van-ban/quy-che-muon-dung-cu-do/quy-che-03.pdf' }],
  });
});

test('a document is in force until its replacement is issued, when the next build is due', async () => {
  const files = {
    'documents/cu.md': validDocument('1/KH', '2026-11-20', 'replacedBy: 2/KH\n'),
    'documents/moi.md': validDocument('2/KH', '2026-12-01'),
  };
  const before = await build(files);
  expect(elements(page(before, '/van-ban/cu/'), 'dd')).toContainEqual({ text: 'Còn hiệu lực' });
  expect(before.has('van-ban/moi/index.html')).toBe(false);
  expect(JSON.parse(before.get('build.json')?.toString() ?? '')).toEqual({ nextBuildAt: '2026-11-30T17:00:00.000Z' });
  const after = await build(files, { BUILD_TIME: '2026-11-30T17:00:00Z' });
  const replaced = parsePage(page(after, '/van-ban/cu/'));
  expect(replaced.text).toContain('Đã được thay bằng ');
  expect(replaced.links).toContain('/van-ban/moi/');
  expect(after.get('sitemap.xml')?.toString()).toContain('/van-ban/cu/</loc><lastmod>2026-12-01T00:00:00+07:00');
});

test('a new document does not change the other documents and earlier years', async () => {
  const old = {
    'documents/cu.md': validDocument('1/KH', '2025-11-20'),
    'documents/nay.md': validDocument('1/KH', '2026-01-05'),
  };
  const before = await build(old);
  const after = await build({ ...old, 'documents/moi.md': validDocument('2/KH', '2026-11-20') });
  const changed = [...after].filter(([path, bytes]) => !before.get(path)?.equals(bytes)).map(([path]) => path);
  expect(changed.filter((path) => path.startsWith('van-ban/'))).toEqual([
    ...['con-hieu-luc', ''].map((part) => join('van-ban', part, 'index.html')),
    ...['loai/ke-hoach', 'moi', 'nam-2026'].map((part) => `van-ban/${part}/index.html`),
  ]);
});

test('an empty register says so, and only a menu entry links to it', async () => {
  expect(main(page(union, '/van-ban/'))).toContain('Chưa có văn bản nào được đăng tại đây.');
  expect(union.get('sitemap.xml')?.toString()).not.toContain('/van-ban/');
  for (const [path, bytes] of union)
    if (path.endsWith('.html')) expect(parsePage(bytes.toString()).links, path).not.toContain('/van-ban/');
  for (const path of ['index.html', 'tim-kiem/index.html'])
    expect(parsePage(newsroom.get(path)?.toString() ?? '').links, path).toContain('/van-ban/');
  const facts = readFileSync(join(import.meta.dirname, '..', 'fixtures', 'small', 'site.yaml'), 'utf8');
  const menu = 'menu:\n  - text: Văn bản\n    address: /van-ban/\n';
  const site = await build({ 'site.yaml': `${facts.replace(/menu:\n(?: .*\n)*/, '')}${menu}` });
  expect(elements(page(site, '/'), 'a')).toContainEqual({ href: '/van-ban/', text: 'Văn bản' });
});

test('a draft is marked and not indexed in a preview, and absent from a normal build', async () => {
  const files = { 'documents/nhap.md': validDocument('1/KH', '2026-11-20', 'draft: true\n') };
  const preview = await build(files, { PREVIEW: '1' });
  expect(elements(main(page(preview, '/van-ban/')), 'span')).toContainEqual({ class: 'state', text: 'BẢN NHÁP' });
  const draft = page(preview, '/van-ban/nhap/');
  expect(elements(draft, 'strong')).toContainEqual({ class: 'state', text: 'BẢN NHÁP' });
  expect(readHead(draft).metas['robots']).toEqual(['noindex']);
  expect(preview.get('sitemap.xml')?.toString()).not.toContain('/van-ban/nhap/');
  expect(main(page(await build(files), '/van-ban/'))).toContain('Chưa có văn bản nào');
  expect(runScript('check', { CONTENT_DIR: contentFolder(files) }).stderr).toContain('documents/nhap.md');
});

test.each([
  ['03/QC-MAU', '/van-ban/quy-che-muon-dung-cu-do/'],
  ['cong van 29', '/van-ban/muon-ghe-gap/'],
  ['bảng phân công quét vôi', '/van-ban/quet-voi-nha-kho/'],
])('a search for “%s” finds its document; unpublished documents are not indexed', async (typed, address) => {
  // With PREVIEW, drafts are in the content but must not be in the search index.
  const settings = readSettings({ CONTENT_DIR: fixtureNewsroom, BUILD_TIME: fixedTime, PREVIEW: '1' }, new Date(0));
  const { site } = await checkContent(settings);
  const entries = site ? searchEntries(site.context.content) : [];
  const documents = entries.filter(({ category }) => category === 'Văn bản');
  expect(documents.map(({ title }) => title)).toHaveLength(4);
  expect((await findEntries(await inMemorySearchIndex(entries), typed, 1)).found[0]?.entry.address).toBe(address);
});

test('an article may link to documents and filtered registers that exist', async () => {
  const files = (href: string) => ({
    'documents/so-1.md': validDocument('1/KH', '2026-11-20'),
    'articles/bai.md': `${validArticle}\nXem [kế hoạch](${href}).\n`,
  });
  for (const href of ['/van-ban/so-1/', '/van-ban/loai/ke-hoach/', '/van-ban/'])
    expect(await checkFolder(contentFolder(files(href))), href).toEqual([]);
  expect(await checkFolder(contentFolder(files('/van-ban/so-11/')))).toEqual([
    expect.objectContaining({ remedy: 'có phải là “/van-ban/so-1/”?' }),
  ]);
});

test('a deployed document must not disappear; a filtered register may', async () => {
  const gone = ['/van-ban/so-1/', '/van-ban/nam-2024/', '/van-ban/loai/ke-hoach/', '/van-ban/het-hieu-luc/'];
  const sitemap = gone.map((address) => `<loc>https://example.org${address}</loc>\n`).join('');
  expect(await checkFolder(contentFolder({}), sitemap)).toEqual([
    expect.objectContaining({ wrong: '/van-ban/so-1/ đã đăng, nay không còn' }),
  ]);
});
