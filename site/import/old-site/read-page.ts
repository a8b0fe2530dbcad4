import type { Element, ElementContent, Root } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { isOldAddress } from '#news/old-address.ts';
import { SettingsError } from '#site/settings.ts';
import { decodePage } from './decode-page.ts';
import { type PageShape, pageShapes } from './page-shapes.ts';

/** A saved page that is an article; its date is read when the dates of all pages are known. */
export interface PageArticle {
  readonly system: string;
  readonly title: string;
  readonly dateText: string | undefined;
  readonly author?: string;
  readonly source?: string;
  readonly category?: string;
  readonly lead?: string;
  readonly body: Element;
  /** The address that the page itself names. */
  readonly address?: string;
  readonly cover?: string;
  readonly coverCaption?: string;
}

const parser = unified().use(rehypeParse);

/** Reads a saved page. Throws a SettingsError with the reason if it is no article. */
export function readPage(bytes: Buffer, shape: PageShape | undefined): PageArticle {
  const text = decodePage(bytes);
  const tree = parser.parse(text);
  const found = bodyIn(tree, shape ? [shape] : pageShapes);
  const { system, ...selectors } = found.shape;
  const value = (names: readonly string[]) => firstValue(tree, names);
  const title = value(selectors.title)?.replace(/\s+[|»–-]\s+[^|»–-]{3,60}$/, (tail) => (value(['h1']) ? tail : ''));
  if (!title) throw new SettingsError('không thấy tiêu đề');
  const [author, source] = [
    labelled(tree, selectors.author, authorLabel),
    labelled(tree, selectors.source, sourceLabel),
  ];
  const dateText = firstValue(tree, selectors.date, /\d{4}/) ?? structuredDate(tree);
  const optional = {
    author,
    source,
    category: value(selectors.category),
    lead: value(selectors.lead),
    address: addressOf(text, tree),
    cover: firstMatch(tree, selectors.cover)?.properties['src']?.toString(),
    coverCaption: value(selectors.coverCaption),
  };
  return {
    ...{ system, title, dateText, body: found.body },
    ...(Object.fromEntries(Object.entries(optional).filter(([, text]) => text)) as Partial<PageArticle>),
  };
}

function bodyIn(tree: Root, shapes: readonly PageShape[]): { readonly shape: PageShape; readonly body: Element } {
  for (const shape of shapes)
    for (const selector of shape.body) {
      const all = selectAll(selector, tree).filter(
        (element) => textOf(element).trim() !== '' || select('img', element),
      );
      const outermost = all.filter(
        (element) => !all.some((other) => other !== element && selectAll(selector, other).includes(element)),
      );
      if (outermost.length > 1)
        throw new SettingsError(`có ${outermost.length} bài: là trang danh sách, không phải một bài`);
      const [body] = outermost;
      if (body) return { shape, body: without(body, shape.without) };
    }
  throw new SettingsError('không phải trang một bài, hay của hệ thống lạ: chỉ chỗ có bài bằng --body "#noi-dung"');
}

function without(body: Element, selectors: readonly string[]): Element {
  const gone = new Set(selectors.length > 0 ? selectAll(selectors.join(','), body) : []);
  const kept = (node: Element): Element => ({
    ...node,
    children: node.children.flatMap((child): ElementContent[] => {
      if (child.type !== 'element') return [child];
      return gone.has(child) ? [] : [kept(child)];
    }),
  });
  return kept(body);
}

function firstMatch(tree: Root, selectors: readonly string[]): Element | undefined {
  for (const selector of selectors) {
    const found = select(selector, tree);
    if (found) return found;
  }
  return undefined;
}

/** The first text that is as it should be: of a meta element its content, of a time its machine-readable value. */
function firstValue(tree: Root, selectors: readonly string[], expected = /\S/): string | undefined {
  for (const selector of selectors)
    for (const element of selectAll(selector, tree)) {
      const { content, dateTime } = element.properties;
      const text = String(content ?? dateTime ?? textOf(element))
        .replace(/\s+/g, ' ')
        .trim()
        .normalize('NFC');
      if (expected.test(text)) return text;
    }
  return undefined;
}

const authorLabel = /^(?:tác giả(?: bài viết)?|người viết|người đăng|viết bởi|written by|author|by)\s*:?\s*/i;
const sourceLabel = /^(?:nguồn(?: tin)?|theo|source)\s*:?\s*/i;

/** What stands after a label; an element without a label counts if its selector is of that part alone. */
function labelled(tree: Root, selectors: readonly string[], label: RegExp): string | undefined {
  for (const selector of selectors)
    for (const element of selectAll(selector, tree)) {
      const text = textOf(element).replace(/\s+/g, ' ').trim().normalize('NFC');
      const isShared = selector === '.text-right';
      if (text && (label.test(text) || !isShared)) return text.replace(label, '') || undefined;
    }
  return undefined;
}

/** The date of publication in JSON-LD (schema.org). */
function structuredDate(tree: Root): string | undefined {
  for (const script of selectAll('script[type="application/ld+json"]', tree)) {
    const [, date] = /"datePublished"\s*:\s*"([^"]+)"/.exec(textOf(script)) ?? [];
    if (date) return date;
  }
  return undefined;
}

/** The address that a page names: as canonical, for sharing, or in the comment of the program that saved it. */
function addressOf(text: string, tree: Root): string | undefined {
  const [, saved] = /<!-- saved from url=\(\d+\)(\S+) -->/.exec(text.slice(0, 2000)) ?? [];
  const [, mirrored] = /<!-- Mirrored from (\S+) by HTTrack/.exec(text.slice(0, 4000)) ?? [];
  const canonical = select('link[rel=canonical]', tree)?.properties['href']?.toString();
  const shared = select('meta[property="og:url"]', tree)?.properties['content']?.toString();
  return [canonical, saved, mirrored && `http://${mirrored}`, shared].map(oldUrlOf).find((url) => url !== undefined);
}

/** Path and query of an address, if they can be an old address of an article. */
export function oldUrlOf(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address, 'http://old.invalid')) return undefined;
  const { pathname, search } = new URL(address, 'http://old.invalid');
  const url = `${pathname}${search}`;
  return pathname !== '/' && isOldAddress(url)
    ? url
    : pathname === '/' && search && isOldAddress(url)
      ? url
      : undefined;
}
