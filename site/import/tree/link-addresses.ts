import type { Element, ElementContent } from 'hast';
import { element, isElement } from './blocks.ts';

const address = /https?:\/\/[^\s<>"“”‘’`|\\^{}]+/g;

/** Makes links of the addresses in a text: another program shows them as links too. */
export function linkAddresses(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return linksIn(node.value);
    if (!isElement(node) || ['a', 'code', 'pre'].includes(node.tagName)) return [node];
    return [{ ...node, children: linkAddresses(node.children) } satisfies Element];
  });
}

function linksIn(text: string): ElementContent[] {
  const parts: ElementContent[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    // A closing mark ends the sentence, unless the address has the opening one.
    const url = found.replace(/[.,;:!?*_~'…]+$/, '').replace(/\)+$/, (marks) => (found.includes('(') ? marks : ''));
    if (!URL.canParse(url)) continue;
    if (index > end) parts.push({ type: 'text', value: text.slice(end, index) });
    parts.push(element('a', [{ type: 'text', value: url }], { href: url }));
    end = index + url.length;
  }
  if (end < text.length) parts.push({ type: 'text', value: text.slice(end) });
  return parts;
}
