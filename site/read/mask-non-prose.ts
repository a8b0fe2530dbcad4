import type { MarkdownToken } from '#site/markdown/markdown.ts';
import { pictureBlockOf } from '#site/markdown/picture-blocks.ts';

/** Replaces each character of a body that is not prose: code, addresses, HTML. */
export const maskChar = '\uFFFC';

/** Non-prose inside a paragraph; the e-mail address or telephone number of a link stays, since readers see it. */
const nonProse =
  /(?<ticks>`+)(?!`).*?(?<!`)\k<ticks>(?!`)|(?<=\]\()\s*(?!mailto:|tel:)<?[^\s)>]+>?|<!--.*?-->|<\/?[a-z][^<>]*>|(?:https?:\/\/|www\.)[^\s)>]+|&#?\w+;|\[\^[^\]\s]+\]:?|^\[(?!\^)[^\]]+\]:.*$/gims;

function mask(text: string): string {
  return text.replace(/[^\n]/g, maskChar);
}

/** A body with everything but prose masked, character by character, so that offsets and lines stay the same. */
export function maskNonProse(body: string, tokens: readonly MarkdownToken[]): string {
  const lines = body.split('\n');
  for (const token of tokens) {
    const [first, end] = token.map ?? [0, 0];
    const maskLine = (line: number) => {
      lines[line] = mask(lines[line] ?? '');
    };
    if (/^(fence|code_block|html_block)$/.test(token.type)) for (let line = first; line < end; line++) maskLine(line);
    if (pictureBlockOf(token)) for (const line of [first, end - 1]) maskLine(line);
  }
  const prose = lines.join('\n');
  return /[`<&\]:]|www\./.test(prose) ? prose.replace(nonProse, mask) : prose;
}
