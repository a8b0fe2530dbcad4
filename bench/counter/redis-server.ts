import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { createClient } from '@redis/client';
import { isBot } from '#counter/core/bots.ts';
import { dateOf, dayOf } from '#counter/core/calendar.ts';
import { countedPath } from '#counter/core/counted-path.ts';
import { networkOf } from '#counter/core/network.ts';
import { isOwnOrigin } from '#counter/core/own-origin.ts';
import { loadedPaths } from './hit-load.ts';

// The same promises kept the usual way: Node in front of Redis with `appendfsync always`, pipelined; REDIS_PORT is its port.
const redis = createClient({ socket: { host: '127.0.0.1', port: Number(process.env['REDIS_PORT']) } });
await redis.connect();
const paths = new Set(loadedPaths);
const salt = randomBytes(32).toString('base64url');
const limit = 120;
const window = 1800;

function key(...parts: readonly string[]): string {
  return createHash('sha256')
    .update(`${salt}\0${parts.join('\0')}`)
    .digest('base64url')
    .slice(0, 8);
}

async function hit(network: string, userAgent: string, path: string) {
  const today = dateOf(dayOf(Date.now()));
  const tally = `n:${key(network)}`;
  const [visit, view, views] = await Promise.all([
    redis.set(`v:${key(network, userAgent)}`, 1, { NX: true, EX: window }),
    redis.set(`p:${key(network, userAgent, path)}`, 1, { NX: true, EX: window }),
    redis.incr(tally),
    redis.expire(tally, window, 'NX'),
  ]);
  const counted = view !== null && views <= limit;
  const by = counted ? 1 : 0;
  const visits = counted && visit !== null ? 1 : 0;
  const [total, day, page] = await Promise.all([
    redis.incrBy('total', visits),
    redis.incrBy(`day:${today}`, visits),
    redis.incrBy(`page:${path}`, by),
  ]);
  return { total, today: day, path, views: page, counted };
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', async () => {
    const header = (name: string) => {
      const value = request.headers[name];
      return typeof value === 'string' ? value : undefined;
    };
    const path = countedPath(Buffer.concat(chunks).toString());
    const network = networkOf(header('x-real-ip') ?? '');
    const userAgent = header('user-agent') ?? '';
    if (!path || !paths.has(path) || !network || isBot(userAgent) || !isOwnOrigin(header, undefined)) {
      response.writeHead(404).end();
      return;
    }
    const body = JSON.stringify(await hit(network, userAgent, path));
    response.writeHead(200, {
      'Content-Type': 'application/json; charset=utf-8',
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'no-store',
      'Content-Length': Buffer.byteLength(body),
    });
    response.end(body);
  });
});
server.listen(0, '127.0.0.1', () => {
  const bound = server.address();
  if (typeof bound === 'object' && bound) console.log(`http://127.0.0.1:${bound.port}/`);
});
