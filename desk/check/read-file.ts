import { type ContentKind, contentKinds } from '#news/content-kind.ts';
import { memoizeByObject } from '#news/memoize-by-object.ts';
import { reuseNothing } from '#site/cache/reuse.ts';
import type { Finding } from '#site/finding.ts';
import { inspectFile } from '#site/read/inspect-from-queue.ts';
import { type ItemOf, itemReaders } from '#site/read/item-readers.ts';
import { proseExceptions } from '#site/read/prose-findings.ts';
import { type ParsedItem, readItem } from '#site/read/read-item.ts';
import { type ReadLists, readLists } from '#site/read/read-lists.ts';
import { withFiles } from '../node/fs.ts';
import type { ContentFile, ListFiles } from './content-files.ts';

/** A file of content/, read as a build reads it. */
export interface ReadFile {
  readonly kind: ContentKind;
  readonly isDraft: boolean;
  /** Undefined if front matter and body could not be split. */
  readonly parsed: ParsedItem<unknown> | undefined;
  /** Undefined if the file has an error for which there is no item. */
  readonly item: ItemOf<ContentKind> | undefined;
  /** In the order in which the rules ran. */
  readonly findings: readonly Finding[];
}

/** The kind of item at a path of content/. Throws for a path of none. */
export function kindOfPath(path: string): ContentKind {
  const kind = contentKinds.find((each) => path.startsWith(`content/${each}/`));
  if (!kind || !path.endsWith('.md')) throw new Error(`${path} is no item of content/.`);
  return kind;
}

/** Reads a file of content/; `action` is given the result while the file can still be read again. */
export function withReadFile<Result>(
  file: ContentFile,
  lists: ReadLists['lists'],
  action: (read: ReadFile) => Result,
): Result {
  return withFiles(
    new Map<string, string | number>([
      ...Object.entries(file.files).map(([path, size]): [string, number] => [`/${path}`, size]),
      [`/${file.path}`, file.text],
    ]),
    () => action(readFile(file.path, lists)),
  );
}

/** The lists of list files; read once while it is the same object. */
export const readListFiles = memoizeByObject((lists: ListFiles): ReadLists['lists'] =>
  withFiles(
    new Map(Object.entries(lists).map(([path, text]) => [`/${path}`, text])),
    () => readLists('/content', { reuse: reuseNothing }).lists,
  ),
);

function readFile(path: string, lists: ReadLists['lists']): ReadFile {
  const { organisation, knownWords } = lists;
  const kind = kindOfPath(path);
  const accepted = organisation && knownWords && proseExceptions(organisation, knownWords);
  const inspectedFile = inspectFile({ file: `/${path}`, kind }, accepted);
  const { item: parsed, findings } = readItem(inspectedFile);
  const result = parsed && readByKind(kind, parsed, lists);
  return {
    ...{ kind, parsed, item: result?.item },
    isDraft: inspectedFile.inspected.isDraft,
    findings: [...findings, ...(result?.findings ?? [])],
  };
}

function readByKind(
  kind: ContentKind,
  parsed: ParsedItem<unknown>,
  lists: ReadLists['lists'],
): { readonly item?: ItemOf<ContentKind>; readonly findings: readonly Finding[] } {
  const { read } = itemReaders(lists)[kind];
  // The front matter was parsed with the schema of the kind.
  return (read as (parsed: ParsedItem<unknown>) => { item?: ItemOf<ContentKind>; findings: readonly Finding[] })(
    parsed,
  );
}
