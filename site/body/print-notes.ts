import { escaped } from '#layouts/html.ts';
import type { bodyParser, Token } from '#site/markdown/markdown.ts';

function numberOf({ meta }: Token): number {
  return Number(meta?.['id']) + 1;
}

/** Headings have ids of their own kind ("muc-…"), so that none can be the same. */
function noteId(token: Token): string {
  return `chu-thich-${numberOf(token)}`;
}

function mentionId(token: Token): string {
  const before = Number(token.meta?.['subId'] ?? 0);
  return `nhac-${noteId(token)}${before > 0 ? `-${before + 1}` : ''}`;
}

/** Says how the notes of a body are printed: numbers in the text, the notes in a list at its end, with ways back. */
export function printNotes({ renderer: { rules } }: ReturnType<typeof bodyParser>): void {
  const print = (type: string, html: (token: Token) => string) => {
    rules[type] = (tokens: Token[], index: number) => (tokens[index] ? html(tokens[index]) : '');
  };
  print(
    'footnote_ref',
    (token) =>
      `<sup><a href="${hrefOf(token)}" id="${mentionId(token)}" class="note-link" aria-label="Chú thích ${numberOf(token)}">[${numberOf(token)}]</a></sup>`,
  );
  print('footnote_block_open', () => '<section class="notes" aria-label="Chú thích"><ol>\n');
  print('footnote_open', (token) => `<li id="${noteId(token)}">`);
  print('footnote_anchor', (token) => {
    const isOnThisPage = hrefOf(token).startsWith('#');
    return isOnThisPage
      ? ` <a href="${hrefOf(token)}" class="note-link" aria-label="Về chỗ nhắc chú thích ${numberOf(token)}">\u21a9\uFE0E</a>`
      : '';
  });
  print('footnote_close', () => '</li>\n');
  print('footnote_block_close', () => '</ol></section>\n');
}

function hrefOf(token: Token): string {
  return escaped(String(token.attrGet('href') ?? ''));
}

/** Points the numbers of notes, and the ways back from them, where they lead; elsewhere than on its page there is none back. */
export function pointNotes(tokens: readonly Token[], link: (href: string) => string | undefined): void {
  for (const token of tokens) {
    if (token.type === 'footnote_ref') token.attrSet('href', link(`#${noteId(token)}`) ?? '');
    if (token.type === 'footnote_anchor') token.attrSet('href', link(`#${mentionId(token)}`) ?? '');
    pointNotes(token.children ?? [], link);
  }
}
