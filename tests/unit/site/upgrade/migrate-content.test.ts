import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runScript } from '#bench/fixtures/run-script.ts';
import { contentFormat } from '#news/content-format.ts';
import { formatFinding } from '#site/finding.ts';
import { checkFolder } from '#site/guide/check-folder.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { projectRoot } from '#site/settings.ts';
import { migrateContent } from '#site/upgrade/migrate-content.ts';
import { type Migration, migrations } from '#site/upgrade/migrations.ts';
import { contentFolder } from '#tests/content-folder.ts';

const small = readFileSync(join(projectRoot, 'tests', 'fixtures', 'small', 'site.yaml'), 'utf8');
const withoutFormat = small.replace(/^format:.*\n/m, '');
const garden = withoutFormat.replace(/^name:.*\nshortName:.*\n/m, 'name: Hội Làm vườn tỉnh Mẫu\n');
const siteOf = (folder: string) => readFileSync(join(folder, 'site.yaml'), 'utf8');

test('every format from the second to the present one has its migration', () => {
  expect(migrations.map(({ to }) => to)).toEqual(Array.from({ length: contentFormat - 1 }, (_, index) => index + 2));
});

test.each([
  ['of before', withoutFormat, `nội dung còn ở dạng 1, chương trình này đọc dạng ${contentFormat}`, 1],
  ['of later', small.replace(/(\n)?format: \d+/, '# mới\n$&9'), 'nội dung đã ở dạng 29', 2],
])('content %s is not read: one error says which command brings it here', async (_, site, wrong, line) => {
  const broken = { 'articles/2026/2026-11-23-hoi-nghi.md': validArticle.replace('category:', 'chuyên:') };
  const findings = await checkFolder(contentFolder({ ...broken, 'site.yaml': site }));
  expect(findings.map(formatFinding)).toEqual([expect.stringContaining(wrong)]);
  expect(findings[0]).toMatchObject({ rule: 'dang-noi-dung', level: 'error', line });
});

test('npm run migrate writes down the short name that a site had without saying it, and only once', async () => {
  const folder = contentFolder({ 'site.yaml': `# Của hội\n${garden}` });
  const first = runScript('migrate', { CONTENT_DIR: folder });
  expect(first.stdout).toContain('  đã đổi site.yaml\n');
  expect(siteOf(folder)).toBe(
    `format: 2\n# Của hội\n${garden.replace('tỉnh Mẫu\n', 'tỉnh Mẫu\nshortName: Liên hiệp hội\n')}`,
  );
  expect(await checkFolder(folder)).toEqual([]);
  const again = runScript('migrate', { CONTENT_DIR: folder });
  expect(again.stdout).toBe('Nội dung đã ở dạng 2: không có gì phải chuyển.\n');
});

test('a site whose short name follows from its name gets nothing but the number of the format', async () => {
  const text = withoutFormat.replace(/^shortName:.*\n/m, '').replaceAll('\n', '\r\n');
  const folder = contentFolder({ 'site.yaml': text });
  expect(await migrateContent(folder, migrations)).toEqual([{ migration: migrations[0], paths: [] }]);
  expect(siteOf(folder)).toBe(`format: 2\r\n${text}`);
});

test('migrations run in their order from the format that there is, and site.yaml is written last', async () => {
  const order: string[] = [];
  const append = (to: number): Migration => ({
    to,
    description: '',
    migrateFile: (path, text) => {
      order.push(`${to} ${path}`);
      return path.endsWith('.md') ? `${text}${to}` : text;
    },
  });
  const article = 'articles/2026/a.md';
  const folder = contentFolder({ 'site.yaml': 'format: 2\nname: x\n', [article]: 'a', 'z.txt': 'z' });
  const migrated = await migrateContent(folder, [append(2), append(3), append(4)]);
  expect(migrated.map(({ migration, paths }) => [migration.to, paths])).toEqual([
    [3, [article]],
    [4, [article]],
  ]);
  expect(readFileSync(join(folder, article), 'utf8')).toBe('a34');
  expect(siteOf(folder)).toBe('format: 4\nname: x\n');
  expect(order.slice(-2)).toEqual(['3 site.yaml', '4 site.yaml']);
});

test('content of a later format is left as it is', () => {
  const folder = contentFolder({ 'site.yaml': 'format: 9\n' });
  const { status, stderr } = runScript('migrate', { CONTENT_DIR: folder });
  expect(status).toBe(1);
  expect(stderr).toContain('cập nhật chương trình theo docs/nang-cap.md');
  expect(siteOf(folder)).toBe('format: 9\n');
});
