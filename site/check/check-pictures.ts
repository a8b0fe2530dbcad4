import type { BuildCache } from '#site/cache/build-cache.ts';
import { fileSignature } from '#site/cache/file-signature.ts';
import type { Finding } from '#site/finding.ts';
import { unreadablePictureFinding } from '#site/pictures/process-pictures.ts';

/** Findings for files with the extension of a picture that contain no readable picture. */
export async function checkPictures(files: Iterable<string>, cache: BuildCache): Promise<Finding[]> {
  const previous = cache.get<ReadonlyMap<string, string>>('checked pictures');
  const valid = new Map<string, string>();
  const checks = [...new Set(files)].map(async (file) => {
    const signature = fileSignature(file);
    const isUnchanged = signature && previous?.get(file) === signature;
    // Loaded on demand, and outside the try block: a failed import is not a fault of the picture.
    const sharp = isUnchanged ? undefined : (await import('sharp')).default;
    try {
      await sharp?.(file).metadata();
      if (signature) valid.set(file, signature);
      return [];
    } catch {
      return [unreadablePictureFinding(file)];
    }
  });
  const findings = await Promise.all(checks);
  cache.set('checked pictures', valid);
  return findings.flat();
}
