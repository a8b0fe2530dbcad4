import { expect, test } from 'vitest';
import { replacePictures, writtenPictures } from '#desk/body-editor/written-pictures.ts';

const body = [
  'Một',
  '![Bảng \\[1\\]](anh-1.jpg "Ghi \\"đẹp\\"")',
  '![](anh-2.png)',
  '![](khac.png)',
  '| ![a](anh-1.jpg) |',
].join('\n\n');

test('the pictures of an import are found once each, with what the document says about them', () => {
  expect(writtenPictures(body, new Set(['anh-1.jpg', 'anh-2.png']))).toEqual([
    { address: 'anh-1.jpg', description: 'Bảng [1]', caption: 'Ghi "đẹp"' },
    { address: 'anh-2.png', description: '', caption: '' },
  ]);
});

test('they are replaced wherever they stand, or taken out', () => {
  const first = { address: 'blob:https://a.vn/1', description: 'Hội trường', caption: '' };
  const replacements = new Map([
    ['anh-1.jpg', first],
    ['anh-2.png', undefined],
  ]);
  expect(replacePictures(body, replacements)).toBe(
    [...['Một', '![Hội trường](blob:https://a.vn/1)', '![](khac.png)'], '| ![Hội trường](blob:https://a.vn/1) |'].join(
      '\n\n',
    ),
  );
});
