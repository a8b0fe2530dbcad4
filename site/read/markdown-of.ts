import type { Body } from '#news/body.ts';
import { withoutAllowNotes } from './allow-notes.ts';
import { textAgain } from './source-file.ts';

/** The Markdown of a body as readers get it, read from its file if necessary. Throws a ContentChangedError. */
export function markdownOf({ markdown }: Pick<Body, 'markdown'>): string {
  if (typeof markdown === 'string') return markdown;
  return withoutAllowNotes(textAgain(markdown.file, markdown.contentHash).slice(markdown.start));
}
