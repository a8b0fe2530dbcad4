import { readFileSync } from 'node:fs';

// Linux counts CPU time in hundredths of a second for every architecture that Node runs on (USER_HZ).
const tick = 10_000;

/** CPU time (µs) that a process has used so far. */
export function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * tick;
}
