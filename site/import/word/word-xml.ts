import { DOMParser, type Document, type Element, type Node, XMLSerializer } from '@xmldom/xmldom';
import type JSZip from 'jszip';
import { SettingsError } from '#site/settings.ts';

/** A part of a .docx as a DOM; undefined if the file has no such part. Throws a SettingsError if it is damaged. */
export async function readPart(zip: JSZip, name: string): Promise<Document | undefined> {
  const text = await zip.file(name)?.async('string');
  if (text === undefined) return undefined;
  try {
    return new DOMParser({ onError: () => {} }).parseFromString(text.replace(/^\uFEFF/, ''), 'text/xml');
  } catch {
    throw new SettingsError(`tệp hỏng ở phần ${name}: mở bằng Word, lưu lại rồi nhập.`);
  }
}

export function writePart(zip: JSZip, name: string, part: Document): void {
  zip.file(name, new XMLSerializer().serializeToString(part));
}

/** All elements with one of these names, in the order of the document. */
export function elementsNamed(parent: Document | Element, ...names: readonly string[]): Element[] {
  if (names.length === 1) return [...parent.getElementsByTagName(names[0] ?? '')];
  return [...parent.getElementsByTagName('*')].filter(({ tagName }) => names.includes(tagName));
}

export function childNamed(parent: Element | undefined, name: string): Element | undefined {
  return childElements(parent).find(({ tagName }) => tagName === name);
}

export function childElements(parent: Element | undefined): Element[] {
  return parent ? [...parent.childNodes].filter(isElement) : [];
}

/** The attribute w:val of a child. */
export function wordValue(parent: Element | undefined, name: string): string | undefined {
  return childNamed(parent, name)?.getAttribute('w:val') ?? undefined;
}

export function isElement(node: Node | null | undefined): node is Element {
  return node?.nodeType === 1;
}

/** The nearest ancestor with one of these names. */
export function ancestorNamed(node: Node, ...names: readonly string[]): Element | undefined {
  for (let { parentNode } = node; parentNode; { parentNode } = parentNode)
    if (isElement(parentNode) && names.includes(parentNode.tagName)) return parentNode;
  return undefined;
}

export function removeNode(node: Node): void {
  node.parentNode?.removeChild(node);
}

/** Gives an element another name: its attributes and children stay. */
export function renameElement(element: Element, name: string): void {
  const renamed = element.ownerDocument?.createElement(name);
  if (!renamed) return;
  for (const { name: attribute, value } of [...element.attributes]) renamed.setAttribute(attribute, value);
  while (element.firstChild) renamed.appendChild(element.firstChild);
  element.parentNode?.replaceChild(renamed, element);
}

/** The text that a part of a document shows, with a space between its paragraphs. */
export function textIn(parent: Document | Element): string {
  return elementsNamed(parent, 'w:p')
    .filter((paragraph) => !ancestorNamed(paragraph, 'mc:Fallback'))
    .map((paragraph) => runTexts(paragraph).join(''))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The texts of the runs of an element. */
export function runTexts(parent: Element): string[] {
  return elementsNamed(parent, 'w:t', 'w:tab', 'w:br').map((node) =>
    node.tagName === 'w:t' ? (node.textContent ?? '') : ' ',
  );
}
