import { readFile, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Metadata } from 'sharp';
import { gitText } from '#site/deployment/git.ts';
import type { Finding } from '#site/finding.ts';
import { hasPosition } from '#site/pictures/has-position.ts';
import { formatNumber } from '#vietnamese/count.ts';
import { fileSize } from '#vietnamese/file-size.ts';
import { rewrittenPicture } from './rewritten-picture.ts';

/** A picture file that was rewritten, with a description for editors. */
interface FixedPicture {
  readonly path: string;
  readonly description: string;
}

/**
 * Makes the pictures of findings smaller and removes their metadata, and with them where they were taken. Only a picture
 * that is in the last commit as it is on the disk is rewritten: git keeps the original.
 */
export async function fixPictures(findings: readonly Finding[]): Promise<FixedPicture[]> {
  const fixed: FixedPicture[] = [];
  const photos = findings.filter(({ rule }) => rule === 'anh-nang' || rule === 'noi-chup');
  for (const { path, rule } of photos) {
    if (!isInLastCommit(path)) continue;
    const before = await readFile(path);
    const after = await rewrittenPicture(before, rule === 'anh-nang');
    if (!after) continue;
    await writeFile(path, after);
    fixed.push({ path, description: await describe(before, after) });
  }
  return fixed;
}

async function describe(before: Buffer, after: Buffer): Promise<string> {
  const { default: sharp } = await import('sharp');
  const [old, fixed] = await Promise.all([before, after].map((bytes) => sharp(bytes).metadata()));
  const state = (bytes: Buffer, metadata: Metadata | undefined) =>
    `${fileSize(bytes.length)} (${formatNumber(metadata?.autoOrient.width ?? 0)} × ${formatNumber(metadata?.autoOrient.height ?? 0)} điểm ảnh)`;
  const removed = old && hasPosition(old) ? ', đã xóa nơi chụp' : '';
  return `ảnh ${state(before, old)} → ${state(after, fixed)}${removed}`;
}

/** Whether a file is in the last commit of its repository with the bytes that it has on the disk. */
function isInLastCommit(path: string): boolean {
  const name = basename(path);
  const committed = gitText(dirname(path), 'rev-parse', '--verify', '--quiet', `HEAD:./${name}`);
  return committed !== undefined && committed === gitText(dirname(path), 'hash-object', '--', name);
}
