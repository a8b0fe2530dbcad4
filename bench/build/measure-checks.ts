import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#site/settings.ts';
import { generatedArticle } from '../fixtures/generated-article.ts';
import { generatedArticlePath, writeGeneratedContent } from '../fixtures/generated-content.ts';
import { scriptArgs } from '../fixtures/run-script.ts';
import type { CheckTimes } from '../report/bench-results.ts';
import { type OwnBuild, ownBuild } from './own-build.ts';
import { runMeasured } from './run-measured.ts';

const rounds = 3;

/**
 * Measures the check of `files` new files in a content folder of their own, and that of a site of `known` articles that
 * was built before, each time after an edit of one of them.
 */
export async function measureChecks(folder: string, files: number, site: OwnBuild, known: number): Promise<CheckTimes> {
  const fresh = ownBuild(folder, 'new', join(folder, 'new-content'));
  writeGeneratedContent(fresh.content, files, true);
  // A check saves nothing in the build cache but the compiled code of the program.
  await run(fresh, 'check');
  await run(site, 'build');
  const seconds: { new: number[]; known: number[] } = { new: [], known: [] };
  const edited = join(site.content, generatedArticlePath(generatedArticle(Math.floor(known * 0.4))));
  for (let round = 0; round < rounds; round++) {
    seconds.new.push(await run(fresh, 'check'));
    appendFileSync(edited, `\nMột câu thêm trước khi soát, lần ${round + 1}.\n`);
    seconds.known.push(await run(site, 'check'));
  }
  return { new: { files, seconds: seconds.new }, known: { files: known, seconds: seconds.known } };
}

/** Seconds of a command of the project, without the half second of npm. */
async function run({ env }: OwnBuild, command: 'build' | 'check'): Promise<number> {
  const args = scriptArgs(`scripts/${command}.ts`);
  return (await runMeasured({ program: process.execPath, args, cwd: projectRoot, env })).seconds;
}
