import type { DurableObjectNamespace, Fetcher } from '@cloudflare/workers-types';
import {
  type CounterResponse,
  counterPrefix,
  handleRequest,
  internalError,
  type RequestContext,
  requestContext,
} from '../core/handle-request.ts';
import { isStrongToken } from '../core/is-strong-token.ts';
import { ShardedCounter } from '../core/sharded-counter.ts';
import { assetSitemapPaths } from './asset-sitemap-paths.ts';
import { readWorkerBody } from './read-worker-body.ts';
import { remoteShard } from './remote-shard.ts';
import type { Shard } from './shard.ts';

export { Shard } from './shard.ts';

/** The bindings of deploy/wrangler.jsonc, and the secret. */
export interface Env {
  readonly ASSETS: Fetcher;
  readonly SHARD: DurableObjectNamespace<Shard>;
  /** Number of shards; 1 by default. */
  readonly SHARDS?: string;
  readonly SITE_URL?: string;
  readonly COUNTER_ADMIN_TOKEN?: string;
}

// One per isolate: it caches the sitemap and the other shards' numbers.
let context: RequestContext | undefined;

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    if (pathname !== counterPrefix && !pathname.startsWith(`${counterPrefix}/`)) return fetchAsset(request, env);
    const { method, headers } = request;
    const header = (name: string) => headers.get(name) ?? undefined;
    try {
      context ??= createContext(env);
      return toResponse(
        method,
        await handleRequest(
          {
            method,
            path: pathname,
            query: search.slice(1),
            ip: header('cf-connecting-ip'),
            header,
            readBody: (limit) => readWorkerBody(request, limit),
          },
          context,
        ),
      );
    } catch (error) {
      console.error(String(error));
      return toResponse(method, internalError);
    }
  },
};

/** The cast is safe: at run time the Request types of the DOM and of Cloudflare are the same class. */
function fetchAsset(request: Request, { ASSETS }: Env): Promise<Response> {
  return (ASSETS as unknown as { fetch: (request: Request) => Promise<Response> }).fetch(request);
}

function toResponse(method: string, { status, headers, body }: CounterResponse): Response {
  return new Response(method === 'HEAD' || status === 304 ? null : body, { status, headers });
}

function createContext({ ASSETS, SHARD, SHARDS = '1', SITE_URL, COUNTER_ADMIN_TOKEN }: Env): RequestContext {
  const shards = Number(SHARDS);
  if (!Number.isInteger(shards) || shards < 1 || shards > 64) throw new Error(`SHARDS=${SHARDS}: từ 1 đến 64`);
  if (COUNTER_ADMIN_TOKEN && !isStrongToken(COUNTER_ADMIN_TOKEN))
    console.warn(
      'COUNTER_ADMIN_TOKEN quá ngắn nên bị bỏ qua: cần ít nhất 32 byte ngẫu nhiên (openssl rand -base64 32).',
    );
  const options = {
    counter: new ShardedCounter(
      Array.from({ length: shards }, (_, index) => remoteShard(SHARD, index)),
      Date.now,
    ),
    paths: assetSitemapPaths(ASSETS, Date.now),
    ...(SITE_URL && { siteOrigin: new URL(SITE_URL).origin }),
    ...(COUNTER_ADMIN_TOKEN && isStrongToken(COUNTER_ADMIN_TOKEN) && { adminToken: COUNTER_ADMIN_TOKEN }),
  };
  return requestContext(options, Date.now);
}
