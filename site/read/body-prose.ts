import type { Token } from '#site/markdown/markdown.ts';
import { openedBlock } from '#site/markdown/picture-blocks.ts';

/** Stands for a character of a body that is no word of it: code, an address, HTML. */
export const masked = '\uFFFC';

/** What is no prose inside a paragraph; an e-mail address or telephone behind a link stays, it is read by people. */
const notProse =
  /(?<ticks>`+)(?!`).*?(?<!`)\k<ticks>(?!`)|(?<=\]\()\s*(?!mailto:|tel:)<?[^\s)>]+>?|<!--.*?-->|<\/?[a-z][^<>]*>|(?:https?:\/\/|www\.)[^\s)>]+|&#?\w+;|\[\^[^\]\s]+\]:?|^\[(?!\^)[^\]]+\]:.*$/gims;

function mask(text: string): string {
  return text.replace(/[^\n]/g, masked);
}

/** A body with all that is not prose masked, character for character, so that offsets and lines stay. */
export function bodyProse(body: string, tokens: readonly Token[]): string {
  const lines = body.split('\n');
  for (const token of tokens) {
    const [first, end] = token.map ?? [0, 0];
    const hide = (line: number) => {
      lines[line] = mask(lines[line] ?? '');
    };
    if (/^(fence|code_block|html_block)$/.test(token.type)) for (let line = first; line < end; line++) hide(line);
    if (openedBlock(token)) for (const line of [first, end - 1]) hide(line);
  }
  const prose = lines.join('\n');
  return /[`<&\]:]|www\./.test(prose) ? prose.replace(notProse, mask) : prose;
}
