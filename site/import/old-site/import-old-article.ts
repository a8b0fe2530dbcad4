import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { v5 } from 'uuid';
import { oldAddressKey } from '#news/old-address.ts';
import { type AddNote, quoted } from '../import-note.ts';
import { importText, parseHtml } from '../import-text.ts';
import { descendants, element, flattenBlocks, lineOf } from '../tree/blocks.ts';
import type { ArticleFile } from '../write-article.ts';
import { fileNameFor, findFile, isOwnAddress, type OldFiles } from './find-file.ts';
import type { OldArticle } from './old-article.ts';

/** What an article becomes, as far as it is known before its text is read. */
export interface PlannedArticle {
  readonly article: OldArticle;
  /** The path of its file inside content/. */
  readonly file: string;
  /** The address of its page. */
  readonly address: string;
  readonly category: string;
  /** A name of the list of authors. */
  readonly author: string;
  /** The author that the old page names, if the list has none of that name. */
  readonly creditedTo?: string;
}

/** The permanent id of an article by its first old address: importing it again makes it the same one. */
export function idOfOldUrl(oldUrl: string): string {
  return `urn:uuid:${v5(`old-site:${oldAddressKeyOf(oldUrl)}`, v5.URL)}`;
}

/** The key of an old address as it is written, path and query. */
export function oldAddressKeyOf(oldUrl: string): string {
  const [path = '', query = ''] = oldUrl.split(/\?(.*)/s);
  return oldAddressKey(path, query) ?? oldUrl;
}

/** The file of an article of an old site; `addresses` are those of all articles that are imported. */
export function importOldArticle(
  { article, file, category, author, creditedTo }: PlannedArticle,
  site: OldFiles,
  addresses: NewAddresses,
  addNote: AddNote,
): ArticleFile {
  const files = new Map<string, Buffer>();
  const old = withoutTitle(parseHtml(article.html), article.title);
  const tree: Root = { type: 'root', children: [...opening(article, old), ...old.children] };
  for (const text of article.left ?? []) addNote('left out', `phần không thuộc bài ${quoted(text)}`);
  for (const name of article.lost ?? []) addNote('left out', `[${name}] của WordPress: dựng lại bằng tay nếu cần`);
  takePictures(tree, article, site, files, addNote);
  const attachments = takeLinks(tree, article, { site, addresses }, files, addNote);
  const { body: text } = importText(tree, undefined, addNote);
  const body = [text, ...(creditedTo && isName(creditedTo) ? [`Tác giả: ${creditedTo}`] : [])].join('\n\n');
  const { title, date, source, oldUrls } = article;
  const description = leadFor(body);
  return {
    file,
    frontMatter: {
      ...{ title, date, author, category },
      ...(description && { description }),
      ...(source && { source }),
      ...(attachments.length > 0 && { attachments }),
      id: idOfOldUrl(oldUrls[0] ?? article.place),
      oldUrls,
      draft: 'true',
    },
    body,
    files,
  };
}

/** Whether an author is a person or an office, and not the name of an account: "ad_trangchu". */
function isName(author: string): boolean {
  return /\p{Lu}/u.test(author) && !/[_@\d]/.test(author);
}

/** What stands above the body of an old article: the cover with its caption, and the lead unless the body begins with it. */
function opening({ cover, coverCaption, lead }: OldArticle, body: Root): Element[] {
  const [first] = flattenBlocks(body.children);
  const begins = first && lead ? sameBeginning(lineOf(first), lead) : false;
  const isInBody = descendants(body, 'img').some(({ properties }) => properties['src'] === cover);
  const paragraph = (text: string, className?: string) =>
    element('p', [{ type: 'text', value: text }], className ? { className: [className] } : {});
  return [
    ...(cover && !isInBody ? [element('p', [element('img', [], { src: cover })])] : []),
    ...(cover && !isInBody && coverCaption ? [paragraph(coverCaption, 'caption')] : []),
    ...(lead && !begins ? [paragraph(lead)] : []),
  ];
}

/** A body without a first line that only repeats the title. */
function withoutTitle(body: Root, title: string): Root {
  const first = descendants(body, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'strong').slice(0, 6);
  const repeated = new Set(first.filter((block) => letters(lineOf(block)) === letters(title)));
  const kept = (nodes: readonly (RootContent | ElementContent)[]): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      if (node.type === 'doctype') return [];
      if (node.type !== 'element') return [node];
      return repeated.has(node) ? [] : [{ ...node, children: kept(node.children) }];
    });
  return repeated.size > 0 ? { type: 'root', children: kept(body.children) } : body;
}

function letters(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function sameBeginning(a: string, b: string): boolean {
  const key = (text: string) => letters(text).slice(0, 60);
  return key(a).startsWith(key(b)) || key(b).startsWith(key(a));
}

/** Gives pictures the names of their files next to the article; those that were not saved are left out. */
function takePictures(
  tree: Root,
  { file }: OldArticle,
  site: OldFiles,
  files: Map<string, Buffer>,
  addNote: AddNote,
): void {
  const names = new Map<string, string>();
  const visit = (node: Root | Element): void => {
    node.children = node.children.filter((child) => {
      if (child.type !== 'element') return true;
      if (child.tagName !== 'img') {
        visit(child);
        return true;
      }
      const address = pictureAddress(child);
      const found = address ? findFile(address, file, site) : undefined;
      if (!found) {
        addNote('left out', `ảnh ${quoted(address || '?')} không có trong thư mục`);
        return false;
      }
      const name = names.get(found) ?? fileNameFor(found, new Set(files.keys()));
      names.set(found, name);
      if (!files.has(name)) files.set(name, readFileSync(found));
      child.properties = { ...child.properties, src: name, alt: usefulAlt(child, found) };
      return true;
    }) as typeof node.children;
  };
  visit(tree);
}

/** Pages that load pictures late keep their address in another attribute. */
function pictureAddress({ properties }: Element): string {
  const names = ['dataSrc', 'dataOriginal', 'dataLazySrc', 'src'];
  const found = names.map((name) => String(properties[name] ?? '')).find((text) => text && !text.startsWith('data:'));
  return found ?? '';
}

/** The description of a picture; systems that have none write the name of the file. */
function usefulAlt({ properties }: Element, file: string): string {
  const alt = String(properties['alt'] ?? '').trim();
  const stem = (text: string) =>
    text
      .toLowerCase()
      .replace(/\.[a-z]+$/, '')
      .replace(/[^\p{L}\p{N}]/gu, '');
  const name = file.split(/[\\/]/).at(-1) ?? '';
  return /\s/.test(alt) && stem(alt) !== stem(name) ? alt : '';
}

/** Files that readers can download (PDF and of office programs). */
const attachable = /\.(pdf|docx?|xlsx?|pptx?|odt|ods|zip|rar)$/i;

/**
 * Leads links to articles that are imported too to their new pages, and copies the files that links download. A link to
 * anything else of the old site would lead nowhere: its text stays.
 */
function takeLinks(
  tree: Root,
  { file }: OldArticle,
  { site, addresses }: { readonly site: OldFiles; readonly addresses: NewAddresses },
  files: Map<string, Buffer>,
  addNote: AddNote,
): { file: string; title: string }[] {
  const attachments = new Map<string, string>();
  for (const link of descendants(tree, 'a')) {
    const href = String(link.properties['href'] ?? '').trim();
    const isOwn = isOwnAddress(href, site.hosts);
    const found = isOwn ? findFile(href, file, site) : undefined;
    const isItself = found !== undefined && resolve(found) === resolve(file);
    const address = isItself || !isOwn ? undefined : addressOf(href, found, addresses);
    if (address !== undefined) link.properties['href'] = address;
    else if (found && attachable.test(found)) {
      const name = fileNameFor(found, new Set(files.keys()));
      files.set(name, readFileSync(found));
      attachments.set(name, lineOf(link) || name);
      link.properties['href'] = name;
    } else if (!/^(?:https?:|mailto:|tel:|#_?(?:ftn|edn))/i.test(href)) {
      if (lineOf(link) && !isItself && !/^(?:javascript:|#)/i.test(href))
        addNote('left out', `liên kết ${quoted(lineOf(link))} tới ${quoted(href)} của trang cũ, chữ vẫn còn`);
      link.properties = {};
    }
  }
  return [...attachments].map(([name, title]) => ({ file: name, title }));
}

/** The new addresses of imported articles: by the key of each old address, and by the file of the saved page. */
export interface NewAddresses {
  readonly byOldUrl: ReadonlyMap<string, string>;
  readonly byFile: ReadonlyMap<string, string>;
}

function addressOf(href: string, found: string | undefined, { byOldUrl, byFile }: NewAddresses): string | undefined {
  const saved = found && byFile.get(resolve(found));
  if (saved || !URL.canParse(href, 'http://old.invalid')) return saved;
  const { pathname, search } = new URL(href, 'http://old.invalid');
  const isRelative = !/^(?:https?:)?\//i.test(href);
  return isRelative ? undefined : byOldUrl.get(oldAddressKeyOf(`${pathname}${search}`));
}

const maxLead = 300;

/** A lead for a body that begins with something else than a paragraph: its first one. */
function leadFor(body: string): string | undefined {
  const blocks = body.split(/\n{2,}/).filter((block) => !block.startsWith('!['));
  const isParagraph = (block: string) => /^[\p{L}\p{N}“"(*[]/u.test(block) && !/^\d+\. /.test(block);
  const [first = ''] = blocks;
  if (isParagraph(first)) return undefined;
  const found = blocks
    .find(isParagraph)
    ?.replace(/[*\\]|\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\s+/g, ' ');
  if (found === undefined || found.length <= maxLead) return found;
  return `${found.slice(0, maxLead).replace(/\s+\S*$/, '')}…`;
}
