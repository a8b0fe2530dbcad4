import { hash } from 'node:crypto';
import type { ContentKind } from '#news/content-kind.ts';
import { frontMatterSchemas } from '#news/front-matter.ts';
import { fileSignature } from '#site/cache/file-signature.ts';
import { type InspectedItem, inspectItem } from './inspect-item.ts';
import type { ProseExceptions } from './prose-findings.ts';
import { readBytes, readSource } from './source-file.ts';

/** A Markdown file of content/. */
export interface MarkdownFile {
  readonly kind: ContentKind;
  readonly file: string;
}

/** A Markdown file, its state when it was inspected, and the result; plain data. */
export interface InspectedFile<Value = unknown> {
  readonly file: string;
  /** The path as messages show it. */
  readonly path: string;
  /** The SHA-256 hash of its bytes, in hex; empty if the file is a symbolic link. */
  readonly contentHash: string;
  /** Its file signature; undefined if that was not reliable yet. */
  readonly signature: string | undefined;
  readonly inspected: InspectedItem<Value>;
}

/** Files that several threads inspect: each thread repeatedly takes the next batch. */
export interface WorkQueue {
  readonly files: readonly MarkdownFile[];
  readonly proseExceptions: ProseExceptions | undefined;
  /** The index of the first file that no thread has taken yet; shared memory. */
  readonly nextIndex: Int32Array;
}

const batchSize = 20;

/**
 * Inspects batches of files until no file is left in the queue, and reports each; the last one is empty. What is kept of
 * a batch has to be a copy: the results contain slices of the texts, which would keep these in memory.
 */
export function inspectFromQueue(
  { files, proseExceptions: acceptedWords, nextIndex }: WorkQueue,
  report: (batch: readonly InspectedFile[]) => void,
): void {
  for (;;) {
    const start = Atomics.add(nextIndex, 0, batchSize);
    const batch = files.slice(start, start + batchSize).map((file) => inspectFile(file, acceptedWords));
    report(batch);
    if (batch.length === 0) return;
  }
}

/** Reads and inspects a Markdown file. */
export function inspectFile({ file, kind }: MarkdownFile, acceptedWords: ProseExceptions | undefined): InspectedFile {
  // Taken before reading: a later change gives the file another signature.
  const currentSignature = fileSignature(file);
  const bytes = readBytes(file);
  const source = readSource(file, bytes);
  const sha256 = bytes ? hash('sha256', bytes) : '';
  const result = inspectItem(source, frontMatterSchemas[kind], acceptedWords);
  return { file, path: source.path, contentHash: sha256, signature: currentSignature, inspected: result };
}
