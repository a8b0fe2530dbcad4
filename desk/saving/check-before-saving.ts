import type { ImmutableMap, SavingEvent } from '@sveltia/cms';
import type { ContentKind } from '#news/content-kind.ts';
import type { FileFinding } from '../check/check-file.ts';
import type { ListFiles } from '../check/content-files.ts';
import { type EntryValues, fileTextKey, splitEntryFile } from '../entry/entry.ts';
import { kindOfCollection } from '../entry/kind-of-collection.ts';
import { readEntry } from '../entry/read-entry.ts';
import { writeEntry } from '../entry/write-entry.ts';
import { confirmOverwriting } from './confirm-overwriting.ts';
import { referencedFiles } from './referenced-files.ts';
import { clearFindings, showFindings } from './show-findings.ts';
import type { EntryPlace, StoredText } from './stored-text.ts';

/** What the check of an item before it is saved needs of the desk. */
export interface SavingContext {
  readonly lists: ListFiles;
  /** The text of a file as it is now where it is kept. */
  readonly storedText: StoredText;
  /** The labels of the form of a collection by key. */
  readonly labels: (collection: string) => ReadonlyMap<string, string>;
  /** Presses the button that saves. */
  readonly saveAgain: () => void;
}

/**
 * A listener for what the CMS does before it saves: errors end the saving and are shown at their fields, warnings are
 * only shown. If the editor asked for it, what has one meaning is repaired first. If another editor has saved the item
 * meanwhile, both versions are shown.
 */
export function checkBeforeSaving(context: SavingContext): (event: SavingEvent) => Promise<ImmutableMap> {
  let isRepairing = false;
  return async ({ entry, getCollection }) => {
    const { checkFile } = await import('../check/check-file.ts');
    const { kind, place, values } = entryOf(entry);
    const { path } = place;
    const written = writeEntry(kind, values, `urn:uuid:${crypto.randomUUID()}`);
    let file = { path, text: written, files: referencedFiles(path, written) };
    let findings = checkFile(file, context.lists);
    if (isRepairing) {
      isRepairing = false;
      const { fixFile } = await import('../fix/fix-file.ts');
      const repaired = { ...file, text: fixFile(file, context.lists).text };
      const left = checkFile(repaired, context.lists);
      // What is not saved stays as its editor sees it.
      if (!left.some(isError)) [file, findings] = [repaired, left];
    }
    const errors = findings.filter(isError);
    const repair = () => {
      isRepairing = true;
      context.saveAgain();
    };
    const bodyLine = lineOfBody(kind, file.text);
    if (findings.length > 0) showFindings({ findings, labels: context.labels(place.collection), bodyLine, repair });
    else clearFindings();
    if (errors.length > 0) throw refusal(errors);
    if (!(await mayOverwrite(values, file.text, () => context.storedText(place, getCollection))))
      throw notSaved('Bài của bạn vẫn ở đây, chưa ghi vào tệp.');
    // The next edit is compared with what is saved now.
    return entry.set('data', (entry.get('data') as ImmutableMap).clear().merge(readEntry(kind, file.text.trim())));
  };
}

function isError({ level }: FileFinding): boolean {
  return level === 'error';
}

/** The 1-based line on which the body of a file begins. */
function lineOfBody(kind: ContentKind, text: string): number {
  const { beforeBlock, block, beforeBody } = splitEntryFile(kind, text);
  return `${beforeBlock}${block}${beforeBody}`.split('\n').length;
}

function entryOf(entry: ImmutableMap): { kind: ContentKind; place: EntryPlace; values: EntryValues } {
  const { collection, path, slug, data } = entry.toJS();
  const kind = kindOfCollection(String(collection));
  if (!kind) throw new Error(`The collection ${String(collection)} is no kind of content.`);
  const place = { collection: String(collection), path: String(path), slug: String(slug) };
  return { kind, place, values: data as EntryValues };
}

async function mayOverwrite(
  values: EntryValues,
  mine: string,
  readStored: () => Promise<string | undefined>,
): Promise<boolean> {
  const opened = values[fileTextKey];
  if (typeof opened !== 'string' || opened === '') return true;
  const stored = await readStored();
  if (stored === undefined || stored.trim() === opened.trim() || stored.trim() === mine.trim()) return true;
  return confirmOverwriting({ stored, mine });
}

function refusal(errors: readonly FileFinding[]): Error {
  const all = errors.map(({ wrong, remedy }) => `${wrong}: ${remedy}`).join(' · ');
  return notSaved(`Còn ${errors.length} chỗ phải sửa, ghi ở ngay ô ấy. ${all}`);
}

/** The CMS shows the message of the cause of such an error. */
function notSaved(message: string): Error {
  return new Error('saving_failed', { cause: new Error(message) });
}
