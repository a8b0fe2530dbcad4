import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { z } from 'zod';
import type { Attachment } from '#news/article.ts';
import type { Document, documentFrontMatterSchema } from '#news/document.ts';
import { type Finding, finding } from '#site/finding.ts';
import type { NoMoreFields } from './no-more-fields.ts';
import type { ParsedItem } from './read-item.ts';
import { explainMissingFile, resolveSibling } from './resolve-sibling.ts';

/** The document of a file; undefined if its front matter is invalid. */
export function readDocument({
  value,
  slug,
  file,
  path,
  body,
  locate,
}: ParsedItem<z.output<typeof documentFrontMatterSchema>>): {
  document?: Document;
  findings: readonly Finding[];
} {
  if (!value || !slug) return { findings: [] };
  const { title, number, type, issued, issuer, inForce = true, replacedBy, files: fileFields, draft, ...rest } = value;
  rest satisfies NoMoreFields;
  const findings: Finding[] = [];
  const files: Attachment[] = [];
  for (const [index, { file: name, title: fileTitle, ...fileRest }] of fileFields.entries()) {
    fileRest satisfies NoMoreFields;
    const found = resolveSibling(file, name, 'tệp văn bản');
    if (found) files.push({ file: found, title: fileTitle ?? basename(found), bytes: statSync(found).size });
    else
      findings.push(
        finding(locate(['files', index, 'file']), 'tep-dinh-kem', ...explainMissingFile(file, name, 'tệp văn bản')),
      );
  }
  return {
    findings,
    document: {
      ...{ path, slug, title, number, type, date: issued, issuer, inForce, files, draft, body },
      ...(replacedBy && { replacedBy }),
    },
  };
}
