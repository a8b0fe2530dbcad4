import type { Problem } from '#news/rule.ts';
import type { TextEdit } from '#site/finding.ts';

/** A change with one meaning: front matter is read as if it had been made, and told that it should be. */
export interface FrontMatterRepair extends TextEdit, Problem {}
