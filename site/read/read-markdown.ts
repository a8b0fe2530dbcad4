import type { Body } from '#news/body.ts';
import { applyEdits } from '#site/repair/edited-text.ts';
import { readUnchangedText } from './source-file.ts';

/** The Markdown of a body as it was meant, read from its file if necessary. Throws a ContentChangedError. */
export function readMarkdown({ markdown }: Pick<Body, 'markdown'>): string {
  if (typeof markdown === 'string') return markdown;
  const written = readUnchangedText(markdown.file, markdown.contentHash).slice(markdown.start);
  return applyEdits(written, markdown.repairs);
}
