import type { DurableObjectNamespace } from '@cloudflare/workers-types';
import { ImportError } from '../core/rows.ts';
import { NotDurableError, type VisitCounter } from '../core/visit-counter.ts';
import type { Shard, ShardImportResult } from './shard.ts';

/** A shard called over RPC. Any error of the call means that nothing was committed: it becomes a NotDurableError. */
export function remoteShard(shards: DurableObjectNamespace<Shard>, index: number): VisitCounter {
  // A stub stays broken after an error, so each call gets a new one. The hint places the object near the readers.
  const stub = () => shards.get(shards.idFromName(`shard-${index}`), { locationHint: 'apac' });
  const checked = async <Result>(call: PromiseLike<Result>): Promise<Result> => {
    try {
      return await call;
    } catch (error) {
      console.error(`shard-${index}: ${String(error)}`);
      throw new NotDurableError(String(error));
    }
  };
  return {
    hit: (visit) => checked(stub().hit(visit)),
    pageFigures: async (path) => {
      const { total, today, pages } = await checked(stub().figures([path]));
      return { total, today, path, views: pages[path] ?? 0, counted: false };
    },
    figures: (paths) => checked(stub().figures(paths)),
    all: () => checked(stub().all()),
    export: (after) => checked(stub().export(after)),
    async import(rows) {
      const result = await checked<ShardImportResult>(stub().import(rows));
      if ('status' in result) throw new ImportError(result.status, result.message);
      return result;
    },
    health: () => checked(stub().health()),
  };
}
