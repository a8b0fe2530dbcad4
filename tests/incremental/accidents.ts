import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { filesIn } from '#site/cache/files-in.ts';
import type { Edit, Lots } from './edits.ts';
import type { World } from './world.ts';

function anOutput(world: World, lots: Lots): string | undefined {
  const all = [...filesIn(world.output)].sort();
  return all.length > 0 ? join(world.output, lots.one(all)) : undefined;
}

function theMemory(world: World): string | undefined {
  const name = existsSync(world.memory)
    ? readdirSync(world.memory).find((each) => each.endsWith('.memory'))
    : undefined;
  return name && join(world.memory, name);
}

/** Every kind of thing that happens to finished files, to the memory and to a build itself, by what it is. */
export const accidents: Readonly<Record<string, Edit>> = {
  'a finished file is lost': (world, lots) => {
    const file = anOutput(world, lots);
    if (file && basename(file) !== 'build.json') rmSync(file);
  },
  'a finished file is altered': (world, lots) => {
    const file = anOutput(world, lots);
    if (file) writeFileSync(file, `${readFileSync(file, 'latin1')}!`, 'latin1');
  },
  'a stranger lies among the finished files': (world, lots) => {
    if (existsSync(world.output)) writeFileSync(join(world.output, `la-${lots.next()}.txt`), 'x');
  },
  'the memory is lost': (world) => rmSync(world.memory, { recursive: true, force: true }),
  'the memory is cut short': (world, lots) => {
    const file = theMemory(world);
    if (file) writeFileSync(file, readFileSync(file).subarray(0, lots.whole(statSync(file).size)));
  },
  'the memory is damaged': (world, lots) => {
    const file = theMemory(world);
    if (!file) return;
    const bytes = readFileSync(file);
    const at = lots.whole(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ 0x55;
    writeFileSync(file, bytes);
  },
  'the memory is of another day': (world, lots) => {
    const file = theMemory(world);
    if (!file) return;
    const older = `${world.memory}-older`;
    if (existsSync(older) && lots.whole(2) === 0) cpSync(older, file);
    else cpSync(file, older);
  },
  'a build is stopped in the middle': (world, lots) => world.buildAndKill(300 + lots.whole(2500)),
  'two build at once': async (world) => {
    await Promise.all([world.build(), world.build()]);
  },
};
