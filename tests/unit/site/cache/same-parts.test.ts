import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize } from 'node:v8';
import { expect, test } from 'vitest';
import { fixedTime, fixtureNewsroom } from '#bench/fixtures/run-script.ts';
import { planSite } from '#site/build/plan-site.ts';
import { BuildCache, type CacheMode } from '#site/cache/build-cache.ts';
import { readStoredCache } from '#site/cache/stored-cache.ts';
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
  const stored = readStoredCache(join(folder, fileName));
  if (stored === undefined || stored === 'damaged') throw new Error('There is no cache.');
  return Object.fromEntries(
    stored.parts.map((part) => {
      const bytes = stored.readPart(part);
      return [part.name, bytes === 'damaged' ? bytes : deserialize(bytes)];
    }),
  );
}

test('a cache that is written value by value is the same as one that is saved at the end', async () => {
  const [one, many] = [await cachedParts('write-through'), await cachedParts('in-memory')];
  expect(Object.keys(many)).toEqual(
    expect.arrayContaining(['inspected articles 2018', 'pictures', 'near texts', 'related']),
  );
  expect(one).toEqual(many);
});
