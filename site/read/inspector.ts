import { hash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import type { Memory } from '#site/memory/memory.ts';
import { settledLook } from '#site/settled-look.ts';
import { type Inspected, inspectItem } from './inspect-item.ts';
import { knownSource, readBytes, readSource, type SourceFile, shownPath } from './source-file.ts';
import type { RightWords } from './word-findings.ts';

/** What is kept of a file: what it was when it was inspected, and what was found. */
interface Known {
  readonly bytes: string;
  readonly inspected: Inspected<unknown>;
}

/** What was inspected with other words held for right is of no use. */
interface AllKnown {
  readonly right: RightWords | undefined;
  readonly files: Map<string, Known>;
}

/** A Markdown file and what it says. */
export interface InspectedFile<Value> {
  readonly source: SourceFile;
  /** Stands for its bytes. */
  readonly fingerprint: string;
  readonly inspected: Inspected<Value>;
}

/** An inspector of Markdown files that remembers those it has seen. */
export function inspector(memory: Memory, right: RightWords | undefined) {
  const before = memory.recall<AllKnown>('inspected');
  const known = isDeepStrictEqual(before?.right, right) ? before?.files : undefined;
  const files = new Map<string, Known>();
  memory.remember('inspected', { right, files } satisfies AllKnown);

  return <Schema extends z.ZodType>(file: string, kind: string, schema: Schema): InspectedFile<z.output<Schema>> => {
    const name = `${kind} ${shownPath(file)}`;
    const same = known?.get(name);
    const inspect = (): InspectedFile<z.output<Schema>> => {
      const bytes = readBytes(file);
      const taken = bytes ? hash('sha256', bytes) : '';
      // What was found in a file of this name, of this kind, is what its schema gave.
      const before = taken && same?.bytes === taken ? (same.inspected as Inspected<z.output<Schema>>) : undefined;
      const source = bytes && before ? knownSource(file, bytes) : readSource(file, bytes);
      return { source, fingerprint: taken, inspected: before ?? inspectItem(source, schema, right) };
    };
    const look = settledLook(file);
    const made = look === undefined || !same ? inspect() : memory.again(`file ${name}`, [look, same], inspect);
    if (made.fingerprint)
      files.set(name, same?.bytes === made.fingerprint ? same : { bytes: made.fingerprint, inspected: made.inspected });
    return made;
  };
}
