import type { Problem } from '#news/rule.ts';
import type { TextEdit } from '#site/finding.ts';
import type { ParsedBody } from '#site/markdown/parse-body.ts';

/** A change after which a body is read as it was meant, because what was written has only that meaning. */
export interface Repair {
  readonly edits: readonly TextEdit[];
  /** What an editor is told, at an offset of the text; undefined for what needs no word. */
  readonly told?: Problem & { readonly offset: number };
  /** False if only an editor can decide how to write it: the page is printed repaired, the file stays as it is. */
  readonly fixable: boolean;
}

/** What a repair may depend on besides the body. */
export interface RepairContext {
  /** The title of the item, which a first heading often repeats. */
  readonly title?: string;
  /** The address of the page of a Markdown file, as a link of the body names it; undefined if it is not ours. */
  readonly pageOfFile?: (name: string) => string | undefined;
}

/** Finds the repairs of one kind. */
export type Repairer = (body: ParsedBody, context: RepairContext) => readonly Repair[];

/** A repair that an editor is told of and `npm run check -- --fix` writes down. */
export function repair(problem: Problem, offset: number, ...edits: readonly TextEdit[]): Repair {
  return { edits, told: { ...problem, offset }, fixable: true };
}

/** Inserts a text. */
export function insertion(offset: number, text: string): TextEdit {
  return { offset, length: 0, text };
}

/** Replaces the text from one offset to another. */
export function replacement(start: number, end: number, text: string): TextEdit {
  return { offset: start, length: end - start, text };
}
