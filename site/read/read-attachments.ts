import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Attachment } from '#news/article.ts';
import type { FrontMatter } from '#news/front-matter.ts';
import { type Finding, finding } from '#site/finding.ts';
import { curlyQuotes } from '#vietnamese/curly-quotes.ts';
import { letterCaseFindings } from './letter-case-findings.ts';
import type { NoMoreFields } from './no-more-fields.ts';
import type { ParsedItem } from './read-item.ts';
import { explainMissingFile, type FileKind, resolveSibling } from './resolve-sibling.ts';

type AttachmentFields = FrontMatter<'articles'>['attachments'][number] | FrontMatter<'documents'>['files'][number];

/** The files that the front matter of an item lists under a key, and findings for those that are missing. */
export function readAttachments(
  parsed: Pick<ParsedItem<unknown>, 'file' | 'locate' | 'readText'>,
  key: 'attachments' | 'files',
  kind: FileKind,
  list: readonly AttachmentFields[],
): { readonly attachments: readonly Attachment[]; readonly findings: readonly Finding[] } {
  const { file, locate } = parsed;
  const attachments: Attachment[] = [];
  const findings: Finding[] = [];
  for (const [index, { file: name, title, ...rest }] of list.entries()) {
    rest satisfies NoMoreFields;
    const found = resolveSibling(file, name, kind);
    if (found) {
      attachments.push({
        file: found,
        title: curlyQuotes(title ?? basename(found).normalize('NFC')),
        bytes: statSync(found).size,
      });
      findings.push(...letterCaseFindings(parsed, () => locate([key, index, 'file']), name, found));
    } else
      findings.push(finding(locate([key, index, 'file']), 'tep-dinh-kem', ...explainMissingFile(file, name, kind)));
  }
  return { attachments, findings };
}
