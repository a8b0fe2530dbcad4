import { maskCode } from './mask-code.ts';

/** The use of an address: the picture of an image, or the target of a link. */
export type AddressUse = 'picture' | 'link';

const address = String.raw`(<[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*)`;
const patterns: readonly (readonly [RegExp, AddressUse | undefined])[] = [
  [new RegExp(String.raw`(!\[(?:[^[\]]|\[[^\]]*\])*\]\(\s*)${address}(?=\s*["')])`, 'g'), 'picture'],
  [new RegExp(String.raw`((?:(?<!!)\[(?:[^[\]]|!?\[[^\]]*\])*|\))\]\(\s*)${address}(?=\s*["')])`, 'g'), 'link'],
  [/(<(?:img|video|audio|source)\b[^>]*?\bsrc\s*=\s*["']?)([^"'\s>]+)/gi, 'picture'],
  [/(<a\b[^>]*?\bhref\s*=\s*["']?)([^"'\s>]+)/gi, 'link'],
  [/(^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*)(<[^<>\n]*>|\S+)/gm, undefined],
];

/** The Markdown with the addresses of its pictures and links replaced, in Markdown and in HTML, but not in code. */
export function replaceAddresses(markdown: string, replace: (address: string, use: AddressUse) => string): string {
  return patterns.reduce((text, [pattern, use]) => {
    let [result, end] = ['', 0];
    for (const { 0: whole, 1: before = '', index } of maskCode(text).matchAll(pattern)) {
      const start = index + before.length;
      const written = text.slice(start, index + whole.length);
      result += text.slice(end, start) + replaceOne(written, use, replace);
      end = start + written.length;
    }
    return result + text.slice(end);
  }, markdown);
}

function replaceOne(
  written: string,
  use: AddressUse | undefined,
  replace: (address: string, use: AddressUse) => string,
): string {
  const address = written.replace(/^<(.*)>$/, '$1');
  const replaced = replace(address, use ?? (isPictureName(address) ? 'picture' : 'link'));
  if (replaced === address) return written;
  return /[\s()]/.test(replaced) ? `<${replaced}>` : replaced;
}

/** Whether an address ends like a picture. */
export function isPictureName(address: string): boolean {
  return /\.(jpe?g|png|webp|avif|gif|svg|bmp|tiff?|heic)$/i.test(address.replace(/[?#].*$/, ''));
}
