import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { processTree } from '../bench/process-tree.ts';
import { article } from '../rule-examples.ts';
import { type RunningStart, runStart } from '../run-start.ts';

const patient = { timeout: 60_000, interval: 50 };

function save({ content }: RunningStart, title: string): void {
  writeFileSync(join(content, 'articles/bai.md'), article.replace('Hội nghị tổng kết năm', title));
}

async function saved(start: RunningStart, title: string): Promise<void> {
  save(start, title);
  await expect
    .poll(() => readFileSync(join(start.output, 'bai-viet', 'bai', 'index.html'), 'utf8'), patient)
    .toContain(title);
}

function builderOf({ pid }: RunningStart): number {
  const found = processTree(pid).find(({ pid }) =>
    readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('preview-build'),
  );
  return found?.pid ?? -1;
}

describe.runIf(process.platform === 'linux')('npm start', { timeout: 120_000 }, () => {
  test('builds save after save, says nothing of itself, and goes on when its builder was ended', async () => {
    const start = await runStart({ 'articles/bai.md': article });
    for (let time = 1; time <= 12; time++) await saved(start, `Lần lưu thứ ${time}`);
    expect(start.said()).not.toContain('Warning');

    process.kill(builderOf(start), 'SIGKILL');
    await saved(start, 'Sau khi máy dựng dừng');
  });

  test('ended in the middle of a build, ends its builder too, without a stack of errors', async () => {
    const start = await runStart({ 'articles/bai.md': article });
    for (let time = 1; time <= 5; time++) {
      await saved(start, `Lần lưu thứ ${time}`);
      save(start, 'Lưu rồi dừng');
    }
    await start.end();
    expect(start.said()).not.toMatch(/^ +at /m);
  });
});
