import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { BuildCache } from '#site/cache/build-cache.ts';
import { checkPictures } from '#site/check/check-pictures.ts';
import { formatFinding } from '#site/finding.ts';
import { pictureVariants } from '#site/pictures/picture-variants.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

/** A picture without a pattern that an encoder could use; always the same. */
function noise(width: number, height: number): Sharp {
  const bytes = createHash('shake256', { outputLength: width * height * 3 }).digest();
  return sharp(bytes, { raw: { width, height, channels: 3 } });
}

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: 'red' }, limitInputPixels: false });

/** The findings for a file with these bytes, without its path. */
async function findingsFor(bytes: Uint8Array | string, name = 'anh.jpg'): Promise<string[]> {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, bytes);
  const findings = await checkPictures([file], BuildCache.inMemory());
  return findings.map((found) => formatFinding(found).replace(/^.*?:1:1 · /, ''));
}

/** An animation of three frames. */
function animation(format: 'gif' | 'webp'): Promise<Buffer> {
  const frames = Buffer.concat([0, 128, 255].map((value) => Buffer.alloc(20 * 20 * 3, value)));
  const raw = { width: 20, height: 60, channels: 3, pageHeight: 20 } as const;
  return sharp(frames, { raw })
    .toFormat(format, { loop: 0, delay: [100, 100, 100] })
    .toBuffer();
}

describe.each(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)('a picture in %s, whatever its name', (format) => {
  test('is good', async () => {
    expect(await findingsFor(await noise(60, 40).toFormat(format).toBuffer())).toEqual([]);
  });

  test.each([0.3, 0.6, 0.99])('is refused if it ends after %d of its bytes', async (share) => {
    const bytes = await noise(120, 80).toFormat(format).toBuffer();
    expect(await findingsFor(bytes.subarray(0, bytes.length * share))).toEqual([
      'không đọc được ảnh này: tệp bị hỏng hoặc chép chưa xong · chép lại ảnh gốc vào đây [anh]',
    ]);
  });
});

test('the check refuses what the build cannot encode, and nothing else, apart from drawings', async () => {
  const folder = temporaryFolder();
  const jpeg = await noise(300, 200).jpeg({ progressive: true }).toBuffer();
  const pictures: [string, Buffer][] = [
    ['dai.png', await plain(100, 16_384).png().toBuffer()],
    ['dai-nam-ngang.jpg', await plain(16_400, 480).withMetadata({ orientation: 6 }).jpeg().toBuffer()],
    ['vua.png', await plain(100, 16_383).png().toBuffer()],
    ['rong-mot-diem.png', await plain(1, 3000).png().toBuffer()],
    ['cao-mot-diem.png', await plain(3000, 1).png().toBuffer()],
    ['bon-mau.jpg', await noise(60, 40).toColourspace('cmyk').jpeg().toBuffer()],
    ['du-o-cuoi.jpg', Buffer.concat([jpeg, Buffer.alloc(5000)])],
    ['dut.jpg', jpeg.subarray(0, jpeg.length * 0.7)],
    ['trong.jpg', Buffer.of()],
    ['chu.jpg', Buffer.from('không phải ảnh')],
  ];
  for (const [name, bytes] of pictures) {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    mkdirSync(join(folder, 'variants'), { recursive: true });
    const findings = await checkPictures([file], BuildCache.inMemory());
    const isEncoded = await pictureVariants(file, join(folder, 'variants')).then(
      () => true,
      () => false,
    );
    expect(findings.length === 0, name).toBe(isEncoded);
  }
});

test('every damaged picture is told at once', async () => {
  const folder = temporaryFolder();
  const files = Array.from({ length: 20 }, (_, number) => join(folder, `${number}.jpg`));
  for (const file of files) writeFileSync(file, 'không phải ảnh');
  expect(await checkPictures(files, BuildCache.inMemory())).toHaveLength(20);
});

test('a picture with too many pixels is to be made smaller, a long one to be cut', async () => {
  // The header alone says how large a PNG is: width and height, then 5 bytes and a CRC.
  const huge = await plain(20, 20).png().toBuffer();
  huge.writeUInt32BE(17_000, 16);
  huge.writeUInt32BE(17_000, 20);
  huge.writeUInt32BE(crc32(huge.subarray(12, 29)), 29);
  expect(await findingsFor(huge)).toEqual([
    'ảnh quá lớn (17.000 × 17.000 điểm ảnh) · thu nhỏ, mỗi chiều không quá 3.840 điểm ảnh, rồi chép đè lên tệp cũ [anh]',
  ]);
  expect(await findingsFor(await plain(800, 20_000).png().toBuffer())).toEqual([
    'ảnh quá dài (800 × 20.000 điểm ảnh) · cắt thành nhiều ảnh ngắn hơn [anh]',
  ]);
  // Its largest variant is 480 pixels wide.
  expect(await findingsFor(await plain(500, 16_400).png().toBuffer())).toEqual([]);
});

test('what is no picture is named by its bytes', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><path d="M0 0h9v9z"/></svg>';
  const heic = Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1');
  for (const [bytes, message] of [
    [svg, 'ảnh này là hình vẽ SVG'],
    [`<?xml version="1.0"?>\n<!-- Inkscape -->\n${svg}`, 'ảnh này là hình vẽ SVG'],
    [heic, 'ảnh này là ảnh HEIC (của iPhone), nhiều máy không mở được · gửi ảnh qua Zalo'],
    ['', 'tệp ảnh này trống (0 byte)'],
    ['<!DOCTYPE html>\n<title>Đăng nhập</title>', 'đây là một trang web (HTML), không phải ảnh'],
    ['version https://git-lfs.github.com/spec/v1\noid sha256:0\n', 'đây là con trỏ của Git LFS, không phải ảnh'],
    ['không phải ảnh', 'không đọc được ảnh này · mở ảnh trên máy, lưu lại dạng JPG'],
  ] as const)
    expect(await findingsFor(bytes, 'anh.png')).toEqual([expect.stringContaining(message)]);
});

test('of an animation only the first frame is shown, whatever its format and name', async () => {
  const message = expect.stringMatching(/^ảnh động này chỉ hiện hình đầu tiên · .* \[anh-dong\]$/);
  expect(await findingsFor(await animation('gif'), 'anh.gif')).toEqual([message]);
  expect(await findingsFor(await animation('webp'), 'anh.png')).toEqual([message]);
  const png = await noise(20, 20).png().toBuffer();
  // The chunk that announces the frames of an animated PNG, with its length and CRC, after the header.
  const chunk = Buffer.from('000000086163544C0000000200000000F38D9370', 'hex');
  expect(await findingsFor(Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]), 'anh.png')).toEqual([
    message,
  ]);
});

test('a JPEG whose end is filled with zeros is told, one with zeros after its end is not', async () => {
  const jpeg = await noise(600, 400).jpeg().toBuffer();
  expect(await findingsFor(Buffer.from(jpeg).fill(0, Math.floor(jpeg.length / 2)))).toEqual([
    expect.stringMatching(/^phần cuối của ảnh này bị mất, .* \[ruot-tep\]$/),
  ]);
  expect(await findingsFor(Buffer.concat([jpeg, Buffer.alloc(2000)]))).toEqual([]);
});

describe('a photograph as it came from the camera', () => {
  const withPosition = (picture: Sharp, latitude = '20/1 27/1 0/1') =>
    picture.withExif({
      IFD0: { Make: 'Máy ảnh' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: latitude, GPSLongitudeRef: 'E', GPSLongitude: '106/1 20/1 0/1' },
    });

  test.each(['jpeg', 'png', 'webp', 'avif'] as const)('is told if it says where it was taken: %s', async (format) => {
    const bytes = await withPosition(noise(60, 40)).toFormat(format).toBuffer();
    expect(await findingsFor(bytes)).toEqual([
      'ảnh ghi nơi chụp (vị trí GPS) · gửi bản gốc trước (npm run send), rồi chạy npm run check -- --fix để xóa nơi chụp; nơi ấy phải giữ kín thì đừng gửi, hỏi người quản trị [noi-chup]',
    ]);
  });

  test('is told if an editing program wrote the position', async () => {
    const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description exif:GPSLatitude="20,27N"/></x:xmpmeta>';
    expect(await findingsFor(await noise(60, 40).withXmp(xmp).jpeg().toBuffer())).toHaveLength(1);
  });

  test('is good with other metadata, or with GPS fields of a camera that found no position', async () => {
    expect(
      await findingsFor(
        await noise(60, 40)
          .withExif({ IFD0: { Make: 'Máy ảnh' } })
          .jpeg()
          .toBuffer(),
      ),
    ).toEqual([]);
    const zero = await withPosition(noise(60, 40), '0/0 0/0 0/0').jpeg().toBuffer();
    expect(await findingsFor(zero)).toEqual([]);
  });

  test('is not said to be mended by --fix if it is an animation', async () => {
    const heavy = Buffer.concat([await animation('gif'), Buffer.alloc(8_000_000)]);
    expect(await findingsFor(heavy)).toContain(
      'ảnh nặng 8,0 MB · mở ảnh trên máy, thu nhỏ rồi chép đè lên tệp cũ [anh-nang]',
    );
  });

  test('is not said to be mended by --fix if it is small and stays heavy', async () => {
    const heavy = await noise(1800, 1700).png({ compressionLevel: 0 }).toBuffer();
    expect(await findingsFor(heavy)).toEqual([
      'ảnh nặng 9,2 MB · không thu nhỏ thêm được: lưu ảnh dạng JPG, rồi sửa tên ảnh trong bài [anh-nang]',
    ]);
  });

  test('is told if it is heavy, with its position in the same finding', async () => {
    const heavy = Buffer.concat([await withPosition(noise(60, 40)).jpeg().toBuffer(), Buffer.alloc(8_000_000)]);
    expect(await findingsFor(heavy)).toEqual([
      expect.stringMatching(/^ảnh nặng 8,0 MB và ghi nơi chụp \(vị trí GPS\) · .* để thu nhỏ \[anh-nang\]$/),
    ]);
  });
});

test('an unchanged picture is not read again, and its findings are told again', async () => {
  const file = join(temporaryFolder(), 'anh.gif');
  writeFileSync(file, await animation('gif'));
  const cache = BuildCache.inMemory();
  // A file that changed within the last two seconds is always read.
  await new Promise((resolve) => setTimeout(resolve, 2100));
  const first = await checkPictures([file], cache);
  const next = cache.forNextBuild();
  expect([...(next.get<ReadonlyMap<string, unknown>>('checked pictures') ?? new Map()).keys()]).toEqual([file]);
  expect(await checkPictures([file], next)).toEqual(first);
});
