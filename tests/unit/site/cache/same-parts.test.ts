import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize } from 'node:v8';
import { expect, test } from 'vitest';
import { fixedTime, fixtureNewsroom } from '#bench/fixtures/run-script.ts';
import { planSite } from '#site/build/plan-site.ts';
import { BuildCache, type CacheMode } from '#site/cache/build-cache.ts';
import { readCacheFile } from '#site/cache/cache-file.ts';
import { readCheckedSite } from '#site/check/read-checked-site.ts';
import { readSettings } from '#site/settings.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';

/** The cached values of the fixture newsroom by name. */
async function cachedParts(mode: CacheMode): Promise<Record<string, unknown>> {
  const folder = temporaryFolder();
  const settings = readSettings(
    { CONTENT_DIR: fixtureNewsroom, MEMORY_DIR: folder, OUTPUT_DIR: join(folder, 'out'), BUILD_TIME: fixedTime },
    new Date(0),
  );
  const cache = BuildCache.open(settings, mode);
  await planSite(await readCheckedSite(settings, cache), cache);
  cache.save();
  const [fileName = ''] = readdirSync(folder).filter((file) => file.endsWith('.memory'));
  const stored = readCacheFile(join(folder, fileName));
  if (stored === undefined || stored === 'damaged') throw new Error('There is no cache file.');
  const names = ['inspected', 'checked pictures', 'pictures', 'near texts', 'related'];
  return Object.fromEntries(
    names.map((name) => {
      const part = stored.readPart(name);
      return [name, part instanceof Uint8Array ? deserialize(part) : part];
    }),
  );
}

test('a cache that is written value by value is the same as one that is saved at the end', async () => {
  const [one, many] = [await cachedParts('write-through'), await cachedParts('in-memory')];
  expect(many).not.toContain(undefined);
  expect(one).toEqual(many);
});
