import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { checkFeeds, feedReaders } from '#bench/feeds/check-feeds.ts';
import { runScript } from '#bench/fixtures/run-script.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const files = ['feed.xml', 'atom.xml', 'feed.json'] as const;

/** A folder with the feeds of tests/fixtures/every-state, one of them damaged. */
function damaged(file: (typeof files)[number], from: string | RegExp, to: string): string {
  const folder = temporaryFolder();
  for (const name of files) cpSync(join(inject('everyStateDir'), name), join(folder, name));
  const original = readFileSync(join(folder, file), 'utf8');
  const broken = original.replace(from, to);
  expect(broken).not.toBe(original);
  writeFileSync(join(folder, file), broken);
  return folder;
}

test.each(['rss', 'atom', 'json'] as const)('%s is read by at least three readers from npm', (form) => {
  const npmReaders = ['feedsmith', 'rss-parser', 'feedme', '@extractus/feed-extractor'];
  const fromNpm = feedReaders.filter(({ name, formats }) => npmReaders.includes(name) && formats.includes(form));
  expect(fromNpm.length).toBeGreaterThanOrEqual(3);
});

test.each([
  ['the newsroom', 'newsroomDir', 250],
  ['the union', 'unionDir', 12],
  ['an article with every feature', 'everyStateDir', 12],
] as const)(
  'every feed of %s is well-formed, valid and parsed identically by all readers',
  async (_, site, minimum) => {
    const { feedCount, consistentCount, errors } = await checkFeeds(inject(site));
    expect(errors).toEqual([]);
    expect(feedCount).toBeGreaterThanOrEqual(minimum);
    expect(consistentCount).toBe(feedCount);
  },
);

test.each([
  ['an & that is not escaped', 'feed.xml', '<title>', '<title>R&D ', /parser error : .*EntityRef/],
  ['a tag that is not closed', 'atom.xml', '</entry>', '', /parser error/],
  ['an undeclared prefix', 'feed.xml', / xmlns:dc="[^"]*"/, '', /Namespace prefix dc on creator is not defined/],
  ['an undeclared prefix that no element needs', 'atom.xml', '</feed>', '<x:y/></feed>', /Namespace prefix x on y/],
  ['an article without id', 'feed.xml', /<guid.*<\/guid>\n/, '', /Expecting an element guid/],
  ['an article without id', 'atom.xml', /(?<=<entry>\n)<id>.*<\/id>\n/, '', /Expecting an element id/],
  ['an article without id', 'feed.json', /"id":"urn:[^"]*",/, '', /^items\.0\.id: /],
  ['an id that is a path on this site', 'atom.xml', /(?<=<entry>\n<id>)[^<]*/, '/bai-viet/x/', /element id/],
  ['a date without a day of the week', 'feed.xml', /(?<=<pubDate>)\w+, /, '', /element pubDate/],
  ['a date that does not exist', 'atom.xml', /(?<=<published>)[^<]*/, '2026-02-30T08:00:00+07:00', /'2026-02-30T/],
  ['a date without a time', 'feed.json', /(?<="date_published":")[^"]*/, '2026-11-02', /^items\.0\.date_published: /],
  ['a picture without its length', 'feed.xml', / length="\d+"/, '', /element enclosure/],
  ['a picture without an absolute URL', 'feed.json', /(?<="image":")https:\/\/[^/]*/, '', /^items\.0\.image: /],
  ['an article without author', 'atom.xml', /<author>[\s\S]*?<\/author>\n/, '', /element entry/],
  ['truncated JSON', 'feed.json', /\}\n$/, '', /SyntaxError/],
] as const)('%s is an error: %s', async (_, file, from, to, message) => {
  const { feedCount, consistentCount, errors } = await checkFeeds(damaged(file, from, to));
  expect(errors).toEqual([expect.objectContaining({ file, message: expect.stringMatching(message) })]);
  expect({ feedCount, consistentCount }).toEqual({ feedCount: 3, consistentCount: 2 });
});

test('a valid feed that readers parse differently is an error: a title that some of them trim', async () => {
  const { consistentCount, errors } = await checkFeeds(damaged('feed.xml', /(?<=<item>\n<title>)/, ' '));
  expect(errors).toEqual([
    { file: 'feed.xml', message: expect.stringMatching(/^title of item 1: feedsmith reads "\S.*", rss-parser " /) },
  ]);
  expect(consistentCount).toBe(2);
});

test('an alternative text that readers take for the lead is an error, where one of them is installed', async ({
  skip,
}) => {
  const folder = damaged('feed.xml', /(<media:description>.*<\/media:description>\n)(<\/media:content>\n)/, '$2$1');
  const { errors, skippedReaders } = await checkFeeds(folder);
  if (skippedReaders.some(({ name }) => name.includes('Python'))) skip('feedparser is not on this machine');
  expect(errors).toContainEqual(expect.objectContaining({ file: 'feed.xml' }));
});

test('the command prints each invalid feed with its line and fails; for a valid site it prints only the counts', () => {
  const { status, stdout, stderr } = runScript('check-feeds', {}, [damaged('feed.xml', /<guid.*<\/guid>\n/, '')]);
  expect(stdout).toMatch(/^feed\.xml:\d+ · element item: .*Expecting an element guid, got nothing\n$/);
  expect(stderr).toMatch(/^3 feeds, 2 read alike by feedsmith, rss-parser \(rss, atom\), .*, 1 faults, skipped: .+\n$/);
  expect(status).toBe(1);

  const valid = runScript('check-feeds', { OUTPUT_DIR: inject('everyStateDir') });
  expect([valid.status, valid.stdout]).toEqual([0, '']);
  expect(valid.stderr).toMatch(/^(\d+) feeds, \1 read alike by .*, 0 faults, skipped: .+\n$/);
});

test('a folder without feeds is an error', () => {
  const { status, stderr } = runScript('check-feeds', {}, [temporaryFolder()]);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^Không thấy nguồn tin nào trong .*: dựng trang trước \(npm run build\)\.\n$/);
});
