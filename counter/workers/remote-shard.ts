import type { DurableObjectNamespace } from '@cloudflare/workers-types';
import { type Counts, NotDurable } from '../core/counts.ts';
import { ImportError } from '../core/rows.ts';
import type { ImportAnswer, Shard } from './shard.ts';

/** One shard as the routes see it; whatever keeps it from answering means that nothing was made durable. */
export function remoteShard(shards: DurableObjectNamespace<Shard>, index: number): Counts {
  // A stub that failed once stays broken, so each call has its own. The object is made near the readers.
  const stub = () => shards.get(shards.idFromName(`shard-${index}`), { locationHint: 'apac' });
  const durable = async <Given>(call: PromiseLike<Given>): Promise<Given> => {
    try {
      return await call;
    } catch (error) {
      console.error(`shard-${index}: ${String(error)}`);
      throw new NotDurable(String(error));
    }
  };
  return {
    hit: (visit) => durable(stub().hit(visit)),
    shown: async (path) => {
      const { total, today, pages } = await durable(stub().figures([path]));
      return { total, today, path, views: pages[path] ?? 0, counted: false };
    },
    figures: (paths) => durable(stub().figures(paths)),
    all: () => durable(stub().all()),
    export: () => durable(stub().export()),
    async import(rows) {
      const given = await durable<ImportAnswer>(stub().import(rows));
      if ('status' in given) throw new ImportError(given.status, given.message);
      return given;
    },
    health: () => durable(stub().health()),
  };
}
