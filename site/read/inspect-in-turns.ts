import { hash } from 'node:crypto';
import { frontMatter } from '#news/front-matter.ts';
import type { Kind } from '#news/kinds.ts';
import { settledLook } from '#site/cache/settled-look.ts';
import { type Inspected, inspectItem } from './inspect-item.ts';
import { readBytes, readSource } from './source-file.ts';
import type { RightWords } from './word-findings.ts';

/** A Markdown file of content/. */
export interface MarkdownFile {
  readonly kind: Kind;
  readonly file: string;
}

/** A Markdown file, what it was when it was inspected, and what was found in it; plain data. */
export interface InspectedFile<Value = unknown> {
  readonly file: string;
  /** The path as messages print it. */
  readonly path: string;
  /** Stands for its bytes; empty where there was nothing to read. */
  readonly fingerprint: string;
  /** How the disk told of it; undefined where that could not be trusted. */
  readonly look: string | undefined;
  readonly inspected: Inspected<Value>;
}

/** Files that threads share: each takes the next few whenever it is ready. */
export interface Turns {
  readonly files: readonly MarkdownFile[];
  readonly right: RightWords | undefined;
  /** The place of the first file that is not yet taken; shared memory. */
  readonly next: Int32Array;
}

const filesInTurn = 20;

/** Inspects files as long as there are any that no other thread has taken. */
export function inspectInTurns({ files, right, next }: Turns): InspectedFile[] {
  const inspected: InspectedFile[] = [];
  for (;;) {
    const start = Atomics.add(next, 0, filesInTurn);
    if (start >= files.length) return inspected;
    for (const { file, kind } of files.slice(start, start + filesInTurn)) {
      // Before it is read: what changes after that looks otherwise.
      const look = settledLook(file);
      const bytes = readBytes(file);
      const source = readSource(file, bytes);
      const fingerprint = bytes ? hash('sha256', bytes) : '';
      // A copy: what was found is slices of the text, which would be held by them.
      const found = structuredClone(inspectItem(source, frontMatter[kind], right));
      inspected.push({ file, path: source.path, fingerprint, look, inspected: found });
    }
  }
}
