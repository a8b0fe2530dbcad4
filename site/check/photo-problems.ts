import { readFile } from 'node:fs/promises';
import type { Metadata } from 'sharp';
import type { Problem } from '#news/rule.ts';
import { hasPosition } from '#site/pictures/has-position.ts';
import { rewrittenEncoding } from '#site/pictures/rewritten-encoding.ts';
import { fileSize } from '#vietnamese/file-size.ts';

/** In bytes: the largest picture file that nothing is said about. */
export const maxPictureSize = 8_000_000;

/**
 * What is wrong with a photograph as it came from the camera: its size in bytes, or a position in its metadata.
 * `staysHeavy` says that `--fix` cannot make it light.
 */
export function photoProblems(bytes: number, metadata: Metadata, staysHeavy = false): Problem[] {
  const saysWhere = hasPosition(metadata);
  const remedy = (action: string) =>
    rewrittenEncoding(metadata)
      ? `gửi bản gốc trước (npm run send), rồi chạy npm run check -- --fix để ${action}`
      : `mở ảnh trên máy, ${action} rồi chép đè lên tệp cũ`;
  if (bytes > maxPictureSize) {
    const position = saysWhere ? ' và ghi nơi chụp (vị trí GPS)' : '';
    return [
      {
        rule: 'anh-nang',
        wrong: `ảnh nặng ${fileSize(bytes)}${position}`,
        remedy: staysHeavy ? 'không thu nhỏ thêm được: lưu ảnh dạng JPG, rồi sửa tên ảnh trong bài' : remedy('thu nhỏ'),
      },
    ];
  }
  const secret = rewrittenEncoding(metadata) ? '; nơi ấy phải giữ kín thì đừng gửi, hỏi người quản trị' : '';
  return saysWhere
    ? [
        {
          rule: 'noi-chup',
          wrong: 'ảnh ghi nơi chụp (vị trí GPS)',
          remedy: `${remedy('xóa nơi chụp')}${secret}`,
        },
      ]
    : [];
}

/** The problems of a picture that readers can download as it is, at any size. */
export async function downloadedPictureProblems(file: string): Promise<Problem[]> {
  const { default: sharp } = await import('sharp');
  try {
    const metadata = await sharp(await readFile(file), { limitInputPixels: false }).metadata();
    return photoProblems(0, metadata);
  } catch {
    const wrong = 'ảnh cho tải về này bị hỏng, không mở được';
    return [{ rule: 'ruot-tep', wrong, remedy: 'chép lại tệp gốc vào đây' }];
  }
}
