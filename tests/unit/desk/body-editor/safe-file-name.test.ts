import { expect, test } from 'vitest';
import { safeFileName, withUnusedNames } from '#desk/body-editor/safe-file-name.ts';

test.each([
  ['Hội nghị (1).JPG', 'hoi-nghi-1.jpg'],
  ['Đại hội.jpeg', 'dai-hoi.jpg'],
  ['会議.png', 'tep.png'],
  [`${'dài '.repeat(40)}.pdf`, `${'dai-'.repeat(15).slice(0, -1)}.pdf`],
  ['../../x\\y.docx', 'x-y.docx'],
  ['khong duoi', 'khong-duoi'],
])('the name %j is made %j', (name, safe) => {
  expect(safeFileName(name)).toBe(safe);
});

test('the extension follows the format, not the name', () => {
  expect(safeFileName('ảnh.heic', '.jpg')).toBe('anh.jpg');
});

test('a name that was used gets a number', async () => {
  const name = withUnusedNames((file) => file.name);
  const file = (called: string) => new File(['a'], called, { type: 'image/png' });
  expect(['a.png', 'b.png', 'a.png', 'a-2.png', 'a.png'].map((called) => name(file(called)))).toEqual([
    ...['a.png', 'b.png', 'a-2.png', 'a-2-2.png', 'a-3.png'],
  ]);
  const keep = withUnusedNames(async (kept) => [kept.type, await kept.text()]);
  await keep(file('a.png'));
  expect(await keep(file('a.png'))).toEqual(['image/png', 'a']);
});
