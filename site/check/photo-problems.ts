import { readFile } from 'node:fs/promises';
import type { Metadata } from 'sharp';
import type { Problem } from '#news/rule.ts';
import { hasPosition } from '#site/pictures/has-position.ts';
import { rewrittenEncoding } from '#site/pictures/rewritten-encoding.ts';
import { fileSize } from '#vietnamese/file-size.ts';

/** In bytes: the largest picture file that nothing is said about. */
export const maxPictureSize = 8_000_000;

/** What is wrong with a photograph as it came from the camera: its size in bytes, or a position in its metadata. */
export function photoProblems(bytes: number, metadata: Metadata): Problem[] {
  const saysWhere = hasPosition(metadata);
  const remedy = (action: string) =>
    rewrittenEncoding(metadata)
      ? `lưu bản gốc vào git (commit), rồi chạy npm run check -- --fix để ${action}`
      : `mở ảnh trên máy, ${action} rồi chép đè lên tệp cũ`;
  if (bytes > maxPictureSize) {
    const position = saysWhere ? ' và ghi nơi chụp (vị trí GPS)' : '';
    return [{ rule: 'anh-nang', wrong: `ảnh nặng ${fileSize(bytes)}${position}`, remedy: remedy('thu nhỏ') }];
  }
  return saysWhere
    ? [{ rule: 'noi-chup', wrong: 'ảnh ghi nơi chụp (vị trí GPS)', remedy: remedy('xóa nơi chụp') }]
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
