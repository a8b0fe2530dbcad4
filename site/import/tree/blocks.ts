import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';

/** Elements that a body is a sequence of. */
const blockNames = new Set([
  ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'dl', 'table', 'blockquote', 'pre', 'hr', 'img'],
  ...['iframe', 'video', 'audio'],
]);

/** Elements that only hold others. */
const wrapperNames = new Set([
  ...['div', 'section', 'article', 'main', 'header', 'footer', 'aside', 'center', 'form', 'fieldset', 'figure', 'body'],
  ...['html', 'figcaption', 'address', 'nav', 'details', 'summary', 'picture'],
]);

export function isElement(
  node: RootContent | ElementContent | undefined,
  ...names: readonly string[]
): node is Element {
  return node?.type === 'element' && (names.length === 0 || names.includes(node.tagName));
}

export function element(tagName: string, children: ElementContent[], properties: Element['properties'] = {}): Element {
  return { type: 'element', tagName, properties, children };
}

/** The text of a node on one line. */
export function lineOf(node: Root | RootContent | ElementContent): string {
  return textOf(node).replace(/\s+/g, ' ').trim();
}

export function hasClass({ properties }: Element, name: string): boolean {
  const { className } = properties;
  return Array.isArray(className) && className.includes(name);
}

/** All elements below a node, or itself, with one of these names. */
export function descendants(node: Root | RootContent | ElementContent, ...names: readonly string[]): Element[] {
  const children = 'children' in node ? node.children : [];
  const below = children.flatMap((child) => descendants(child, ...names));
  return isElement(node as RootContent, ...names) ? [node as Element, ...below] : below;
}

/** The blocks of a tree in their order: wrappers are opened, and text between blocks becomes paragraphs. */
export function flattenBlocks(nodes: readonly (RootContent | ElementContent)[]): Element[] {
  const blocks: Element[] = [];
  let inline: ElementContent[] = [];
  const endParagraph = () => {
    if (inline.some((node) => lineOf(node) !== '' || descendants(node, 'img').length > 0))
      blocks.push(element('p', inline));
    inline = [];
  };
  for (const node of nodes) {
    if (node.type === 'text') inline.push(node);
    if (!isElement(node)) continue;
    const { tagName } = node;
    if (isNote(node)) blocks.push(node);
    else if (wrapperNames.has(tagName) || isOpened(node)) {
      endParagraph();
      const opened = flattenBlocks(node.children);
      const isCaption = tagName === 'figcaption';
      blocks.push(
        ...(isCaption ? opened.map((block) => ({ ...block, properties: { className: ['caption'] } })) : opened),
      );
    } else if (blockNames.has(tagName)) {
      endParagraph();
      blocks.push(tagName === 'img' ? element('p', [node]) : node);
    } else inline.push(node);
  }
  endParagraph();
  return blocks;
}

/** Whether an element holds a note of a text: of a converted document, or of Word's clipboard. */
export function isNote({ properties }: Element): boolean {
  return /^(?:foot|end)note-\d+$|^_?(?:ftn|edn)\d+$/.test(String(properties['id'] ?? ''));
}

/** Whether an inline element or a paragraph has blocks in it, which neither may. */
function isOpened(node: Element): boolean {
  const isBlock = blockNames.has(node.tagName);
  if (isBlock && node.tagName !== 'p') return false;
  return node.children.some(
    (child) =>
      isElement(child) && child.tagName !== 'img' && (blockNames.has(child.tagName) || wrapperNames.has(child.tagName)),
  );
}
