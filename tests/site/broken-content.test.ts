import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '#site/settings.ts';
import { run } from '../run-build.ts';

function contentWith(files: Record<string, string | Buffer>): string {
  const folder = mkdtempSync(join(tmpdir(), 'content-'));
  cpSync(join(root, 'content'), folder, { recursive: true });
  mkdirSync(join(folder, 'articles', '2020'), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'articles', '2020', name), text);
  return folder;
}

const good = 'title: Bài thử\ndate: 2020-01-01\nauthor: BTT\ncategory: Tin tức - sự kiện\n';
const file = (frontMatter: string, body = 'Lời dẫn.') => `---\n${frontMatter}---\n\n${body}\n`;

test.each([
  ['a misspelt key', file(good.replace('title', 'titel')), '2:1 · không có mục nào tên “titel” · có phải là “title”?'],
  [
    'a missing title',
    file(good.replace(/title.*\n/, '')),
    '2:1 · thiếu tiêu đề (title) · thêm dòng “title: "Tiêu đề bài"”',
  ],
  [
    'an impossible day',
    file(good.replace('2020-01-01', '2018-06-31')),
    '3:7 · ngày đăng (date) “2018-06-31” không phải là ngày có thật',
  ],
  [
    'an impossible month',
    file(good.replace('2020-01-01', '2012-13-45')),
    '3:7 · ngày đăng (date) “2012-13-45” không phải là ngày có thật',
  ],
  [
    'a date as people write it',
    file(good.replace('2020-01-01', '20/06/2018')),
    '3:7 · ngày đăng (date) “20/06/2018” chưa đúng dạng năm-tháng-ngày · viết 2018-06-20',
  ],
  ['an unquoted colon', file(good.replace('Bài thử', 'Hội nghị: tổng kết')), '2:8 · dấu hai chấm'],
  ['a title cut at #', file(good.replace('Bài thử', 'Giải thưởng #5')), '2:8 · phần “#5” sau dấu # sẽ bị bỏ mất'],
  ['a duplicate key', file(`${good}title: Khác\n`), '6:1 · mục này đã có ở trên'],
  [
    'an unknown category',
    file(good.replace('sự kiện', 'sự kiên')),
    '5:11 · không có chuyên mục “Tin tức - sự kiên” · có phải là “Tin tức - sự kiện”?',
  ],
  ['an unknown author', file(good.replace('BTT', 'BTB')), '4:9 · không có tác giả “BTB” · có phải là “BTT”?'],
  ['a picture without alt', file(good, 'Lời dẫn.\n\n![](anh.jpg)'), '10:1 · ảnh “anh.jpg” chưa có mô tả'],
  [
    'a picture that is not there',
    file(good, 'Lời dẫn.\n\n![Ảnh hội nghị](anh.jpg)'),
    '10:1 · không thấy ảnh “anh.jpg”',
  ],
  [
    'a link to a page that is not there',
    file(good, 'Lời dẫn.\n\nXem [ở đây](/khong-co/).'),
    '10:1 · liên kết /khong-co/ không dẫn tới trang nào',
  ],
  [
    'script in the body',
    file(good, 'Lời dẫn.\n\n<script>alert(1)</script>'),
    '10:1 · thẻ <script> không được dùng trong bài',
  ],
  ['front matter in JavaScript', file(good).replace('---', '---js'), '1:1 · phần đầu bài không nhận “---js”'],
  ['front matter that never ends', `---\n${good}`, '1:1 · phần đầu bài chưa có dòng ---'],
  ['no lead', file(good, '## Đề mục'), ' · bài chưa có lời dẫn'],
  [
    'an update without a note',
    file(`${good}updated: 2020-01-02\n`),
    '6:10 · có ngày cập nhật nhưng chưa nói đã sửa gì',
  ],
  ['a file that is not UTF-8', Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe]), '1:1 · tệp không phải UTF-8'],
])('%s stops the build and says where and what to do', (_, text, expected) => {
  const content = contentWith({ '2020-01-01-bai-thu.md': text });
  const { status, stdout } = run('check', { CONTENT_DIR: content });
  expect(status).toBe(1);
  expect(stdout).toContain(`2020-01-01-bai-thu.md:`);
  expect(stdout).toContain(expected);
});

test('all errors of all files are listed, one line each, without colour', () => {
  const content = contentWith({
    'a.md': file(good.replace('title', 'titel')),
    'b.md': file(good.replace('BTT', 'XYZ')),
  });
  const { stdout } = run('check', { CONTENT_DIR: content });
  expect(stdout.trim().split('\n')).toHaveLength(3);
  expect(stdout).not.toContain('\u001B');
});

test('front matter in JavaScript is never run', () => {
  const proof = join(mkdtempSync(join(tmpdir(), 'proof-')), 'ran');
  const content = contentWith({
    'a.md': `---js\n{ title: require('fs').writeFileSync(${JSON.stringify(proof)}, 'x') }\n---\nx\n`,
  });
  expect(run('build', { CONTENT_DIR: content, OUTPUT_DIR: join(content, '..', 'ra-js') }).status).toBe(1);
  expect(() => readFileSync(proof)).toThrow();
});

test('a picture that cannot be decoded is named', () => {
  const content = contentWith({
    'a.md': file(good, 'Lời dẫn.\n\n![Ảnh hội nghị](anh.jpg)'),
    'anh.jpg': Buffer.from('không phải ảnh'),
  });
  const { status, stdout } = run('check', { CONTENT_DIR: content });
  expect(status).toBe(1);
  expect(stdout).toContain('anh.jpg:1:1 · không đọc được ảnh này · ');
});

test('a picture outside the folder of its article is not taken', () => {
  const content = contentWith({ 'a.md': file(good, 'Lời dẫn.\n\n![Ảnh hội nghị](../../site.yaml)') });
  expect(run('check', { CONTENT_DIR: content }).stdout).toContain(
    'a.md:10:1 · “../../site.yaml” không phải là ảnh dùng được',
  );
});

test('two files wanting one address are both named', () => {
  const content = contentWith({ '2020-01-01-bai.md': file(good), '2020-02-02-bai.md': file(good) });
  const { status, stdout } = run('check', { CONTENT_DIR: content });
  expect(status).toBe(1);
  expect(stdout).toMatch(/2020-01-01-bai\.md:1:1 · địa chỉ \/bai-viet\/bai\/ đã là của .*2020-02-02-bai\.md/);
});

test('a failed build leaves the last good site untouched', () => {
  const output = join(mkdtempSync(join(tmpdir(), 'site-')), 'site');
  expect(run('build', { OUTPUT_DIR: output }).status).toBe(0);
  const before = readFileSync(join(output, 'index.html'), 'utf8');
  expect(run('build', { OUTPUT_DIR: output, CONTENT_DIR: contentWith({ 'a.md': 'x' }) }).status).toBe(1);
  expect(readFileSync(join(output, 'index.html'), 'utf8')).toBe(before);
});

test('a folder that holds other things is never overwritten', () => {
  const folder = mkdtempSync(join(tmpdir(), 'photos-'));
  writeFileSync(join(folder, 'anh-cuoi.jpg'), 'x');
  expect(run('build', { OUTPUT_DIR: folder }).status).toBe(1);
  expect(readFileSync(join(folder, 'anh-cuoi.jpg'), 'utf8')).toBe('x');
});
