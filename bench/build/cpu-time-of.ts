import { readFileSync } from 'node:fs';

// Linux reports CPU time in hundredths of a second (USER_HZ) on every architecture that Node supports.
const tickMicroseconds = 10_000;

/** CPU time (µs, user and system) that a process has used so far. */
export function cpuTimeOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * tickMicroseconds;
}
