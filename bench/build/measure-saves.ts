import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { articleAddress } from '#news/address.ts';
import { projectRoot } from '#site/settings.ts';
import { freePort } from '../fixtures/free-port.ts';
import { generatedArticle } from '../fixtures/generated-article.ts';
import { generatedArticlePath } from '../fixtures/generated-content.ts';
import { scriptArgs } from '../fixtures/run-script.ts';
import { cpuTimeOf } from './cpu-time-of.ts';
import type { OwnBuild } from './own-build.ts';
import { processTree } from './process-tree.ts';

/** In ms: what is not there by then does not come. */
const longestWait = 300_000;

/** Seconds from saving an article to its new page under `npm start`, for each of several articles in sequence. */
export async function measureSaves(build: OwnBuild, numbers: readonly number[]): Promise<number[]> {
  const port = await freePort();
  const env = { ...process.env, ...build.env, PREVIEW: '1', PORT: String(port) };
  const child = spawn(process.execPath, scriptArgs('scripts/start.ts'), {
    cwd: projectRoot,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const waitUntil = async (condition: () => boolean, interval: number) => {
    const deadline = performance.now() + longestWait;
    while (!condition()) {
      if (child.exitCode !== null || performance.now() > deadline) throw new Error(output);
      await wait(interval);
    }
  };
  // The previous build must be finished before the next save: the processes have been idle for a second.
  const waitUntilIdle = async () => {
    let previous = '';
    await waitUntil(() => {
      const current = activity(child.pid ?? -1);
      const isIdle = current === previous;
      previous = current;
      return isIdle;
    }, 1000);
  };

  // Without a number, before which a page has a space of its own.
  const sentence = 'Một câu vừa lưu vào bài này.';
  const seconds: number[] = [];
  try {
    await waitUntil(() => output.includes('Mở http'), 50);
    for (const n of numbers) {
      await waitUntilIdle();
      const article = generatedArticle(n);
      const page = join(build.output, articleAddress(article.slug), 'index.html');
      const start = performance.now();
      appendFileSync(join(build.content, generatedArticlePath(article)), `\n${sentence}\n`);
      await waitUntil(() => existsSync(page) && readFileSync(page, 'utf8').includes(sentence), 5);
      seconds.push((performance.now() - start) / 1000);
    }
  } finally {
    await waitUntilIdle();
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
  return seconds;
}

/** The CPU time of a process and its children so far, in units of 50 ms; a unique value while one of them exits. */
function activity(pid: number): string {
  try {
    return processTree(pid)
      .map((process) => `${process.pid} ${Math.floor(cpuTimeOf(process.pid) / 50_000)}`)
      .join();
  } catch {
    return String(performance.now());
  }
}
