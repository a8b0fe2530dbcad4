import type { Memory } from '#site/cache/memory.ts';
import { settledLook } from '#site/cache/settled-look.ts';
import type { Finding } from '#site/finding.ts';
import { unreadablePicture } from '#site/pictures/pictures.ts';

/** Findings for files with the extension of a picture that contain no readable picture. */
export async function checkPictures(files: Iterable<string>, cache: Memory): Promise<Finding[]> {
  const previous = cache.recall<ReadonlyMap<string, string>>('checked pictures');
  const valid = new Map<string, string>();
  const checks = [...new Set(files)].map(async (file) => {
    const signature = settledLook(file);
    const isUnchanged = signature && previous?.get(file) === signature;
    // Loaded on demand, and outside the try block: a failed import is not a fault of the picture.
    const sharp = isUnchanged ? undefined : (await import('sharp')).default;
    try {
      await sharp?.(file).metadata();
      if (signature) valid.set(file, signature);
      return [];
    } catch {
      return [unreadablePicture(file)];
    }
  });
  const findings = await Promise.all(checks);
  cache.remember('checked pictures', valid);
  return findings.flat();
}
