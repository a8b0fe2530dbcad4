import { cpuOf } from '../build/cpu-of.ts';
import { HitConnection, hitOf } from './hit-load.ts';

/** What a server did with a load. */
export interface Measured {
  readonly perSecond: number;
  /** CPU time (µs, user and system) of the processes for one hit. */
  readonly cpu: number;
}

/** Sends the hits of so many visitors, the first of them numbered `first`, over connections kept alive. */
export async function measureLoad(
  port: number,
  pids: readonly number[],
  connections: number,
  first: number,
  visitors: number,
): Promise<Measured> {
  const requests = Array.from({ length: visitors }, (_, n) => hitOf(first + n));
  const open = Array.from({ length: connections }, () => new HitConnection(port));
  const cpu = () => pids.reduce((sum, pid) => sum + cpuOf(pid), 0);
  const [cpuBefore, began] = [cpu(), performance.now()];
  let next = 0;
  let counted = 0;
  await Promise.all(
    open.map(async (connection) => {
      for (let mine = requests[next++]; mine !== undefined; mine = requests[next++])
        if ((await connection.ask(mine))?.includes('"counted":true')) counted++;
    }),
  );
  const [seconds, used] = [(performance.now() - began) / 1000, cpu() - cpuBefore];
  for (const connection of open) connection.end();
  if (counted !== visitors) throw new Error(`${counted} of ${visitors} hits counted`);
  return { perSecond: visitors / seconds, cpu: used / visitors };
}
