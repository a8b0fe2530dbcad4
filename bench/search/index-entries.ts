import { mkdirSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sourceOf } from '#search/build/entry-source.ts';
import type { Entry } from '#search/entry.ts';
import { filesOfSources } from '#site/search/search-files.ts';
import { cpuOf } from '../build/cpu-of.ts';
import { processTree } from '../build/process-tree.ts';

// A process that holds nothing but entries, read line by line, indexes them into a folder and says what that took.
const [program, source = '', folder = ''] = process.argv.slice(2);

const entries: Entry[] = [];
const file = await open(source);
for await (const line of file.readLines()) entries.push(JSON.parse(line));

const [began, cpuBefore] = [performance.now(), cpuOf(process.pid)];
if (program === 'pagefind') {
  // Loaded only here: our own index is to be measured without it.
  const [{ close }, { pagefindIndex }] = await Promise.all([import('pagefind'), import('./pagefind-over.ts')]);
  await (await pagefindIndex(entries)).writeFiles({ outputPath: folder });
  report();
  await close();
} else {
  for (const { address, bytes } of filesOfSources(entries.map(sourceOf), []).changed) {
    mkdirSync(dirname(join(folder, address)), { recursive: true });
    writeFileSync(join(folder, address), bytes);
  }
  report();
}

/** Prints seconds, those of CPU, and the most memory (MB) that was held. */
function report(): void {
  const seconds = (performance.now() - began) / 1000;
  // Pagefind works in a process of its own.
  const all = processTree(process.pid);
  const cpu = all.reduce((sum, { pid }) => sum + cpuOf(pid), -cpuBefore) / 1e6;
  const megabytes = all.reduce((sum, { peak }) => sum + peak / 1024, 0);
  console.log(JSON.stringify({ seconds, cpu, megabytes }));
}
