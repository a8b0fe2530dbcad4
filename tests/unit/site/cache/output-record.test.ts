import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { BuildCache } from '#site/cache/build-cache.ts';
import { OutputRecord } from '#site/cache/output-record.ts';
import { emptyOutput } from '#site/cache/previous-output.ts';
import { readSettings } from '#site/settings.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';

const keys = new Map([
  ['build.json', ''],
  ['a.html', 'khóa a'],
  ['b.html', 'khóa b'],
]);

/** An output folder that a build has published, with its record and the cache for the next build. */
function published(env: Readonly<Record<string, string>> = {}) {
  const folder = temporaryFolder();
  const settings = readSettings({ OUTPUT_DIR: folder, ...env }, new Date(0));
  for (const file of keys.keys()) writeFileSync(join(folder, file), file);
  const [output, built] = [new OutputRecord(), BuildCache.inMemory()];
  output.write(settings, keys, emptyOutput, new Set(keys.keys()), built);
  return { folder, settings, output, cache: built.forNextBuild() };
}

function changeOnDisk(folder: string): void {
  writeFileSync(join(folder, 'a.html'), 'của người khác');
  rmSync(join(folder, 'b.html'));
  writeFileSync(join(folder, 'c.html'), 'thêm');
}

/** Makes the times of all folders old enough to be certain. */
function passTime(): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10_000 });
  onTestFinished(() => void vi.useRealTimers());
}

test('a new process knows by size and time which files are as the last build left them', () => {
  const { folder, settings, cache } = published();
  expect([...new OutputRecord().read(settings, cache).unchanged.keys()].sort()).toEqual([...keys.keys()].sort());
  changeOnDisk(folder);
  utimesSync(join(folder, 'build.json'), 1, 1);
  const { files, unchanged } = new OutputRecord().read(settings, cache);
  expect([...files].sort()).toEqual(['a.html', 'build.json', 'c.html']);
  expect([...unchanged.keys()]).toEqual([]);
});

test('a file that was beside the published ones stays to be found, and one that comes later is found too', () => {
  const { folder, settings, output, cache } = published();
  writeFileSync(join(folder, 'deployed.json'), '');
  passTime();
  const previous = new OutputRecord().read(settings, cache);
  output.write(settings, keys, previous, new Set(), cache);
  const filesOf = (next: BuildCache) => [...new OutputRecord().read(settings, next).files].sort();
  expect(filesOf(cache.forNextBuild())).toContain('deployed.json');
  rmSync(join(folder, 'deployed.json'));
  writeFileSync(join(folder, 'c.html'), 'thêm');
  expect(filesOf(cache.forNextBuild())).toEqual(['a.html', 'b.html', 'build.json', 'c.html']);
});

test('a file that others put into the output while it was published is found', () => {
  const { folder, settings, output, cache } = published();
  output.forget();
  writeFileSync(join(folder, 'c.html'), 'thêm');
  passTime();
  output.write(settings, keys, emptyOutput, new Set(keys.keys()), cache);
  expect([...new OutputRecord().read(settings, cache.forNextBuild()).files]).toContain('c.html');
});

test('without a cache every file of the folder is found, and none is known', () => {
  const { settings } = published();
  const { files, unchanged } = new OutputRecord().read(settings, BuildCache.inMemory());
  expect([...files].sort()).toEqual([...keys.keys()].sort());
  expect(unchanged.size).toBe(0);
});

test('after a build that failed while it was publishing, the folder is read again', () => {
  const { folder, settings, output, cache } = published();
  output.forget();
  changeOnDisk(folder);
  expect([...output.read(settings, cache).unchanged.keys()]).toEqual(['build.json']);
});

test.each([
  ['that was deleted', {}, (folder: string) => rmSync(folder, { recursive: true }), []],
  ['with precompressed files', { PRECOMPRESS: '1' }, changeOnDisk, ['a.html', 'build.json', 'c.html']],
])('a folder %s is read again, even between builds of one process', (_, env, change, expected) => {
  const { folder, settings, output, cache } = published(env);
  change(folder);
  expect([...output.read(settings, cache).files].sort()).toEqual(expected);
});
