import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bold, inFont, italic, paragraph, run, table, wordDocument } from '#bench/fixtures/word-document.ts';
import { importText, parseHtml } from '#site/import/import-text.ts';
import { turnPicture } from '#site/import/turn-picture.ts';
import { readWordFile } from '#site/import/word/read-word-file.ts';
import { markdownParser } from '#site/markdown/markdown.ts';

const words = [
  ...['Hội nghị', 'tổng kết', 'đã', 'khai mạc', '120', 'đại biểu', '“Đổi mới”', '(2026)', 'H2O', '5 * 3', 'a_b', '_c_'],
  ...[
    '#1',
    '+ ba',
    '- bốn',
    '1. năm',
    '<b>',
    '&amp;',
    '[x]',
    '`mã`',
    'https://example.org/a_b',
    'ban@example.org',
    '~~',
  ],
  ...['|', '\\', '!', '> trích', '---', '10%', 'www.vi-du.vn', '*', '**đậm**', '^1', ':::', '=='],
];
const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '));
const look = fc.constantFrom(
  '',
  bold,
  italic,
  bold + italic,
  '<w:vertAlign w:val="subscript"/>',
  '<w:strike/>',
  inFont('Arial'),
);
const runs = fc.array(fc.tuple(text, look), { minLength: 1, maxLength: 4 });
const block = fc.oneof(
  {
    weight: 6,
    arbitrary: runs.map((parts) => ({
      parts,
      xml: paragraph(parts.map(([words, properties]) => run(words, properties)).join('')),
    })),
  },
  {
    weight: 1,
    arbitrary: fc.array(fc.tuple(text, text), { minLength: 2, maxLength: 3 }).map((rows) => ({
      parts: rows.flat().map((words) => [words, ''] as const),
      xml: table(rows),
    })),
  },
);

/** Letters and digits in their order. */
function lettersOf(written: string): string {
  return (written.normalize('NFC').match(/[\p{L}\p{N}]/gu) ?? []).join('');
}

function printed(body: string): string {
  return markdownParser()
    .render(body)
    .replace(/<\/?\w+(?: [^>]*)?>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

test('every letter and digit of a document is printed, in its order, whatever signs are around it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 8 }), async (blocks) => {
      const { html } = await readWordFile(
        await wordDocument({ body: blocks.map(({ xml }) => xml).join('') }),
        turnPicture,
        () => {},
      );
      const { body } = importText(parseHtml(html), undefined, () => {});
      const expected = blocks.flatMap(({ parts }) => parts.map(([words]) => words)).join(' ');
      // The number of an item that begins with "1." is Markdown's own.
      const withoutNumbers = (written: string) => lettersOf(written).replaceAll('1', '');
      expect(withoutNumbers(printed(body))).toBe(withoutNumbers(expected));
    }),
    { numRuns: 300 },
  );
});
