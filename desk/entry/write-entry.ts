import { isScalar, parseDocument, Scalar, stringify, type YAMLMap } from 'yaml';
import type { ContentKind } from '#news/content-kind.ts';
import type { TextEdit } from '#site/finding.ts';
import { applyEdits } from '#site/repair/edited-text.ts';
import { type FrontMatter, markdownFile } from '#site/scaffold/scaffold.ts';
import { bodyKey, type EntryValues, fieldsOf, fileTextKey, splitEntryFile } from './entry.ts';
import { readEntry } from './read-entry.ts';
import { parseStatus, statusFields, statusKey } from './status.ts';

/** The value of a key as text or a list; undefined for an empty one, which is not written. */
type WrittenValue = FrontMatter[string] | undefined;

/**
 * The text of the file of an entry. In the file of an existing entry only the lines of the values that differ change:
 * comments, quotes, the order and unknown keys stay, and nothing is added that its editor did not write. A new file has
 * its keys in the order of the schema, and `newId` if its kind has ids.
 */
export function writeEntry(kind: ContentKind, entered: EntryValues, newId: string): string {
  const values = writtenValues(kind, entered);
  const body = String(entered[bodyKey] ?? '').trim();
  const fileText = entered[fileTextKey];
  if (typeof fileText !== 'string' || fileText === '') {
    const all = { ...values, ...('id' in fieldsOf(kind) && { id: newId }) };
    return markdownFile(inOrder(kind, all), body);
  }
  const file = splitEntryFile(kind, fileText);
  const before = writtenValues(kind, readEntry(kind, fileText));
  const changed = Object.keys(values).filter((key) => JSON.stringify(values[key]) !== JSON.stringify(before[key]));
  const block = changed.reduce((text, key) => withValue(kind, text, key, values[key]), file.block);
  const spaceBefore = file.body === '' && body !== '' ? `${file.beforeBody.trimEnd()}\n\n` : file.beforeBody;
  return `${file.beforeBlock}${block}${spaceBefore}${body}${body && '\n'}`;
}

function inOrder(kind: ContentKind, values: Readonly<Record<string, WrittenValue>>): FrontMatter {
  return Object.fromEntries(
    Object.keys(fieldsOf(kind)).flatMap((key) => (values[key] === undefined ? [] : [[key, values[key]]])),
  );
}

/** The values of the keys of a kind as they are written in front matter. */
function writtenValues(kind: ContentKind, entered: EntryValues): Readonly<Record<string, WrittenValue>> {
  const status = statusFields(parseStatus(String(entered[statusKey] ?? '')));
  return Object.fromEntries(
    Object.keys(fieldsOf(kind)).map((key) => [
      key,
      key in status ? status[key as keyof typeof status] : toWritten(entered[key]),
    ]),
  );
}

function toWritten(value: unknown): WrittenValue {
  if (Array.isArray(value)) {
    const items = value.map((item) => (isObject(item) ? writtenObject(item) : String(item ?? '').trim()));
    const filled = items.filter((item) => item !== '' && Object.keys(item).length > 0);
    return filled.length > 0 ? filled : undefined;
  }
  const text = String(value ?? '').trim();
  return text === '' ? undefined : text;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Without empty values and the keys with which the CMS tells the items of a list apart. */
function writtenObject(item: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(item)
      .filter(([key, value]) => !key.startsWith('__') && String(value ?? '').trim() !== '')
      .map(([key, value]) => [key, String(value).trim()]),
  );
}

/** A block of YAML in which one key has another value, or is gone. */
function withValue(kind: ContentKind, block: string, key: string, value: WrittenValue): string {
  const { items } = parseDocument(block, { schema: 'failsafe' }).contents as YAMLMap;
  const spans = items.map((item) => spanOf(block, item as Pair));
  const found = spans.find((span) => span.key === key);
  if (!found) {
    const keys = Object.keys(fieldsOf(kind));
    const previous = spans.findLast((span) => keys.includes(span.key) && keys.indexOf(span.key) < keys.indexOf(key));
    const offset = previous?.end ?? 0;
    return applyEdits(block, [{ offset, length: 0, text: keyText(key, value) }]);
  }
  return applyEdits(block, [value === undefined ? removal(found) : replacement(found, key, value)]);
}

interface Pair {
  readonly key: Scalar & { readonly range: readonly [number, number, number] };
  readonly value: (Scalar & { readonly range?: readonly [number, number, number] | null }) | null;
}

/** Where an entry of a map stands. */
interface Span {
  readonly key: string;
  readonly start: number;
  /** After the line break of its last line. */
  readonly end: number;
  /** Of a value in one line. */
  readonly scalar?: { readonly offset: number; readonly length: number; readonly type: Scalar.Type };
}

function spanOf(block: string, { key, value }: Pair): Span {
  const valueEnd = value?.range?.[1] ?? key.range[1];
  const lineEnd = block[valueEnd - 1] === '\n' ? valueEnd - 1 : block.indexOf('\n', valueEnd);
  const span = { key: String(key.value), start: key.range[0], end: lineEnd + 1 };
  if (!isScalar(value) || !value.range || !value.type || value.type.startsWith('BLOCK')) return span;
  const [offset, end] = value.range;
  const isEmpty = offset === end;
  if (isEmpty || block.slice(offset, end).includes('\n')) return span;
  return { ...span, scalar: { offset, length: end - offset, type: value.type } };
}

function removal({ start, end }: Span): TextEdit {
  return { offset: start, length: end - start, text: '' };
}

function replacement({ scalar, start, end }: Span, key: string, value: Exclude<WrittenValue, undefined>): TextEdit {
  if (!scalar || typeof value !== 'string' || value.includes('\n'))
    return { offset: start, length: end - start, text: keyText(key, value) };
  const node = new Scalar(value);
  node.type = scalar.type;
  const written = stringify({ [key]: node }, { lineWidth: 0, schema: 'failsafe' }).trimEnd();
  return { offset: scalar.offset, length: scalar.length, text: written.slice(`${key}: `.length) };
}

function keyText(key: string, value: WrittenValue): string {
  return value === undefined ? '' : stringify({ [key]: value }, { lineWidth: 0, schema: 'failsafe' });
}
