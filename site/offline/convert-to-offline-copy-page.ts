import { DomUtils, parseDocument } from 'htmlparser2';
import { offlineCopyNotice } from '#layouts/components/offline-copy-notice.ts';
import { offlineCopyPolicy } from '#site/assets/headers.ts';
import { type CopiedSite, offlineCopyFilePath } from './copied-site.ts';
import { offlineCopyLink } from './offline-copy-link.ts';

/** The only stylesheet of the offline copy. */
export const stylesheetFileName = 'kieu-chu.css';

/** A page of the offline copy. */
export interface ConvertedPage {
  readonly text: string;
  /** The files of the site that it uses or links to. */
  readonly files: ReadonlySet<string>;
}

type Document = ReturnType<typeof parseDocument>;
type ChildNode = Parameters<typeof DomUtils.removeElement>[0];
type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** Converts a page of the site for the offline copy: without scripts and server features, every link to a file. */
export function convertToOfflineCopyPage(text: string, page: string, site: CopiedSite): ConvertedPage {
  const document = parseDocument(text);
  removeInteractive(document, site);
  const files = new Set<string>();
  for (const element of findElements(document, () => true)) {
    if (element.name === 'style') linkStylesheet(element, page);
    else if (element.name === 'table') makeScrollable(element);
    else if (element.name === 'meta') rewriteMeta(element, page, site);
    else if (element.attribs['class'] === 'video') removeLocalUrl(element, site);
    else if (element.name !== 'link' || element.attribs['rel'] === 'icon') rewriteLinks(element, page, site, files);
  }
  const href = `${site.origin}${site.base}/`;
  const siteLink = site.hasPublicUrl ? { text: href.replace(/^https?:\/\/|\/$/g, ''), href } : undefined;
  const notice = offlineCopyNotice(site.date, siteLink);
  for (const masthead of findElements(document, ({ attribs }) => attribs['class'] === 'masthead'))
    for (const node of parseDocument(notice.text).children.toReversed()) DomUtils.prependChild(masthead, node);
  return { text: DomUtils.getOuterHTML(document, { encodeEntities: 'utf8' }), files };
}

function findElements(document: Document, test: (element: Element) => boolean): Element[] {
  return DomUtils.findAll(test, document.children);
}

/** Removes everything that needs a script, a server or a public URL. */
function removeInteractive(document: Document, site: CopiedSite): void {
  for (const element of findElements(
    document,
    (candidate) => isInteractive(candidate) || (!site.hasPublicUrl && needsPublicUrl(candidate)),
  ))
    removeLine(element);
  // A number without a value is removed with its label; if it is the total, with the whole box.
  for (const number of findElements(document, ({ attribs }) => 'data-count' in attribs && attribs['value'] === '')) {
    const label = number.parent;
    const box = number.attribs['data-count'] === 'total' ? label?.parent : label;
    if (box) removeLine(box);
  }
}

/** Removes an element and the line break after it. */
function removeLine(element: ChildNode): void {
  const { next } = element;
  if (next && 'data' in next) next.data = next.data.replace(/^\n/, '');
  DomUtils.removeElement(element);
}

function isInteractive({ name, attribs, children }: Element): boolean {
  if (name === 'script') return attribs['type'] !== 'application/ld+json';
  if (name === 'link') return ['alternate', 'preload', 'manifest', 'apple-touch-icon'].includes(attribs['rel'] ?? '');
  // What is empty is the place of a button.
  if (['li', 'span'].includes(name) && children.length === 0) return true;
  return 'hidden' in attribs || attribs['class'] === 'tool' || ['button', 'form', 'noscript', 'source'].includes(name);
}

/** Elements that contain the public URL of the page. */
function needsPublicUrl({ name, attribs }: Element): boolean {
  return (
    name === 'script' ||
    (name === 'link' && attribs['rel'] === 'canonical') ||
    (name === 'meta' && /^(og|article|twitter):/.test(attribs['property'] ?? attribs['name'] ?? '')) ||
    ['article-tools', 'share', 'printed-from'].includes(attribs['class'] ?? '')
  );
}

function linkStylesheet(style: Element, page: string): void {
  style.name = 'link';
  style.attribs = {
    rel: 'stylesheet',
    href: `${'../'.repeat(offlineCopyFilePath(page).split('/').length - 1)}${stylesheetFileName}`,
  };
  style.children = [];
}

/** Makes a table focusable for keyboard scrolling: without a script it is unknown whether it is too wide. */
function makeScrollable({ parent, attribs }: Element): void {
  if (parent && 'attribs' in parent && parent.attribs['class'] === 'prose') attribs['tabindex'] = '0';
}

/** Removes the printed URL of a video of this site, if readers cannot open it. */
function removeLocalUrl({ attribs }: Element, { origin, hasPublicUrl }: CopiedSite): void {
  if (!hasPublicUrl && attribs['data-url']?.startsWith(`${origin}/`)) delete attribs['data-url'];
}

function rewriteMeta({ attribs }: Element, page: string, site: CopiedSite): void {
  if (attribs['http-equiv'] === 'Content-Security-Policy') attribs['content'] = offlineCopyPolicy;
  if (attribs['http-equiv'] !== 'refresh') return;
  const [delay = '', to = ''] = (attribs['content'] ?? '').split('; url=');
  attribs['content'] = `${delay}; url=${offlineCopyLink(to, page, site)?.href ?? ''}`;
}

function rewriteLinks(element: Element, page: string, site: CopiedSite, files: Set<string>): void {
  const { attribs } = element;
  for (const name of ['srcset', 'sizes']) delete attribs[name];
  for (const name of ['href', 'src', 'poster']) {
    if (attribs[name] === undefined) continue;
    const link = offlineCopyLink(attribs[name], page, site);
    if (link?.file) files.add(link.file);
    if (link) attribs[name] = link.href;
    else unwrap(element);
  }
}

/** Replaces a link by its content. */
function unwrap(element: Element): void {
  for (const child of [...element.children]) DomUtils.prepend(element, child);
  DomUtils.removeElement(element);
}
