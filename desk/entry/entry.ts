import type { z } from 'zod';
import type { ContentKind } from '#news/content-kind.ts';
import { frontMatterSchemas } from '#news/front-matter.ts';
import { frontMatterKeys } from '#site/read/front-matter/front-matter-keys.ts';
import { repairFrontMatter } from '#site/read/front-matter/repair-front-matter.ts';
import { splitFrontMatter } from '#site/read/split-front-matter.ts';
import { applyEdits } from '#site/repair/edited-text.ts';

/** The values of an entry of the CMS: those of the front matter by key, with `status` in place of three, and the body. */
export type EntryValues = Readonly<Record<string, unknown>>;

/** The key of the Markdown among the values of an entry. */
export const bodyKey = 'body';

/** The key of the text of the file from which the values were read; a new entry has none. */
export const fileTextKey = 'fileText';

/** A Markdown file, read with the repairs of its front matter, in three parts that make the whole text. */
export interface EntryFile {
  readonly beforeBlock: string;
  /** The YAML between the fences; each line ends with a line break. */
  readonly block: string;
  /** From the closing fence to the first line of the body. */
  readonly beforeBody: string;
  /** Without the line breaks at its end. */
  readonly body: string;
}

/** The parts of the text of a Markdown file. Throws an Error with a message for editors if it cannot be split. */
export function splitEntryFile(kind: ContentKind, written: string): EntryFile {
  const text = applyEdits(written, repairFrontMatter(written, frontMatterKeys(frontMatterSchemas[kind])));
  const split = splitFrontMatter({ path: '', text });
  if ('finding' in split) throw new Error(`${split.finding.wrong}: ${split.finding.remedy}`);
  const { block, body } = split;
  const blockEnd = text.indexOf('\n', block.start + block.text.length) + 1;
  const bodyStart = text.length - body.trimStart().length;
  return {
    beforeBlock: text.slice(0, block.start),
    block: text.slice(block.start, blockEnd),
    beforeBody: text.slice(blockEnd, bodyStart),
    body: body.trim(),
  };
}

/** The fields of the front matter of a kind, by key, in the order of the schema. */
export function fieldsOf(kind: ContentKind): Readonly<Record<string, z.ZodType>> {
  return frontMatterSchemas[kind].shape as Readonly<Record<string, z.ZodType>>;
}
