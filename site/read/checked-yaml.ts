import { isMap, isNode, isPair, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';
import { z } from 'zod';
import { says } from '#news/rule.ts';
import { type Finding, finding, type Place } from '#site/finding.ts';
import { nearest } from '#vietnamese/nearest.ts';
import { isAllowNote } from './allow-notes.ts';
import { quoted, yamlFault } from './yaml-fault.ts';

/** A block of YAML and where it stands in its file. */
export interface YamlBlock {
  readonly path: string;
  readonly text: string;
  /** Lines of the file before the block. */
  readonly linesBefore: number;
}

/** The value a schema made of a block, or nothing and the reasons. */
export interface Checked<Value> {
  readonly value?: Value;
  readonly findings: readonly Finding[];
  /** Where the value of a key stands (or the nearest thing that exists), for rules beyond the schema. */
  readonly at: (keys: readonly PropertyKey[]) => Place;
  /** The values of some keys as written, quotes and all, with their offsets in the block. */
  readonly written: (keys: readonly string[]) => { readonly offset: number; readonly text: string }[];
}

/**
 * Parses YAML, every plain value as the text that was written ("failsafe": 0227 stays 0227, no is no), and checks it
 * with a schema. Each finding has its line and column.
 */
export function checkYaml<Schema extends z.ZodType>(block: YamlBlock, schema: Schema): Checked<z.output<Schema>> {
  const lineCounter = new LineCounter();
  const document = parseDocument(block.text, { lineCounter, schema: 'failsafe', prettyErrors: false });
  const place = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { path: block.path, line: line + block.linesBefore, column: col };
  };
  const at = (keys: readonly PropertyKey[]) => place(offsetOf(document.contents, keys));
  const written: Checked<unknown>['written'] = (keys) => {
    const texts: { offset: number; text: string }[] = [];
    if (document.errors.length > 0) return texts;
    visit(document, {
      Pair(_, { key, value }) {
        if (!isScalar(key) || !keys.includes(String(key.value)) || !isNode(value) || !value.range) return;
        const [offset, end] = value.range;
        texts.push({ offset, text: block.text.slice(offset, end) });
      },
    });
    return texts;
  };
  const refused = (findings: readonly Finding[]) => ({ at, written, findings });

  const [first] = document.errors;
  if (first) {
    const { line, col } = lineCounter.linePos(first.pos[0]);
    const fault = yamlFault(block.text.split('\n'), line - 1, col, first.code);
    const { path, linesBefore } = block;
    return refused([finding({ path, line: fault.line + linesBefore + 1, column: fault.column }, fault.message)]);
  }

  const misread: Finding[] = [];
  visit(document, {
    Node(_, node) {
      const [offset = 0] = node.range ?? [];
      const special = 'source' in node && !isScalar(node) ? `*${node.source}` : '';
      if (special || ('anchor' in node && node.anchor) || node.tag?.startsWith('!'))
        misread.push(
          finding(
            place(offset),
            says('viet-sai-dang', 'dấu *, & hoặc ! ở đầu chữ làm máy hiểu lầm', 'đặt cả chữ trong ngoặc kép'),
          ),
        );
      if (isScalar(node) && node.comment && node.type === 'PLAIN' && !isAllowNote(node.comment)) {
        const { line, col } = lineCounter.linePos(offset);
        const before = block.text.split('\n')[line - 1]?.slice(0, col - 1) ?? '';
        const whole = quoted(`${node.source} #${node.comment}`.trim());
        const lost = `phần “#${node.comment}” sau dấu # sẽ bị bỏ mất`;
        misread.push(finding(place(offset), says('dau-thang', lost, `viết cả dòng “${before}${whole}”`)));
      }
    },
  });
  if (misread.length > 0) return refused(misread);

  const result = schema.safeParse(document.toJS() ?? {});
  if (result.success) return { value: result.data, at, written, findings: [] };
  const misspelt = new Set<string>();
  const unknown = result.error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [];
    const known = keysAt(schema, issue.path);
    return issue.keys.map((key) => {
      const near = nearest(key, known);
      if (near) misspelt.add([...issue.path, near].join('.'));
      const remedy = near ? `có phải là “${near}”?` : `xóa dòng này; các mục dùng được: ${known.join(', ')}`;
      const offset = offsetOf(document.contents, [...issue.path, key], 'key');
      return finding(place(offset), says('muc-la', `không có mục nào tên “${key}”`, remedy));
    });
  });
  // A misspelt key is one slip: that the right one is missing goes without saying.
  const misfits = result.error.issues
    .filter(({ code, path }) => code !== 'unrecognized_keys' && !misspelt.has(path.join('.')))
    .map(({ path, message }) => finding(at(path), message));
  return refused([...unknown, ...misfits]);
}

/** The keys a schema knows at a path. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let node: z.core.JSONSchema.JSONSchema = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  for (const step of path) {
    const next = typeof step === 'number' ? node.items : node.properties?.[String(step)];
    if (!next || typeof next !== 'object' || Array.isArray(next)) return [];
    node = next;
  }
  return Object.keys(node.properties ?? {});
}

/** Where a key stands: at its value, or at the key when the value is empty, or at the nearest thing that exists. */
function offsetOf(contents: unknown, keys: readonly PropertyKey[], prefer: 'value' | 'key' = 'value'): number {
  let node: Node | undefined = isNode(contents) ? contents : undefined;
  let offset = node?.range?.[0] ?? 0;
  for (const key of keys) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
      if (!pair || !isScalar(pair.key)) break;
      const value: Node | undefined = isNode(pair.value) ? pair.value : undefined;
      const empty = isScalar(value) && value.value === '';
      offset = (empty || (prefer === 'key' && key === keys.at(-1)) ? pair.key.range?.[0] : value?.range?.[0]) ?? offset;
      node = value;
    } else if (node && 'items' in node && Array.isArray(node.items)) {
      const item: unknown = node.items[Number(key)];
      node = isNode(item) ? item : undefined;
      offset = node?.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}
