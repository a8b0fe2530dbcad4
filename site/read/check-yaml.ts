import { isScalar, visit } from 'yaml';
import { z } from 'zod';
import type { Problem } from '#news/rule.ts';
import { type Finding, finding, type SourceLocation } from '#site/finding.ts';
import { isSuppressionComment } from '#site/suppression-comment.ts';
import { fold } from '#vietnamese/fold.ts';
import { nearest } from '#vietnamese/nearest.ts';
import { explainYamlError, quoteYaml } from './explain-yaml-error.ts';
import { indexOfUnprintable } from './index-of-unprintable.ts';
import { issueFinding } from './issue-finding.ts';
import { parseYaml, type YamlBlock, type YamlDocument } from './yaml-document.ts';

/** The value that a schema parsed from a block, or the findings that explain why there is none. */
export interface CheckedYaml<Value> {
  readonly value?: Value;
  readonly findings: readonly Finding[];
  /** The location of the value of a key, or of its nearest existing ancestor, for rules beyond the schema. */
  readonly locate: (keys: readonly PropertyKey[]) => SourceLocation;
  /** The values that readers see, in raw form including quotes, with their offsets in the block. */
  readonly proseValues: readonly { readonly offset: number; readonly text: string }[];
}

/** The keys whose values are prose for readers. */
const proseKeys = [
  ...['title', 'description', 'tags', 'coverAlt', 'coverCaption', 'correction', 'withdrawnReason'],
  ...['question', 'asker', 'answeredBy', 'cancelled'],
];

/** Vietnamese names that editors write for keys, folded → the key. */
const vietnameseKeys: Readonly<Record<string, string>> = {
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

/** Locates the values of a block. Each call parses the block again: calls are rare, and no document stays in memory. */
export function yamlLocator(block: YamlBlock): CheckedYaml<unknown>['locate'] {
  return (keys) => {
    const { locationOf, offsetOf } = parseYaml(block);
    return locationOf(offsetOf(keys));
  };
}

/** Checks YAML with a schema; each finding has a line and column. */
export function checkYaml<Schema extends z.ZodType>(block: YamlBlock, schema: Schema): CheckedYaml<z.output<Schema>> {
  const yaml = parseYaml(block);
  const { document, locationOf, offsetOf } = yaml;
  const proseValues = document.errors.length > 0 ? [] : yaml.rawValues(proseKeys);
  const invalid = (findings: readonly Finding[]) => ({ locate: yamlLocator(block), proseValues, findings });

  const [first] = document.errors;
  if (first) {
    const { line, column } = locationOf(first.pos[0]);
    const { rule, wrong, remedy, ...explained } = explainYamlError({
      lines: block.text.split('\n'),
      line: line - block.linesBefore - 1,
      column,
      code: first.code,
    });
    const location = { path: block.path, line: explained.line + block.linesBefore + 1, column: explained.column };
    return invalid([finding(location, rule, wrong, remedy)]);
  }

  const misread = misinterpretedValues(yaml, block);
  if (misread.length > 0) return invalid(misread);

  const written: unknown = document.toJS();
  // An empty list file is an empty list; empty front matter is an empty map.
  const result = schema.safeParse(written ?? (schema.safeParse(undefined).success ? undefined : {}));
  if (result.success) return { value: result.data, locate: yamlLocator(block), proseValues, findings: [] };
  const misspeltKeys = new Set<string>();
  const unknownKeys = result.error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [];
    const known = keysAt(schema, issue.path);
    return issue.keys.map((key) => {
      const near = known.find((name) => name === vietnameseKeys[fold(key)]) ?? nearest(key, known);
      if (near) misspeltKeys.add([...issue.path, near].join('.'));
      const remedy = near ? `có phải là “${near}”?` : `xóa dòng này; các mục dùng được: ${known.join(', ')}`;
      const location = locationOf(offsetOf([...issue.path, key], 'key'));
      return finding(location, 'muc-la', `không có mục nào tên “${key}”`, remedy);
    });
  });
  // A misspelt key is one mistake: the missing correct key is not reported as well.
  const invalidValues = result.error.issues
    .filter(({ code, path }) => code !== 'unrecognized_keys' && !misspeltKeys.has(path.join('.')))
    .map(({ path, message }) => issueFinding(locationOf(offsetOf(path)), message));
  return invalid([...unknownKeys, ...invalidValues]);
}

/** The problem of text after a "#", which YAML drops as a comment. */
function droppedCommentProblem(before: string, value: string, comment: string): Problem {
  const ruleName = /^\s*cho\s+ph[ée]p\s+([a-z-]+)\s*$/i.exec(comment)?.[1];
  if (ruleName)
    return {
      rule: 'cho-phep',
      wrong: 'ghi chú “cho phép” thiếu dấu hai chấm',
      remedy: `viết cả dòng “${before}${value} # cho phép: ${ruleName}”`,
    };
  // Text cannot follow a date or a boolean.
  const fixedValue = /^(true|false|[\d: +TZ-]+)$/.test(value) ? value : quoteYaml(`${value} #${comment}`.trim());
  return {
    rule: 'dau-thang',
    wrong: `phần “#${comment}” sau dấu # sẽ bị bỏ mất`,
    remedy: `viết cả dòng “${before}${fixedValue}”`,
  };
}

/** Findings for values that YAML misinterprets: cut at a "#", or parsed as an anchor, alias or tag. */
function misinterpretedValues({ document, locationOf }: YamlDocument, block: YamlBlock): Finding[] {
  const misread: Finding[] = [];
  visit(document, {
    Node(_, node) {
      const [offset = 0] = node.range ?? [];
      const special = 'source' in node && !isScalar(node) ? `*${node.source}` : '';
      if (special || ('anchor' in node && node.anchor) || node.tag !== undefined)
        misread.push(
          finding(
            locationOf(offset),
            'viet-sai-dang',
            'dấu *, & hoặc ! ở đầu chữ làm máy hiểu lầm',
            'đặt cả chữ trong ngoặc kép',
          ),
        );
      if (isScalar(node) && indexOfUnprintable(String(node.value ?? '')) !== undefined)
        misread.push(
          finding(
            locationOf(offset),
            'ky-tu-la',
            'chữ này chứa một ký tự điều khiển không in ra được',
            'xóa phần viết bằng dấu \\',
          ),
        );
      if (!isScalar(node) || !node.comment || isSuppressionComment(node.comment)) return;
      const { line, column } = locationOf(offset);
      const before = block.text.split('\n')[line - block.linesBefore - 1]?.slice(0, column - 1) ?? '';
      const { rule, wrong, remedy } = droppedCommentProblem(before, String(node.value ?? ''), node.comment);
      misread.push(finding(locationOf(offset), rule, wrong, remedy));
    },
  });
  return misread;
}

/** The keys that a schema accepts at a path. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let node: z.core.JSONSchema.JSONSchema = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  for (const step of path) {
    const next = typeof step === 'number' ? node.items : node.properties?.[String(step)];
    if (!next || typeof next !== 'object' || Array.isArray(next)) return [];
    node = next;
  }
  return Object.keys(node.properties ?? {});
}
