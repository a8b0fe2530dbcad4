import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { type FeedFile, type FeedReader, type ParsedFeedItem, readEachFeed } from './feed-reader.ts';

const rows = z.array(
  z.object({
    guid: z.string(),
    url: z.string(),
    title: z.string(),
    pubDate: z.number(),
    author: z.string(),
    content: z.string(),
  }),
);

/** One feed for each cache of its own: newsboat shows an item once, although it is in several feeds. */
function readFeed({ text }: FeedFile): ParsedFeedItem[] {
  const folder = mkdtempSync(join(tmpdir(), 'newsboat-'));
  try {
    const [feed, urls, cache, config] = ['feed.xml', 'urls', 'cache.db', 'config'].map((name) => join(folder, name));
    if (!feed || !urls || !cache || !config) throw new Error('four names');
    writeFileSync(feed, text);
    writeFileSync(urls, `file://${feed}\n`);
    // By default it would forget what is beyond a number of items.
    writeFileSync(config, 'max-items 0\n');
    const { status, stdout } = spawnSync('newsboat', ['-q', '-u', urls, '-c', cache, '-C', config, '-x', 'reload'], {
      encoding: 'utf8',
      env: { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8' },
    });
    if (status !== 0) throw new Error(stdout);
    const database = new DatabaseSync(cache, { readOnly: true });
    try {
      return rows.parse(database.prepare('SELECT * FROM rss_item ORDER BY id DESC').all()).map((row) => ({
        id: row.guid,
        url: row.url,
        title: row.title,
        published: new Date(row.pubDate * 1000).toISOString(),
        author: row.author,
        content: row.content.trim(),
      }));
    } finally {
      database.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const readEach = readEachFeed(readFeed);

/** newsboat, if installed; what it shows of an item is in its cache. */
export const newsboat: FeedReader = {
  name: 'newsboat',
  formats: ['rss', 'atom'],
  read: async (feeds) => (spawnSync('newsboat', ['--version']).error ? undefined : readEach(feeds)),
};
