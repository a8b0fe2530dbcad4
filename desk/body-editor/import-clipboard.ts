import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { AddNote, ImportNote } from '#site/import/import-note.ts';
import { importText, parseHtml } from '#site/import/import-text.ts';

/** The HTML of a clipboard as Markdown, with the pictures that are in it by their names in the text. */
export interface ImportedClipboard {
  readonly body: string;
  readonly pictures: ReadonlyMap<string, File>;
  readonly notes: readonly ImportNote[];
}

/** Converts the HTML of a clipboard. Pictures of which it has only an address are left out and told. */
export function importClipboard(html: string): ImportedClipboard {
  const notes: ImportNote[] = [];
  const addNote: AddNote = (kind, text) => void notes.push({ kind, text });
  const taken: TakenPictures = { pictures: new Map(), names: new Map(), lostFiles: 0, lostAddresses: 0 };
  const tree: Root = { type: 'root', children: prepared(parseHtml(html).children, taken) as RootContent[] };
  const { body } = importText(tree, undefined, addNote);
  if (taken.lostFiles > 0)
    addNote(
      'left out',
      `${taken.lostFiles} ảnh không đi theo khi dán, vì Word chỉ cho đường dẫn · kéo cả tệp .docx vào đây, hoặc thêm từng ảnh`,
    );
  if (taken.lostAddresses > 0)
    addNote('left out', `${taken.lostAddresses} ảnh của trang khác · được phép dùng thì lưu về máy rồi bấm nút Ảnh`);
  return { body, pictures: taken.pictures, notes };
}

interface TakenPictures {
  readonly pictures: Map<string, File>;
  /** The names of pictures by their addresses. */
  readonly names: Map<string, string>;
  lostFiles: number;
  lostAddresses: number;
}

function prepared(nodes: readonly (RootContent | ElementContent)[], taken: TakenPictures): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node as ElementContent];
    if (node.tagName === 'img') return preparedPicture(node, taken);
    const children = prepared(node.children, taken);
    const element = withKnownNotes({ ...node, children });
    if (element.tagName !== 'a' || element.properties['href'] === undefined) return [element];
    const href = linkTarget(String(element.properties['href']));
    return [{ ...element, properties: { ...element.properties, href } }];
  });
}

function preparedPicture(node: Element, taken: TakenPictures): ElementContent[] {
  const { properties } = node;
  const [address, alt] = [String(properties['src'] ?? ''), String(properties['alt'] ?? '')];
  // Facebook, Zalo and mail programs show emoji as pictures.
  if (/\p{Extended_Pictographic}/u.test(alt) && !/\p{L}/u.test(alt)) return [{ type: 'text', value: alt }];
  // Counters of readers.
  if ([properties['width'], properties['height']].some((size) => size !== undefined && Number(size) <= 1)) return [];
  const name = taken.names.get(address) ?? pictureName(address, taken);
  if (name !== undefined) return [{ ...node, properties: { src: name, alt: isMachineMade(alt) ? '' : alt } }];
  if (/^(?:file|cid|webkit-fake-url|blob):/i.test(address)) taken.lostFiles++;
  else if (address !== '') taken.lostAddresses++;
  return [];
}

/** Word describes pictures by itself, most often wrongly, and says so. */
function isMachineMade(alt: string): boolean {
  return /automatically generated|AI-generated|được tạo tự động|do AI tạo/i.test(alt);
}

/** The name of a picture that the HTML holds itself; undefined for an address. */
function pictureName(address: string, { pictures, names }: TakenPictures): string | undefined {
  const [, type, data] = /^data:image\/([\w.+-]+);base64,([\s\S]+)$/i.exec(address) ?? [];
  if (type === undefined || data === undefined) return undefined;
  const name = `anh-${pictures.size + 1}.${type.toLowerCase().replace('jpeg', 'jpg').replace(/\W.*/, '')}`;
  const file = fileOf(data, name, `image/${type.toLowerCase()}`);
  if (!file) return undefined;
  pictures.set(name, file);
  names.set(address, name);
  return name;
}

function fileOf(base64: string, name: string, type: string): File | undefined {
  try {
    const bytes = Uint8Array.from(atob(base64.replace(/\s/g, '')), (char) => char.charCodeAt(0));
    return new File([bytes], name, { type });
  } catch {
    return undefined;
  }
}

/** The notes of LibreOffice by the names of those of Word. */
function withKnownNotes(element: Element): Element {
  const { id, href } = element.properties;
  const names = { footnote: 'ftn', endnote: 'edn' } as const;
  const renamed = (value: string) =>
    value
      .replace(/^#sd(footnote|endnote)(\d+)sym$/, (_, kind: keyof typeof names, n: string) => `#${names[kind]}${n}`)
      .replace(/^#sd(footnote|endnote)(\d+)anc$/, (_, kind: keyof typeof names, n: string) => `#${names[kind]}ref${n}`)
      .replace(/^sd(footnote|endnote)(\d+)$/, (_, kind: keyof typeof names, n: string) => names[kind] + n);
  return {
    ...element,
    properties: {
      ...element.properties,
      ...(typeof id === 'string' && { id: renamed(id) }),
      ...(typeof href === 'string' && { href: renamed(href) }),
    },
  };
}

/** Where a link leads for every reader; undefined for a place that only its writer has. */
function linkTarget(href: string): string | undefined {
  if (/^#_?(?:ftn|edn)/.test(href)) return href;
  if (/^(?:#|file:|javascript:|about:|blob:|data:)/i.test(href.trim())) return undefined;
  if (!URL.canParse(href)) return href;
  const url = new URL(href);
  const isRedirect =
    (/(?:^|\.)google\.(?:[a-z]{2,3}\.)?[a-z]{2,3}$/.test(url.hostname) && url.pathname === '/url') ||
    (/(?:^|\.)facebook\.com$/.test(url.hostname) && url.pathname === '/l.php');
  const target = isRedirect
    ? (url.searchParams.get('q') ?? url.searchParams.get('u') ?? url.searchParams.get('url'))
    : null;
  if (target && /^https?:/.test(target)) return linkTarget(target);
  if (!url.searchParams.has('fbclid')) return href;
  url.searchParams.delete('fbclid');
  return url.href;
}
