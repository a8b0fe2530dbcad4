import type { Abbreviation } from '#search/abbreviations.ts';
import { fileWriter } from '#site/assets/static-file.ts';
import { type EntryParts, entrySources } from './search-entries.ts';
import { type IndexOutcome, type SearchBefore, searchFiles } from './search-files.ts';

/** What an index is made of, and where to: plain data. */
export interface IndexTask {
  readonly entries: readonly EntryParts[];
  readonly abbreviations: readonly Abbreviation[];
  readonly folder: string;
}

/** Writes the files of an index that are other ones than the last build left into a folder, and holds no more than one. */
export function writeIndex({ entries, abbreviations, folder }: IndexTask, before?: SearchBefore): IndexOutcome {
  const write = fileWriter(folder);
  const made = searchFiles(entrySources(entries), abbreviations, before);
  let step = made.next();
  for (; !step.done; step = made.next()) write(step.value);
  return step.value;
}
