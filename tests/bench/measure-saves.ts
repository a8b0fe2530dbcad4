import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { articleAddress } from '#news/address.ts';
import { root } from '#site/settings.ts';
import { freePort } from '#tests/free-port.ts';
import { generatedArticle } from './generated-article.ts';
import { articleFile } from './generated-content.ts';
import { type OwnBuild, ownScript } from './own-build.ts';

/** Seconds from saving an article to its new page, for each of some articles saved one after another under `npm start`. */
export async function measureSaves(build: OwnBuild, numbers: readonly number[]): Promise<number[]> {
  const port = await freePort();
  const env = { ...process.env, ...build.knobs, PREVIEW: '1', PORT: String(port) };
  const child = spawn(process.execPath, [ownScript('start')], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [said, spoke] = ['', performance.now()];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      said += text;
      spoke = performance.now();
    });
  const until = async (what: () => boolean) => {
    while (!what()) {
      if (child.exitCode !== null) throw new Error(said);
      await wait(5);
    }
  };
  // What a build does after its page is there is no part of the next one.
  const calm = () => until(() => performance.now() - spoke > 1500);

  const seconds: number[] = [];
  try {
    await until(() => said.includes('http://'));
    for (const n of numbers) {
      await calm();
      const article = generatedArticle(n);
      const page = join(build.output, articleAddress(article.slug), 'index.html');
      const sentence = `Một câu vừa lưu vào bài số ${n}.`;
      const began = performance.now();
      appendFileSync(join(build.content, articleFile(article)), `\n${sentence}\n`);
      await until(() => existsSync(page) && readFileSync(page, 'utf8').includes(sentence));
      seconds.push((performance.now() - began) / 1000);
    }
    await calm();
  } finally {
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
  return seconds;
}
