import { distance } from 'fastest-levenshtein';
import { isScalar, visit } from 'yaml';
import { z } from 'zod';
import { memoizeByObject } from '#news/memoize-by-object.ts';
import type { Problem } from '#news/rule.ts';
import { type Finding, finding, type SourceLocation } from '#site/finding.ts';
import { isSuppressionComment } from '#site/suppression-comment.ts';
import { fold } from '#vietnamese/fold.ts';
import { nearest } from '#vietnamese/nearest.ts';
import { draftMeaning } from './draft-line.ts';
import { explainYamlError, quoteYaml } from './explain-yaml-error.ts';
import { indexOfUnprintable } from './index-of-unprintable.ts';
import { issueFinding } from './issue-finding.ts';
import { readPlainYaml } from './plain-yaml.ts';
import { proseKeys } from './prose-keys.ts';
import { isKeyLine } from './second-front-matter.ts';
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

/** Vietnamese names that editors write for keys, and names in other generators, folded → the key. */
const otherNames: Readonly<Record<string, string>> = {
  'tieu de': 'title',
  ngay: 'date',
  'ngay dang': 'date',
  'tac gia': 'author',
  'chuyen muc': 'category',
  'loi dan': 'description',
  'mo ta': 'description',
  the: 'tags',
  'anh bia': 'cover',
  'hinh ve': 'motif',
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
  'ho va ten': 'name',
  'chu tich': 'chair',
  'chuc vu': 'role',
  'dien thoai': 'telephone',
  'dia chi': 'address',
  nhom: 'group',
  'ngon ngu': 'lang',
  language: 'lang',
  'han chot': 'deadline',
  huy: 'cancelled',
  'da huy': 'cancelled',
  'ly do huy': 'cancelled',
  'bat dau': 'from',
  'ket thuc': 'to',
  ...{ coverimage: 'cover', 'cover image': 'cover', image: 'cover', thumbnail: 'cover', 'featured image': 'cover' },
  ...{ 'image alt': 'coverAlt', imagealt: 'coverAlt', 'cover image alt': 'coverAlt', summary: 'description' },
  ...{ excerpt: 'description', lead: 'description', categories: 'category', authors: 'author', keywords: 'tags' },
  ...{
    pubdate: 'date',
    publishdate: 'date',
    'publish date': 'date',
    'hen gio': 'date',
    'gio dang': 'date',
    created: 'date',
    lastmod: 'updated',
  },
  ...{
    modified: 'updated',
    expirydate: 'expires',
    'expiry date': 'expires',
    unpublishdate: 'expires',
    'unpublish date': 'expires',
    'het han': 'expires',
    'ngay het han': 'expires',
    aliases: 'oldUrls',
    location: 'place',
  },
};

/** Locates the values of a block. Each call parses the block again: calls are rare, and no document stays in memory. */
function yamlLocator(block: YamlBlock): CheckedYaml<unknown>['locate'] {
  return (keys) => {
    const { locationOf, offsetOf } = parseYaml(block);
    return locationOf(offsetOf(keys));
  };
}

/** Checks YAML with a schema; each finding has a line and column. */
export function checkYaml<Schema extends z.ZodType>(block: YamlBlock, schema: Schema): CheckedYaml<z.output<Schema>> {
  const plain = readPlainYaml(block.text);
  const parsed = plain && schema.safeParse(plain.value);
  if (plain && parsed?.success)
    return { value: parsed.data, locate: yamlLocator(block), proseValues: plain.rawValues(proseKeys), findings: [] };
  return checkParsedYaml(block, schema);
}

/** Checks YAML of any form: findings need the places of its values. */
function checkParsedYaml<Schema extends z.ZodType>(block: YamlBlock, schema: Schema): CheckedYaml<z.output<Schema>> {
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
    return invalid([withLineEdit(finding(location, rule, wrong, remedy), remedy, block)]);
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
      const near = intendedKey(key, known);
      if (near) misspeltKeys.add([...issue.path, near].join('.'));
      const value = yaml.rawValueAt([...issue.path, key])?.text.trim() ?? '';
      const isDraftLine = known.includes('draft') && draftMeaning(key, value) !== undefined;
      const isWritten = near !== undefined && document.hasIn([...issue.path, near]);
      const meant = near !== undefined && isMisspelling(key, near) ? near : undefined;
      const remedy = isDraftLine
        ? draftLineRemedy
        : isWritten
          ? repeatedKeyRemedy(meant, known)
          : unknownKeyRemedy(near, known);
      const offset = offsetOf([...issue.path, key], 'key');
      const isCertain = meant !== undefined && !isDraftLine && !isWritten;
      const edits = isCertain ? [{ offset: block.start + offset, length: key.length, text: meant }] : [];
      return finding(locationOf(offset), 'muc-la', `không có mục nào tên “${key}”`, remedy, ...edits);
    });
  });
  // A misspelt key is one mistake: the missing correct key is not reported as well.
  const invalidValues = result.error.issues
    .filter(({ code, path }) => code !== 'unrecognized_keys' && !misspeltKeys.has(path.join('.')))
    .map(({ path, message }) => withValueEdit(issueFinding(locationOf(offsetOf(path)), message), path, yaml, block));
  return invalid([...unknownKeys, ...invalidValues]);
}

/** The known key that a wrong one stands for, as far as that can be guessed. */
function intendedKey(key: string, known: readonly string[]): string | undefined {
  const other = otherNames[fold(key).replace(/[_-]/g, ' ')];
  if (other) return known.find((name) => name === other);
  return known.find((name) => hasSameLetters(key, name)) ?? nearest(key, known);
}

function hasSameLetters(key: string, name: string): boolean {
  const letters = (text: string) => Array.from(text.toLowerCase()).sort().join('');
  return key.length === name.length && letters(key) === letters(name);
}

/** Whether a wrong key can only mean a known one: another name for it, or the same with a slip of one letter. */
function isMisspelling(key: string, known: string): boolean {
  return (
    otherNames[fold(key).replace(/[_-]/g, ' ')] === known ||
    (key.length > 3 && (distance(fold(key), fold(known)) < 2 || hasSameLetters(key, known)))
  );
}

/** Without such a line the item would be published. */
const draftLineRemedy = 'chưa đăng thì viết “draft: true”; đã đăng thì xóa dòng này';

/** A second date, for instance, may be the one at which the item is to be published. */
function repeatedKeyRemedy(meant: string | undefined, known: readonly string[]): string {
  return meant ? `đã có mục “${meant}”: giữ dòng đúng, xóa dòng kia` : unknownKeyRemedy(undefined, known);
}

function unknownKeyRemedy(near: string | undefined, known: readonly string[]): string {
  return near ? `có phải là “${near}”?` : `xóa dòng này; các mục dùng được: ${known.join(', ')}`;
}

/** A finding with the edit that its remedy names: a whole line. */
function withLineEdit(found: Finding, remedy: string, block: YamlBlock): Finding {
  const [, line] = /^viết cả dòng “([^\n]*)”$/.exec(remedy) ?? [];
  const { lines, starts } = linesOf(block);
  const index = found.line - block.linesBefore - 1;
  const [written, start] = [lines[index], starts[index]];
  if (line === undefined || written === undefined || start === undefined) return found;
  // A remedy may leave out a comment, which only its author may do.
  const wordsOf = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
  if (wordsOf(line) !== wordsOf(written)) return found;
  // The quote may be closed on a line below.
  const next = lines[index + 1];
  if (found.rule === 'ngoac-chua-dong' && next !== undefined && next.trim() !== '' && !isKeyLine(next)) return found;
  return { ...found, edits: [{ offset: block.start + start, length: written.length, text: line }] };
}

/** The lines of a block and their offsets in it. */
const linesOf = memoizeByObject(({ text }: YamlBlock) => {
  let next = 0;
  const lines = text.split('\n');
  const starts = lines.map((line) => {
    const start = next;
    next += line.length + 1;
    return start;
  });
  return { lines, starts };
});

/** A finding with the edit that its remedy names: another value. */
function withValueEdit(
  found: Finding,
  path: readonly PropertyKey[],
  { rawValueAt }: YamlDocument,
  { start }: YamlBlock,
): Finding {
  const [, date, suggested, name] =
    /^(?:viết (\d{4}-[\d: -]+)|viết “([^“”]*)”|có phải là “([^“”]*)”\?)$/.exec(found.remedy) ?? [];
  const raw = rawValueAt(path);
  const text = date ?? suggested ?? name;
  if (!raw || text === undefined || raw.text.includes('\n')) return found;
  const [, quote = '', value = ''] = /^(["']?)(.*)\1$/.exec(raw.text) ?? [];
  // A name that differs in more than letter case and diacritics is a guess.
  if (name !== undefined && fold(name) !== fold(value.trim())) return found;
  const edit = { offset: start + raw.offset, length: raw.text.length, text: `${quote}${text}${quote}` };
  return { ...found, edits: [edit] };
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
      const before = linesOf(block).lines[line - block.linesBefore - 1]?.slice(0, column - 1) ?? '';
      const { rule, wrong, remedy } = droppedCommentProblem(before, String(node.value ?? ''), node.comment);
      misread.push(withLineEdit(finding(locationOf(offset), rule, wrong, remedy), remedy, block));
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
