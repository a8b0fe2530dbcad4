import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { isElement, lineOf } from './blocks.ts';

const item = /^\s*(?:[-–•·+*▪●]\s*[\p{L}\p{N}“"(]|\d{1,2}[.)]\s+\p{L})/u;

/** The paragraphs that a paragraph is meant as: where two line breaks follow each other, and before items of a list. */
export function splitParagraphs(block: Element): Element[] {
  if (block.tagName !== 'p') return [block];
  const isItem = (index: number) => isElement(block.children[index - 1], 'br') && item.test(textFrom(block, index));
  const hasItems = block.children.filter((_, index) => isItem(index)).length > 1;
  const parts: ElementContent[][] = [[]];
  let breaks: ElementContent[] = [];
  for (const [index, child] of block.children.entries()) {
    if (isElement(child, 'br')) breaks.push(child);
    else if (child.type === 'text' && child.value.trim() === '' && breaks.length > 0) continue;
    else {
      if (breaks.length > 1 || (hasItems && isItem(index))) parts.push([]);
      else parts.at(-1)?.push(...breaks);
      breaks = [];
      parts.at(-1)?.push(child);
    }
  }
  if (parts.length === 1) return [block];
  return parts
    .filter((part) => part.some((child) => lineOf(child) !== '' || isElement(child, 'img')))
    .map((children) => ({ ...block, children }));
}

/** The text of a block from one of its children on, up to the next line break. */
function textFrom(block: Element, start: number): string {
  const rest = block.children.slice(start);
  const end = rest.findIndex((child) => isElement(child, 'br'));
  return rest
    .slice(0, end < 0 ? undefined : end)
    .map((child) => textOf(child))
    .join('');
}
