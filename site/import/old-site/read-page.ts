import { compile } from 'css-select';
import { render } from 'dom-serializer';
import { type AnyNode, type Element, isTag } from 'domhandler';
import { getAttributeValue, getElementsByTagName, removeElement, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { isOldAddress } from '#news/old-address.ts';
import { SettingsError } from '#site/settings.ts';
import { decodePage } from './decode-page.ts';
import { PageElements } from './page-elements.ts';
import { elsewhere, type PageShape, pageShapes } from './page-shapes.ts';
import { mailInScripts, withMail } from './shown-mail.ts';

/** A saved page that is an article; its date is read when the dates of all pages are known. */
export interface PageArticle {
  readonly system: string;
  /** What may be the title, the likeliest first: some sites have their own name where others have it. */
  readonly titles: readonly string[];
  readonly dateText: string | undefined;
  readonly author?: string;
  readonly source?: string;
  readonly category?: string;
  readonly lead?: string;
  /** The body as HTML. */
  readonly html: string;
  /** The texts of parts of the body that do not belong to it. */
  readonly left: readonly string[];
  /** The address that the page itself names, and its host. */
  readonly address?: string;
  readonly host?: string;
  readonly cover?: string;
  readonly coverCaption?: string;
}

/** Reads a saved page. Throws a SettingsError with the reason if it is no article. */
export function readPage(bytes: Buffer, shape: PageShape | undefined): PageArticle {
  const text = decodePage(bytes);
  const page = new PageElements(parseDocument(text));
  const found = bodyIn(page, shape ? [shape] : pageShapes);
  const { system, ...selectors } = found.shape;
  const titles = titlesOf(page, selectors.title);
  if (titles.length === 0) throw new SettingsError('không thấy tiêu đề');
  const optional = {
    author: labelled(page, selectors.author, authorLabel),
    source: labelled(page, selectors.source, sourceLabel),
    category: firstText(page, selectors.category),
    lead: firstText(page, selectors.lead),
    ...addressOf(text, page),
    cover: attributeOf(page, selectors.cover, 'src'),
    coverCaption: firstText(page, selectors.coverCaption),
  };
  const dateText = firstText(page, selectors.date, hasDate) ?? structuredDate(page);
  // What belongs to the page and not to the text goes last: the date may stand in it.
  const { without } = selectors;
  const removed = without.length > 0 ? new PageElements(found.body).matching(without.join(',')) : [];
  const left = removed
    .filter(({ name }) => !['script', 'style'].includes(name))
    .map(lineOf)
    .filter(Boolean);
  const shownMail = mailInScripts(found.body);
  for (const gone of removed) removeElement(gone);
  return {
    ...{ system, titles, dateText, left, html: withMail(render(found.body, { encodeEntities: 'utf8' }), shownMail) },
    ...(Object.fromEntries(Object.entries(optional).filter(([, value]) => value)) as Partial<PageArticle>),
  };
}

const hasDate = /\d{1,2}\D{1,12}\d{4}|\d{4}\D\d{1,2}|\d{1,2}\D{1,6}(?:tháng|th)\D{0,3}\d/i;

function bodyIn(
  page: PageElements,
  shapes: readonly PageShape[],
): { readonly shape: PageShape; readonly body: Element } {
  for (const shape of shapes)
    for (const selector of shape.body) {
      const all = page
        .matching(selector)
        .filter((element) => textContent(element).trim() !== '' || getElementsByTagName('img', element).length > 0);
      const outermost = all.filter((element) => !all.some((other) => other !== element && contains(other, element)));
      const body = mainOne(outermost);
      if (!body && outermost.length > 1)
        throw new SettingsError(`có ${outermost.length} bài: là trang danh sách, không phải một bài`);
      if (body) return { shape, body };
    }
  throw new SettingsError('không phải trang một bài, hay của hệ thống lạ: chỉ chỗ có bài bằng --body "#noi-dung"');
}

/** The elements that a selector finds, without those around other articles. */
function elementsOf(page: PageElements, selector: string): Element[] {
  return page.matching(selector).filter((element) => !isElsewhere(element));
}

const isElsewhereItself = compile<AnyNode, Element>(elsewhere);

function isElsewhere(element: Element): boolean {
  for (let { parent } = element; parent; { parent } = parent)
    if (isTag(parent) && parent.name !== 'body' && parent.name !== 'html' && isElsewhereItself(parent)) return true;
  return false;
}

function contains(outer: Element, inner: Element): boolean {
  for (let { parent } = inner; parent; { parent } = parent) if (parent === outer) return true;
  return false;
}

/** The one of several elements that holds most of their text: the others are boxes at the side. */
function mainOne(elements: readonly Element[]): Element | undefined {
  const lengths = elements.map((element) => textContent(element).length);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return elements.find((_, index) => (lengths[index] ?? 0) >= 0.8 * total);
}

function lineOf(element: Element): string {
  return textContent(element).replace(/\s+/g, ' ').trim().normalize('NFC');
}

/** What may be the title, in the order of the selectors; of the name of a whole page without that of the site after it. */
function titlesOf(page: PageElements, selectors: readonly string[]): string[] {
  const texts = selectors.flatMap((selector) =>
    elementsOf(page, selector).map((element) =>
      selector === 'title' ? lineOf(element).replace(/\s+[|»–-]\s+[^|»–-]{3,60}$/, '') : textOfElement(element),
    ),
  );
  return [...new Set(texts.filter((text) => text !== '' && text.length < 300))];
}

function textOfElement(element: Element): string {
  const attribute = getAttributeValue(element, 'content') ?? getAttributeValue(element, 'datetime');
  return attribute?.replace(/\s+/g, ' ').trim().normalize('NFC') || lineOf(element);
}

/** The first text that is as it should be: of a meta element its content, of a time its machine-readable value. */
function firstText(page: PageElements, selectors: readonly string[], expected = /\S/): string | undefined {
  for (const selector of selectors)
    for (const element of elementsOf(page, selector)) {
      const text = textOfElement(element);
      if (expected.test(text)) return text;
    }
  return undefined;
}

function attributeOf(page: PageElements, selectors: readonly string[], name: string): string | undefined {
  for (const selector of selectors) {
    const [element] = page.matching(selector);
    const value = element && getAttributeValue(element, name);
    if (value) return value;
  }
  return undefined;
}

const authorLabel = /^(?:tác giả(?: bài viết)?|người viết|người đăng|viết bởi|written by|author|posted by|by)\s*:?\s*/i;
const sourceLabel = /^(?:nguồn(?: tin)?|theo|source)\s*:?\s*/i;

/** What stands after a label; an element without a label counts if its selector is of that part alone. */
function labelled(page: PageElements, selectors: readonly string[], label: RegExp): string | undefined {
  for (const selector of selectors)
    for (const element of elementsOf(page, selector)) {
      const text = lineOf(element);
      const isShared = selector === '.text-right';
      if (text && (label.test(text) || !isShared)) return text.replace(label, '') || undefined;
    }
  return undefined;
}

/** The date of publication in JSON-LD (schema.org). */
function structuredDate(page: PageElements): string | undefined {
  for (const script of elementsOf(page, 'script[type="application/ld+json"]')) {
    const [, date] = /"datePublished"\s*:\s*"([^"]+)"/.exec(textContent(script)) ?? [];
    if (date) return date;
  }
  return undefined;
}

/** The address that a page names: as canonical, for sharing, or in the comment of the program that saved it. */
function addressOf(text: string, page: PageElements): Pick<PageArticle, 'address' | 'host'> {
  const [, saved] = /<!-- saved from url=\(\d+\)(\S+) -->/.exec(text.slice(0, 2000)) ?? [];
  const [, mirrored] = /<!-- Mirrored from (\S+) by HTTrack/.exec(text.slice(0, 4000)) ?? [];
  const canonical = attributeOf(page, ['link[rel=canonical]'], 'href');
  const shared = attributeOf(page, ['meta[property="og:url"]'], 'content');
  // A mirror makes addresses of its own files relative to the page.
  const addresses = [canonical, saved, mirrored && `http://${mirrored.replace(/^https?:\/\//, '')}`, shared].filter(
    (address) => address !== undefined && /^(https?:)?\//.test(address),
  );
  const named = addresses.find((address) => oldUrlOf(address) !== undefined);
  const address = oldUrlOf(named);
  const host = addresses.map(hostOf).find((name) => name !== undefined);
  return { ...(address !== undefined && { address }), ...(host !== undefined && { host }) };
}

/** The name of the host of an absolute address. */
export function hostOf(address: string | undefined): string | undefined {
  return address && URL.canParse(address) ? new URL(address).hostname : undefined;
}

/** Path and query of an address, if they can be an old address of an article. */
export function oldUrlOf(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address, 'http://old.invalid')) return undefined;
  const { pathname, search } = new URL(address, 'http://old.invalid');
  return (pathname !== '/' || search) && isOldAddress(`${pathname}${search}`) ? `${pathname}${search}` : undefined;
}
