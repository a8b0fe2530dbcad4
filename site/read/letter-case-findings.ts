import { relative } from 'node:path';
import { type Finding, finding, type SourceLocation, type TextEdit } from '#site/finding.ts';
import { decodeAddress } from './decode-address.ts';
import { caselessNameKey, nameKey } from './name-key.ts';
import { siblingFolders, withoutSuffix } from './resolve-sibling.ts';

/** A finding, with its correction, if a name was written with other letter case than that of the file it means. */
export function letterCaseFindings(
  { file, readText }: { readonly file: string; readonly readText: () => string },
  locate: () => SourceLocation,
  name: string,
  found: string,
): Finding[] {
  const names = siblingFolders(file).map((folder) => withSlashes(relative(folder, found)));
  const spellings = [name, withoutSuffix(name)].map((spelling) => withSlashes(decodeAddress(spelling)));
  const isAlike = (key: (text: string) => string) => (trueName: string) =>
    spellings.some((spelling) => key(spelling) === key(trueName));
  const trueName = names.find(isAlike(caselessNameKey));
  if (trueName === undefined || names.some(isAlike(nameKey))) return [];
  // Lazy, because it searches the text of the file.
  const location = locate();
  const written = withoutSuffix(name);
  return [
    finding(
      location,
      'hoa-thuong',
      `tên tệp “${decodeAddress(written)}” khác tệp thật ở chữ hoa, chữ thường`,
      `viết “${trueName}”`,
      ...replacement(readText(), location, written, trueName),
    ),
  ];
}

function withSlashes(path: string): string {
  return path.replaceAll('\\', '/').replace(/^(\.\/)+/, '');
}

/** The edit that writes the true name where the other one stands; none if that is not as it was read. */
function replacement(text: string, { line, column }: SourceLocation, written: string, trueName: string): TextEdit[] {
  const lineStart = text.split('\n', line - 1).reduce((length, before) => length + before.length + 1, 0);
  const start = lineStart + column - 1;
  for (const [from, to] of [
    [decodeAddress(written), trueName],
    [written, encodeURI(trueName)],
  ] as const)
    for (const offset of [start, start + 1])
      if (text.startsWith(from, offset)) return [{ offset, length: from.length, text: to }];
  return [];
}
