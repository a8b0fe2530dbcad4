import { mapOutsideCode } from './outside-code.ts';

/** The use of an address: the picture of an image, or the target of a link. */
export type AddressUse = 'picture' | 'link';

const address = String.raw`(<[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*)`;
const patterns: readonly (readonly [RegExp, AddressUse | undefined])[] = [
  [new RegExp(String.raw`(!\[(?:[^[\]]|\[[^\]]*\])*\]\(\s*)${address}(?=\s*["')])`, 'g'), 'picture'],
  [new RegExp(String.raw`((?:(?<!!)\[(?:[^[\]]|!?\[[^\]]*\])*|\))\]\(\s*)${address}(?=\s*["')])`, 'g'), 'link'],
  [/(<(?:img|video|audio|source)\b[^>]*?\bsrc=["'])([^"'\n]*)(?=["'])/gi, 'picture'],
  [/(<a\b[^>]*?\bhref=["'])([^"'\n]*)(?=["'])/gi, 'link'],
  [/(^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*)(<[^<>\n]*>|\S+)/gm, undefined],
];

/** The Markdown with the addresses of its pictures and links replaced, in Markdown and in HTML, but not in code. */
export function replaceAddresses(markdown: string, replace: (address: string, use: AddressUse) => string): string {
  const replaceIn = (text: string) =>
    patterns.reduce(
      (result, [pattern, use]) =>
        result.replaceAll(pattern, (_whole, before: string, written: string) => {
          const target = written.replace(/^<(.*)>$/, '$1');
          const replaced = replace(target, use ?? (isPictureName(target) ? 'picture' : 'link'));
          if (replaced === target) return before + written;
          return before + (/[\s()]/.test(replaced) ? `<${replaced}>` : replaced);
        }),
      text,
    );
  return mapOutsideCode(markdown, replaceIn);
}

/** Whether an address ends like a picture. */
export function isPictureName(address: string): boolean {
  return /\.(jpe?g|png|webp|avif|gif|svg|bmp|tiff?|heic)$/i.test(address.replace(/[?#].*$/, ''));
}
