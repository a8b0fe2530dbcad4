import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { processTree } from './process-tree.ts';

/** A command to run in `cwd`; `env` is added to our environment. */
export interface BenchCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The cost of a run. */
export interface RunMeasurement {
  readonly seconds: number;
  /** CPU seconds (user and system) of the program and of its child processes. */
  readonly cpu: number;
  /** Peak memory of all its processes together, sampled every 50 ms. */
  readonly megabytes: number;
}

/** Runs a command to its end and measures it. Throws with the output of a command that fails. */
export async function runMeasured({ program, args, cwd, env }: BenchCommand): Promise<RunMeasurement> {
  const [cpuBefore, start] = [cpuOfChildren(), performance.now()];
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  let kilobytes = 0;
  const sampling = setInterval(() => {
    const current = processTree(child.pid ?? -1).reduce((sum, { peakKilobytes: peak }) => sum + peak, 0);
    kilobytes = Math.max(kilobytes, current);
  }, 50);
  const status = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(() => clearInterval(sampling));
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}\n${output}`);
  const seconds = (performance.now() - start) / 1000;
  return { seconds, cpu: (cpuOfChildren() - cpuBefore) / 100, megabytes: kilobytes / 1024 };
}

/** CPU time of the exited children of this process, in hundredths of a second (USER_HZ). */
function cpuOfChildren(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return Number(fields[13]) + Number(fields[14]);
}
