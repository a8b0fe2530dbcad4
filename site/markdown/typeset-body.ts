import { curlyQuotes } from '#vietnamese/curly-quotes.ts';
import { bindSpaces, joinDashes } from '#vietnamese/no-break.ts';
import type { MarkdownToken } from './markdown.ts';

/** Sets the quotes, dates and quantities of a body as titles have them; code, HTML and addresses stay as written. */
export function typesetBody(tokens: readonly MarkdownToken[]): void {
  for (const { children } of tokens) if (children) typesetInline(children);
}

/** The texts of an inline are treated as one: quotes may begin inside a link and end after it. */
function typesetInline(tokens: readonly MarkdownToken[]): void {
  const texts: { token: MarkdownToken; start: number }[] = [];
  let whole = '';
  let isVerbatim = false;
  for (const token of tokens) {
    const { type, content } = token;
    if (type === 'link_open') isVerbatim = token.info === 'auto';
    else if (type === 'link_close') isVerbatim = false;
    else if (type === 'html_inline') isVerbatim = /^<(?:code|kbd|samp|pre)\b/i.test(content);
    if (type === 'text' && !isVerbatim) {
      texts.push({ token, start: whole.length });
      whole += content;
    } else whole += placeholder(token);
  }
  const typeset = bindSpaces(curlyQuotes(whole));
  for (const { token, start } of texts) token.content = joinDashes(typeset.slice(start, start + token.content.length));
}

/** What stands for a token between texts: U+FFFC for what is no text, nothing for a mark. */
function placeholder({ type, content }: MarkdownToken): string {
  if (/break$/.test(type) || /^<br\b/i.test(content)) return '\n';
  return /^(?:text|code_inline|image)$/.test(type) ? '\uFFFC' : '';
}
