import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize } from 'node:v8';
import { expect, test } from 'vitest';
import { fixedTime, fixtureNewsroom } from '#bench/fixtures/run-build.ts';
import { openSite } from '#site/build/open-site.ts';
import { type Builds, Memory } from '#site/cache/memory.ts';
import { readMemory } from '#site/cache/memory-file.ts';
import { checkedSite } from '#site/check/checked-site.ts';
import { readSettings } from '#site/settings.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';

/** What is remembered of the fixture newsroom, part by part. */
async function partsAfter(builds: Builds): Promise<Record<string, unknown>> {
  const folder = temporaryFolder();
  const settings = readSettings(
    { CONTENT_DIR: fixtureNewsroom, MEMORY_DIR: folder, OUTPUT_DIR: join(folder, 'out'), BUILD_TIME: fixedTime },
    new Date(0),
  );
  const memory = Memory.open(settings, builds);
  await openSite(await checkedSite(settings, memory), memory);
  memory.save();
  const [name = ''] = readdirSync(folder).filter((each) => each.endsWith('.memory'));
  const stored = readMemory(join(folder, name));
  if (stored === undefined || stored === 'damaged') throw new Error('There is no memory.');
  const names = ['inspected', 'near duplicates', 'checked pictures', 'pictures', 'near texts', 'related'];
  return Object.fromEntries(
    names.map((each) => {
      const part = stored.part(each);
      return [each, part instanceof Uint8Array ? deserialize(part) : part];
    }),
  );
}

test('a build that writes down at once what it learns leaves the same as one that holds it', async () => {
  const [one, many] = [await partsAfter('one'), await partsAfter('many')];
  expect(many).not.toContain(undefined);
  expect(one).toEqual(many);
});
