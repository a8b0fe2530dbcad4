import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { generatedArticle } from '../fixtures/generated-article.ts';
import { generatedArticlePath, writeGeneratedArticle } from '../fixtures/generated-content.ts';
import type { BuildKind, BuildMeasurement } from '../report/bench-results.ts';
import type { Contestant } from './contestants.ts';
import { changedFileCount, type FolderSnapshot, folderSnapshot } from './folder-snapshot.ts';
import { type RunMeasurement, runMeasured } from './run-measured.ts';

interface BuildRun {
  readonly cost: RunMeasurement;
  readonly files: FolderSnapshot;
  readonly changed?: number;
}

/**
 * Runs the builds of all contestants in turn, round after round: a full build and, where supported, incremental builds
 * after no change, an edit and an addition. A contestant that fails once is skipped. Yields all results so far after each turn.
 */
export async function* measureSize(
  allContestants: readonly Contestant[],
  articles: number,
  rounds: number,
  log: (line: string) => void,
): AsyncGenerator<BuildMeasurement[]> {
  const runs = new Map<string, Map<BuildKind, BuildRun[]>>();
  const failed = new Set<string>();
  for (let round = 0; round < rounds; round++) {
    for (const contestant of allContestants.filter(({ name }) => !failed.has(name))) {
      const { name } = contestant;
      const runsByStep = runs.get(name) ?? new Map<BuildKind, BuildRun[]>();
      runs.set(name, runsByStep);
      try {
        for await (const [step, run] of runSteps(contestant, articles, round)) {
          runsByStep.set(step, [...(runsByStep.get(step) ?? []), run]);
          const { seconds, cpu, megabytes } = run.cost;
          const summary = `${seconds.toFixed(2)} s, ${cpu.toFixed(2)} s of CPU, ${megabytes.toFixed(0)} MB`;
          log(`${articles}, round ${round + 1}, ${name}, ${step}: ${summary}`);
        }
      } catch (error) {
        failed.add(name);
        log(`${articles}, round ${round + 1}, ${name} failed: ${error}`);
      } finally {
        // Four sites of 100,000 articles at once would need 20 GB.
        rmSync(contestant.output, { recursive: true, force: true });
      }
      yield [...runs].flatMap(([contestant, runsByStep]): BuildMeasurement[] =>
        failed.has(contestant)
          ? [{ contestant, step: 'full', rounds: [], files: 0, bytes: 0 }]
          : [...runsByStep].map(([step, stepRuns]) => ({ contestant, step, ...summarize(stepRuns) })),
      );
    }
  }
}

/** The cost of every round, and the output of the last one. */
function summarize(runs: readonly BuildRun[]): Omit<BuildMeasurement, 'contestant' | 'step'> {
  const last = runs.at(-1);
  const files = [...(last?.files.values() ?? [])];
  return {
    rounds: runs.map(({ cost }) => cost),
    files: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    ...(last?.changed !== undefined && { changed: last.changed }),
  };
}

async function* runSteps(
  { command, output, own }: Contestant,
  articles: number,
  round: number,
): AsyncGenerator<[BuildKind, BuildRun]> {
  rmSync(output, { recursive: true, force: true });
  if (own) rmSync(own.cacheDir, { recursive: true, force: true });
  const cost = await runMeasured(command);
  let files = folderSnapshot(output);
  yield ['full', { cost, files }];
  if (!own) return;

  const rebuild = async (): Promise<BuildRun> => {
    const before = files;
    const cost = await runMeasured(command);
    files = folderSnapshot(output);
    return { cost, files, changed: changedFileCount(before, files) };
  };
  yield ['unchanged', await rebuild()];

  const edited = generatedArticle(Math.floor(articles * 0.4));
  appendFileSync(join(own.content, generatedArticlePath(edited)), `\nMột câu thêm vào bài cũ, lần ${round + 1}.\n`);
  yield ['edit', await rebuild()];

  const added = { ...generatedArticle(articles + round), day: '2026-11-22' };
  const file = writeGeneratedArticle(own.content, added);
  yield ['add', await rebuild()];
  rmSync(file);
}
