import { join } from 'node:path';
import type { FeedReader } from './feed-reader.ts';
import { readWithProgram } from './read-with-program.ts';

const args = [join(import.meta.dirname, 'read_feeds.py')];

/** feedparser for Python, if installed for a python3: the first one of the path may be another than the system's. */
export const feedparser: FeedReader = {
  name: 'feedparser of Python',
  formats: ['rss', 'atom'],
  read: async (feeds) => {
    for (const command of ['python3', '/usr/bin/python3']) {
      const read = readWithProgram({ command, args, notInstalled: 3 }, feeds);
      if (read) return read;
    }
    return undefined;
  },
};
