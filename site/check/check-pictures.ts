import { readFile } from 'node:fs/promises';
import type { Metadata } from 'sharp';
import type { Problem } from '#news/rule.ts';
import type { BuildCache } from '#site/cache/build-cache.ts';
import type { Finding } from '#site/finding.ts';
import { largestPictureWidth } from '#site/pictures/picture-widths.ts';
import { unreadablePictureProblem } from '#site/pictures/process-pictures.ts';
import { rewrittenEncoding } from '#site/pictures/rewritten-encoding.ts';
import { type FileType, typeOfBytes } from '#site/read/file-type.ts';
import { heicRemedy, svgRemedy } from '#site/read/resolve-sibling.ts';
import { formatNumber } from '#vietnamese/count.ts';
import { inspectChangedFiles } from './inspect-changed-files.ts';
import { maxPictureSize, photoProblems } from './photo-problems.ts';
import { rewrittenPicture, smallestLongSide } from './rewritten-picture.ts';

/** Findings for picture files that cannot become the pictures of a page, or not as they are meant. */
export function checkPictures(files: Iterable<string>, cache: BuildCache): Promise<Finding[]> {
  return inspectChangedFiles('checked pictures', files, cache, pictureProblems);
}

async function pictureProblems(file: string): Promise<Problem[]> {
  // Loaded on demand, and outside the try block: a failed import is not a fault of the picture.
  const { default: sharp } = await import('sharp');
  // Not by its path: libvips would remember the picture of a file that `--fix` has replaced.
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) return [unreadablePictureProblem];
  const type = typeOfBytes(bytes);
  const otherFormat = otherFormats[type];
  if (otherFormat) return [{ rule: 'anh', ...otherFormat }];
  try {
    const metadata = await sharp(bytes, { limitInputPixels: false }).metadata();
    const size = sizeProblem(metadata);
    if (size) return [size];
    // Decodes the whole file, as the build does; a small result takes the least time.
    await sharp(bytes).resize({ width: 60, withoutEnlargement: true }).raw().toBuffer();
    return [
      ...(isFilledWithZeros(bytes, type) ? [filledWithZeros] : []),
      ...animationProblems(bytes, metadata),
      ...photoProblems(bytes.length, metadata, await staysHeavy(bytes, metadata)),
    ];
  } catch {
    return [pictureTypes.includes(type) ? damagedPicture : unreadablePictureProblem];
  }
}

/** Whether `--fix` would try in vain: only asked of a picture that has few pixels already, since it is encoded for that. */
async function staysHeavy(bytes: Buffer, metadata: Metadata): Promise<boolean> {
  if (bytes.length <= maxPictureSize || Math.max(metadata.width, metadata.height) > smallestLongSide) return false;
  return rewrittenEncoding(metadata) !== undefined && (await rewrittenPicture(bytes, true)) === undefined;
}

const pictureTypes: readonly FileType[] = ['jpeg', 'png', 'gif', 'webp', 'avif', 'tiff'];
const copyAgain = 'chép lại ảnh gốc vào đây';
const damagedPicture: Problem = {
  rule: 'anh',
  wrong: 'không đọc được ảnh này: tệp bị hỏng hoặc chép chưa xong',
  remedy: copyAgain,
};
const filledWithZeros: Problem = {
  rule: 'ruot-tep',
  wrong: 'phần cuối của ảnh này bị mất, khi tải hoặc chép chưa xong',
  remedy: copyAgain,
};

const otherFormats: { readonly [Type in FileType]?: Omit<Problem, 'rule'> } = {
  svg: { wrong: 'ảnh này là hình vẽ SVG, chưa dùng được', remedy: svgRemedy },
  heic: { wrong: 'ảnh này là ảnh HEIC (của iPhone), nhiều máy không mở được', remedy: heicRemedy },
  pointer: { wrong: 'đây là con trỏ của Git LFS, không phải ảnh', remedy: 'chạy git lfs pull để lấy ảnh thật' },
  empty: { wrong: 'tệp ảnh này trống (0 byte)', remedy: copyAgain },
  html: { wrong: 'đây là một trang web (HTML), không phải ảnh', remedy: 'tải lại ảnh từ nơi gốc' },
};

/** Whether a JPEG, whose end libjpeg does not look for, ends in zeros: space that a download reserved and did not fill. */
function isFilledWithZeros(bytes: Buffer, type: FileType): boolean {
  if (type !== 'jpeg') return false;
  const end = bytes.findLastIndex((byte) => byte !== 0);
  return end < bytes.length - 1 && bytes.readUInt16BE(end - 1) !== 0xffd9;
}

/** What sharp decodes and what its WebP encoder writes: pixels, and pixels of a side. */
const [maxPixels, maxHeight] = [0x3fff ** 2, 0x3fff];

function sizeProblem({ autoOrient: { width, height } }: Metadata): Problem | undefined {
  const wrong = `${formatNumber(width)} × ${formatNumber(height)} điểm ảnh`;
  if (width * height > maxPixels)
    return {
      rule: 'anh',
      wrong: `ảnh quá lớn (${wrong})`,
      remedy: 'thu nhỏ, mỗi chiều không quá 3.840 điểm ảnh, rồi chép đè lên tệp cũ',
    };
  return Math.floor((largestPictureWidth(width) * height) / width) > maxHeight
    ? { rule: 'anh', wrong: `ảnh quá dài (${wrong})`, remedy: 'cắt thành nhiều ảnh ngắn hơn' }
    : undefined;
}

function animationProblems(bytes: Buffer, { format, pages = 1 }: Metadata): Problem[] {
  const isAnimated = format === 'png' ? isAnimatedPng(bytes) : ['gif', 'webp'].includes(format) && pages > 1;
  return isAnimated
    ? [
        {
          rule: 'anh-dong',
          wrong: 'ảnh động này chỉ hiện hình đầu tiên',
          remedy: 'cần thấy chuyển động thì lưu thành .mp4 và dùng khối ::: video',
        },
      ]
    : [];
}

/** An animated PNG has a chunk “acTL” before its first picture. */
function isAnimatedPng(bytes: Buffer): boolean {
  const [animation, picture] = [bytes.indexOf('acTL', 0, 'latin1'), bytes.indexOf('IDAT', 0, 'latin1')];
  return animation >= 0 && animation < picture;
}
