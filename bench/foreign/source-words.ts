import { Parser } from 'htmlparser2';
import { mapOutsideCode } from './outside-code.ts';

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
  // Marks at the beginning of a line: numbers of lists, boxes of tasks, names of notes, containers and call-outs.
  /^[ \t>*+-]*\d{1,9}[.)](?=\s)/gm,
  /(?<=^[ \t>]*(?:[*+-]|\d+[.)])[ \t]+)\[[ xX]\]/gm,
  /(?<=^[ \t>]*)\[![\w-]+\][+-]?/gm,
  /^[ \t]*:{3,}[ \t]*[\w-]+/gm,
  /\[\^[^\]\s]+\]/g,
  /\{:?\s*[#.:][^}\n]*\}/g,
];

const entity = /&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/gi;

/** The words of a Markdown body that its readers must see, in their order; `firstLine` is the line of its beginning. */
export function sourceWords(markdown: string, firstLine = 1): Word[] {
  const outside = (text: string) =>
    syntax
      .reduce((rest, pattern) => rest.replaceAll(pattern, blanked), text)
      .replaceAll(entity, decodeEntity)
      .replaceAll(/\p{Cf}/gu, '');
  // Of a fence, its first line holds the name of a language.
  const code = (text: string) => text.replace(/^[ \t>]*(?:`{3,}|~{3,})[^\n]*/, blanked);
  return mapOutsideCode(markdown, outside, code)
    .split('\n')
    .flatMap((line, index) => words(line).map((text) => ({ text, line: firstLine + index })));
}

/** The runs of letters and digits of a text, composed (NFC). */
export function words(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function blanked(text: string): string {
  return text.replaceAll(/[^\n]/g, ' ');
}

function decodeEntity(text: string): string {
  let decoded = '';
  const parser = new Parser({ ontext: (part) => (decoded += part) });
  parser.end(text);
  return decoded;
}
