import { parseDocument } from 'yaml';
import type { ContentKind } from '#news/content-kind.ts';
import { bodyKey, type EntryValues, fileTextKey, splitEntryFile } from './entry.ts';
import { statusKey, statusKeys, statusOf, statusText } from './status.ts';

/**
 * The values of an entry from the text of its file, in which each line ends with LF. Every scalar is text, as in
 * content/; keys that no form has are kept. Throws an Error with a message for editors if the front matter is unreadable.
 */
export function readEntry(kind: ContentKind, text: string): EntryValues {
  const { block, body } = splitEntryFile(kind, text);
  const document = parseDocument(block, { schema: 'failsafe', prettyErrors: false });
  const values: unknown = document.errors.length > 0 ? undefined : document.toJS();
  if (typeof values !== 'object' || values === null || Array.isArray(values))
    throw new Error('phần đầu bài viết sai dạng: chạy npm run check để biết chỗ sai');
  const written = Object.entries(values).filter(([key]) => !(statusKeys as readonly string[]).includes(key));
  return {
    [statusKey]: statusText(statusOf(values)),
    ...Object.fromEntries(written),
    [bodyKey]: body,
    [fileTextKey]: text,
  };
}
