import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { checkFeeds, feedReaders } from '#bench/feeds/check-feeds.ts';
import { run } from '#bench/fixtures/run-build.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const files = ['feed.xml', 'atom.xml', 'feed.json'] as const;

/** The feeds of a built article that holds everything, one of them damaged. */
function damaged(file: (typeof files)[number], from: string | RegExp, to: string): string {
  const folder = temporaryFolder();
  for (const each of files) cpSync(join(inject('everyStateDir'), each), join(folder, each));
  const sound = readFileSync(join(folder, file), 'utf8');
  const broken = sound.replace(from, to);
  expect(broken).not.toBe(sound);
  writeFileSync(join(folder, file), broken);
  return folder;
}

test.each(['rss', 'atom', 'json'] as const)(
  '%s has three readers at least, though the machine has no other',
  (form) => {
    const fromNpm = feedReaders.filter(({ name, forms }) => !name.includes('Python') && forms.includes(form));
    expect(fromNpm.length).toBeGreaterThanOrEqual(3);
  },
);

test.each([
  ['the newsroom', 'newsroomDir', 250],
  ['the union', 'unionDir', 12],
  ['an article that holds everything', 'everyStateDir', 12],
] as const)('every feed of %s is well-formed, valid and read alike by all readers', async (_, site, fewest) => {
  const { feeds, alike, faults } = await checkFeeds(inject(site));
  expect(faults).toEqual([]);
  expect(feeds).toBeGreaterThanOrEqual(fewest);
  expect(alike).toBe(feeds);
});

test.each([
  ['an & that is not escaped', 'feed.xml', '<title>', '<title>R&D ', /parser error : .*EntityRef/],
  ['a tag that is not closed', 'atom.xml', '</entry>', '', /parser error/],
  ['an undeclared prefix', 'feed.xml', / xmlns:dc="[^"]*"/, '', /Namespace prefix dc on creator is not defined/],
  ['an undeclared prefix that no element needs', 'atom.xml', '</feed>', '<x:y/></feed>', /Namespace prefix x on y/],
  ['an article without id', 'feed.xml', /<guid.*<\/guid>\n/, '', /Expecting an element guid/],
  ['an article without id', 'atom.xml', /(?<=<entry>\n)<id>.*<\/id>\n/, '', /Expecting an element id/],
  ['an article without id', 'feed.json', /"id":"urn:[^"]*",/, '', /^items\.0\.id: /],
  ['an id that is an address on this site', 'atom.xml', /(?<=<entry>\n<id>)[^<]*/, '/bai-viet/x/', /element id/],
  ['a date without a day of the week', 'feed.xml', /(?<=<pubDate>)\w+, /, '', /element pubDate/],
  ['a date that no calendar has', 'atom.xml', /(?<=<published>)[^<]*/, '2026-02-30T08:00:00+07:00', /'2026-02-30T/],
  ['a date without an hour', 'feed.json', /(?<="date_published":")[^"]*/, '2026-11-02', /^items\.0\.date_published: /],
  ['a picture without its length', 'feed.xml', / length="\d+"/, '', /element enclosure/],
  ['a picture without the whole address', 'feed.json', /(?<="image":")https:\/\/[^/]*/, '', /^items\.0\.image: /],
  ['an article without author', 'atom.xml', /<author>[\s\S]*?<\/author>\n/, '', /element entry/],
  ['JSON that is cut off', 'feed.json', /\}\n$/, '', /SyntaxError/],
] as const)('%s is a fault: %s', async (_, file, from, to, what) => {
  const { feeds, alike, faults } = await checkFeeds(damaged(file, from, to));
  expect(faults).toEqual([expect.objectContaining({ file, what: expect.stringMatching(what) })]);
  expect({ feeds, alike }).toEqual({ feeds: 3, alike: 2 });
});

test('a valid feed that readers do not read alike is a fault: a title some of them trim', async () => {
  const { alike, faults } = await checkFeeds(damaged('feed.xml', /(?<=<item>\n<title>)/, ' '));
  expect(faults).toEqual([
    { file: 'feed.xml', what: expect.stringMatching(/^title of item 1: feedsmith reads "\S.*", rss-parser " /) },
  ]);
  expect(alike).toBe(2);
});

test('the command names each faulty feed and its line, counts, and fails; of a sound site it counts and ends well', () => {
  const { status, stdout, stderr } = run('check-feeds', {}, [damaged('feed.xml', /<guid.*<\/guid>\n/, '')]);
  expect(stdout).toMatch(/^feed\.xml:\d+ · element item: .*Expecting an element guid, got nothing\n$/);
  expect(stderr).toMatch(/^3 feeds, 2 read alike by feedsmith, rss-parser \(rss, atom\), .*, 1 faults, skipped: .+\n$/);
  expect(status).toBe(1);

  const sound = run('check-feeds', { OUTPUT_DIR: inject('everyStateDir') });
  expect([sound.status, sound.stdout]).toEqual([0, '']);
  expect(sound.stderr).toMatch(/^(\d+) feeds, \1 read alike by .*, 0 faults, skipped: .+\n$/);
});

test('a folder without feeds is no sound site', () => {
  const { status, stderr } = run('check-feeds', {}, [temporaryFolder()]);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^Không thấy nguồn tin nào trong .*: dựng trang trước \(npm run build\)\.\n$/);
});
