import { expect, test } from 'vitest';
import { insertPictures, pictureLine, toggleGallery } from '#desk/body-editor/picture-lines.ts';
import { markdownParser } from '#site/markdown/markdown.ts';
import { afterEdit } from '#tests/marked-selection.ts';

const picture = { address: 'a.jpg', description: 'Hội trường', caption: '' };

test('any description and caption are those that the site reads', () => {
  const [description, caption] = ['Bảng [1] ghi\n “a]b” \\', 'Ảnh "đẹp" \\ của\nBTT'];
  const line = pictureLine({ address: 'ảnh (1).jpg', description, caption });
  const [, inline] = markdownParser().parse(line, {});
  const image = inline?.children?.[0];
  expect(image).toMatchObject({ type: 'image', content: 'Bảng \\[1\\] ghi “a\\]b” \\\\' });
  expect(image?.children?.map(({ content }) => content).join('')).toBe('Bảng [1] ghi “a]b” \\');
  expect(image?.attrGet('title')).toBe('Ảnh "đẹp" \\ của BTT');
  expect(decodeURI(String(image?.attrGet('src')))).toBe('ảnh (1).jpg');
});

test('several pictures stand by themselves, or in a gallery', () => {
  const two = [picture, { ...picture, address: 'b.jpg' }];
  const inserted = (asGallery: boolean) => afterEdit('một‸', (selection) => insertPictures(selection, two, asGallery));
  expect(inserted(false)).toBe('một\n\n![Hội trường](a.jpg)\n\n![Hội trường](b.jpg)\n\n‸');
  expect(inserted(true)).toBe('một\n\n::: gallery\n![Hội trường](a.jpg)\n![Hội trường](b.jpg)\n:::\n\n‸');
});

test.each([
  ['::: gallery\n![x](x.jpg)‸\n:::', '::: gallery\n![x](x.jpg)\n![Hội trường](a.jpg)‸\n:::'],
  ['::: gallery\n![x](x.jpg)\n::‸:', '::: gallery\n![x](x.jpg)\n![Hội trường](a.jpg)‸\n:::'],
  ['::: gall‸ery\n:::', '::: gallery\n![Hội trường](a.jpg)‸\n:::'],
])('a picture in a gallery is a line of it: %j', (before, after) => {
  expect(afterEdit(before, (selection) => insertPictures(selection, [picture], false))).toBe(after);
});

test('selected pictures become a gallery, a gallery single pictures', () => {
  const single = 'a\n\n⟦![x](x.jpg)\n\n![y](y.jpg)⟧\n\nb';
  const gallery = 'a\n\n⟦::: gallery\n![x](x.jpg)\n![y](y.jpg)\n:::⟧\n\nb';
  expect(afterEdit(single, toggleGallery)).toBe(gallery);
  expect(afterEdit(gallery, toggleGallery)).toBe(single);
  expect(afterEdit(gallery.replace('⟦', '').replace('y.jpg)\n:::⟧', 'y‸.jpg)\n:::'), toggleGallery)).toBe(single);
  expect(afterEdit('⟦a\n![x](x.jpg)⟧', toggleGallery)).toBeUndefined();
  expect(afterEdit('‸', toggleGallery)).toBeUndefined();
});
