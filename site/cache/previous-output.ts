import { emptyListing, type FolderListing } from './folder-listing.ts';

/** The files in an output folder. */
export interface PreviousOutput extends FolderListing {
  /** Those that are unchanged since the last build. */
  readonly unchanged: ReadonlyMap<string, OutputFile>;
}

/** A file that a build wrote. */
export interface OutputFile {
  /** The cache key of its content. */
  readonly key: string;
  readonly size: number;
  /** When it was modified, in ms. */
  readonly time: number;
}

/** The output of a site that was never built. */
export const emptyOutput: PreviousOutput = { ...emptyListing, unchanged: new Map() };
