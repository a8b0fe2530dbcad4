import { z } from 'zod';
import { type ContentKind, contentKinds } from '#news/content-kind.ts';
import { frontMatterSchemas } from '#news/front-matter.ts';
import { type HiddenReason, hiddenBecause } from '#news/published.ts';
import { inspectItem } from '#site/read/inspect-item.ts';
import { normaliseText } from '#site/read/source-file.ts';

/** What an editor knows an item by. */
export interface ItemFacts {
  readonly kind: ContentKind;
  readonly title: string;
  /** Why readers do not see it; undefined if they do. */
  readonly hidden: HiddenReason | undefined;
  /** Undefined if its front matter has an error, or no date. */
  readonly date: Date | undefined;
}

/** The facts of an item by its path in content/ and the bytes of its file; undefined for a file that is no item. */
export function itemFacts(path: string, bytes: Uint8Array, now: Date): ItemFacts | undefined {
  const kind = contentKinds.find((folder) => path.startsWith(`${folder}/`) && path.endsWith('.md'));
  if (!kind) return undefined;
  // The body tells nothing of it, and takes most of the time.
  const text = frontMatterOf(bytes);
  const { parts, isDraft } = inspectItem({ file: path, path, text, findings: [] }, frontMatterSchemas[kind], undefined);
  const fields = parts?.value === undefined ? undefined : itemFields.parse(parts.value);
  const date = fields?.date ?? fields?.issued;
  return {
    kind,
    // A front matter with an error may still have a line with the title.
    title: fields?.title ?? /^title[ \t]*:[ \t]*["']?([^"'\n]+)/m.exec(text)?.[1]?.trim() ?? fileName(path),
    hidden: hiddenBecause({ slug: '', date: date ?? now, draft: isDraft, ...endOf(fields) }, now),
    date,
  };
}

/** The permanent id in the bytes of an item's file, as it is written; undefined if it has none. */
export function writtenId(bytes: Uint8Array): string | undefined {
  return /^id:[ \t]*(\S+)/m.exec(frontMatterOf(bytes))?.[1];
}

/** The front matter with its lines "---"; the whole text if it has none. */
function frontMatterOf(bytes: Uint8Array): string {
  const text = normaliseText(new TextDecoder().decode(bytes));
  return /^---[^\n]*\n[\s\S]*?\n---[ \t]*(?:\n|$)/.exec(text)?.[0] ?? text;
}

/** The fields of any kind of item that say what it is called and when it is published. */
const itemFields = z.object({
  title: z.string(),
  date: z.date().optional(),
  issued: z.date().optional(),
  expires: z.date().optional(),
  withdrawn: z.date().optional(),
});

function endOf(fields: z.output<typeof itemFields> | undefined) {
  return {
    ...(fields?.expires && { expires: fields.expires }),
    ...(fields?.withdrawn && { withdrawn: { date: fields.withdrawn } }),
  };
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
