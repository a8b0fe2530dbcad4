import { hash } from 'node:crypto';
import { readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Memory } from '#site/cache/memory.ts';
import { type MadePicture, makePictures } from '#site/pictures/pictures.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';

/** A picture that no other test has, made for the first time. */
async function newPicture() {
  const file = join(temporaryFolder(), 'anh.jpg');
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const create = { width: 600, height: 400, channels: 3, background: 'white', noise } as const;
  writeFileSync(file, await sharp({ create }).jpeg().toBuffer());
  const make = async (memory = Memory.empty()): Promise<MadePicture> => {
    const made = (await makePictures([file], '', memory, () => {})).get(file);
    if (!made) throw new Error('no picture was made');
    return made;
  };
  const made = await make();
  onTestFinished(() => {
    for (const { from } of made.files)
      for (const file of [from, from.replace(/-\d+\.\w+$/, '.json')]) rmSync(file, { force: true });
  });
  const bytes = () => made.files.map(({ from }) => hash('sha256', readFileSync(from)));
  return { make, made, bytes };
}

test('a variant that was cut off, as by a build that was killed, is made again', async () => {
  const { make, made, bytes } = await newPicture();
  const whole = bytes();
  for (const { from } of made.files) {
    truncateSync(from, Math.floor(statSync(from).size / 2));
    expect(await make()).toEqual(made);
    expect(bytes()).toEqual(whole);
  }
});

test('a variant that was cut off after the last build is made again although the memory knows the picture', async () => {
  const { make, made, bytes } = await newPicture();
  const whole = bytes();
  const memory = Memory.empty();
  // The look of a file that changed this very moment is not believed.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
  onTestFinished(() => void vi.useRealTimers());
  await make(memory);
  truncateSync(made.files[0]?.from ?? '', 10);
  await make(memory.next());
  expect(bytes()).toEqual(whole);
});

test('a picture that lies there whole is not made again', async () => {
  const { make, made } = await newPicture();
  const times = () => made.files.map(({ from }) => statSync(from).mtimeMs);
  const before = times();
  expect(await make()).toEqual(made);
  expect(times()).toEqual(before);
});
