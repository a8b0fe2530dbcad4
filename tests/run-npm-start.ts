import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { freePort } from '#bench/fixtures/free-port.ts';
import { scriptArgs } from '#bench/fixtures/run-script.ts';
import { type ContentFiles, writeContent } from '#site/guide/content-files.ts';
import { projectRoot } from '#site/settings.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A real `npm start` on a content folder of its own, for one test. */
export interface RunningNpmStart {
  readonly content: string;
  readonly output: string;
  /** The URL it prints. */
  readonly url: string;
  readonly pid: number;
  /** Everything it printed so far. */
  consoleOutput(): string;
  /** Ends it and waits until its build process has exited too. */
  stop(): Promise<void>;
}

/**
 * Starts it on the smallest valid content, with some files added, replaced or removed; in a copy of the project if one
 * is given. Throws its output if it exits.
 */
export async function runNpmStart(
  files: ContentFiles,
  environment: Readonly<Record<string, string>> = {},
  root = projectRoot,
): Promise<RunningNpmStart> {
  const folder = temporaryFolder();
  const [content, output] = [join(folder, 'content'), join(folder, 'site')];
  writeContent(content, files);
  const env = {
    ...process.env,
    CONTENT_DIR: content,
    OUTPUT_DIR: output,
    PORT: String(await freePort()),
    ...environment,
  };
  const child = spawn(process.execPath, scriptArgs('scripts/start.ts', root), { env, stdio: 'pipe' });
  // Its build process writes to the same pipes: they close when both have exited.
  const closed = once(child, 'close');
  const end = async () => {
    child.kill();
    await closed;
  };
  onTestFinished(end);
  let printed = '';
  const address = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        printed += text;
        const [, url] = /Mở (http:\S+)/.exec(printed) ?? [];
        if (url) resolve(url);
      });
    child.once('close', () => reject(new Error(printed)));
  });
  return { content, output, url: address, pid: child.pid ?? -1, consoleOutput: () => printed, stop: end };
}
