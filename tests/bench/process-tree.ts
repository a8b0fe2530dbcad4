import { readdirSync, readFileSync } from 'node:fs';

/** A process as Linux tells of it: its number, its parent's, and in kB the most memory it ever held (VmHWM). */
export type ProcessStatus = Readonly<Record<string, number>>;

/** A process and all that it started, directly or not. */
export function processTree(pid: number): ProcessStatus[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(statusOf);
  const below = (parent: number): ProcessStatus[] =>
    all.filter(({ PPid }) => PPid === parent).flatMap((child) => [child, ...below(child['Pid'] ?? -1)]);
  return [...all.filter(({ Pid }) => Pid === pid), ...below(pid)];
}

function statusOf(pid: string): ProcessStatus {
  try {
    const lines = readFileSync(`/proc/${pid}/status`, 'utf8').matchAll(/^(\w+):\s+(\d+)/gm);
    return Object.fromEntries(Array.from(lines, ([, name, value]) => [name, Number(value)]));
  } catch {
    // It ended while the others were looked at.
    return {};
  }
}
