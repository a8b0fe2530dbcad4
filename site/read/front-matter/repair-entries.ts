import { isSuppressionComment } from '#site/suppression-comment.ts';
import { quoteYaml } from '../explain-yaml-error.ts';
import { proseKeys } from '../prose-keys.ts';
import type { Entry } from './front-matter-entries.ts';
import type { FrontMatterKeys } from './front-matter-keys.ts';
import type { FrontMatterRepair } from './front-matter-repair.ts';
import { draftRepairs } from './repair-drafts.ts';

/** The repairs of the lines that name a key: drafts, empty lines, keys and values written in another form. */
export function entryRepairs(entries: readonly Entry[], keys: FrontMatterKeys): FrontMatterRepair[] {
  const written = new Set(entries.map(({ key }) => key));
  const drafts = draftRepairs(entries, keys);
  const changed = new Set(drafts.map(({ offset }) => offset));
  const others = entries.filter(({ offset }) => !changed.has(offset));
  return [
    ...drafts,
    ...emptyRepairs(others.filter((entry) => isAbsent(entry, keys))),
    ...others.flatMap((entry) => {
      const key = keys.all.includes(entry.key) ? entry.key : keyInOtherForm(entry.key, keys.all);
      if (key === undefined || (key !== entry.key && written.has(key))) return [];
      if (isAbsent(entry, keys)) return [];
      return [...(key === entry.key ? [] : [keyRepair(entry, key)]), ...valueRepairs(entry, key)];
    }),
  ];
}

/** A known key in other letter case or with other separators: "Title", "cover_alt". */
function keyInOtherForm(key: string, known: readonly string[]): string | undefined {
  const bare = (name: string) => name.replace(/[ _-]/g, '').toLowerCase();
  return known.find((name) => bare(name) === bare(key));
}

function keyRepair({ offset, key: written }: Entry, key: string): FrontMatterRepair {
  const wrong = `tên mục “${written}” viết khác trong bảng`;
  return { offset, length: written.length, text: key, rule: 'ten-muc', wrong, remedy: `viết “${key}”` };
}

/** Whether an entry says no more than if it were not there. An empty `draft` might mean either. */
function isAbsent(entry: Entry, { optional }: FrontMatterKeys): boolean {
  const { key, value, rawValue, text, valueStart, hasLinesBelow } = entry;
  if (!optional.includes(key) || key === 'draft' || hasLinesBelow) return false;
  // Text after a "#" may be the value: tags: #hội nghị
  const comment = text.slice(valueStart + rawValue.length).trimStart();
  if (comment !== '' && !isSuppressionComment(comment.slice(1))) return false;
  const isNull = /^(null|~)$/i.test(rawValue) && (key === 'tags' || !proseKeys.includes(key));
  return value.trim() === '' || isNull;
}

/** One repair for each run of lines. */
function emptyRepairs(entries: readonly Entry[]): FrontMatterRepair[] {
  const runs: Entry[][] = [];
  for (const entry of entries) {
    const last = runs.at(-1)?.at(-1);
    if (last && endOf(last) === entry.offset) runs.at(-1)?.push(entry);
    else runs.push([entry]);
  }
  return runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last) return [];
    const names = run.map(({ key }) => `“${key}”`).join(', ');
    const remedy = `xóa ${run.length > 1 ? 'các ' : ''}dòng này, hoặc viết thêm nội dung`;
    const removed = { offset: first.offset, length: endOf(last) - first.offset, text: '' };
    return [{ ...removed, rule: 'muc-trong', wrong: `mục ${names} để trống`, remedy }];
  });
}

/** The offset of the line after an entry. */
function endOf({ text, offset }: Entry): number {
  return offset + text.length + 1;
}

function valueRepairs(entry: Entry, key: string): FrontMatterRepair[] {
  const { text: line, offset, valueStart, rawValue } = entry;
  const replaceValue = (
    length: number,
    text: string,
    rest: Pick<FrontMatterRepair, 'rule' | 'wrong'>,
  ): FrontMatterRepair[] => {
    const remedy = `viết cả dòng “${key}: ${text}${line.slice(valueStart + length).trimEnd()}”`;
    return [{ offset: offset + valueStart, length, text, ...rest, remedy }];
  };
  const path = pathInQuotes(rawValue);
  if (path !== undefined)
    return replaceValue(rawValue.length, path, {
      rule: 'dau-cheo',
      wrong: 'dấu \\ trong ngoặc kép nuốt mất chữ đứng sau',
    });
  if (isTextWithColon(entry, key))
    return replaceValue(rawValue.length, quoteYaml(rawValue), {
      rule: 'hai-cham',
      wrong: 'chữ có dấu hai chấm thì đặt trong ngoặc kép',
    });
  const quoted = autocorrectedQuotes(entry, key);
  if (!quoted) return [];
  return replaceValue(quoted.length, quoteYaml(quoted.inner), {
    rule: 'ngoac-kep',
    wrong: 'ngoặc cong quanh cả dòng được hiểu là ngoặc kép thẳng, không in ra',
  });
}

/** A value in double quotes with the path of a file, in single quotes, in which a backslash is only a character. */
function pathInQuotes(rawValue: string): string | undefined {
  const [, inner] = /^"(.*)"$/.exec(rawValue) ?? [];
  if (inner === undefined || /\\["\\]/.test(inner) || !/(?:^|[^\p{L}])\p{L}:\\/u.test(inner)) return undefined;
  return `'${inner.replaceAll("'", "''")}'`;
}

/** A headline such as "Bình Định: hội nghị tổng kết", in which YAML would see a second key. */
function isTextWithColon({ rawValue, hasLinesBelow }: Entry, key: string): boolean {
  const isText = proseKeys.includes(key) && key !== 'tags' && !hasLinesBelow;
  return isText && /^[\p{L}\p{N}(]/u.test(rawValue) && /: |:$/.test(rawValue);
}

/** The text between curly quotes around a whole value, which an editor of text made of straight ones. */
function autocorrectedQuotes({ text, valueStart }: Entry, key: string): { inner: string; length: number } | undefined {
  const written = text.slice(valueStart);
  const comment = written.lastIndexOf(' #');
  const value = (isSuppressionComment(written.slice(comment + 2)) ? written.slice(0, comment) : written).trimEnd();
  const [, inner] = /^[“”„]([^“”„]+)[“”]$/.exec(value) ?? /^[‘’‚]([^‘’‚]+)[‘’]$/.exec(value) ?? [];
  if (inner === undefined) return undefined;
  // A lead may be a quotation; around a colon the quotes can only be those of the front matter.
  const isQuotation = proseKeys.includes(key) && key !== 'title' && !/: | #/.test(inner);
  return isQuotation ? undefined : { inner: inner.trim(), length: value.length };
}
