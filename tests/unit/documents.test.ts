import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#site/settings.ts';

/** What the recipes of CONTRIBUTING.md use as an example. */
const examples = ['translator', 'scripts/NAME.ts', './file.ts', '#layer/file.ts'];

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: projectRoot,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(projectRoot, file)));
const words = new Set(
  files
    .filter((file) => /\.(ts|mjs|json|css)$/.test(file) && !file.startsWith('tests/fixtures/'))
    .flatMap((file) => readFileSync(join(projectRoot, file), 'utf8').match(/[A-Za-z_]\w*/g) ?? []),
);

function isFile(name: string): boolean {
  return files.some((file) => file === name || file.endsWith(`/${name}`));
}

test.each(['README.md', 'docs/CONTRIBUTING.md', 'bench/README.md'])(
  'every file and every name in the code that %s mentions exists',
  (document) => {
    const text = readFileSync(join(projectRoot, document), 'utf8');
    const mentioned = [...new Set(Array.from(text.matchAll(/`([^`\n]+)`/g), ([, code = '']) => code))];
    const missing = mentioned.filter((code) => {
      if (examples.includes(code)) return false;
      if (/^[\w./#-]+\.(ts|mjs)$/.test(code)) return !isFile(code);
      const [name] = /^[A-Za-z_]\w*(?=(\(\))?$)/.exec(code) ?? [];
      // Only what cannot be a plain word: camelCase or PascalCase of several words.
      return name !== undefined && /[a-z][A-Z]/.test(name) && !words.has(name);
    });
    expect(missing).toEqual([]);
  },
);
