import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { createClient } from '@redis/client';
import { countedPath } from '#counter/core/counted-path.ts';
import { dateOfEpochDay, epochDayAt } from '#counter/core/epoch-day.ts';
import { isBot } from '#counter/core/is-bot.ts';
import { isOwnOrigin } from '#counter/core/is-own-origin.ts';
import { networkOf } from '#counter/core/network-of.ts';
import { loadTestPaths } from './hit-load.ts';

// A counter with the same guarantees on Redis: `appendfsync always`, pipelined commands; REDIS_PORT is Redis's port.
const redis = createClient({ socket: { host: '127.0.0.1', port: Number(process.env['REDIS_PORT']) } });
await redis.connect();
const paths = new Set(loadTestPaths);
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
  const today = dateOfEpochDay(epochDayAt(Date.now()));
  const tally = `n:${key(network)}`;
  const [newVisit, newView, networkViews] = await Promise.all([
    redis.set(`v:${key(network, userAgent)}`, 1, { NX: true, EX: window }),
    redis.set(`p:${key(network, userAgent, path)}`, 1, { NX: true, EX: window }),
    redis.incr(tally),
    redis.expire(tally, window, 'NX'),
  ]);
  const counted = newView !== null && networkViews <= limit;
  const viewIncrement = counted ? 1 : 0;
  const visitIncrement = counted && newVisit !== null ? 1 : 0;
  const [total, visitsToday, views] = await Promise.all([
    redis.incrBy('total', visitIncrement),
    redis.incrBy(`day:${today}`, visitIncrement),
    redis.incrBy(`page:${path}`, viewIncrement),
  ]);
  return { total, today: visitsToday, path, views, counted };
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
  const address = server.address();
  if (typeof address === 'object' && address) console.log(`http://127.0.0.1:${address.port}/`);
});
