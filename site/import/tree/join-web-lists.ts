import type { Element, ElementContent, Root, RootContent } from 'hast';
import { descendants, element, hasClass, isElement } from './blocks.ts';

/** An item of a list of Word for the web. */
interface WebItem {
  readonly item: Element;
  readonly list: Element;
  /** 1 is the highest. */
  readonly level: number;
}

/**
 * Joins the lists of Word for the web, whose clipboard has every item in a wrapper and a list of its own, with its level
 * as a number.
 */
export function joinWebLists<Parent extends Root | Element>(parent: Parent): Parent {
  const children: (RootContent | ElementContent)[] = [];
  let items: WebItem[] = [];
  const endList = () => {
    for (let index = 0; index < items.length; ) {
      const { list, end } = listFrom(items, index);
      children.push(list);
      index = end;
    }
    items = [];
  };
  for (const child of parent.children) {
    if (isElement(child) && hasClass(child, 'ListContainerWrapper')) items.push(...webItems(child));
    else if (child.type !== 'text' || child.value.trim() !== '') {
      endList();
      children.push(isElement(child) ? joinWebLists(child) : child);
    } else if (items.length === 0) children.push(child);
  }
  endList();
  return { ...parent, children };
}

function webItems(wrapper: Element): WebItem[] {
  return descendants(wrapper, 'ul', 'ol').flatMap((list) =>
    list.children
      .filter((child): child is Element => isElement(child, 'li'))
      .map((item) => ({ item, list, level: Number(item.properties['dataAriaLevel'] ?? 1) })),
  );
}

/** The list that begins at an index, with the lists below its items, and where the next one begins. */
function listFrom(items: readonly WebItem[], start: number): { list: Element; end: number } {
  const first = items[start];
  const list = element(first?.list.tagName ?? 'ul', [], first?.list.properties);
  let index = start;
  while (index < items.length) {
    const current = items[index];
    const level = first?.level ?? 1;
    if (!current || current.level < level) break;
    const last = list.children.at(-1);
    if (current.level > level && isElement(last)) {
      const inner = listFrom(items, index);
      last.children.push(inner.list);
      index = inner.end;
    } else if (current.list.tagName === list.tagName) {
      list.children.push({ ...current.item, children: [...current.item.children] });
      index++;
    } else break;
  }
  return { list, end: index };
}
