import { expect, test } from 'vitest';
import { hasPosition } from '#site/pictures/has-position.ts';

/** Exif data with one GPS field: tag 2 is the latitude, three numbers as numerator and denominator. */
function exif(order: 'II' | 'MM', tag: number, latitude: readonly number[]): Buffer {
  const little = order === 'II';
  const tiff = new DataView(new ArrayBuffer(44 + latitude.length * 4));
  tiff.setUint16(0, little ? 0x4949 : 0x4d4d);
  tiff.setUint16(2, 42, little);
  tiff.setUint32(4, 8, little);
  const directory = (offset: number, entryTag: number, type: number, count: number, value: number) => {
    tiff.setUint16(offset, 1, little);
    tiff.setUint16(offset + 2, entryTag, little);
    tiff.setUint16(offset + 4, type, little);
    tiff.setUint32(offset + 6, count, little);
    tiff.setUint32(offset + 10, value, little);
  };
  directory(8, 0x8825, 4, 1, 26);
  directory(26, tag, 5, 3, 44);
  for (const [index, number] of latitude.entries()) tiff.setUint32(44 + index * 4, number, little);
  return Buffer.concat([Buffer.from('Exif\0\0'), Buffer.from(tiff.buffer)]);
}

const latitude = [20, 1, 27, 1, 0, 1];

test.each(['II', 'MM'] as const)('a latitude is found in both byte orders: %s', (order) => {
  expect(hasPosition({ exif: exif(order, 2, latitude) })).toBe(true);
  expect(hasPosition({ exif: exif(order, 2, latitude).subarray(6) })).toBe(true);
});

test('a version, or a latitude that is not known, is no position', () => {
  expect(hasPosition({ exif: exif('II', 0, latitude) })).toBe(false);
  expect(hasPosition({ exif: exif('MM', 2, [0, 0, 0, 0, 0, 0]) })).toBe(false);
  expect(hasPosition({})).toBe(false);
});

test('Exif data that ends before the latitude is no position', () => {
  const whole = exif('MM', 2, latitude);
  for (let length = 0; length < 50; length++) expect(hasPosition({ exif: whole.subarray(0, length) })).toBe(false);
});
