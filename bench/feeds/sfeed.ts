import { spawnSync } from 'node:child_process';
import { type FeedReader, type ParsedFeedItem, readEachFeed } from './feed-reader.ts';

/** How it writes the content; in the other fields white space becomes a space. */
const escapes: Readonly<Record<string, string>> = { '\\t': '\t', '\\n': '\n', '\\\\': '\\' };

function sfeedItem(line: string): ParsedFeedItem {
  const [timestamp, title, url, content, , id, author, picture, categories] = line.split('\t');
  return {
    id,
    url,
    title,
    published: new Date(Number(timestamp) * 1000).toISOString(),
    author,
    categories: categories?.split('|'),
    content: content?.replace(/\\[tn\\]/g, (pair) => escapes[pair] ?? pair).trim(),
    picture: picture || undefined,
  };
}

const readEach = readEachFeed(({ text }) => {
  const { status, stdout, stderr } = spawnSync('sfeed', { input: text, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(stderr);
  return stdout.split('\n').slice(0, -1).map(sfeedItem);
});

/** sfeed, if installed; its fields are those of sfeed(5). */
export const sfeed: FeedReader = {
  name: 'sfeed',
  formats: ['rss', 'atom'],
  read: async (feeds) => (spawnSync('sfeed', { input: '' }).error ? undefined : readEach(feeds)),
};
