import { resolve } from 'node:path';
import { readSettings, SettingsError } from '#site/settings.ts';
import { checkFeeds } from './feeds/check-feeds.ts';
import type { FeedReader } from './feeds/feed-reader.ts';

// Validates every feed of a built site against its schema and several feed readers: npm run check:feeds -- [FOLDER]

/** "feedsmith, rss-parser (rss, atom)" */
function formatReaders(readers: readonly FeedReader[]): string {
  return readers.map(({ name, formats }) => (formats.length < 3 ? `${name} (${formats.join(', ')})` : name)).join(', ');
}

const [folder] = process.argv.slice(2);
const site = folder ? resolve(folder) : readSettings(process.env, new Date()).outputDir;
const { feedCount, consistentCount, errors, readers, skippedReaders } = await checkFeeds(site);
if (feedCount === 0)
  throw new SettingsError(`Không thấy nguồn tin nào trong ${site}: dựng trang trước (npm run build).`);
for (const { file, line, message } of errors) console.log(`${line ? `${file}:${line}` : file} · ${message}`);
console.error(
  `${feedCount} feeds, ${consistentCount} read alike by ${formatReaders(readers)}, ${errors.length} faults, skipped: ${formatReaders(skippedReaders) || 'none'}`,
);
if (errors.length > 0) process.exitCode = 1;
