import type { Body } from '#news/body.ts';
import { readUnchangedText } from './source-file.ts';
import { removeSuppressions } from './suppression.ts';

/** The Markdown of a body as readers get it, read from its file if necessary. Throws a ContentChangedError. */
export function readMarkdown({ markdown }: Pick<Body, 'markdown'>): string {
  if (typeof markdown === 'string') return markdown;
  return removeSuppressions(readUnchangedText(markdown.file, markdown.contentHash).slice(markdown.start));
}
