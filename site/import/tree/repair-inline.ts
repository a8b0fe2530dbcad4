import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { element, isElement, lineOf } from './blocks.ts';

const marks = ['strong', 'em', 's'];

/**
 * The inline content of a block in a form that Markdown can write: emphasis without spaces and breaks at its ends,
 * neighbours of one kind joined, punctuation outside where a letter follows at once, no break at either end.
 */
export function repairInline(nodes: readonly ElementContent[]): ElementContent[] {
  return [...splitSpace(repairNodes(nodes)).inner];
}

function repairNodes(nodes: readonly ElementContent[]): ElementContent[] {
  const repaired = joined(nodes.flatMap(repairNode));
  return joined(repaired.flatMap((node, index) => movePunctuation(node, repaired[index - 1], repaired[index + 1])));
}

function repairNode(node: ElementContent): ElementContent[] {
  if (!isElement(node)) return [node];
  const children = repairNodes(node.children);
  if (!marks.includes(node.tagName) && node.tagName !== 'a') return [{ ...node, children }];
  if (children.every((child) => lineOf(child) === '' && !isElement(child, 'img'))) return children;
  const flat = children.flatMap((child) => (isElement(child, node.tagName) ? child.children : [child]));
  const { before, inner, after } = splitSpace(flat);
  return [...before, { ...node, children: [...inner] }, ...after];
}

interface SplitContent {
  readonly before: readonly ElementContent[];
  readonly inner: readonly ElementContent[];
  readonly after: readonly ElementContent[];
}

/** Inline content without the spaces and breaks at its ends, and these. */
function splitSpace(nodes: readonly ElementContent[]): SplitContent {
  const isEmpty = (node: ElementContent | undefined) =>
    isElement(node, 'br') || (node?.type === 'text' && node.value.trim() === '');
  let [start, end] = [0, nodes.length];
  while (start < end && isEmpty(nodes[start])) start++;
  while (end > start && isEmpty(nodes[end - 1])) end--;
  const inner = nodes.slice(start, end).map((node) => ({ ...node }));
  const [before, after] = [nodes.slice(0, start), nodes.slice(end)];
  const [first, last] = [inner[0], inner.at(-1)];
  if (first?.type === 'text') {
    const [space = ''] = /^\s+/.exec(first.value) ?? [];
    first.value = first.value.slice(space.length);
    if (space) before.push({ type: 'text', value: space });
  }
  if (last?.type === 'text') {
    const [space = ''] = /\s+$/.exec(last.value) ?? [];
    last.value = last.value.slice(0, last.value.length - space.length);
    if (space) after.unshift({ type: 'text', value: space });
  }
  return { before, inner, after };
}

function isSpace(node: ElementContent | undefined): boolean {
  return node?.type === 'text' && /^ +$/.test(node.value);
}

/** Neighbouring texts, and neighbouring emphasis of one kind with at most a space between, as one node. */
function joined(nodes: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      result[result.length - 1] = { type: 'text', value: last.value + node.value };
    else if (isElement(node, ...marks) && isElement(last, node.tagName))
      result[result.length - 1] = element(node.tagName, joined([...last.children, ...node.children]));
    else if (isElement(node, ...marks) && isSpace(last) && isElement(result.at(-2), node.tagName)) {
      const [before, space] = result.splice(-2) as [Element, ElementContent];
      result.push(element(node.tagName, joined([...before.children, space, ...node.children])));
    } else result.push(node);
  }
  return result;
}

/** CommonMark 0.31 §6.2: between emphasis and a letter right beside it there can be no punctuation. */
function movePunctuation(
  node: ElementContent,
  previous: ElementContent | undefined,
  next: ElementContent | undefined,
): ElementContent[] {
  if (!isElement(node, ...marks)) return [node];
  const [first, last] = [node.children[0], node.children.at(-1)];
  const isAfterLetter = previous !== undefined && /[\p{L}\p{N}]$/u.test(textOf(previous));
  const isBeforeLetter = next !== undefined && /^[\p{L}\p{N}]/u.test(textOf(next));
  const end = isBeforeLetter && last?.type === 'text' ? (/[\p{P}\p{S}\s]+$/u.exec(last.value)?.[0] ?? '') : '';
  const start = isAfterLetter && first?.type === 'text' ? (/^[\p{P}\p{S}\s]+/u.exec(first.value)?.[0] ?? '') : '';
  if (start === '' && end === '') return [node];
  const whole = textOf(node);
  if (start.length + end.length >= whole.length) return node.children;
  const inner = trimmed(node.children, start.length, end.length);
  const text = (value: string): ElementContent[] => (value ? [{ type: 'text', value }] : []);
  return [...text(start), { ...node, children: inner }, ...text(end)];
}

/** Inline content without some characters of its first and of its last text. */
function trimmed(nodes: readonly ElementContent[], start: number, end: number): ElementContent[] {
  const inner = nodes.map((node) => ({ ...node }));
  const [first, last] = [inner[0], inner.at(-1)];
  if (first?.type === 'text') first.value = first.value.slice(start);
  if (last?.type === 'text') last.value = last.value.slice(0, last.value.length - end);
  return inner.filter((node) => node.type !== 'text' || node.value !== '');
}

/** Whether all text of a block stands in one kind of emphasis. */
export function isWholly(block: Element, name: 'strong' | 'em'): boolean {
  const parts = block.children.filter((child) => lineOf(child) !== '' && !isElement(child, 'img'));
  return (
    parts.length > 0 && parts.every((child) => isElement(child) && (child.tagName === name || isWholly(child, name)))
  );
}

/** Inline content without one kind of emphasis. */
export function withoutEmphasis(nodes: readonly ElementContent[], name: 'strong' | 'em'): ElementContent[] {
  return nodes.flatMap((node) => {
    if (!isElement(node)) return [node];
    const children = withoutEmphasis(node.children, name);
    return node.tagName === name ? children : [{ ...node, children }];
  });
}
