import type { MarkdownToken } from '#site/markdown/markdown.ts';
import type { ParsedBody } from '#site/markdown/parse-body.ts';
import type { BodyFinding } from './body-finding.ts';

/** A footnote definition: its label, its 1-based first line, its content. */
export interface FootnoteDefinition {
  readonly label: string;
  readonly line: number;
  readonly tokens: readonly MarkdownToken[];
}

/** The footnote definitions of a body. */
export function footnoteDefinitions({ tokensInOrder: tokens, lines }: ParsedBody): FootnoteDefinition[] {
  return tokens.flatMap((open, index) => {
    if (open.type !== 'footnote_reference_open') return [];
    let end = index + 1;
    while (end < tokens.length && !isEndOf(open, tokens[end])) end++;
    const label = String(open.meta?.['label']);
    const content = tokens.slice(index + 1, end);
    const line = content[0]?.map?.[0] ?? lines.findIndex((text) => text.includes(`[^${label}]:`));
    return [{ label, line: line + 1, tokens: content }];
  });
}

function isEndOf(open: MarkdownToken, token: MarkdownToken | undefined): boolean {
  return token?.type === 'footnote_reference_close' && token.level === open.level;
}

/** Findings for footnotes without text, and for two with one number: a reader would get the wrong one. */
export function footnoteFindings(footnotes: readonly FootnoteDefinition[]): BodyFinding[] {
  const seen = new Set<string>();
  return footnotes.flatMap(({ label, line, tokens }): BodyFinding[] => {
    const isRepeated = seen.has(label);
    seen.add(label);
    const position = { line, column: 1 };
    if (isRepeated) {
      const wrong = `chú thích “[^${label}]” đã viết ở trên`;
      return [{ ...position, rule: 'chu-thich', wrong, remedy: 'đặt cho chú thích này một số khác' }];
    }
    if (/[\p{L}\p{N}]/u.test(tokens.map(({ content }) => content).join(' '))) return [];
    const wrong = `chú thích “[^${label}]” không có chữ nào`;
    return [{ ...position, rule: 'markdown', wrong, remedy: 'viết chú thích sau dấu hai chấm' }];
  });
}
