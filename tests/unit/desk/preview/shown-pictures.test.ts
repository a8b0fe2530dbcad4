import { expect, test } from 'vitest';
import { shownPictures } from '#desk/preview/shown-pictures.ts';

const blobUrl = (text: string) => URL.createObjectURL(new Blob([text]));
const read = async (url = '') => (await fetch(url)).text();

test('a picture stays in the preview when the CMS saves the item and revokes its URLs', async () => {
  const pictures = shownPictures();
  const [unsaved, saved] = [blobUrl('chưa lưu'), blobUrl('đã lưu')];
  const getAsset = () => ({ url: saved, toBase64: async () => '' });
  const find = () => pictures.find(`![Đại biểu](${unsaved})\n\n![Hội trường](hoi-truong.jpg)\n`, getAsset);
  const before = await find();
  for (const url of [unsaved, saved]) URL.revokeObjectURL(url);
  const after = await find();
  expect(after).toEqual(before);
  expect(after.text).not.toContain('blob:');
  const [, name = ''] = after.text.match(/\((chua-luu-[^)]+)\)/) ?? [];
  expect([await read(after.urls.get(name)), await read(after.urls.get('hoi-truong.jpg'))]).toEqual([
    'chưa lưu',
    'đã lưu',
  ]);
  pictures.revoke();
  await expect(read(after.urls.get('hoi-truong.jpg'))).rejects.toThrow();
});

test('a picture that the CMS revoked before it was read is left out', async () => {
  const unsaved = blobUrl('');
  URL.revokeObjectURL(unsaved);
  const { urls } = await shownPictures().find(`![Đại biểu](${unsaved})\n`, () => undefined);
  expect([...urls]).toEqual([]);
});
