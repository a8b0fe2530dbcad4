import { readdirSync, readFileSync } from 'node:fs';

/** A process as Linux tells of it: its number, and in kB the most memory it ever held. */
export interface ProcessStatus {
  readonly pid: number;
  readonly peak: number;
}

/** A process and all that it started, directly or not, as far as they still run. */
export function processTree(pid: number): ProcessStatus[] {
  const [, peak] = /^VmHWM:\s+(\d+)/m.exec(told(`/proc/${pid}/status`)) ?? [];
  if (peak === undefined) return [];
  const children = threads(pid).flatMap((thread) => told(`/proc/${pid}/task/${thread}/children`).match(/\d+/g) ?? []);
  return [{ pid, peak: Number(peak) }, ...children.flatMap((child) => processTree(Number(child)))];
}

function threads(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/** Empty when the process ended meanwhile. */
function told(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
