import { hash } from 'node:crypto';
import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, onTestFinished, test, vi } from 'vitest';
import { BuildCache } from '#site/cache/build-cache.ts';
import { type ProcessedPicture, processPictures } from '#site/pictures/process-pictures.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';

/** A picture that no other test uses, processed for the first time. */
async function newPicture() {
  const [file, folder] = [join(temporaryFolder(), 'anh.jpg'), temporaryFolder()];
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const create = { width: 600, height: 400, channels: 3, background: 'white', noise } as const;
  writeFileSync(file, await sharp({ create }).jpeg().toBuffer());
  const processFile = async (cache = BuildCache.inMemory()): Promise<ProcessedPicture> => {
    const picture = (await processPictures([file], folder, '', cache, () => {})).get(file);
    if (!picture) throw new Error('the picture was not processed');
    return picture;
  };
  const picture = await processFile();
  const hashes = () => picture.files.map(({ from }) => hash('sha256', readFileSync(from)));
  return { processFile, picture, hashes };
}

test('a variant that a killed build left truncated is encoded again', async () => {
  const { processFile, picture, hashes } = await newPicture();
  const before = hashes();
  for (const { from } of picture.files) {
    truncateSync(from, Math.floor(statSync(from).size / 2));
    expect(await processFile()).toEqual(picture);
    expect(hashes()).toEqual(before);
  }
});

test('a variant that was truncated after the last build is encoded again although the picture is cached', async () => {
  const { processFile, picture, hashes } = await newPicture();
  const before = hashes();
  const cache = BuildCache.inMemory();
  // A file that has just changed has no signature.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
  onTestFinished(() => void vi.useRealTimers());
  await processFile(cache);
  truncateSync(picture.files[0]?.from ?? '', 10);
  await processFile(cache.forNextBuild());
  expect(hashes()).toEqual(before);
});

test('a picture with complete variants is not encoded again', async () => {
  const { processFile, picture } = await newPicture();
  const times = () => picture.files.map(({ from }) => statSync(from).mtimeMs);
  const before = times();
  expect(await processFile()).toEqual(picture);
  expect(times()).toEqual(before);
});
