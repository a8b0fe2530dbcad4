import sharp from 'sharp';
import { expect, test } from 'vitest';
import { mayHaveMetadata, pictureFormat } from '#desk/body-editor/picture-format.ts';

const drawn = () => sharp({ create: { width: 8, height: 8, channels: 3, background: '#3a6' } });
const place = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '20/1 27/1 0/1' } };

test.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('%s is told by its bytes, with its data', async (format) => {
  const plain = await drawn().toFormat(format).toBuffer();
  expect(pictureFormat(plain)).toBe(format);
  expect(mayHaveMetadata(plain, format)).toBe(false);
  if (format === 'gif') return;
  const placed = await drawn().withExif(place).toFormat(format).toBuffer();
  expect(mayHaveMetadata(placed, format)).toBe(true);
});

test('formats that the site does not show are told too', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  expect(pictureFormat(bytes('\0\0\0\x18ftypheic'))).toBe('heic');
  expect(pictureFormat(bytes('<?xml version="1.0"?>\n<svg xmlns="…">'))).toBe('svg');
  expect(pictureFormat(bytes('BM…'))).toBe('other');
  expect(mayHaveMetadata(bytes('BM…'), 'other')).toBe(true);
});
