import { Parser } from 'htmlparser2';
import { words } from './source-words.ts';

/** The words of the main part of a page in their order, with the descriptions and captions of its pictures. */
export function pageWords(html: string): string[] {
  let [text, mainDepth, hiddenDepth] = ['', 0, 0];
  const isHidden = (name: string) => name === 'script' || name === 'style' || name === 'template';
  const parser = new Parser({
    onopentag(name, { alt, title, start }) {
      if (name === 'main') mainDepth += 1;
      if (isHidden(name)) hiddenDepth += 1;
      if (mainDepth > 0 && name !== 'wbr') text += [' ', alt, ' ', title, ' ', start, ' '].join('');
    },
    ontext(part) {
      if (mainDepth > 0 && hiddenDepth === 0) text += part;
    },
    onclosetag(name) {
      if (name === 'main') mainDepth -= 1;
      if (isHidden(name)) hiddenDepth -= 1;
      if (mainDepth > 0 && name !== 'wbr') text += ' ';
    },
  });
  parser.end(html);
  return words(text.replaceAll(/\p{Cf}/gu, ''));
}
