import type { Element, ElementContent } from 'hast';
import { descendants, element, flattenBlocks, isElement, isNote, lineOf } from './blocks.ts';

/** A text whose references to notes are elements, and the notes by label. */
export interface TextWithNotes {
  readonly blocks: Element[];
  readonly notes: ReadonlyMap<string, readonly Element[]>;
}

/** Takes the notes out of a text: those of converted documents, and of Word's clipboard. */
export function takeFootnotes(blocks: readonly Element[]): TextWithNotes {
  const sources = new Map(
    blocks
      .flatMap((block) => descendants(block))
      .flatMap((node) => {
        const id = String(node.properties['id'] ?? '').replace(/^_/, '');
        return isNote(node) && lineOf(node) !== '' ? [[id, node] as const] : [];
      }),
  );
  if (sources.size === 0) return { blocks: [...blocks], notes: new Map() };
  const notes = new Map<string, readonly Element[]>();
  const labels = new Map<string, string>();
  const replaceReferences = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      if (!isElement(node) || isSource(node, sources)) return isElement(node) ? [] : [node];
      const target = targetOf(node);
      const source = target === undefined ? undefined : sources.get(target);
      if (target === undefined || !source) return [{ ...node, children: replaceReferences(node.children) }];
      const label = labels.get(target) ?? String(labels.size + 1);
      labels.set(target, label);
      notes.set(label, noteBlocks(source));
      return [element('note-reference', [], { label })];
    });
  const text = replaceReferences(blocks.filter((block) => !holdsOnlySources(block, sources))).filter((node) =>
    isElement(node),
  );
  return { blocks: text, notes };
}

function isSource(node: Element, sources: ReadonlyMap<string, Element>): boolean {
  return sources.get(String(node.properties['id'] ?? '').replace(/^_/, '')) === node;
}

function holdsOnlySources(block: Element, sources: ReadonlyMap<string, Element>): boolean {
  const items = block.children.filter((child) => isElement(child));
  return ['ol', 'ul'].includes(block.tagName) && items.length > 0 && items.every((item) => isSource(item, sources));
}

/** The note that a link goes to, also from within superscript. */
function targetOf(node: Element): string | undefined {
  const link = node.tagName === 'a' ? node : node.tagName === 'sup' ? descendants(node, 'a')[0] : undefined;
  const href = String(link?.properties['href'] ?? '');
  return href.startsWith('#') ? href.slice(1).replace(/^_/, '') : undefined;
}

/** The text of a note without its own number and the link back. */
function noteBlocks(source: Element): Element[] {
  const withoutLinks = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      if (!isElement(node)) return [node];
      const isBack =
        node.tagName === 'a' && /^#(?:foot|end)note-ref|^#_?(?:ftn|edn)ref/.test(String(node.properties['href']));
      return isBack ? [] : [{ ...node, children: withoutLinks(node.children) }];
    });
  return flattenBlocks(withoutLinks(source.children));
}
