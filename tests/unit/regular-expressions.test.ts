import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { tokenizer } from 'acorn';
import { check } from 'recheck';
import { expect, test } from 'vitest';
import { projectRoot } from '#site/settings.ts';

/** Patterns that the analyser objects to, and why their input is short. */
const boundedInput: Readonly<Record<string, string>> = {
  '\\B(?=(\\d{3})+$)': 'the digits of a number',
  '\\**$': 'five letters before the caret',
  '^(\\s*)([-*+]|\\d{1,3}[.)])( +|$)(.*)$': 'the line that an editor is typing, in her own browser',
  '(?<!!)\\[((?:\\\\.|[^[\\]\\\\])*)\\]\\((?:<([^>]*)>|((?:[^()\\s]|\\([^()]*\\))*))(?:\\s+"[^"]*")?\\)':
    'the line that an editor is typing, in her own browser',
};

/** The patterns in the code that reads what editors wrote; those without an open quantifier take constant time. */
function patterns(): (readonly [pattern: string, flags: string, place: string])[] {
  const files = globSync('{desk,site/read,site/repair,site/markdown,vietnamese,news}/**/*.ts', { cwd: projectRoot });
  const all = files.flatMap((file) => {
    const code = stripTypeScriptTypes(readFileSync(join(projectRoot, file), 'utf8'));
    return [...tokenizer(code, { ecmaVersion: 'latest', sourceType: 'module', locations: true })].flatMap((token) => {
      const { pattern = '', flags = '' } = (
        token.type.label === 'regexp' && 'value' in token ? token.value : {}
      ) as Partial<RegExpParts>;
      return /[*+]|\{\d+,\}/.test(pattern) && !(pattern in boundedInput)
        ? [[pattern, flags, `${file}:${token.loc?.start.line}`] satisfies [string, string, string]]
        : [];
    });
  });
  return [...new Map(all.map((pattern) => [pattern.slice(0, 2).join('/'), pattern])).values()];
}

interface RegExpParts {
  readonly pattern: string;
  readonly flags: string;
}

/** With no time limit, and attacks drawn from one seed, the result is the same on every machine, busy or not. */
const unlimited = { timeout: null, incubationTimeout: null, mutationTimeout: null, attackTimeout: null };

test('the time of a pattern grows no faster than the text that an editor wrote', async () => {
  const queue = patterns();
  expect(queue.length).toBeGreaterThan(200);
  const slow: string[] = [];
  const work = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const [pattern, flags, place] = next;
      const result = await check(pattern, flags, { ...unlimited, randomSeed: 1 });
      if (result.status === 'vulnerable') slow.push(`${place} /${pattern}/${flags} ${result.complexity.summary}`);
    }
  };
  await Promise.all([work(), work()]);
  expect(slow).toEqual([]);
}, 0);
