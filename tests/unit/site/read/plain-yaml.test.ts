import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isScalar, visit } from 'yaml';
import { readPlainYaml } from '#site/read/plain-yaml.ts';
import { proseKeys } from '#site/read/prose-keys.ts';
import { normaliseText } from '#site/read/source-file.ts';
import { splitFrontMatter } from '#site/read/split-front-matter.ts';
import { parseYaml } from '#site/read/yaml-document.ts';
import { projectRoot } from '#site/settings.ts';

/** The front matter of the files of content/ and of all fixtures. */
const written = globSync('{content,tests/fixtures}/**/*.md', { cwd: projectRoot }).flatMap((path) => {
  const split = splitFrontMatter({ path, text: normaliseText(readFileSync(join(projectRoot, path), 'utf8')) });
  return 'block' in split ? [split.block.text] : [];
});

const rawKeys = [...proseKeys, 'attachments', 'oldUrls'];
const block = (text: string) => ({ path: '', text, linesBefore: 1, start: 4 });

/** What `parseYaml` reads; undefined if it finds an error, a comment, an anchor, an alias or a tag. */
function parsed(text: string) {
  const { document, rawValues } = parseYaml(block(text));
  const special: unknown[] = [...document.errors, document.comment, document.commentBefore];
  visit(document, {
    Alias: (_, alias) => void special.push(alias),
    Node: (_, node) =>
      void special.push(node.comment, node.commentBefore, node.tag, isScalar(node) ? node.anchor : undefined),
  });
  return special.some(Boolean) ? undefined : { value: document.toJS(), raw: rawValues(rawKeys) };
}

function readPlain(text: string) {
  const plain = readPlainYaml(text);
  return plain && { value: plain.value, raw: plain.rawValues(rawKeys) };
}

test('front matter in the plain form is read as YAML is: the same values, at the same places', () => {
  const plain = written.filter((text) => readPlain(text));
  expect(plain.length).toBeGreaterThan(0.7 * written.length);
  for (const text of plain) expect(readPlain(text), text).toEqual(parsed(text));
});

/** Pieces that mean something in YAML, and some that do not. */
const pieces = [
  ...[
    ':',
    ': ',
    ' #',
    '#',
    '- ',
    '-',
    '\n',
    '\n  ',
    '\n- ',
    '\n  - ',
    '"',
    "'",
    '\\',
    '&',
    '*',
    '!',
    '|',
    '>',
    '%',
    '@',
  ],
  ...[
    '`',
    '[',
    ']',
    '{',
    '}',
    ',',
    '?',
    ' ',
    '  ',
    '\t',
    '---',
    '...',
    '~',
    'null',
    '<<: ',
    'title: ',
    'tags:',
    '\u0085',
  ],
  ...['\u2028', '\uFEFF', '\r', '\u0000', '=', 'ế', 'a'],
];

/** One of the written blocks with some pieces inserted, characters left out and lines repeated. */
const mutated = fc
  .tuple(
    fc.constantFrom(...written),
    fc.array(
      fc.record({ at: fc.nat(600), cut: fc.nat(3), piece: fc.constantFrom(...pieces), copiesLine: fc.boolean() }),
      { minLength: 1, maxLength: 3 },
    ),
  )
  .map(([text, changes]) =>
    changes.reduce((changed, { at, cut, piece, copiesLine }) => {
      const offset = at % (changed.length + 1);
      const line = copiesLine ? (changed.slice(offset).split('\n', 2)[1] ?? '') : '';
      return changed.slice(0, offset) + piece + line + changed.slice(offset + cut);
    }, text),
  );

test('front matter that is not quite plain is left to the YAML parser', () => {
  fc.assert(
    fc.property(mutated, (text) => {
      const plain = readPlain(text);
      if (plain) expect(plain).toEqual(parsed(text));
    }),
    { numRuns: 2000 },
  );
});
