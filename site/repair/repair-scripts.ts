import type { Problem } from '#news/rule.ts';
import type { ParsedBody } from '#site/markdown/parse-body.ts';
import { htmlBlocks } from './html-blocks.ts';
import type { HtmlPart } from './html-tags.ts';
import { type Repair, repair, replacement } from './repair.ts';

/** Takes out scripts and styles of other sites of which it is known that they print nothing, or what they print. */
export function repairScripts(body: ParsedBody): Repair[] {
  return htmlBlocks(body).flatMap(({ html, offset, parts }) =>
    parts.flatMap((part, index) => {
      const closing = isAside(part) ? closingTag(parts, index) : undefined;
      const meaning = closing && meaningOf(part, html.slice(part.end, closing.start));
      if (!meaning) return [];
      const { problem, text } = meaning;
      return [repair(problem, offset + part.start, replacement(offset + part.start, offset + closing.end, text))];
    }),
  );
}

/** Whether a tag holds a script, a style, or the place of an advertisement. */
function isAside({ kind, name, attributes }: HtmlPart): boolean {
  const isPlace = name === 'ins' && /\badsbygoogle\b/.test(attributes['class'] ?? '');
  return kind === 'open' && (name === 'script' || name === 'style' || isPlace);
}

function closingTag(parts: readonly HtmlPart[], opening: number): HtmlPart | undefined {
  const { name } = parts[opening] ?? {};
  return parts.find((part, index) => index > opening && part.kind === 'close' && part.name === name);
}

/** What an editor is told, and the text that stands for a script or a style; undefined if what it does is not known. */
function meaningOf(
  { name, attributes }: HtmlPart,
  code: string,
): { readonly problem: Problem; readonly text: string } | undefined {
  const source = attributes['src'] ?? '';
  const [, gist] = /^(?:https?:)?\/\/gist\.github\.com\/([\w-]{1,60}\/\w{1,60})\.js/.exec(source) ?? [];
  if (gist) {
    const text = `[Xem mã ở gist.github.com](https://gist.github.com/${gist})`;
    return {
      problem: { rule: 'the-thua', wrong: 'mã ở trang khác in thành liên kết', remedy: `viết “${text}”` },
      text,
    };
  }
  const wrong = name === 'style' ? styleProblem(code) : scriptProblem(source || attributes['class'] || code);
  return wrong ? { problem: { rule: 'the-thua', wrong, remedy: 'xóa đi' }, text: '' } : undefined;
}

function scriptProblem(code: string): string | undefined {
  if (/adsbygoogle|googlesyndication\.com|doubleclick\.net/.test(code)) return 'mã quảng cáo không in ra';
  if (/googletagmanager\.com|google-analytics\.com/.test(code)) return 'mã đếm lượt xem không in ra';
  return /mathjax|katex|polyfill\.(?:io|min\.js)/i.test(code) ? 'mã vẽ công thức không in ra' : undefined;
}

/** A style that may hide something could change what readers were meant to see. */
function styleProblem(code: string): string | undefined {
  return /none|hidden|opacity|absolute|fixed|-\s*\d{3}|font-size\s*:\s*[01]\b|clip|transparent/i.test(code)
    ? undefined
    : 'kiểu trình bày (<style>) không in ra';
}
