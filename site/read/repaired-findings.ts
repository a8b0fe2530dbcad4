import { type Finding, finding, type TextEdit } from '#site/finding.ts';
import { originalOffsets } from '#site/repair/edited-text.ts';
import type { FrontMatterRepair } from './front-matter/front-matter-repair.ts';
import { locationAt, type SourceFile } from './source-file.ts';

/** The warnings that tell an editor of repairs, each at its place in the file. */
export function repairFindings(source: SourceFile, repairs: readonly FrontMatterRepair[]): Finding[] {
  return repairs.map(({ rule, wrong, remedy, ...edit }) =>
    finding(locationAt(source, edit.offset), rule, wrong, remedy, edit),
  );
}

/**
 * Findings of a repaired text at their places in the file. An edit that touches a repair is left out: it can be made
 * when the repair is.
 */
export function findingsBeforeEdits(
  source: SourceFile,
  text: string,
  edits: readonly TextEdit[],
  findings: readonly Finding[],
): Finding[] {
  if (edits.length === 0) return [...findings];
  const originalOffset = originalOffsets(edits);
  const lineStarts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  return findings.map(({ edits: own = [], ...found }) => {
    const offset = originalOffset((lineStarts[found.line - 1] ?? 0) + found.column - 1);
    const moved = own.map((edit) => moveEdit(edit, originalOffset));
    const isSeparate = moved.every((edit) => !edits.some((other) => overlaps(edit, other)));
    return { ...found, ...locationAt(source, offset), ...(isSeparate && moved.length > 0 && { edits: moved }) };
  });
}

function moveEdit({ offset, length, text }: TextEdit, originalOffset: (offset: number) => number): TextEdit {
  const start = originalOffset(offset);
  return { offset: start, length: length === 0 ? 0 : originalOffset(offset + length) - start, text };
}

function overlaps(a: TextEdit, b: TextEdit): boolean {
  return a.offset <= b.offset + b.length && b.offset <= a.offset + a.length;
}
