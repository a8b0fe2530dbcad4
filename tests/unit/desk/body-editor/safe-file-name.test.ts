import { expect, test } from 'vitest';
import { safeFileName, unusedName } from '#desk/body-editor/safe-file-name.ts';

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

test('a name in use gets a number', () => {
  expect(unusedName('anh.png', new Set(['b.png']))).toBe('anh.png');
  expect(unusedName('anh.png', new Set(['anh.png', 'anh-2.png']))).toBe('anh-3.png');
});
