import type { Element, ElementContent, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import type { AddNote } from './import-note.ts';
import { type KnownNames, plainLead, takeAuthor, takeTitle } from './tree/article-parts.ts';
import { flattenBlocks, isElement } from './tree/blocks.ts';
import { cleanTree } from './tree/clean-tree.ts';
import { takeFootnotes } from './tree/footnotes.ts';
import { joinCaptions } from './tree/join-captions.ts';
import { joinWebLists } from './tree/join-web-lists.ts';
import { linkAddresses } from './tree/link-addresses.ts';
import { rebuildLists } from './tree/rebuild-lists.ts';
import { repairHeadings } from './tree/repair-headings.ts';
import { repairInline } from './tree/repair-inline.ts';
import { repairTables } from './tree/repair-tables.ts';
import { splitParagraphs } from './tree/split-paragraphs.ts';
import { toMarkdown } from './tree/to-markdown.ts';

/** A text of another program as an article of this site. */
export interface ImportedText {
  readonly title?: string;
  /** A name of the list of authors. */
  readonly author?: string;
  /** Markdown. */
  readonly body: string;
}

const parser = unified().use(rehypeParse, { fragment: true });

/** The tree of a part of a page. */
export function parseHtml(html: string): Root {
  return parser.parse(html);
}

/**
 * The one way for HTML into an article, whether of a Word file, a saved page or a clipboard: it is repaired, then written
 * as Markdown. The title and the author are taken out of a text for which `names` are given.
 */
export function importText(tree: Root, names: KnownNames | undefined, addNote: AddNote): ImportedText {
  const { blocks, notes } = takeFootnotes(flattenBlocks(cleanTree(joinWebLists(tree), addNote).children));
  const split = repairTables(blocks, addNote).flatMap(splitParagraphs).map(withRepairedInline);
  const { title, rest } = names ? takeTitle(split, names, addNote) : { rest: split };
  const captioned = joinCaptions(rest, addNote);
  const { author, rest: text } = names ? takeAuthor(captioned, names, addNote) : { rest: captioned };
  const lists = rebuildLists(repairHeadings(plainLead(text), addNote), addNote);
  const body = toMarkdown({ blocks: lists, notes });
  return { ...(title !== undefined && { title }), ...(author !== undefined && { author }), body };
}

const inlineParents = ['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th', 'td', 'dt', 'dd'];

/** A block whose text Markdown can write; what stands directly in an item or a quotation is a paragraph of it. */
function withRepairedInline(node: Element): Element {
  if (inlineParents.includes(node.tagName)) return { ...node, children: linkAddresses(repairInline(node.children)) };
  const children = ['li', 'blockquote'].includes(node.tagName) ? flattenBlocks(node.children) : node.children;
  return {
    ...node,
    children: children.map((child): ElementContent => (isElement(child) ? withRepairedInline(child) : child)),
  };
}
