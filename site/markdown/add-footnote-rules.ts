import type { MarkdownToken, markdownParser } from './markdown.ts';

function noteNumber({ meta }: MarkdownToken): number {
  return Number(meta?.['id']) + 1;
}

/** Never equal to the id of a heading ("muc-…"). */
function noteId(token: MarkdownToken): string {
  return `chu-thich-${noteNumber(token)}`;
}

function referenceId(token: MarkdownToken): string {
  const earlierReferences = Number(token.meta?.['subId'] ?? 0);
  return `nhac-${noteId(token)}${earlierReferences > 0 ? `-${earlierReferences + 1}` : ''}`;
}

/** Adds the renderer rules of footnotes: numbers in the text, the notes in a list at the end, with links back. */
export function addFootnoteRules({ renderer: { rules }, utils }: ReturnType<typeof markdownParser>): void {
  const hrefOf = (token: MarkdownToken) => utils.escapeHtml(String(token.attrGet('href') ?? ''));
  const addRule = (type: string, html: (token: MarkdownToken) => string) => {
    rules[type] = (tokens: MarkdownToken[], index: number) => (tokens[index] ? html(tokens[index]) : '');
  };
  addRule(
    'footnote_ref',
    (token) =>
      `<sup><a href="${hrefOf(token)}" id="${referenceId(token)}" class="note-link" aria-label="Chú thích ${noteNumber(token)}">[${noteNumber(token)}]</a></sup>`,
  );
  addRule('footnote_block_open', () => '<section class="notes" aria-label="Chú thích"><ol>\n');
  addRule('footnote_open', (token) => `<li id="${noteId(token)}">`);
  addRule('footnote_anchor', (token) => {
    const isOnThisPage = hrefOf(token).startsWith('#');
    return isOnThisPage
      ? ` <a href="${hrefOf(token)}" class="note-link" aria-label="Về chỗ nhắc chú thích ${noteNumber(token)}">\u21a9\uFE0E</a>`
      : '';
  });
  addRule('footnote_close', () => '</li>\n');
  addRule('footnote_block_close', () => '</ol></section>\n');
}

/** Sets the href of footnote references and of the links back; rendering leaves out links back to another page. */
export function setFootnoteLinks(tokens: readonly MarkdownToken[], link: (href: string) => string | undefined): void {
  for (const token of tokens) {
    if (token.type === 'footnote_ref') token.attrSet('href', link(`#${noteId(token)}`) ?? '');
    if (token.type === 'footnote_anchor') token.attrSet('href', link(`#${referenceId(token)}`) ?? '');
    setFootnoteLinks(token.children ?? [], link);
  }
}
