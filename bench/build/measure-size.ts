import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedArticle } from '../fixtures/generated-article.ts';
import { articleFile, articleText } from '../fixtures/generated-content.ts';
import type { Measured, Step } from '../report/results.ts';
import type { Contestant } from './contestants.ts';
import { runMeasured, type Taken } from './run-measured.ts';
import { changedCount, type WrittenFiles, writtenFiles } from './written-files.ts';

interface Built {
  readonly taken: Taken;
  readonly files: WrittenFiles;
  readonly changed?: number;
}

/**
 * Has everyone build in turns, round after round: everything from nothing, and where a build remembers, one edit and one
 * addition. Who fails once takes no further part. What is known so far comes after each turn.
 */
export async function* measureSize(
  everyone: readonly Contestant[],
  articles: number,
  rounds: number,
  tell: (line: string) => void,
): AsyncGenerator<Measured[]> {
  const built = new Map<string, Map<Step, Built[]>>();
  const failed = new Set<string>();
  for (let round = 0; round < rounds; round++) {
    for (const contestant of everyone.filter(({ name }) => !failed.has(name))) {
      const { name } = contestant;
      const own = built.get(name) ?? new Map<Step, Built[]>();
      built.set(name, own);
      try {
        for await (const [step, result] of steps(contestant, articles, round)) {
          own.set(step, [...(own.get(step) ?? []), result]);
          const { seconds, cpu, megabytes } = result.taken;
          const took = `${seconds.toFixed(2)} s, ${cpu.toFixed(2)} s of CPU, ${megabytes.toFixed(0)} MB`;
          tell(`${articles}, round ${round + 1}, ${name}, ${step}: ${took}`);
        }
      } catch (error) {
        failed.add(name);
        tell(`${articles}, round ${round + 1}, ${name} failed: ${error}`);
      } finally {
        // Of a hundred thousand articles four sites at once would be twenty gigabytes.
        rmSync(contestant.output, { recursive: true, force: true });
      }
      yield [...built].flatMap(([contestant, own]): Measured[] =>
        failed.has(contestant)
          ? [{ contestant, step: 'full', rounds: [], files: 0, bytes: 0 }]
          : [...own].map(([step, results]) => ({ contestant, step, ...summary(results) })),
      );
    }
  }
}

/** Of every round what it took; of the last one what it left. */
function summary(results: readonly Built[]): Omit<Measured, 'contestant' | 'step'> {
  const last = results.at(-1);
  const files = [...(last?.files.values() ?? [])];
  return {
    rounds: results.map(({ taken }) => taken),
    files: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    ...(last?.changed !== undefined && { changed: last.changed }),
  };
}

async function* steps(
  { command, output, own }: Contestant,
  articles: number,
  round: number,
): AsyncGenerator<[Step, Built]> {
  rmSync(output, { recursive: true, force: true });
  if (own) rmSync(own.memory, { recursive: true, force: true });
  const taken = await runMeasured(command);
  let files = writtenFiles(output);
  yield ['full', { taken, files }];
  if (!own) return;

  const again = async (): Promise<Built> => {
    const before = files;
    const taken = await runMeasured(command);
    files = writtenFiles(output);
    return { taken, files, changed: changedCount(before, files) };
  };
  const old = generatedArticle(Math.floor(articles * 0.4));
  appendFileSync(join(own.content, articleFile(old)), `\nMột câu thêm vào bài cũ, lần ${round + 1}.\n`);
  yield ['edit', await again()];

  const fresh = { ...generatedArticle(articles + round), day: '2026-11-22' };
  const file = join(own.content, articleFile(fresh));
  writeFileSync(file, articleText(fresh));
  yield ['add', await again()];
  rmSync(file);
}
