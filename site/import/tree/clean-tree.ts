import type { Element, ElementContent, Properties, Root, RootContent } from 'hast';
import {
  decodeLegacyText,
  decodeTcvn3,
  decodeVni,
  type LegacyEncodingName,
  mayNeedDecoding,
} from '#vietnamese/legacy-encoding.ts';
import { isSyllable } from '#vietnamese/syllable.ts';
import { type AddNote, quoted } from '../import-note.ts';
import { descendants, element, isElement, lineOf } from './blocks.ts';

/** Elements that no reader sees, or that only other programs run. */
const unseen = new Set([
  ...['script', 'style', 'meta', 'link', 'title', 'head', 'noscript', 'template', 'object', 'embed', 'xml', 'o:p'],
  ...['button', 'input', 'select', 'textarea', 'svg', 'canvas', 'colgroup', 'col', 'map'],
]);
/** Elements without a meaning that a page prints. */
const transparent = new Set([
  'span',
  'font',
  'small',
  'big',
  'tt',
  'ins',
  'label',
  'abbr',
  'bdi',
  'bdo',
  'wbr',
  'u',
  'time',
]);
const emphasis: Readonly<Record<string, string>> = { b: 'strong', i: 'em', strike: 's', del: 's' };

/**
 * A tree without what is not printed: scripts, hidden elements (told, since spam hides so), styles and wrappers. Letters
 * are composed, spaces are plain, and paragraphs in another encoding than Unicode are converted.
 */
export function cleanTree(tree: Root, addNote: AddNote): Root {
  for (const hidden of descendants(tree).filter(isHidden)) tellHidden(hidden, addNote);
  const children = cleanNodes(tree.children as ElementContent[]);
  const cleaned: Root = { type: 'root', children };
  for (const encoding of decodeLegacyBlocks(cleaned))
    addNote('changed', `chữ ${encoding} đổi thành Unicode: đọc lại một lượt`);
  return cleaned;
}

function tellHidden(hidden: Element, addNote: AddNote): void {
  const links = descendants(hidden, 'a').map(({ properties }) => String(properties['href'] ?? ''));
  if (links.length > 0)
    addNote('left out', `liên kết giấu người đọc tới ${links.join(', ')}: trang cũ có thể đã bị chèn`);
  else if (lineOf(hidden)) addNote('left out', `chữ giấu người đọc ${quoted(lineOf(hidden))}`);
}

function isHidden({ properties, tagName }: Element): boolean {
  const style = String(properties['style'] ?? '');
  if (unseen.has(tagName)) return false;
  return (
    properties['hidden'] !== undefined ||
    /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(px|pt|em)?\s*(;|$)/i.test(style) ||
    /(left|top|text-indent)\s*:\s*-\d{3,}/i.test(style)
  );
}

function cleanNodes(nodes: readonly (RootContent | ElementContent)[]): ElementContent[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return { type: 'text', value: plainText(node.value) };
    return isElement(node) ? cleanElement(node) : [];
  });
}

function cleanElement(node: Element): ElementContent[] {
  const { tagName, properties } = node;
  // Pictures in a format of Word alone were told.
  if (unseen.has(tagName) || isHidden(node) || properties['dataLost']) return [];
  if (properties['dataCfemail'])
    return [{ type: 'text', value: decodeCloudflareMail(String(properties['dataCfemail'])) }];
  const children = cleanNodes(node.children);
  const style = String(properties['style'] ?? '');
  const isPlain = /(?<![\w-])font-weight\s*:\s*(normal|400)/i.test(style);
  if (transparent.has(tagName) || tagName.includes(':') || (isPlain && /^(b|strong)$/.test(tagName)))
    return styled(children, style);
  const name = emphasis[tagName] ?? tagName;
  if (name === 'a' && !properties['href']) return children;
  return [element(name, children, keptProperties(node))];
}

/** The mail address that Cloudflare hides from robots: each byte but the first is XORed with the first. */
function decodeCloudflareMail(hex: string): string {
  const [key = 0, ...bytes] = (hex.match(/../g) ?? []).map((digits) => Number.parseInt(digits, 16));
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte ^ key));
}

/** The emphasis that a style asks for, as Google Docs writes it. */
function styled(children: ElementContent[], style: string): ElementContent[] {
  if (children.every((child) => lineOf(child) === '')) return children;
  const names = [
    ...(/(?<![\w-])font-style\s*:\s*italic/i.test(style) ? ['em'] : []),
    ...(/(?<![\w-])font-weight\s*:\s*(bold|[6-9]00)/i.test(style) ? ['strong'] : []),
    ...(/vertical-align\s*:\s*sub\b/i.test(style) ? ['sub'] : []),
    ...(/vertical-align\s*:\s*super\b/i.test(style) ? ['sup'] : []),
    ...(/text-decoration[^;]*line-through/i.test(style) ? ['s'] : []),
  ];
  return names.reduce((inner, name) => [element(name, inner)], children);
}

/** The classes that say what a paragraph is: our own, and those of Word for items of lists. */
function isKnownClass(name: string): boolean {
  return ['title', 'subtitle', 'caption', 'centered', 'right'].includes(name) || name.startsWith('MsoListParagraph');
}

const keptNames: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  img: ['src', 'alt'],
  td: ['colSpan', 'rowSpan'],
  th: ['colSpan', 'rowSpan'],
  ol: ['start'],
  iframe: ['src'],
  video: ['src'],
};

function keptProperties({ tagName, properties }: Element): Properties {
  const kept = Object.fromEntries(
    ['id', ...(keptNames[tagName] ?? [])].flatMap((name) => {
      const value = properties[name];
      return value === undefined || value === null ? [] : [[name, value]];
    }),
  );
  const style = String(properties['style'] ?? '');
  const align = /text-align\s*:\s*(center|right)/i.exec(style)?.[1] ?? properties['align'];
  const names = [
    ...(Array.isArray(properties['className']) ? properties['className'].map(String).filter(isKnownClass) : []),
    ...(align === 'center' ? ['centered'] : align === 'right' ? ['right'] : []),
    // Microsoft Word: the level of a list that it writes as paragraphs.
    ...(/mso-list\s*:\s*l\d+\s+level(\d)/i
      .exec(style)
      ?.slice(1)
      .map((level) => `word-level-${level}`) ?? []),
  ];
  return { ...kept, ...(names.length > 0 && { className: names }) };
}

const windows1252 = new TextDecoder('windows-1252');

/** Composed letters, plain spaces, and none of the characters that nobody sees. */
function plainText(text: string): string {
  return (
    text
      // Characters of Windows-1252 that a page says are of Latin-1.
      .replace(/[\u0080-\u009F]/g, (char) => windows1252.decode(Uint8Array.of(char.charCodeAt(0))))
      .normalize('NFC')
      .replace(/[\u00A0\u2000-\u200A\u202F\u205F\u3000\t]/g, ' ')
      .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF\u202A-\u202E\u2066-\u2069]/g, '')
      .replace(/[\u2028\u2029]/g, '\n')
  );
}

/** Converts the blocks that are in another encoding than Unicode; returns the names of the encodings. */
function decodeLegacyBlocks(tree: Root): Set<LegacyEncodingName> {
  const encodings = new Set<LegacyEncodingName>();
  const blocks = descendants(tree, 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'td', 'th');
  for (const block of blocks) {
    const text = lineOf(block);
    if (!mayNeedDecoding(text)) continue;
    const decoded = decodeLegacyText(text);
    if (!decoded) continue;
    encodings.add(decoded.encoding);
    decodeTexts(block, wordPairs(text, decoded.text), decoders[decoded.encoding]);
  }
  return encodings;
}

/** What decodes a word alone, which is too short to tell its encoding. */
const decoders: Partial<Record<LegacyEncodingName, (word: string) => string>> = {
  TCVN3: decodeTcvn3,
  'VNI-Windows': decodeVni,
};

const [punctuationBefore, punctuationAfter] = [/^[("“'‘[]+/, /[).,;:!?"”'’\]…]+$/];

function bare(word: string): string {
  return word.replace(punctuationBefore, '').replace(punctuationAfter, '');
}

/** The words of a text and what they say decoded. */
function wordPairs(text: string, decoded: string): ReadonlyMap<string, string> {
  const [from, to] = [text.split(' '), decoded.split(' ')];
  return new Map(from.length === to.length ? from.map((word, index) => [bare(word), bare(to[index] ?? word)]) : []);
}

function decodeTexts(node: Element, words: ReadonlyMap<string, string>, decode?: (word: string) => string): void {
  for (const child of node.children) {
    if (child.type === 'element') decodeTexts(child, words, decode);
    if (child.type !== 'text') continue;
    child.value = child.value.replace(/\S+/g, (written) => {
      const word = bare(written);
      const alone = decode?.(word).normalize('NFC') ?? word;
      return written.replace(word, () => words.get(word) ?? (isSyllable(alone.toLowerCase()) ? alone : word));
    });
  }
}
