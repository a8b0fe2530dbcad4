import type { Element } from 'hast';
import { type AddNote, quoted } from '../import-note.ts';
import { descendants, element, isElement, lineOf } from './blocks.ts';
import { isWholly, withoutEmphasis } from './repair-inline.ts';
import { withoutLabelMarks, withTextLabel } from './text-label.ts';

const maxHeadingLength = 90;

/** Headings where a line in bold stands alone above text; levels from 2 on without a gap, and no bold in a heading. */
export function repairHeadings(blocks: readonly Element[], addNote: AddNote): Element[] {
  const found = blocks.map((block, index) => {
    if (isHeading(block) || !looksLikeHeading(block) || !isAboveText(blocks, index)) return block;
    addNote('changed', `dòng in đậm ${quoted(shownLine(block))} thành đề mục`);
    return element(`h${levelOfLabel(shownLine(block))}`, block.children);
  });
  const levels = [...new Set(found.filter(isHeading).map(levelOf))].sort((a, b) => a - b);
  return found.flatMap((block) => {
    if (!isHeading(block)) return [block];
    const level = Math.min(levels.indexOf(levelOf(block)) + 2, 6);
    const text = withoutBreaks(withoutEmphasis(withoutEmphasis(block.children, 'strong'), 'em'));
    const pictures = descendants(block, 'img');
    const heading = withTextLabel(element(`h${level}`, text, block.properties));
    return [...(lineOf(heading) ? [heading] : []), ...pictures.map((picture) => element('p', [picture]))];
  });
}

export function isHeading({ tagName }: Element): boolean {
  return /^h[1-6]$/.test(tagName);
}

function levelOf(heading: Element): number {
  return Number(heading.tagName.slice(1));
}

function withoutBreaks(nodes: Element['children']): Element['children'] {
  return nodes.flatMap((node) => {
    if (isElement(node, 'br')) return [{ type: 'text', value: ' ' }];
    return isElement(node, 'img') ? [] : [node];
  });
}

/** The line of a block with the number that Word shows. */
function shownLine(block: Element): string {
  return withoutLabelMarks(lineOf(block));
}

function looksLikeHeading(block: Element): boolean {
  const text = shownLine(block);
  return (
    block.tagName === 'p' &&
    isWholly(block, 'strong') &&
    text.length < maxHeadingLength &&
    /^[\p{L}\p{N}“"(].*[\p{L}\p{N})”"]$/u.test(text) &&
    /\p{L}{2}/u.test(text) &&
    // A telephone number is no heading.
    !/\d[\d .-]{6,}\d/.test(text) &&
    descendants(block, 'img', 'br').length === 0
  );
}

/** Whether text follows, perhaps after one heading below this one. */
function isAboveText(blocks: readonly Element[], index: number): boolean {
  const [next, afterNext] = [blocks[index + 1], blocks[index + 2]];
  const block = blocks[index];
  if (!next || !block || descendants(next, 'img').length > 0) return false;
  if (!looksLikeHeading(next)) return !isHeading(next) || levelOf(next) > 2;
  const isDeeper = levelOfLabel(shownLine(next)) > levelOfLabel(shownLine(block));
  return isDeeper && afterNext !== undefined && !looksLikeHeading(afterNext);
}

/** The level of a heading by its number: "I." and "Phần" are above "1.", and that above "a)". */
function levelOfLabel(text: string): number {
  if (/^\d+\.\d+\.\d+/.test(text)) return 5;
  if (/^(\d+\.\d+|[a-zđ][.)])/.test(text)) return 4;
  return /^\d+[.)/]/.test(text) ? 3 : 2;
}
