import type { TextEdit } from '#site/finding.ts';
import { formulaRanges } from '#site/markdown/formulas.ts';
import { type ParsedBody, parseBody } from '#site/markdown/parse-body.ts';
import { applyEdits, composeEdits, type NumberedEdit, originalOffsets } from './edited-text.ts';
import type { Repair, RepairContext, Repairer } from './repair.ts';
import { repairAddresses } from './repair-addresses.ts';
import { repairAnchors } from './repair-anchors.ts';
import { repairComments } from './repair-comments.ts';
import { repairContainers } from './repair-containers.ts';
import { repairDefinitions } from './repair-definitions.ts';
import { repairEmphasis } from './repair-emphasis.ts';
import { repairFences } from './repair-fences.ts';
import { repairFootnotes } from './repair-footnotes.ts';
import { repairHeadings } from './repair-headings.ts';
import { repairHtmlBlocks } from './repair-html-blocks.ts';
import { repairIndentation } from './repair-indentation.ts';
import { repairInlineHtml } from './repair-inline-html.ts';
import { repairLineStarts } from './repair-line-starts.ts';
import { repairRepeatedTitle } from './repair-repeated-title.ts';
import { repairScripts } from './repair-scripts.ts';
import { repairTables } from './repair-tables.ts';
import { repairTaskBoxes } from './repair-task-boxes.ts';

/** A body as it was meant. */
export interface RepairedBody {
  readonly body: ParsedBody;
  /** The body as it was written. */
  readonly written: ParsedBody;
  /** The repairs, with their places and edits in the body as it was written. */
  readonly repairs: readonly Repair[];
  /** All edits that turn the written text into the repaired one. */
  readonly edits: readonly NumberedEdit[];
  /** The offset in the written text of an offset in the repaired one. */
  readonly toWritten: (offset: number) => number;
}

/** Each stage follows where the earlier ones find nothing; in the order in which edits that overlap take precedence. */
const stages: readonly (readonly Repairer[])[] = [
  // The parser takes the lines of any ::: block for text, code too.
  [repairContainers],
  [
    repairFences,
    repairComments,
    repairScripts,
    repairHtmlBlocks,
    repairInlineHtml,
    repairTables,
    repairIndentation,
    repairLineStarts,
    repairDefinitions,
    repairAddresses,
    repairAnchors,
    repairTaskBoxes,
    repairEmphasis,
    repairHeadings,
    repairRepeatedTitle,
  ],
  // A reference to a note may stand in HTML that becomes Markdown.
  [repairFootnotes],
];

/** One repair may make another one possible, such as a table in a list; more rounds than this are not needed. */
const maxRounds = 8;

/** Reads a body generously: what has only one meaning is changed to what was meant. */
export function repairBody(text: string, context: RepairContext): RepairedBody {
  const written = parseBody(text);
  let body = written;
  let edits: readonly NumberedEdit[] = [];
  const repairs: Repair[] = [];
  for (let round = 0; round < maxRounds; round++) {
    const found = nextRepairs(body, context);
    if (found.length === 0) break;
    const next = found
      .flatMap((repair, index) => repair.edits.map((edit) => ({ ...edit, repairs: [repairs.length + index] })))
      .sort((a, b) => a.offset - b.offset);
    const earlier = edits;
    const toWritten = originalOffsets(earlier);
    repairs.push(
      ...found.map(({ told, ...repair }) => ({
        ...repair,
        ...(told && { told: { ...told, offset: toWritten(told.offset) } }),
      })),
    );
    edits = composeEdits(body.text, earlier, next);
    body = parseBody(applyEdits(text, edits));
  }
  const editsOf = new Map<number, NumberedEdit[]>(repairs.map((_, index) => [index, []]));
  for (const edit of edits) for (const index of edit.repairs) editsOf.get(index)?.push(edit);
  return {
    ...{ body, written, edits },
    repairs: repairs.map((repair, index) => {
      const own = editsOf.get(index) ?? [];
      // An edit that became one with another can be written only if both may.
      const isFixable = own.every((edit) => edit.repairs.every((number) => repairs[number]?.fixable));
      return { ...repair, edits: own, fixable: isFixable };
    }),
    toWritten: originalOffsets(edits),
  };
}

/** The repairs of the first stage that finds any. */
function nextRepairs(body: ParsedBody, context: RepairContext): readonly Repair[] {
  for (const repairers of stages) {
    const found = withoutOverlaps(
      body.text,
      repairers.flatMap((findRepairs) => findRepairs(body, context)),
    );
    if (found.length > 0) return found;
  }
  return [];
}

/** The repairs whose edits touch no formula and no edit of an earlier one; the others wait for the next round. */
function withoutOverlaps(text: string, repairs: readonly Repair[]): readonly Repair[] {
  if (repairs.length === 0) return repairs;
  const taken = new Uint8Array(text.length + 1);
  const inFormula = new Uint8Array(text.length + 1);
  for (const { start, end } of formulaRanges(text)) inFormula.fill(1, start + 1, end);
  const isInFormula = ({ offset, length }: TextEdit) => inFormula[offset] === 1 && inFormula[offset + length] === 1;
  return repairs.filter(({ edits }) => {
    if (edits.some(isInFormula)) return false;
    const ranges = edits.map(({ offset, length }): [number, number] => [offset, offset + length + 1]);
    if (ranges.some(([start, end]) => taken.subarray(start, end).includes(1))) return false;
    for (const [start, end] of ranges) taken.fill(1, start, end);
    return true;
  });
}
