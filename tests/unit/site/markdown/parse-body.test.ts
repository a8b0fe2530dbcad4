import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseBody } from '#site/markdown/parse-body.ts';

const pieces = [
  ...[
    '**',
    '*',
    '_',
    '`',
    '``',
    '~~',
    '[',
    ']',
    '](/x/)',
    '](/x/ "tựa")',
    '![',
    '<b>',
    '</b>',
    '<https://x.vn>',
    '\\*',
    '&amp;',
  ],
  ...[
    '&#106;',
    '[^1]',
    '\n\n[^1]: chú thích',
    'https://x.vn/x%C3%A1',
    '\n',
    '  \n',
    '\\\n',
    '\n> ',
    '\n- ',
    '\n\n## ',
    ' ##',
  ],
  ...['\n\n| a\\|b | `c` |\n|---|---|\n| **d** | e |', 'chữ', ' ', 'Hội', '.', '|', '\\'],
];

test('every character of the text of a token is where its part says', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 20 }), (parts) => {
      const text = parts.join('');
      for (const { parts: partsOf } of parseBody(text).inlines)
        for (const { token, characters } of partsOf()) {
          if (token.type !== 'text' || token.content.includes('://') || !characters) continue;
          const written = characters.map((offset) => text[offset] ?? '');
          for (const [index, character] of [...token.content].entries())
            if (!['\\', '&'].includes(written[index] ?? '')) expect(written[index]).toBe(character);
        }
    }),
    { numRuns: 2_000, seed: 20261128 },
  );
});

test('the parts of a link, a picture and a cell are told apart', () => {
  const text = '- Xem [*trang*](<a b.pdf> "Tựa") và ![Đại biểu](c.jpg)\n\n| x\\|y | z |\n|---|---|\n';
  const ranges = parseBody(text).inlines.flatMap(({ parts }) =>
    parts().flatMap(({ address, title }) =>
      [address, title].flatMap((range) => (range ? [text.slice(range.start, range.end)] : [])),
    ),
  );
  expect(ranges).toEqual(['a b.pdf', 'Tựa', 'c.jpg']);
  const cells = parseBody(text).inlines.flatMap(({ ranges: [range] }) =>
    range ? [text.slice(range.start, range.end)] : [],
  );
  expect(cells.slice(1)).toEqual(['x\\|y', 'z']);
});
