import type { Document } from '#news/document.ts';
import type { FrontMatter } from '#news/front-matter.ts';
import type { Finding } from '#site/finding.ts';
import { curlyQuotes } from '#vietnamese/curly-quotes.ts';
import type { NoMoreFields } from './no-more-fields.ts';
import { readAttachments } from './read-attachments.ts';
import type { ParsedItem } from './read-item.ts';

/** The document of a file; undefined if its front matter is invalid. */
export function readDocument(parsed: ParsedItem<FrontMatter<'documents'>>): {
  item?: Document;
  findings: readonly Finding[];
} {
  const { value, slug, path, body } = parsed;
  if (!value || !slug) return { findings: [] };
  const { title, number, type, issued, issuer, inForce = true, replacedBy, files: list, draft, ...rest } = value;
  rest satisfies NoMoreFields;
  const { attachments: files, findings } = readAttachments(parsed, 'files', 'tệp văn bản', list);
  return {
    findings,
    item: {
      ...{ path, slug, title: curlyQuotes(title), number, type, date: issued, issuer, inForce, files, draft, body },
      ...(replacedBy && { replacedBy }),
    },
  };
}
