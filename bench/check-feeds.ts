import { resolve } from 'node:path';
import { readSettings, SettingsError } from '#site/settings.ts';
import { checkFeeds } from './feeds/check-feeds.ts';
import type { FeedReader } from './feeds/feed-reader.ts';

// Validates every feed of a built site against its schema and several feed readers: npm run check:feeds -- [FOLDER]

/** "feedsmith, rss-parser (rss, atom)" */
function formatReaders(readers: readonly FeedReader[]): string {
  return readers
    .map(({ name, formats: forms }) => (forms.length < 3 ? `${name} (${forms.join(', ')})` : name))
    .join(', ');
}

const [folder] = process.argv.slice(2);
const site = folder ? resolve(folder) : readSettings(process.env, new Date()).outputDir;
const {
  feedCount: feeds,
  consistentCount: alike,
  errors: faults,
  readers,
  skippedReaders: skipped,
} = await checkFeeds(site);
if (feeds === 0) throw new SettingsError(`Không thấy nguồn tin nào trong ${site}: dựng trang trước (npm run build).`);
for (const { file, line, message: what } of faults) console.log(`${line ? `${file}:${line}` : file} · ${what}`);
console.error(
  `${feeds} feeds, ${alike} read alike by ${formatReaders(readers)}, ${faults.length} faults, skipped: ${formatReaders(skipped) || 'none'}`,
);
if (faults.length > 0) process.exitCode = 1;
