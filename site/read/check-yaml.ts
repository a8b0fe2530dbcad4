import { isScalar, visit } from 'yaml';
import { z } from 'zod';
import { hasRule, says } from '#news/rule.ts';
import { type Finding, finding, type Place } from '#site/finding.ts';
import { fold } from '#vietnamese/fold.ts';
import { nearest } from '#vietnamese/nearest.ts';
import { isAllowNote } from './allow-notes.ts';
import { unprintable } from './unprintable.ts';
import { parseYaml, type YamlBlock, type YamlDocument } from './yaml-document.ts';
import { quoted, yamlFault } from './yaml-fault.ts';

/** The value a schema made of a block, or nothing and the reasons. */
export interface Checked<Value> {
  readonly value?: Value;
  readonly findings: readonly Finding[];
  /** Where the value of a key stands (or the nearest thing that exists), for rules beyond the schema. */
  readonly at: (keys: readonly PropertyKey[]) => Place;
  /** The values people read, as written, quotes and all, with their offsets in the block. */
  readonly words: readonly { readonly offset: number; readonly text: string }[];
}

/** The keys whose values are words for readers. */
const wordyKeys = [
  ...['title', 'description', 'tags', 'coverAlt', 'coverCaption', 'correction', 'withdrawnReason'],
  ...['question', 'asker', 'answeredBy', 'cancelled'],
];

/** What editors call some keys, folded. */
const inVietnamese: Readonly<Record<string, string>> = {
  'tieu de': 'title',
  ngay: 'date',
  'ngay dang': 'date',
  'tac gia': 'author',
  'chuyen muc': 'category',
  'loi dan': 'description',
  'mo ta': 'description',
  the: 'tags',
  'anh bia': 'cover',
  nguon: 'source',
  'nguoi hoi': 'asker',
  'trich yeu': 'title',
  'so ky hieu': 'number',
  'so, ky hieu': 'number',
  'loai van ban': 'type',
  'ngay ban hanh': 'issued',
  'co quan ban hanh': 'issuer',
  'noi dien ra': 'place',
  'dia diem': 'place',
  'han chot': 'deadline',
  huy: 'cancelled',
  'da huy': 'cancelled',
  'ly do huy': 'cancelled',
  'bat dau': 'from',
  'ket thuc': 'to',
};

/** Where the values of a block stand; it is parsed again when asked, which is rare, so that no document is held. */
export function placesOf(block: YamlBlock): Checked<unknown>['at'] {
  return (keys) => {
    const { place, offsetOf } = parseYaml(block);
    return place(offsetOf(keys));
  };
}

/** Checks YAML with a schema; each finding has its line and column. */
export function checkYaml<Schema extends z.ZodType>(block: YamlBlock, schema: Schema): Checked<z.output<Schema>> {
  const yaml = parseYaml(block);
  const { document, place, offsetOf } = yaml;
  const words = document.errors.length > 0 ? [] : yaml.written(wordyKeys);
  const refused = (findings: readonly Finding[]) => ({ at: placesOf(block), words, findings });

  const [first] = document.errors;
  if (first) {
    const { line, column } = place(first.pos[0]);
    const fault = yamlFault(block.text.split('\n'), line - block.linesBefore - 1, column, first.code);
    const found = { path: block.path, line: fault.line + block.linesBefore + 1, column: fault.column };
    return refused([finding(found, fault.message)]);
  }

  const misread = misreadings(yaml, block);
  if (misread.length > 0) return refused(misread);

  const written: unknown = document.toJS();
  // An empty list file is an empty list; front matter without a line is a map without a key.
  const result = schema.safeParse(written ?? (schema.safeParse(undefined).success ? undefined : {}));
  if (result.success) return { value: result.data, at: placesOf(block), words, findings: [] };
  const misspelt = new Set<string>();
  const unknown = result.error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [];
    const known = keysAt(schema, issue.path);
    return issue.keys.map((key) => {
      const near = known.find((each) => each === inVietnamese[fold(key)]) ?? nearest(key, known);
      if (near) misspelt.add([...issue.path, near].join('.'));
      const remedy = near ? `có phải là “${near}”?` : `xóa dòng này; các mục dùng được: ${known.join(', ')}`;
      const at = place(offsetOf([...issue.path, key], 'key'));
      return finding(at, says('muc-la', `không có mục nào tên “${key}”`, remedy));
    });
  });
  // A misspelt key is one slip: that the right one is missing goes without saying.
  const misfits = result.error.issues
    .filter(({ code, path }) => code !== 'unrecognized_keys' && !misspelt.has(path.join('.')))
    .map(({ path, message }) => finding(place(offsetOf(path)), ruled(message)));
  return refused([...unknown, ...misfits]);
}

/** What to say of words behind a "#", which YAML drops. */
function lostComment(before: string, value: string, comment: string): string {
  const note = /^\s*cho\s+ph[ée]p\s+([a-z-]+)\s*$/i.exec(comment)?.[1];
  if (note)
    return says(
      'cho-phep',
      'ghi chú “cho phép” thiếu dấu hai chấm',
      `viết cả dòng “${before}${value} # cho phép: ${note}”`,
    );
  const lost = `phần “#${comment}” sau dấu # sẽ bị bỏ mất`;
  // A date or a yes has no words after it.
  const whole = /^(true|false|[\d: +TZ-]+)$/.test(value) ? value : quoted(`${value} #${comment}`.trim());
  return says('dau-thang', lost, `viết cả dòng “${before}${whole}”`);
}

/** A message of ours, or ours in the place of one that a schema made by itself. */
function ruled(message: string): string {
  return hasRule(message)
    ? message
    : says('gia-tri', 'mục này không đúng dạng', 'xem bảng các mục trong docs/bien-tap.md');
}

/** Values that YAML reads otherwise than they were meant: cut at a "#", or taken for an anchor, alias or tag. */
function misreadings({ document, place }: YamlDocument, block: YamlBlock): Finding[] {
  const misread: Finding[] = [];
  visit(document, {
    Node(_, node) {
      const [offset = 0] = node.range ?? [];
      const special = 'source' in node && !isScalar(node) ? `*${node.source}` : '';
      if (special || ('anchor' in node && node.anchor) || node.tag !== undefined)
        misread.push(
          finding(
            place(offset),
            says('viet-sai-dang', 'dấu *, & hoặc ! ở đầu chữ làm máy hiểu lầm', 'đặt cả chữ trong ngoặc kép'),
          ),
        );
      if (isScalar(node) && unprintable(String(node.value ?? '')) !== undefined)
        misread.push(
          finding(
            place(offset),
            says('ky-tu-la', 'chữ này chứa một ký tự điều khiển không in ra được', 'xóa phần viết bằng dấu \\'),
          ),
        );
      if (!isScalar(node) || !node.comment || isAllowNote(node.comment)) return;
      const { line, column } = place(offset);
      const before = block.text.split('\n')[line - block.linesBefore - 1]?.slice(0, column - 1) ?? '';
      misread.push(finding(place(offset), lostComment(before, String(node.value ?? ''), node.comment)));
    },
  });
  return misread;
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
