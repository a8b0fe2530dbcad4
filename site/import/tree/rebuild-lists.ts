import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { AddNote } from '../import-note.ts';
import { labelMarks } from '../word/label-marks.ts';
import { element, hasClass, isElement } from './blocks.ts';
import { withTextLabel } from './text-label.ts';

/** A paragraph that begins with the mark or the number of a list item. */
interface Item {
  /** What the items of one level have in common: the sign, or that they are numbered. */
  readonly sign: string;
  /** The level that the program knew; 0 is the highest. */
  readonly level?: number;
  readonly number?: number;
  /** Whether the program that wrote it knew it as an item; otherwise somebody typed the mark. */
  readonly isMarked: boolean;
  /** How much of the text the mark takes. */
  readonly length: number;
}

const bullets = '[-–—•·∙▪▫●○◦■□►▶➢➤✓✔❖★+*]';
const typedBullet = new RegExp(`^\\s*(${bullets})\\s*(?=[\\p{L}\\p{N}“"(])`, 'u');
const typedNumber = /^\s*(\d{1,3})[.)/]\s*(?=[\p{L}“"(])/u;
/** The symbol fonts of Word put its bullets into the private use area; its clipboard writes "o" and "§" too. */
const clipboardMark = /^\s*(?:[\uF0A7\uF0B7\uF0D8\uF0FC§·•o-]|(\d{1,3}|[a-zA-Z]|[ivxIVX]+)[.)])\s+/u;

/** Lists where paragraphs begin with marks: those of Word, of its clipboard, and two or more that somebody typed. */
export function rebuildLists(blocks: readonly Element[], addNote: AddNote): Element[] {
  const result: Element[] = [];
  let typed = 0;
  for (let index = 0; index < blocks.length; ) {
    const group = groupAt(blocks, index);
    const [first] = group;
    const isList = first && (group.length > 1 || (first.item.isMarked && first.item.number === undefined));
    if (isList) {
      if (!first.item.isMarked) typed += group.length;
      result.push(...listsOf(group));
      index += group.length;
    } else {
      const block = blocks[index];
      if (block) result.push(withTextLabel(block));
      index++;
    }
  }
  if (typed > 0) addNote('changed', `${typed} dòng có dấu đầu dòng gõ tay thành danh sách`);
  return result;
}

interface GroupedItem {
  readonly block: Element;
  readonly item: Item;
}

/** The paragraphs from an index on that are items of one list. */
function groupAt(blocks: readonly Element[], start: number): GroupedItem[] {
  const group: GroupedItem[] = [];
  const lastNumbers = new Map<string, number>();
  for (const block of blocks.slice(start)) {
    const item = itemOf(block);
    const [first] = group;
    if (!item || (first && first.item.isMarked !== item.isMarked)) break;
    const isOtherKind = ({ item: other }: GroupedItem) => other.level === item.level && other.sign !== item.sign;
    if (item.level !== undefined && (group.some(isOtherKind) || item.level < (first?.item.level ?? 0))) break;
    // In Vietnamese documents "+" is below "-".
    if (first?.item.sign === '+' && /[-–—]/.test(item.sign)) break;
    const last = lastNumbers.get(item.sign);
    if (item.number !== undefined && last !== undefined && item.number !== last + 1) break;
    if (item.number !== undefined && last === undefined && group.length > 0 && item.number !== 1) break;
    if (item.number !== undefined) lastNumbers.set(item.sign, item.number);
    group.push({ block, item });
  }
  return group;
}

function itemOf(block: Element): Item | undefined {
  if (block.tagName !== 'p') return undefined;
  const text = textOf(block);
  const [written, level, label = ''] = new RegExp(`^${labelMarks[0]}(\\d) (.*?)${labelMarks[1]}`).exec(text) ?? [];
  if (written !== undefined) {
    const number = /^(\d+)[.)]?$/.exec(label)?.[1];
    const common = { level: Number(level), isMarked: true, length: written.length };
    if (label === '•') return { sign: `${level} •`, ...common };
    return number === undefined ? undefined : { sign: `${level} 1`, number: Number(number), ...common };
  }
  return clipboardItem(block, text) ?? typedItem(block, text);
}

/** An item of a list that Word writes into the clipboard as paragraphs. */
function clipboardItem(block: Element, text: string): Item | undefined {
  const isItem = [
    'MsoListParagraph',
    'MsoListParagraphCxSpFirst',
    'MsoListParagraphCxSpMiddle',
    'MsoListParagraphCxSpLast',
  ];
  const level = [1, 2, 3, 4, 5, 6, 7, 8, 9].find((n) => hasClass(block, `word-level-${n}`));
  const found =
    level !== undefined || isItem.some((name) => hasClass(block, name)) ? clipboardMark.exec(text) : undefined;
  if (!found) return undefined;
  const number = /^\d+$/.test(found[1] ?? '') ? Number(found[1]) : undefined;
  const isLetter = found[1] !== undefined && number === undefined;
  if (isLetter) return undefined;
  const sign = `${level ?? 1} ${number === undefined ? '•' : '1'}`;
  return { sign, level: level ?? 1, isMarked: true, length: found[0].length, ...(number !== undefined && { number }) };
}

function typedItem(block: Element, text: string): Item | undefined {
  if (block.children.some((child) => isElement(child, 'img'))) return undefined;
  const bullet = typedBullet.exec(text);
  if (bullet) return { sign: bullet[1] ?? '', isMarked: false, length: bullet[0].length };
  const number = typedNumber.exec(text);
  return number ? { sign: '1', number: Number(number[1]), isMarked: false, length: number[0].length } : undefined;
}

/** The lists of a group; a sign that is met for the first time begins a list in the item before it. */
function listsOf(group: readonly GroupedItem[]): Element[] {
  const lists: Element[] = [];
  const open: { readonly sign: string; readonly list: Element }[] = [];
  for (const { block, item } of group) {
    const depth = open.findIndex(({ sign }) => sign === item.sign);
    if (depth >= 0) open.length = depth + 1;
    else {
      const list = element(item.number === undefined ? 'ul' : 'ol', [], listStart(item.number));
      const parent = open.at(-1)?.list.children.at(-1);
      if (isElement(parent)) parent.children.push(list);
      else lists.push(list);
      open.push({ sign: item.sign, list });
    }
    open.at(-1)?.list.children.push(element('li', [element('p', withoutStart(block.children, item.length))]));
  }
  return lists;
}

function listStart(number: number | undefined): Element['properties'] {
  return number === undefined || number === 1 ? {} : { start: number };
}

/** Inline content without its first characters. */
function withoutStart(nodes: readonly ElementContent[], length: number): ElementContent[] {
  let rest = length;
  return nodes.flatMap((node): ElementContent[] => {
    if (rest === 0) return [node];
    if (node.type === 'text') {
      const value = node.value.slice(rest);
      rest = Math.max(0, rest - node.value.length);
      return value ? [{ type: 'text', value }] : [];
    }
    if (!isElement(node)) return [node];
    const before = rest;
    const children = withoutStart(node.children, before);
    rest = Math.max(0, before - textLength(node));
    return children.length > 0 || node.children.length === 0 ? [{ ...node, children }] : [];
  });
}

function textLength(node: ElementContent): number {
  if (node.type === 'text') return node.value.length;
  return isElement(node) ? node.children.reduce((sum, child) => sum + textLength(child), 0) : 0;
}
