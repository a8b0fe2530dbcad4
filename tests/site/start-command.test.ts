import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { root } from '#site/settings.ts';
import { processTree } from '../bench/process-tree.ts';
import { contentFolder } from '../content-folder.ts';
import { freePort } from '../free-port.ts';
import { article } from '../rule-examples.ts';

const patient = { timeout: 60_000, interval: 50 };

test.runIf(process.platform === 'linux')(
  'npm start builds save after save, says nothing of itself, and goes on when its builder was ended',
  { timeout: 120_000 },
  async () => {
    const content = contentFolder({ 'articles/bai.md': article });
    const output = `${content}-xem-thu`;
    const env = { ...process.env, CONTENT_DIR: content, OUTPUT_DIR: output, PORT: String(await freePort()) };
    const child = spawn(process.execPath, [join(root, 'scripts', 'start.ts')], { env, stdio: 'pipe' });
    onTestFinished(() => {
      child.kill();
      // Its builder ends what it is at.
      rmSync(output, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
    await expect.poll(() => said, patient).toContain('Mở http');

    const save = async (title: string) => {
      writeFileSync(join(content, 'articles/bai.md'), article.replace('Hội nghị tổng kết năm', title));
      await expect
        .poll(() => readFileSync(join(output, 'bai-viet', 'bai', 'index.html'), 'utf8'), patient)
        .toContain(title);
    };
    for (let time = 1; time <= 12; time++) await save(`Lần lưu thứ ${time}`);
    expect(said).not.toContain('Warning');

    const builder = processTree(child.pid ?? -1).find(({ pid }) =>
      readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('preview-build'),
    );
    process.kill(builder?.pid ?? -1, 'SIGKILL');
    await save('Sau khi máy dựng dừng');
  },
);
