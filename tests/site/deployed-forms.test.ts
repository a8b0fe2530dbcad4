import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixtureNewsroom, runScript } from '#bench/fixtures/run-script.ts';
import { filesIn } from '#site/cache/files-in.ts';
import { commitAll } from '../git-repository.ts';
import { temporaryFolder } from '../temporary-folder.ts';

test('when every item is broken and every picture is gone, the site is as it was deployed, byte for byte', () => {
  const [content, record, before, after] = Array.from({ length: 4 }, temporaryFolder) as [
    string,
    string,
    string,
    string,
  ];
  cpSync(fixtureNewsroom, content, { recursive: true });
  const commit = commitAll(content);
  const build = (output: string) =>
    runScript(
      'build',
      { CONTENT_DIR: content, OUTPUT_DIR: output, MEMORY_DIR: temporaryFolder(), SITE_URL: 'https://example.org' },
      ['--against', record],
    );
  expect(build(before).status).toBe(0);
  cpSync(join(before, 'sitemap.xml'), join(record, 'sitemap.xml'));
  writeFileSync(join(record, 'deployed.json'), JSON.stringify({ commit, builtAt: '2026-11-23T01:00:00.000Z' }));

  for (const file of filesIn(content))
    if (file.endsWith('.md')) writeFileSync(join(content, file), 'hỏng');
    else if (/^[a-z]+\/.*\.(?!json$)/.test(file) && !file.startsWith('leadership/')) rmSync(join(content, file));
  const broken = build(after);
  expect(broken.status, broken.stderr).toBe(3);
  const files = [...filesIn(before)].sort();
  expect([...filesIn(after)].sort()).toEqual(files);
  const differing = files.filter((file) => !readFileSync(join(before, file)).equals(readFileSync(join(after, file))));
  // What was scheduled was never public, so nothing of it is due any more.
  expect(differing).toEqual(['build.json']);
});
