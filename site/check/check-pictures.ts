import sharp from 'sharp';
import type { Finding } from '#site/finding.ts';
import { unreadablePicture } from '#site/pictures.ts';

/** Files that are called like pictures and hold none. */
export async function checkPictures(files: Iterable<string>): Promise<Finding[]> {
  const checked = [...new Set(files)].map(async (file) => {
    try {
      await sharp(file).metadata();
      return [];
    } catch {
      return [unreadablePicture(file)];
    }
  });
  return (await Promise.all(checked)).flat();
}
