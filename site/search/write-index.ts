import type { SearchAbbreviation } from '#search/compile-abbreviations.ts';
import { staticFileWriter } from '#site/assets/static-file.ts';
import { generateIndexFiles, type IndexOutcome, type PreviousIndex } from './index-files.ts';
import { entrySources, type MarkdownEntry } from './search-entries.ts';

/** The input of an index and the folder it is written to; plain data, so that a worker thread can receive it. */
export interface IndexTask {
  readonly entries: readonly MarkdownEntry[];
  readonly abbreviations: readonly SearchAbbreviation[];
  readonly folder: string;
}

/** Writes the changed files of an index into a folder, holding one file in memory at a time. */
export function writeIndex({ entries, abbreviations, folder }: IndexTask, previous?: PreviousIndex): IndexOutcome {
  const write = staticFileWriter(folder);
  const files = generateIndexFiles(entrySources(entries), abbreviations, previous);
  let step = files.next();
  for (; !step.done; step = files.next()) write(step.value);
  return step.value;
}
