import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { type FeedReader, feedDateToIso } from './feed-reader.ts';

const notInstalled = 3;
const field = z.string().nullable();
const readings = z.array(
  z.union([
    z.string(),
    z.array(z.object({ id: field, title: field, published: field, updated: field, author: field, picture: field })),
  ]),
);

/** feedparser for Python, if installed for the system's python3. */
export const feedparser: FeedReader = {
  name: 'feedparser of Python',
  formats: ['rss', 'atom'],
  read: async (feeds) => {
    const { error, status, stdout, stderr } = spawnSync('python3', [join(import.meta.dirname, 'read_feeds.py')], {
      input: JSON.stringify(feeds.map(({ text }) => text)),
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
    });
    if (status === notInstalled || (error && 'code' in error && error.code === 'ENOENT')) return undefined;
    if (status !== 0) throw error ?? new Error(stderr);
    return readings.parse(JSON.parse(stdout)).map((reading) =>
      typeof reading === 'string'
        ? new Error(reading)
        : reading.map((item) => ({
            id: item.id ?? undefined,
            title: item.title ?? undefined,
            published: feedDateToIso(item.published ?? undefined),
            updated: feedDateToIso(item.updated ?? undefined),
            author: item.author ?? undefined,
            picture: item.picture ?? undefined,
          })),
    );
  },
};
