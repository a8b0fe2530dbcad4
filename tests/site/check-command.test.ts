import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixtureNewsroom, runScript } from '#bench/fixtures/run-script.ts';
import { formatReport } from '#site/check/format-report.ts';
import { deployedSitemaps } from '#site/deployment/deployed-sitemaps.ts';
import { ContentError } from '#site/finding.ts';
import { checkFolder } from '#site/guide/check-folder.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { SettingsError } from '#site/settings.ts';
import { appendAfterReadsNodeOptions } from '../append-after-reads-node-options.ts';
import { buildFolder } from '../build-folder.ts';
import { contentFolder } from '../content-folder.ts';
import { runInProcess } from '../run-in-process.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const misspelt = validArticle.replace('title', 'titel');
const unsigned = validArticle.replace('BTT', 'XYZ').replace('Hội nghị tổng kết', 'Hội nghị tổng kêt');
const linesOf = (output: string) => output.trimEnd().split('\n');

test('errors of all files come first, then warnings: one line each, without colour or other output', () => {
  const content = contentFolder({ 'articles/a.md': misspelt, 'articles/b.md': unsigned });
  const { status, stdout, stderr } = runScript('check', { CONTENT_DIR: content });
  expect(status).toBe(1);
  expect(linesOf(stdout)).toEqual([
    `${content}/articles/a.md:2:1 · không có mục nào tên “titel” · có phải là “title”? [muc-la]`,
    `${content}/articles/b.md:4:9 · không có tác giả “XYZ” · dùng một tên trong authors.yaml: BTT, Ban Biên tập [ten-la]`,
    `${content}/articles/b.md:2:22 · “kêt” không phải là âm tiết tiếng Việt · có phải là “kết” hay “kệt”? [am-tiet]`,
  ]);
  expect(stdout + stderr).not.toContain('\u001B');
});

test('the build fails with the same lines as the check', async () => {
  const content = contentFolder({ 'articles/a.md': misspelt, 'articles/b.md': unsigned });
  const checked = linesOf((await runInProcess('check', { CONTENT_DIR: content })).stdout).slice(0, 2);
  const output = join(temporaryFolder(), 'site');
  const built = runScript('build', { CONTENT_DIR: content, OUTPUT_DIR: output });
  expect(built.status).toBe(1);
  expect(linesOf(built.stdout)).toEqual(checked);
  expect(existsSync(output)).toBe(false);
});

test('items that are hidden from readers are reported with the reason', async () => {
  const later = validArticle
    .replace('Hội nghị', 'Họp báo')
    .replace('2026-11-23', '2026-12-01 08:30')
    .replace('họp', 'mở');
  const content = contentFolder({
    'articles/nhap.md': validArticle.replace('author:', 'draft: true\nauthor:'),
    'articles/hen.md': later.replace('Các hội', 'Mọi người'),
  });
  expect((await runInProcess('check', { CONTENT_DIR: content })).stderr).toContain(
    `Bạn đọc chưa thấy: 1 bản nháp (${content}/articles/nhap.md), 1 bài hẹn giờ (${content}/articles/hen.md, lúc 08:30, 01/12/2026).`,
  );
  const published = contentFolder({ 'articles/a.md': validArticle });
  expect((await runInProcess('check', { CONTENT_DIR: published })).stderr).not.toContain('Bạn đọc chưa thấy');
});

test('errors in drafts have a heading of their own and fail only the check that names the draft', async () => {
  const draft = misspelt.replace('author:', 'draft: true\nauthor:');
  const content = contentFolder({ 'articles/a.md': draft, 'articles/b.md': validArticle });
  const line = `${content}/articles/a.md:2:1 · không có mục nào tên “titel” · có phải là “title”? [muc-la]`;
  const check = (...args: string[]) => runInProcess('check', { CONTENT_DIR: content }, args);

  for (const { status, stdout, stderr } of [await check(), await check(join(content, 'articles'))]) {
    expect({ status, lines: linesOf(stdout) }).toEqual({ status: 0, lines: [line] });
    expect(stderr).toContain('Lỗi trong bản nháp, phải sửa trước khi đăng (1):');
    expect(stderr).toContain('Không có lỗi, 1 lỗi trong bản nháp, 0 lưu ý.');
  }
  const named = await check(join(content, 'articles', 'a.md'));
  expect({ status: named.status, lines: linesOf(named.stdout) }).toEqual({ status: 1, lines: [line] });
  expect(named.stderr).toContain('1 lỗi cần sửa, 0 lưu ý.');
  expect((await check(join(content, 'articles', 'b.md'))).status).toBe(0);
  expect(JSON.parse((await check('--json')).stdout)).toMatchObject([{ level: 'error', inDraft: true, rule: 'muc-la' }]);

  const built = runScript('build', { CONTENT_DIR: content, OUTPUT_DIR: join(temporaryFolder(), 'site') });
  expect({ status: built.status, lines: linesOf(built.stdout)[0] }).toEqual({ status: 0, lines: line });
  expect(built.stderr).toContain('Lỗi trong bản nháp, phải sửa trước khi đăng (1):');
});

test('--fix repairs front matter, and running it again changes nothing', async () => {
  const content = contentFolder({
    'articles/a.md': `\uFEFF\n${misspelt}`.replace('author:', 'published: false\ncover: ""\nauthor:'),
    'articles/b.md': validArticle.replace('2026-11-23', '1/11/2026 8:30 PM').replace('Hội nghị', 'Họp: hội nghị'),
  });
  const fix = () => runInProcess('check', { CONTENT_DIR: content }, ['--fix']);
  await fix();
  expect((await fix()).stderr).not.toContain('Đã sửa');
  expect(readFileSync(join(content, 'articles/a.md'), 'utf8')).toBe(
    validArticle.replace('author:', 'draft: true\nauthor:'),
  );
  const text = readFileSync(join(content, 'articles/b.md'), 'utf8');
  expect(text).toContain('title: "Họp: hội nghị tổng kết năm"\ndate: 2026-11-01 20:30\n');
});

test('warnings alone are no failure', async () => {
  const content = contentFolder({ 'articles/a.md': unsigned.replace('XYZ', 'BTT') });
  expect((await runInProcess('check', { CONTENT_DIR: content })).status).toBe(0);
});

test('the fixture newsroom has exactly its three intended warnings', async () => {
  const findings = await checkFolder(fixtureNewsroom);
  expect(findings.map(({ level, rule }) => `${level} ${rule}`)).toEqual([
    'warning tieu-de-dai',
    'warning bom',
    'warning nfd',
  ]);
});

test('with paths as arguments only their findings are printed; the others are counted', async () => {
  const content = contentFolder({ 'articles/a.md': misspelt, 'articles/b.md': unsigned });
  const { status, stdout, stderr } = await runInProcess('check', { CONTENT_DIR: content }, [
    join(content, 'articles/a.md'),
  ]);
  expect(status).toBe(1);
  expect(linesOf(stdout)).toHaveLength(1);
  expect(stderr).toContain('(và 1 lỗi ở những tệp khác)');
  expect(
    (await runInProcess('check', { CONTENT_DIR: content }, [join(content, 'questions/khong-co.md')])).stderr,
  ).toContain('Không thấy');
});

test('--json prints the same findings as JSON', async () => {
  const content = contentFolder({ 'articles/a.md': misspelt });
  expect(JSON.parse((await runInProcess('check', { CONTENT_DIR: content }, ['--json'])).stdout)).toEqual([
    {
      rule: 'muc-la',
      level: 'error',
      path: `${content}/articles/a.md`,
      line: 2,
      column: 1,
      message: 'không có mục nào tên “titel” · có phải là “title”? [muc-la]',
    },
  ]);
});

test('on GitHub Actions findings are printed as workflow commands', async () => {
  const content = contentFolder({ 'articles/a.md': misspelt, 'articles/b.md': unsigned.replace('XYZ', 'BTT') });
  expect(linesOf((await runInProcess('check', { CONTENT_DIR: content, GITHUB_ACTIONS: 'true' })).stdout)).toEqual([
    `::error file=${content}/articles/a.md,line=2,col=1,title=muc-la::không có mục nào tên “titel” · có phải là “title”? [muc-la]`,
    expect.stringMatching(/^::warning file=.*b\.md,line=2,col=22,title=am-tiet::/),
  ]);
});

test('--codequality without the name of a JSON file says so, and overwrites no article', () => {
  const content = contentFolder({ 'articles/a.md': validArticle });
  for (const args of [['--codequality'], ['--codequality', join(content, 'articles/a.md')]]) {
    const { status, stderr } = runScript('check', { CONTENT_DIR: content }, args);
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^--codequality cần tên một tệp \.json /)]);
  }
  expect(readFileSync(join(content, 'articles/a.md'), 'utf8')).toBe(validArticle);
});

test('an address of the deployed site that is gone is an error', async () => {
  const content = contentFolder({ 'articles/moi.md': validArticle });
  const sitemap = join(temporaryFolder(), 'sitemap.xml');
  writeFileSync(sitemap, '<urlset>\n<url><loc>https://example.org/bai-viet/cu/</loc></url>\n</urlset>\n');
  const { status, stdout } = await runInProcess('check', { CONTENT_DIR: content }, ['--against', sitemap]);
  expect(status).toBe(1);
  expect(stdout).toContain(`${sitemap}:2:6 · /bai-viet/cu/ đã đăng, nay không còn · `);
  // The parts of a large sitemap are looked up beside the index file.
  const index = sitemap.replace('sitemap.xml', 'index.xml');
  const part = 'https://example.org/kho/sitemap.xml';
  writeFileSync(index, `<sitemapindex>\n<sitemap><loc>${part}</loc></sitemap>\n</sitemapindex>\n`);
  expect(deployedSitemaps(index)).toEqual(deployedSitemaps(sitemap));
  writeFileSync(
    index,
    `<sitemapindex>\n<sitemap><loc>${part.replace('map', 'map-2')}</loc></sitemap>\n</sitemapindex>\n`,
  );
  expect(() => deployedSitemaps(index)).toThrow('sitemap-2.xml”: chép cả tệp');
  // The file is there but has another error: only that error is reported.
  const broken = contentFolder({ 'articles/cu.md': misspelt });
  expect(await checkFolder(broken, readFileSync(sitemap, 'utf8'))).toHaveLength(1);
});

test('--fix fixes what it can, prints each change, keeps line endings, and reports the remaining findings', async () => {
  const text = `\uFEFF${validArticle.replace('báo cáo', 'báo cáo , và  bàn')}`.replaceAll('\n', '\r\n');
  const content = contentFolder({ 'articles/a.md': text, 'articles/b.md': misspelt });
  const { stderr, stdout } = await runInProcess('check', { CONTENT_DIR: content }, ['--fix']);
  expect(linesOf(stderr).slice(0, 3)).toEqual([
    expect.stringMatching(/a\.md:1:1 · bỏ dấu BOM ở đầu tệp$/),
    expect.stringMatching(/a\.md:10:\d+ · “.*” → “.*”$/),
    expect.stringMatching(/a\.md:10:\d+ · “.*” → “.*”$/),
  ]);
  expect(readFileSync(join(content, 'articles/a.md'), 'utf8')).toBe(
    validArticle.replace('báo cáo', 'báo cáo, và bàn').replaceAll('\n', '\r\n'),
  );
  expect(linesOf(stdout)).toHaveLength(1);
});

test('an unknown option prints the usage', async () => {
  const { status, stderr } = await runInProcess('check', {}, ['--sua']);
  expect(status).toBe(1);
  expect(stderr).toContain('Cách dùng: npm run check');
});

test('JavaScript front matter is never executed', async () => {
  const proof = join(temporaryFolder(), 'ran');
  const content = contentFolder({
    'articles/a.md': `---js\n{ title: require('fs').writeFileSync(${JSON.stringify(proof)}, 'x') }\n---\nx\n`,
  });
  await expect(buildFolder(content, join(temporaryFolder(), 'site'))).rejects.toThrow(ContentError);
  expect(existsSync(proof)).toBe(false);
});

test('a picture that cannot be decoded is reported with its path', async () => {
  const content = contentFolder({
    'articles/a.md': `${validArticle}\n![Đại biểu biểu quyết](anh.jpg)\n`,
    'articles/anh.jpg': 'không phải ảnh',
  });
  const errors = (await checkFolder(content)).filter(({ level }) => level === 'error');
  expect(formatReport(errors, 'lines')).toContain('anh.jpg:1:1 · không đọc được ảnh này · ');
});

test('a picture outside the folder of its article is not accepted', async () => {
  const content = contentFolder({ 'articles/a.md': `${validArticle}\n![Bí mật](../anh.jpg)\n`, 'anh.jpg': 'x' });
  expect(formatReport(await checkFolder(content), 'lines')).toContain(
    'a.md:12:11 · không thấy ảnh “../anh.jpg” cạnh bài',
  );
});

test('a failed build leaves the previous site untouched', async () => {
  const output = join(temporaryFolder(), 'site');
  await buildFolder(contentFolder({}), output);
  const before = readFileSync(join(output, 'index.html'), 'utf8');
  await expect(buildFolder(contentFolder({ 'articles/a.md': 'x' }), output)).rejects.toThrow(ContentError);
  expect(readFileSync(join(output, 'index.html'), 'utf8')).toBe(before);
});

test('a folder with unrelated files is never overwritten', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'anh-cuoi.jpg'), 'x');
  await expect(buildFolder(contentFolder({}), folder)).rejects.toThrow(SettingsError);
  expect(readFileSync(join(folder, 'anh-cuoi.jpg'), 'utf8')).toBe('x');
});

test('a file saved during the check is reported as changed and checked again', () => {
  const file = 'articles/2026/2026-11-23-hoi-nghi.md';
  const CONTENT_DIR = contentFolder({ [file]: `${validArticle}\nMột đoạn.\n` });
  const environment = {
    CONTENT_DIR,
    MEMORY_DIR: temporaryFolder(),
    NODE_OPTIONS: appendAfterReadsNodeOptions(file, 1),
  };
  const { status, stderr } = runScript('check', environment);
  expect(stderr).toMatch(/hoi-nghi\.md vừa đổi giữa chừng: kiểm tra lại từ đầu\.\nKhông có lỗi, 0 lưu ý\./);
  expect(status).toBe(0);
});
