import {
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import type { SourceLocation } from '#site/finding.ts';

/** A block of YAML and its position in its file. */
export interface YamlBlock {
  readonly path: string;
  readonly text: string;
  /** The number of lines in the file before the block. */
  readonly linesBefore: number;
  /** The offset of the block in the normalised text of the file. */
  readonly start: number;
}

/** A parsed block with the locations of its values. */
export interface YamlDocument {
  readonly document: Document.Parsed;
  /** The location in the file of an offset in the block. */
  readonly locationOf: (offset: number) => SourceLocation;
  /** The offset of the value of a key, of the key itself, or of the nearest existing ancestor. */
  readonly offsetOf: (keys: readonly PropertyKey[], prefer?: 'value' | 'key') => number;
  /** The text at a path of keys, in raw form including quotes, with its offset in the block; undefined where there is none. */
  readonly rawValueAt: (keys: readonly PropertyKey[]) => { readonly offset: number; readonly text: string } | undefined;
  /** The values of some keys in raw form including quotes, with their offsets in the block. */
  readonly rawValues: (keys: readonly string[]) => { readonly offset: number; readonly text: string }[];
}

/** Parses YAML with the failsafe schema: every scalar is a string (0123 stays "0123", no stays "no"). */
export function parseYaml({ path, text, linesBefore }: YamlBlock): YamlDocument {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, schema: 'failsafe', prettyErrors: false });
  return {
    document,
    locationOf: (offset) => {
      const { line, col } = lineCounter.linePos(offset);
      return { path, line: line + linesBefore, column: col };
    },
    offsetOf: (keys, prefer = 'value') => offsetOf(document.contents, keys, prefer),
    rawValueAt: (keys) => {
      let node: Node | undefined = document.contents ?? undefined;
      for (const key of keys) node = entryAt(node, key)?.value;
      if (!isScalar(node) || !node.range) return undefined;
      const [offset, end] = node.range;
      return { offset, text: text.slice(offset, end) };
    },
    rawValues: (keys) => {
      const texts: { offset: number; text: string }[] = [];
      visit(document, {
        Pair(_, { key, value }) {
          if (!isScalar(key) || !keys.includes(String(key.value)) || !isNode(value) || !value.range) return;
          const [offset, end] = value.range;
          texts.push({ offset, text: text.slice(offset, end) });
        },
      });
      return texts;
    },
  };
}

/** The offset of the value of a key, of the key if the value is empty, or of the nearest existing ancestor. */
function offsetOf(contents: unknown, keys: readonly PropertyKey[], prefer: 'value' | 'key'): number {
  let node: Node | undefined = isNode(contents) ? contents : undefined;
  let offset = node?.range?.[0] ?? 0;
  for (const key of keys) {
    const entry = entryAt(node, key);
    if (!entry) break;
    const { keyNode, value } = entry;
    const isEmpty = isScalar(value) && value.value === '';
    const located = keyNode && (isEmpty || (prefer === 'key' && key === keys.at(-1))) ? keyNode : value;
    offset = located?.range?.[0] ?? offset;
    node = value;
  }
  return offset;
}

/** The value at a key of a map, with the key itself, or at an index of a list; undefined where there is no such place. */
function entryAt(node: Node | undefined, key: PropertyKey): { keyNode?: Node; value: Node | undefined } | undefined {
  if (isMap(node)) {
    const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
    return pair && isScalar(pair.key) ? { keyNode: pair.key, value: nodeOf(pair.value) } : undefined;
  }
  if (!isSeq(node)) return undefined;
  return { value: nodeOf(node.items[Number(key)]) };
}

function nodeOf(value: unknown): Node | undefined {
  return isNode(value) ? value : undefined;
}
