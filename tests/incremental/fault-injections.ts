import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { filesIn } from '#site/cache/files-in.ts';
import type { ProjectCopy } from './project-copy.ts';
import type { ProjectEdit, RandomSource } from './project-edits.ts';

function randomOutputFile(project: ProjectCopy, random: RandomSource): string | undefined {
  const all = [...filesIn(project.output)].sort();
  return all.length > 0 ? join(project.output, random.pick(all)) : undefined;
}

/** The table of contents of the cache or, mostly, one of its parts. */
function cacheFile(project: ProjectCopy, random: RandomSource): string | undefined {
  const entries = existsSync(project.cache) ? readdirSync(project.cache, { recursive: true, encoding: 'utf8' }) : [];
  const files = entries.filter((entry) => /\.memory(\.parts\/[^.]+)?$/.test(entry)).sort();
  return files.length > 0 ? join(project.cache, random.pick(files)) : undefined;
}

/** Faults of output files, of the cache and of builds, by name. */
export const faultInjections: Readonly<Record<string, ProjectEdit>> = {
  'an output file is deleted': (project, random) => {
    const file = randomOutputFile(project, random);
    if (file && basename(file) !== 'build.json') rmSync(file);
  },
  'an output file is modified': (project, random) => {
    const file = randomOutputFile(project, random);
    if (file) writeFileSync(file, `${readFileSync(file, 'latin1')}!`, 'latin1');
  },
  'an unknown file is in the output folder': (project, random) => {
    if (existsSync(project.output)) writeFileSync(join(project.output, `la-${random.uniqueNumber()}.txt`), 'x');
  },
  'the cache is deleted': (project) => rmSync(project.cache, { recursive: true, force: true }),
  'the cache is truncated': (project, random) => {
    const file = cacheFile(project, random);
    if (file) writeFileSync(file, readFileSync(file).subarray(0, random.integer(statSync(file).size)));
  },
  'the cache is corrupted': (project, random) => {
    const file = cacheFile(project, random);
    if (!file) return;
    const bytes = readFileSync(file);
    const at = random.integer(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ 0x55;
    writeFileSync(file, bytes);
  },
  'the cache is replaced by an older one': (project, random) => {
    if (!existsSync(project.cache)) return;
    const older = `${project.cache}-older`;
    if (existsSync(older) && random.integer(2) === 0) cpSync(older, project.cache, { recursive: true });
    else cpSync(project.cache, older, { recursive: true });
  },
  'a build is killed': (project, random) => project.buildAndKill(300 + random.integer(2500)),
  'two builds run at once': async (project) => {
    await Promise.all([project.build(), project.build()]);
  },
};
