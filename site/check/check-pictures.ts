import type { Memory } from '#site/cache/memory.ts';
import { settledLook } from '#site/cache/settled-look.ts';
import type { Finding } from '#site/finding.ts';
import { unreadablePicture } from '#site/pictures/pictures.ts';

/** Files that are called like pictures and hold none. */
export async function checkPictures(files: Iterable<string>, memory: Memory): Promise<Finding[]> {
  const before = memory.recall<ReadonlyMap<string, string>>('checked pictures');
  const right = new Map<string, string>();
  const checking = [...new Set(files)].map(async (file) => {
    const look = settledLook(file);
    const isKnown = look && before?.get(file) === look;
    // Loaded where it is needed, and before what may fail: it is no fault of a picture that it cannot be.
    const sharp = isKnown ? undefined : (await import('sharp')).default;
    try {
      await sharp?.(file).metadata();
      if (look) right.set(file, look);
      return [];
    } catch {
      return [unreadablePicture(file)];
    }
  });
  const findings = await Promise.all(checking);
  memory.remember('checked pictures', right);
  return findings.flat();
}
