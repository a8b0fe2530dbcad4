import { basename } from 'node:path';
import { type Finding, finding, type SourceLocation } from '#site/finding.ts';
import { letterCaseFindings } from './letter-case-findings.ts';
import { explainMissingFile, resolveSibling } from './resolve-sibling.ts';

/** A list file, and where its values stand. */
export interface ListFile {
  readonly file: string;
  readonly readText: () => string;
  readonly locate: (keys: readonly PropertyKey[]) => SourceLocation;
}

/** The picture that a list names at a key: its file, undefined if there is none, and the findings about its name. */
export function findListPicture(
  list: ListFile,
  keys: readonly PropertyKey[],
  name: string,
): { readonly file: string | undefined; readonly findings: readonly Finding[] } {
  const location = list.locate(keys);
  const file = resolveSibling(list.file, name, 'ảnh');
  if (file) return { file, findings: letterCaseFindings(list, () => location, name, file) };
  const [wrong = '', remedy = ''] = explainMissingFile(list.file, name, 'ảnh').map((text) =>
    text.replaceAll('cạnh bài', `cạnh ${basename(list.file)}`),
  );
  return { file, findings: [finding(location, 'anh', wrong, remedy)] };
}
