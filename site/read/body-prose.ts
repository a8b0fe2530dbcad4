import type { Token } from '#site/markdown.ts';

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
  for (const { type, map } of tokens)
    if (map && /^(fence|code_block|html_block)$/.test(type))
      for (let line = map[0]; line < map[1]; line++) lines[line] = mask(lines[line] ?? '');
  const prose = lines.join('\n');
  return /[`<&\]:]|www\./.test(prose) ? prose.replace(notProse, mask) : prose;
}
