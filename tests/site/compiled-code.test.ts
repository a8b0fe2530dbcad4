import { readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentFolder } from '../content-folder.ts';
import { run } from '../run-build.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { builtSite } from './built-site.ts';

const content = () => contentFolder({});

/** The files of the compiled code that lie in a memory folder. */
function compiledFiles(memory: string): string[] {
  return readdirSync(join(memory, 'compiled'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

test.each(['build', 'check'] as const)(
  '%s keeps its compiled code, and as much of it after the second time as after the first',
  (command) => {
    const [folder, MEMORY_DIR] = [content(), temporaryFolder()];
    const knobs = { CONTENT_DIR: folder, OUTPUT_DIR: join(temporaryFolder(), 'site'), MEMORY_DIR };
    expect(run(command, knobs).status).toBe(0);
    const first = compiledFiles(MEMORY_DIR);
    expect(first.length).toBeGreaterThan(100);
    expect(run(command, knobs).status).toBe(0);
    expect(compiledFiles(MEMORY_DIR)).toEqual(first);
  },
);

test('compiled code that was damaged, or that a file stands in the way of, does no harm and is not spoken of', () => {
  const [folder, memory, barred] = [content(), temporaryFolder(), temporaryFolder()];
  const whole = builtSite(folder, { MEMORY_DIR: memory });
  for (const [index, file] of compiledFiles(memory).entries()) {
    if (index % 3 === 0) truncateSync(file, statSync(file).size >> 1);
    else writeFileSync(file, index % 3 === 1 ? '' : 'x'.repeat(statSync(file).size));
  }
  expect(builtSite(folder, { MEMORY_DIR: memory })).toEqual(whole);

  writeFileSync(join(barred, 'compiled'), '');
  expect(builtSite(folder, { MEMORY_DIR: barred })).toEqual(whole);
  const { stderr } = run('build', { CONTENT_DIR: folder, OUTPUT_DIR: join(barred, 'site'), MEMORY_DIR: barred });
  expect(stderr).not.toMatch(/compiled|compile/i);
});

test('where no memory can be kept, the code is compiled anew', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  const barred = builtSite(content(), { MEMORY_DIR: join(folder, 'file') });
  expect([...barred.keys()]).toContain('index.html');
});
