import { cpuTimeOf } from '../build/cpu-time-of.ts';
import { HitConnection, hitRequest } from './hit-load.ts';

/** The throughput and cost of a server under load. */
export interface LoadMeasurement {
  readonly perSecond: number;
  /** CPU time (µs, user and system) of all processes per hit. */
  readonly cpu: number;
}

/** Sends one hit for each of `visitors` visitors, numbered from `first`, over keep-alive connections. */
export async function measureLoad(
  port: number,
  pids: readonly number[],
  connections: number,
  first: number,
  visitors: number,
): Promise<LoadMeasurement> {
  const requests = Array.from({ length: visitors }, (_, n) => hitRequest(first + n));
  const pool = Array.from({ length: connections }, () => new HitConnection(port));
  const totalCpu = () => pids.reduce((sum, pid) => sum + cpuTimeOf(pid), 0);
  const [cpuBefore, start] = [totalCpu(), performance.now()];
  let next = 0;
  let counted = 0;
  await Promise.all(
    pool.map(async (connection) => {
      for (let request = requests[next++]; request !== undefined; request = requests[next++])
        if ((await connection.send(request))?.includes('"counted":true')) counted++;
    }),
  );
  const [seconds, cpu] = [(performance.now() - start) / 1000, totalCpu() - cpuBefore];
  for (const connection of pool) connection.end();
  if (counted !== visitors) throw new Error(`${counted} of ${visitors} hits counted`);
  return { perSecond: visitors / seconds, cpu: cpu / visitors };
}
