import { mkdirSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sourceOfEntry } from '#search/build/entry-source.ts';
import type { SearchEntry } from '#search/search-entry.ts';
import { collectIndexFiles } from '#site/search/index-files.ts';
import { cpuTimeOf } from '../build/cpu-time-of.ts';
import { processTree } from '../build/process-tree.ts';

// Reads entries line by line, writes their index into a folder and reports the cost. A separate process, so that its
// memory contains only the entries and the index.
const [program, source = '', folder = ''] = process.argv.slice(2);

const entries: SearchEntry[] = [];
const file = await open(source);
for await (const line of file.readLines()) entries.push(JSON.parse(line));

const [start, cpuBefore] = [performance.now(), cpuTimeOf(process.pid)];
if (program === 'pagefind') {
  // Imported dynamically, so that it does not affect the measurement of our own index.
  const [{ close }, { buildPagefindIndex }] = await Promise.all([import('pagefind'), import('./pagefind-search.ts')]);
  await (await buildPagefindIndex(entries)).writeFiles({ outputPath: folder });
  report();
  await close();
} else {
  for (const { address, bytes } of collectIndexFiles(entries.map(sourceOfEntry), []).changed) {
    mkdirSync(dirname(join(folder, address)), { recursive: true });
    writeFileSync(join(folder, address), bytes);
  }
  report();
}

/** Prints the seconds, the CPU seconds and the peak memory (MB) as JSON. */
function report(): void {
  const seconds = (performance.now() - start) / 1000;
  // Pagefind runs in a child process.
  const processes = processTree(process.pid);
  const cpu = processes.reduce((sum, { pid }) => sum + cpuTimeOf(pid), -cpuBefore) / 1e6;
  const megabytes = processes.reduce((sum, { peakKilobytes: peak }) => sum + peak / 1024, 0);
  console.log(JSON.stringify({ seconds, cpu, megabytes }));
}
