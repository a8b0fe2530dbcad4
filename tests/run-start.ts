import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { freePort } from '#bench/fixtures/free-port.ts';
import { commandLine } from '#bench/fixtures/run-build.ts';
import { type ContentFiles, writeContent } from '#site/guide/content-files.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The real `npm start` over a content folder of its own, for one test. */
export interface RunningStart {
  readonly content: string;
  readonly output: string;
  /** The address it says to open. */
  readonly address: string;
  readonly pid: number;
  /** All it has printed so far. */
  said(): string;
  /** Ends it, and waits for its builder too. */
  end(): Promise<void>;
}

/** Starts it over the smallest content there is, with some files more, other or fewer. Throws what it said if it ended. */
export async function runStart(
  files: ContentFiles,
  knobs: Readonly<Record<string, string>> = {},
): Promise<RunningStart> {
  const folder = temporaryFolder();
  const [content, output] = [join(folder, 'content'), join(folder, 'site')];
  writeContent(content, files);
  const env = { ...process.env, CONTENT_DIR: content, OUTPUT_DIR: output, PORT: String(await freePort()), ...knobs };
  const child = spawn(process.execPath, commandLine('scripts/start.ts'), { env, stdio: 'pipe' });
  // Its builder writes into the same pipes: they close when both have ended.
  const closed = once(child, 'close');
  const end = async () => {
    child.kill();
    await closed;
  };
  onTestFinished(end);
  let said = '';
  const address = await new Promise<string>((ready, failed) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        said += text;
        const [, opened] = /Mở (http:\S+)/.exec(said) ?? [];
        if (opened) ready(opened);
      });
    child.once('close', () => failed(new Error(said)));
  });
  return { content, output, address, pid: child.pid ?? -1, said: () => said, end };
}
