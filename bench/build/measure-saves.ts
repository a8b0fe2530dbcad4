import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { articleAddress } from '#news/address.ts';
import { root } from '#site/settings.ts';
import { freePort } from '../fixtures/free-port.ts';
import { generatedArticle } from '../fixtures/generated-article.ts';
import { articleFile } from '../fixtures/generated-content.ts';
import { cpuOf } from './cpu-of.ts';
import { type OwnBuild, ownScript } from './own-build.ts';
import { processTree } from './process-tree.ts';

/** Seconds from saving an article to its new page, for each of some articles saved one after another under `npm start`. */
export async function measureSaves(build: OwnBuild, numbers: readonly number[]): Promise<number[]> {
  const port = await freePort();
  const env = { ...process.env, ...build.knobs, PREVIEW: '1', PORT: String(port) };
  const child = spawn(process.execPath, ownScript('start'), { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  const until = async (what: () => boolean, every: number) => {
    while (!what()) {
      if (child.exitCode !== null) throw new Error(said);
      await wait(every);
    }
  };
  // What is still being built is no part of the next save: nothing is, once its processes have rested for a second.
  const calm = async () => {
    let before = '';
    await until(() => {
      const now = workDone(child.pid ?? -1);
      const rested = now === before;
      before = now;
      return rested;
    }, 1000);
  };

  const seconds: number[] = [];
  try {
    await until(() => said.includes('Mở http'), 50);
    for (const n of numbers) {
      await calm();
      const article = generatedArticle(n);
      const page = join(build.output, articleAddress(article.slug), 'index.html');
      const sentence = `Một câu vừa lưu vào bài số ${n}.`;
      const began = performance.now();
      appendFileSync(join(build.content, articleFile(article)), `\n${sentence}\n`);
      await until(() => existsSync(page) && readFileSync(page, 'utf8').includes(sentence), 5);
      seconds.push((performance.now() - began) / 1000);
    }
  } finally {
    await calm();
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
  return seconds;
}

/** What a process and its children did so far, to a twentieth of a second of CPU; never twice the same while one of them ends. */
function workDone(pid: number): string {
  try {
    return processTree(pid)
      .map((each) => `${each.pid} ${Math.floor(cpuOf(each.pid) / 50_000)}`)
      .join();
  } catch {
    return String(performance.now());
  }
}
