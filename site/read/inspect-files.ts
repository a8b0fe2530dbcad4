import { hash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { beside } from '#site/beside.ts';
import type { Memory } from '#site/cache/memory.ts';
import { settledLook } from '#site/cache/settled-look.ts';
import { type InspectedFile, inspectInTurns, type MarkdownFile, type Turns } from './inspect-in-turns.ts';
import { readBytes, shownPath } from './source-file.ts';
import type { RightWords } from './word-findings.ts';

/** What was inspected with other words held for right is of no use. */
interface AllKnown {
  readonly right: RightWords | undefined;
  readonly files: ReadonlyMap<string, InspectedFile>;
}

/** Inspecting so many takes longer than a thread takes to start. */
const worthAThread = 500;

/** Inspects Markdown files, those anew that the memory does not know as they are; by their file. */
export async function inspectFiles(
  files: readonly MarkdownFile[],
  right: RightWords | undefined,
  memory: Memory,
  fewest = worthAThread,
): Promise<ReadonlyMap<string, InspectedFile>> {
  const before = memory.recall<AllKnown>('inspected');
  const known = isDeepStrictEqual(before?.right, right) ? before?.files : undefined;
  const inspected = new Map<string, InspectedFile>();
  const unknown: MarkdownFile[] = [];
  for (const each of files) {
    const same = unchanged(each.file, known?.get(each.file));
    if (same) inspected.set(each.file, same);
    else unknown.push(each);
  }

  const turns: Turns = { files: unknown, right, next: new Int32Array(new SharedArrayBuffer(4)) };
  const inspectHere = () => inspectInTurns(turns);
  const thread = new URL('inspect-thread.ts', import.meta.url);
  const found =
    unknown.length < fewest
      ? [inspectHere()]
      : await beside<InspectedFile[], InspectedFile[]>(thread, turns, inspectHere);
  for (const each of found.flat()) inspected.set(each.file, each);

  memory.remember('inspected', { right, files: inspected } satisfies AllKnown);
  return inspected;
}

/** What was found in a file, where it still is what it was. */
function unchanged(file: string, known: InspectedFile | undefined): InspectedFile | undefined {
  if (!known || known.path !== shownPath(file)) return undefined;
  const look = settledLook(file);
  if (look !== undefined && look === known.look) return known;
  const bytes = readBytes(file);
  if (!bytes || hash('sha256', bytes) !== known.fingerprint) return undefined;
  return look === known.look ? known : { ...known, look };
}
