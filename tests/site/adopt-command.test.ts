import { globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { runScript } from '#bench/fixtures/run-script.ts';
import { checkFolder } from '#site/guide/check-folder.ts';
import { projectRoot } from '#site/settings.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { buildAndReadSite } from './build-and-read-site.ts';

const name = 'Hội Làm vườn tỉnh Mẫu';
const address = 'Số 2 đường Hoa Mai, phường Một, tỉnh Mẫu';
const picture = join(projectRoot, 'tests', 'fixtures', 'anh-thu.jpg');

/** What only the site of this repository says: its name, address and numbers, and the words of its article. */
function ownWords(): readonly string[] {
  const { telephones, address: ownAddress } = parse(readFileSync(join(projectRoot, 'content', 'site.yaml'), 'utf8'));
  const [article = ''] = globSync('content/articles/2018/*.md', { cwd: projectRoot });
  return [
    ...['Thái Bình', 'thai-binh', 'THÁI BÌNH', 'Liên hiệp', '0227'],
    ...telephones.flatMap(({ text, dial }: { text: string; dial: string }) => [text, dial]),
    ...ownAddress.split(/[,-]/).map((part: string) => part.trim()),
    /title: (.*)/.exec(readFileSync(join(projectRoot, article), 'utf8'))?.[1] ?? '',
  ].filter((word) => word.length > 3);
}

test('another organisation gets a valid content folder, and no word of ours is in its site', async () => {
  const folder = join(temporaryFolder(), 'noi-dung');
  const { status, stdout } = runScript('adopt', {}, [
    ...[folder, '--name', name, '--address', address, '--telephone', '0123.456.789, 0123 987 654'],
    ...['--email', 'hoi@vi-du.vn', '--accent', '#00563f'],
  ]);
  expect(status).toBe(0);
  expect(stdout).toContain(`Đã viết nội dung đầu tiên vào ${folder}.`);
  expect(await checkFolder(folder)).toEqual([]);
  expect(parse(readFileSync(join(folder, 'site.yaml'), 'utf8'))).toMatchObject({
    shortName: name,
    copyright: 'HỘI LÀM VƯỜN TỈNH MẪU',
    telephones: [
      { text: '0123.456.789', dial: '0123456789' },
      { text: '0123 987 654', dial: '0123987654' },
    ],
  });
  const site = await buildAndReadSite(folder, { SITE_URL: 'https://vi-du.vn' });
  const words = ownWords();
  expect(words.length).toBeGreaterThan(10);
  for (const [path, bytes] of site)
    for (const word of words) expect(bytes.includes(word), `“${word}” in ${path}`).toBe(false);
  expect(site.get('index.html')?.toString()).toContain('Chưa có bài viết nào.');
  expect(site.get('lien-he/index.html')?.toString()).toContain('mailto:hoi@vi-du.vn');
});

test('it asks for each fact, and again after an answer that site.yaml would not take', () => {
  const folder = join(temporaryFolder(), 'noi-dung');
  const answers = [
    '',
    name.toUpperCase(),
    name,
    '',
    address,
    '3731947',
    '',
    'không có',
    '',
    '#ffcc00',
    '',
    '/khong/co.png',
    `"${picture}"`,
  ];
  const { status, stdout } = runScript('adopt', {}, [folder], `${answers.join('\n')}\n`);
  expect(status).toBe(0);
  for (const sentence of [
    'tên tổ chức (name) để trống',
    'tên viết hoa cả câu thì khó đọc',
    `(Enter: ${name}):`,
    'số điện thoại không gọi được',
    'email không đúng dạng',
    'viết “#614e00”',
    'không thấy tệp “/khong/co.png”',
  ])
    expect(stdout).toContain(sentence);
  expect(readFileSync(join(folder, 'site.yaml'), 'utf8')).toContain('\nlogo: anh-thu.jpg\n');
  expect(readdirSync(folder)).toContain('anh-thu.jpg');
});

test.each([
  ['an answer is missing', ['--name', name], '', 'Chưa tạo tệp nào: đã dừng giữa chừng.'],
  ['a value is wrong', ['--name', name, '--address', address, '--email', 'x'], '', '--email: email không đúng dạng'],
  [
    'the logo is no picture',
    ['--name', name, '--address', address, '--logo', import.meta.filename],
    '',
    'Chưa tạo tệp nào',
  ],
])('nothing is created when %s', (_, options, input, message) => {
  const folder = temporaryFolder();
  const { status, stderr } = runScript('adopt', {}, [join(folder, 'noi-dung'), ...options], input);
  expect(stderr).toContain(message);
  expect(status).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
});

test('no folder with files is written to', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'cu.txt'), 'cũ');
  const { status, stderr } = runScript('adopt', {}, [folder, '--name', name, '--address', address]);
  expect(status).toBe(1);
  expect(stderr).toContain('đã có tệp: chọn một thư mục mới, không gì bị viết đè');
  expect(readdirSync(folder)).toEqual(['cu.txt']);
});
