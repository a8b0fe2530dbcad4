import type { Element } from 'hast';
import { isInCapitals } from '#vietnamese/is-in-capitals.ts';
import { isSyllable } from '#vietnamese/syllable.ts';
import { type AddNote, quoted } from '../import-note.ts';
import { descendants, element, hasClass, lineOf } from './blocks.ts';
import { isHeading } from './repair-headings.ts';
import { isWholly, withoutEmphasis } from './repair-inline.ts';

/** Names that the site knows: of authors, and those that keep their capitals in a title. */
export interface KnownNames {
  readonly authors: readonly string[];
  readonly properNames: readonly string[];
}

const maxTitleLength = 200;
/** The first lines of an official document, above its title. */
const officialLine = /^(CỘNG H[ÒO][ÀA] XÃ HỘI|ĐẢNG CỘNG SẢN|Độc lập\s*[-–]\s*Tự do)/;

/** Takes the title out of a text: none if no line looks like one. */
export function takeTitle(
  blocks: readonly Element[],
  { properNames }: KnownNames,
  addNote: AddNote,
): { readonly title?: string; readonly rest: readonly Element[] } {
  const candidates = blocks.slice(0, 6);
  const styled = candidates.findIndex((block) => hasClass(block, 'title'));
  const first = styled >= 0 ? styled : candidates.findIndex((block) => isTitle(block, blocks));
  const found = blocks[first];
  if (!found) return { rest: blocks };
  // A title may be set in two lines.
  const second = styled < 0 ? blocks[first + 1] : undefined;
  const isContinued = second !== undefined && [found, second].every(isLineInCapitals) && isTitleLine(second);
  const title = [found, ...(isContinued ? [second] : [])].map(lineOf).join(' ');
  const rest = blocks.filter((block) => block !== found && !(isContinued && block === second));
  addNote('changed', `tiêu đề lấy ở dòng ${quoted(title)}`);
  if (!isInCapitals(title)) return { title, rest };
  addNote('to do', 'tiêu đề viết hoa đã đổi thành chữ thường · sửa lại tên riêng trong tiêu đề');
  return { title: inSmallLetters(title, properNames), rest };
}

function isLineInCapitals(block: Element): boolean {
  return !isHeading(block) && /^\P{Ll}+$/u.test(lineOf(block));
}

/** Whether a block is the title: the first that stands out, or the first line if it is no sentence and text follows. */
function isTitle(block: Element, blocks: readonly Element[]): boolean {
  if (descendants(block, 'img').length > 0 || officialLine.test(lineOf(block))) return false;
  if (isTitleLine(block)) return true;
  return (
    block === blocks[0] &&
    blocks.length > 1 &&
    block.tagName === 'p' &&
    isShort(lineOf(block)) &&
    !/[.:;,…]$/.test(lineOf(block))
  );
}

function isTitleLine(block: Element): boolean {
  const text = lineOf(block);
  if (isHeading(block)) return isShort(text);
  const standsOut = isWholly(block, 'strong') || isInCapitals(text);
  return block.tagName === 'p' && standsOut && isShort(text) && !/[.;,…]$/.test(text);
}

function isShort(text: string): boolean {
  return text.length > 0 && text.length <= maxTitleLength;
}

const credit =
  /^\(?\s*(?:bài và ảnh|bài, ảnh|bài - ảnh|bài|tin và ảnh|tin, ảnh|tin bài|tin, bài|tin|tác giả|người viết|thực hiện)\s*:\s*(.{2,60}?)\s*\)?$/i;

/** The author that the last lines name, if it is one of the list: the line is then not needed. */
export function takeAuthor(
  blocks: readonly Element[],
  { authors }: KnownNames,
  addNote: AddNote,
): { readonly author?: string; readonly rest: readonly Element[] } {
  const isNamed = (text: string) => authors.find((name) => name.toLowerCase() === text.toLowerCase());
  for (let index = blocks.length - 1; index >= Math.max(1, blocks.length - 3); index--) {
    const block = blocks[index];
    if (block?.tagName !== 'p') continue;
    const text = lineOf(block);
    const name = credit.exec(text)?.[1] ?? text.replace(/[().]/g, '').trim();
    const author = isNamed(name);
    if (author !== undefined) {
      addNote('changed', `dòng ${quoted(text)} ở cuối bài bỏ ra: tác giả là ${author}`);
      return { author, rest: blocks.filter((other) => other !== block) };
    }
    if (credit.test(text))
      addNote(
        'to do',
        `${quoted(text)} để nguyên ở cuối bài · là tác giả của trang thì thêm tên vào authors.yaml, ghi vào mục author`,
      );
  }
  return { rest: blocks };
}

/** The lead is printed larger: bold is for words in it. */
export function plainLead(blocks: readonly Element[]): Element[] {
  const index = blocks.findIndex((block) => block.tagName === 'p' && lineOf(block) !== '');
  return blocks.map((block, at) => {
    if (at !== index || !/[.!?…][”")]?$/.test(lineOf(block))) return block;
    const name = isWholly(block, 'strong') ? 'strong' : isWholly(block, 'em') ? 'em' : undefined;
    return name ? element('p', withoutEmphasis(block.children, name), block.properties) : block;
  });
}

/** A title in capitals as a sentence: abbreviations, numerals and known names keep theirs. */
export function inSmallLetters(title: string, properNames: readonly string[]): string {
  const words = title.replace(/\p{L}+/gu, (word) => {
    const isNumeral = /^[IVX]+$/.test(word);
    return isNumeral || !isSyllable(word.toLowerCase()) ? word : word.toLowerCase();
  });
  const named = properNames.reduce((text, name) => {
    const at = text.toLowerCase().indexOf(name.toLowerCase());
    return at < 0 || name === '' ? text : text.slice(0, at) + name + text.slice(at + name.length);
  }, words);
  return named.replace(/\p{L}/u, (letter) => letter.toUpperCase());
}
