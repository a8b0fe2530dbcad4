import { readdirSync, readFileSync } from 'node:fs';

/** A process on Linux, with its peak memory in kB. */
export interface ProcessStatus {
  readonly pid: number;
  readonly peakKilobytes: number;
}

/** A process and all its running descendants. */
export function processTree(pid: number): ProcessStatus[] {
  const [, peak] = /^VmHWM:\s+(\d+)/m.exec(readProcFile(`/proc/${pid}/status`)) ?? [];
  if (peak === undefined) return [];
  const children = threadIds(pid).flatMap(
    (thread) => readProcFile(`/proc/${pid}/task/${thread}/children`).match(/\d+/g) ?? [],
  );
  return [{ pid, peakKilobytes: Number(peak) }, ...children.flatMap((child) => processTree(Number(child)))];
}

function threadIds(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/** The content of a file in /proc; empty when the process has exited. */
function readProcFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
