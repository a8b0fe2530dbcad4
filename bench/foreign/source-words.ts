import { Parser } from 'htmlparser2';
import { codeMark, maskCode } from './mask-code.ts';

/** A run of letters or digits, and its line, counted from 1. */
export interface Word {
  readonly text: string;
  readonly line: number;
}

const elements =
  'a|abbr|address|article|aside|audio|b|big|blockquote|body|br|button|caption|center|cite|code|col|colgroup|dd|del|' +
  'details|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|' +
  'ins|kbd|label|legend|li|link|main|mark|meta|nav|object|ol|option|p|param|picture|pre|q|s|samp|script|section|select|' +
  'small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|tr|tt|u|ul|var|video|' +
  'path|o:p|st1:[a-z]+|v:[a-z]+|w:[a-z]+';

/** What is syntax of Markdown or HTML or an address outside code; each is replaced by white space. */
const syntax: readonly RegExp[] = [
  /<!--[\s\S]*?(?:-->|(?![\s\S]))/g,
  /<(script|style|svg)\b[\s\S]*?<\/\1\s*>/gi,
  new RegExp(String.raw`<\/?(?:${elements})(?=[\s/>])(?:"[^"]*"|'[^']*'|[^<>"'])*>`, 'gi'),
  // The places of links and pictures, without their titles.
  /(?<=\]\()\s*(?:<[^<>\n]*>|(?:\([^()\n]*\)|[^\s()])*)/g,
  /^[ \t>]*\[(?!\^)[^\]\n]+\]:[ \t]*\S+/gm,
  /!\[\[[^\]\n]*\]\]|(?<=\[\[)[^\]|\n]*\|/g,
  /(?:[a-z][a-z0-9+.-]*:\/\/|www\.)[^\s<>)\]"”]*/gi,
  // The name of a language behind a fence; other words there are lost.
  /(?<=^[ \t>]*(?:(?:[*+-]|\d+[.)])[ \t]+)*(?:`{3,}|~{3,})[ \t]*)(?:[\w+#.{:-][^\s\u0080-\uFFFF]*(?:[ \t]+[^\n\u0080-\uFFFF]*)?)$/gm,
  // Marks at the beginning of a line: numbers of lists, boxes of tasks, names of notes, containers and call-outs.
  /^[ \t>*+-]*\d{1,9}[.)](?=[\s\p{L}])/gmu,
  /(?<=^[ \t>]*(?:[*+-]|\d+[.)])[ \t]+)\[[ xX]\]/gm,
  /(?<=^[ \t>]*)\[![\w-]+\][+-]?/gm,
  /^[ \t]*:{3,}[ \t]*[\w-]+/gm,
  /\[\^[^\]\s]+\]/g,
  /\{:?\s*[#.:][^}\n]*\}/g,
];

const entity = /&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/gi;

/** The words of a Markdown body that its readers must see, in their order; `firstLine` is the line of its beginning. */
export function sourceWords(markdown: string, firstLine = 1): Word[] {
  const blankedText = [...syntax, labelPattern(markdown)].reduce(
    (rest, pattern) => rest.replaceAll(pattern, blanked),
    maskCode(markdown),
  );
  // Of the same length as the source, so that code can be put back.
  const parts = blankedText.split(new RegExp(`(${codeMark}+)`));
  let offset = 0;
  const text = parts.map((part) => {
    offset += part.length;
    return part.startsWith(codeMark) ? markdown.slice(offset - part.length, offset) : decodeEntities(part);
  });
  return text
    .join('')
    .split('\n')
    .flatMap((line, index) => words(line).map((word) => ({ text: word, line: firstLine + index })));
}

/** The labels of links that the text defines: "[1]" behind "[chữ]", if there is a line "[1]: https://…". */
function labelPattern(markdown: string): RegExp {
  const labels = Array.from(markdown.matchAll(/^[ \t>]*\[(?!\^)([^\]\n]+)\]:/gm), ([, label = '']) =>
    label.replaceAll(/[^\p{L}\p{N}\s]/gu, '\\$&'),
  );
  return new RegExp(`(?<=\\])\\[(?:${labels.join('|') || '(?!)'})\\]`, 'gi');
}

/** The runs of letters and digits of a text, composed (NFC). */
export function words(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function blanked(text: string): string {
  return text.replaceAll(/[^\n]/g, ' ');
}

function decodeEntities(text: string): string {
  return text.replaceAll(entity, decodeEntity).replaceAll(/\p{Cf}/gu, '');
}

function decodeEntity(text: string): string {
  let decoded = '';
  const parser = new Parser({ ontext: (part) => (decoded += part) });
  parser.end(text);
  return decoded;
}
