import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, readSettings } from '#site/settings.ts';
import { generatedOrganisation, writeGeneratedContent } from '../fixtures/generated-content.ts';
import { scriptArgs } from '../fixtures/run-script.ts';
import { type HugoProgram, paginationFile } from './hugo-program.ts';
import { type OwnBuild, ownBuild } from './own-build.ts';
import type { BenchCommand } from './run-measured.ts';
import { sharedMarkup } from './shared-markup.ts';
import { writeStarterContent } from './write-starter-content.ts';

/** A program that builds a site of the same articles. */
export interface Contestant {
  readonly name: string;
  readonly command: BenchCommand;
  readonly output: string;
  /** Present for a program with incremental builds. */
  readonly own?: OwnBuild;
}

export const contestantNames = {
  floor: 'floor',
  hugo: 'Hugo',
  eleventy: 'Eleventy starter',
  core: 'ours, core',
  whole: 'ours, everything',
} as const;

/** Writes the sources of all contestants into a folder and returns their build commands; without a Hugo it is left out. */
export async function prepareContestants(
  folder: string,
  articles: number,
  hugoProgram: HugoProgram | undefined,
): Promise<Contestant[]> {
  const core = ownBuild(folder, 'core', join(folder, 'words'));
  const everything = ownBuild(folder, 'whole', join(folder, 'everything'));
  // Without articles yet, since the shared markup does not depend on them.
  writeGeneratedContent(core.content, 0);
  const settings = readSettings(core.env, new Date());
  const markup = await sharedMarkup(settings);
  const frameFile = join(folder, 'frame.json');
  const { name } = generatedOrganisation;
  writeFileSync(frameFile, JSON.stringify({ name, origin: settings.origin, ...markup }));
  writeGeneratedContent(core.content, articles);
  writeGeneratedContent(everything.content, articles, true);

  const floorOutput = join(folder, 'floor');
  const floorScript = join(projectRoot, 'bench', 'build', 'floor', 'floor.ts');
  return [
    {
      name: contestantNames.floor,
      output: floorOutput,
      command: node(floorScript, core.content, floorOutput, frameFile),
    },
    ...(hugoProgram ? [hugo(hugoProgram, folder, articles, Object.entries(markup))] : []),
    eleventy(folder, articles, frameFile),
    own(contestantNames.core, core, 'bench/build/build-core.ts'),
    own(contestantNames.whole, everything, 'scripts/build.ts'),
  ];
}

function node(...args: string[]): BenchCommand {
  return { program: process.execPath, args, cwd: projectRoot };
}

/** Our own build with a program of the repository, without the half second of npm. */
function own(name: string, build: OwnBuild, program: string): Contestant {
  return { name, output: build.output, own: build, command: { ...node(...scriptArgs(program)), env: build.env } };
}

/** Copies the site of a program from bench/build/ and writes the articles in its format. */
function copyStarter(program: 'hugo' | 'eleventy', folder: string, articles: number): { site: string; output: string } {
  const site = join(folder, `${program}-site`);
  cpSync(join(projectRoot, 'bench', 'build', program), site, { recursive: true });
  writeStarterContent(program, site, articles);
  return { site, output: join(folder, program) };
}

function hugo(
  { program, version, env }: HugoProgram,
  folder: string,
  articles: number,
  markup: readonly (readonly [string, string])[],
): Contestant {
  const { site, output } = copyStarter('hugo', folder, articles);
  mkdirSync(join(site, 'frame'));
  for (const [name, html] of markup) writeFileSync(join(site, 'frame', `${name}.html`), html);
  const config = `hugo.toml,${paginationFile(version)}`;
  const args = ['--quiet', '--noBuildLock', '--config', config, '--source', site, '--destination', output];
  return { name: contestantNames.hugo, output, command: { program, args, cwd: site, env } };
}

function eleventy(folder: string, articles: number, frameFile: string): Contestant {
  const { site, output } = copyStarter('eleventy', folder, articles);
  writeFileSync(join(site, '_data', 'frame.json'), readFileSync(frameFile));
  const script = join(projectRoot, 'node_modules', '@11ty', 'eleventy', 'cmd.cjs');
  const command = { ...node(script, '--quiet', `--output=${output}`), cwd: site };
  return { name: contestantNames.eleventy, output, command };
}
