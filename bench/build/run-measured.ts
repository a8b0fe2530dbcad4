import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { processTree } from './process-tree.ts';

/** A program to run: what, where, and what its environment has beside ours. */
export interface Command {
  readonly program: string;
  readonly words: readonly string[];
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** What a run took. */
export interface Taken {
  readonly seconds: number;
  /** Seconds of CPU, user and system, of the program and what it waited for. */
  readonly cpu: number;
  /** The most memory its processes held together, as far as looks every 50 ms can tell. */
  readonly megabytes: number;
}

/** Runs a program in a process of its own, from start to end. */
export async function runMeasured({ program, words, folder, env }: Command): Promise<Taken> {
  const [cpuBefore, began] = [cpuOfChildren(), performance.now()];
  const child = spawn(program, words, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  let kilobytes = 0;
  const look = setInterval(() => {
    const held = processTree(child.pid ?? -1).reduce((sum, { peak }) => sum + peak, 0);
    kilobytes = Math.max(kilobytes, held);
  }, 50);
  const status = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(() => clearInterval(look));
  if (status !== 0) throw new Error(`${program} ${words.join(' ')}\n${said}`);
  const seconds = (performance.now() - began) / 1000;
  return { seconds, cpu: (cpuOfChildren() - cpuBefore) / 100, megabytes: kilobytes / 1024 };
}

/** Hundredths of a second (USER_HZ) of CPU that the ended children of this process used. */
function cpuOfChildren(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return Number(fields[13]) + Number(fields[14]);
}
