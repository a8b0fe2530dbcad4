import { DomUtils, parseDocument } from 'htmlparser2';
import { copyNotice } from '#layouts/components/copy-notice.ts';
import { offlinePolicy } from '#site/assets/headers.ts';
import { copyLink } from './copy-link.ts';
import { copyPath, type ReadingCopy } from './reading-copy.ts';

/** The one style of the copy. */
export const stylesheetFile = 'kieu-chu.css';

/** A page as it is read from a disk. */
export interface OfflinePage {
  readonly text: string;
  /** The files of the site that it shows or leads to. */
  readonly files: ReadonlySet<string>;
}

type Document = ReturnType<typeof parseDocument>;
type ChildNode = Parameters<typeof DomUtils.removeElement>[0];
type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** A page of the site in reading form: nothing in it needs a script or a server, and every link leads to a file. */
export function offlinePage(text: string, page: string, copy: ReadingCopy): OfflinePage {
  const document = parseDocument(text);
  removeIdle(document, copy);
  const files = new Set<string>();
  for (const element of elements(document, () => true)) {
    if (element.name === 'style') linkStyle(element, page);
    else if (element.name === 'table') letScroll(element);
    else if (element.name === 'meta') readdressMeta(element, page, copy);
    else if (element.name !== 'link' || element.attribs['rel'] === 'icon') readdress(element, page, copy, files);
  }
  const href = `${copy.origin}${copy.base}/`;
  const site = copy.public ? { text: href.replace(/^https?:\/\/|\/$/g, ''), href } : undefined;
  const notice = copyNotice(copy.day, site);
  for (const masthead of elements(document, ({ attribs }) => attribs['class'] === 'masthead'))
    for (const node of parseDocument(notice.text).children.toReversed()) DomUtils.prependChild(masthead, node);
  return { text: DomUtils.getOuterHTML(document, { encodeEntities: 'utf8' }), files };
}

function elements(document: Document, test: (element: Element) => boolean): Element[] {
  return DomUtils.findAll(test, document.children);
}

/** Takes away what only a script, a server or a public address would give a meaning. */
function removeIdle(document: Document, copy: ReadingCopy): void {
  for (const element of elements(document, (each) => isIdle(each) || (!copy.public && isOfAddress(each))))
    removeLine(element);
  // A number that nobody counted yet goes with its words, and the whole box when it is the total.
  for (const number of elements(document, ({ attribs }) => 'data-count' in attribs && attribs['value'] === '')) {
    const words = number.parent;
    const box = number.attribs['data-count'] === 'total' ? words?.parent : words;
    if (box) removeLine(box);
  }
}

/** Takes an element away, and the end of its line. */
function removeLine(element: ChildNode): void {
  const { next } = element;
  if (next && 'data' in next) next.data = next.data.replace(/^\n/, '');
  DomUtils.removeElement(element);
}

function isIdle({ name, attribs }: Element): boolean {
  if (name === 'script') return attribs['type'] !== 'application/ld+json';
  if (name === 'link') return ['alternate', 'preload', 'manifest', 'apple-touch-icon'].includes(attribs['rel'] ?? '');
  return 'hidden' in attribs || ['button', 'form', 'noscript', 'source'].includes(name);
}

/** What tells of the public address of the page. */
function isOfAddress({ name, attribs }: Element): boolean {
  return (
    name === 'script' ||
    (name === 'link' && attribs['rel'] === 'canonical') ||
    (name === 'meta' && /^(og|article|twitter):/.test(attribs['property'] ?? attribs['name'] ?? '')) ||
    ['share', 'printed-from'].includes(attribs['class'] ?? '')
  );
}

function linkStyle(style: Element, page: string): void {
  style.name = 'link';
  style.attribs = { rel: 'stylesheet', href: `${'../'.repeat(copyPath(page).split('/').length - 1)}${stylesheetFile}` };
  style.children = [];
}

/** No script looks whether a table written as HTML is too wide: the keyboard reaches each, as it must where it scrolls. */
function letScroll({ parent, attribs }: Element): void {
  if (parent && 'attribs' in parent && parent.attribs['class'] === 'prose') attribs['tabindex'] = '0';
}

function readdressMeta({ attribs }: Element, page: string, copy: ReadingCopy): void {
  if (attribs['http-equiv'] === 'Content-Security-Policy') attribs['content'] = offlinePolicy;
  if (attribs['http-equiv'] !== 'refresh') return;
  const [wait = '', to = ''] = (attribs['content'] ?? '').split('; url=');
  attribs['content'] = `${wait}; url=${copyLink(to, page, copy)?.href ?? ''}`;
}

function readdress(element: Element, page: string, copy: ReadingCopy, files: Set<string>): void {
  const { attribs } = element;
  for (const name of ['srcset', 'sizes']) delete attribs[name];
  for (const name of ['href', 'src', 'poster']) {
    if (attribs[name] === undefined) continue;
    const link = copyLink(attribs[name], page, copy);
    if (link?.file) files.add(link.file);
    if (link) attribs[name] = link.href;
    else unwrap(element);
  }
}

/** Leaves of a link its words. */
function unwrap(element: Element): void {
  for (const child of [...element.children]) DomUtils.prepend(element, child);
  DomUtils.removeElement(element);
}
