import type { Element, ElementContent } from 'hast';
import { isElement, lineOf } from './blocks.ts';

/** The paragraphs that a paragraph with two line breaks in a row is meant as. */
export function splitParagraphs(block: Element): Element[] {
  if (block.tagName !== 'p') return [block];
  const parts: ElementContent[][] = [[]];
  let breaks: ElementContent[] = [];
  for (const child of block.children) {
    if (isElement(child, 'br')) breaks.push(child);
    else if (child.type === 'text' && child.value.trim() === '' && breaks.length > 0) continue;
    else {
      if (breaks.length > 1) parts.push([]);
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
