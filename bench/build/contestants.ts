import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings, root } from '#site/settings.ts';
import { generatedOrganisation, writeGeneratedContent } from '../fixtures/generated-content.ts';
import { framePieces } from './frame-pieces.ts';
import { type OwnBuild, ownBuild, ownScript } from './own-build.ts';
import type { Command } from './run-measured.ts';
import { writeStarterContent } from './starter-content.ts';

/** Who builds a site of the same articles. */
export interface Contestant {
  readonly name: string;
  readonly command: Command;
  readonly output: string;
  /** Present where a build may remember the last one. */
  readonly own?: OwnBuild;
}

export const contestantNames = {
  floor: 'floor',
  hugo: 'Hugo',
  eleventy: 'Eleventy starter',
  core: 'ours, core',
  whole: 'ours, everything',
} as const;

/** The version of Hugo on this machine; undefined where there is none. */
export function hugoVersion(): string | undefined {
  const { stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  return /v(\d+\.\d+\.\d+)/.exec(stdout ?? '')?.[1];
}

/** Writes everyone's sources of so many articles into a folder, and says how each builds. */
export async function contestants(folder: string, articles: number): Promise<Contestant[]> {
  const core = ownBuild(folder, 'core', join(folder, 'words'));
  const whole = ownBuild(folder, 'whole', join(folder, 'everything'));
  // Without articles yet: what stands in every page is the same with them.
  writeGeneratedContent(core.content, 0);
  const settings = readSettings(core.knobs, new Date());
  const pieces = await framePieces(settings);
  const frameFile = join(folder, 'frame.json');
  const { name } = generatedOrganisation;
  writeFileSync(frameFile, JSON.stringify({ name, origin: settings.origin, ...pieces }));
  writeGeneratedContent(core.content, articles);
  writeGeneratedContent(whole.content, articles, true);

  const byFloor = join(folder, 'floor');
  const floor = join(root, 'bench', 'build', 'floor', 'floor.ts');
  return [
    { name: contestantNames.floor, output: byFloor, command: node(floor, core.content, byFloor, frameFile) },
    ...(hugoVersion() ? [hugo(folder, articles, Object.entries(pieces))] : []),
    eleventy(folder, articles, frameFile),
    own(contestantNames.core, core, { CORE_ONLY: '1' }),
    own(contestantNames.whole, whole, { CORE_ONLY: '' }),
  ];
}

function node(...words: string[]): Command {
  return { program: process.execPath, words, folder: root };
}

function own(name: string, build: OwnBuild, more: Record<string, string>): Contestant {
  return {
    name,
    output: build.output,
    own: build,
    command: { ...node(...ownScript('build')), env: { ...build.knobs, ...more } },
  };
}

/** A copy of a program's site in bench/build/, with the articles written as it reads them. */
function starter(program: 'hugo' | 'eleventy', folder: string, articles: number): { site: string; output: string } {
  const site = join(folder, `${program}-site`);
  cpSync(join(root, 'bench', 'build', program), site, { recursive: true });
  writeStarterContent(program, site, articles);
  return { site, output: join(folder, program) };
}

function hugo(folder: string, articles: number, pieces: readonly (readonly [string, string])[]): Contestant {
  const { site, output } = starter('hugo', folder, articles);
  mkdirSync(join(site, 'frame'));
  for (const [piece, text] of pieces) writeFileSync(join(site, 'frame', `${piece}.html`), text);
  const words = ['--quiet', '--noBuildLock', '--source', site, '--destination', output];
  return { name: contestantNames.hugo, output, command: { program: 'hugo', words, folder: site } };
}

function eleventy(folder: string, articles: number, frameFile: string): Contestant {
  const { site, output } = starter('eleventy', folder, articles);
  writeFileSync(join(site, '_data', 'frame.json'), readFileSync(frameFile));
  const script = join(root, 'node_modules', '@11ty', 'eleventy', 'cmd.cjs');
  const command = { ...node(script, '--quiet', `--output=${output}`), folder: site };
  return { name: contestantNames.eleventy, output, command };
}
