import { basename } from 'node:path';
import { altTextProblem } from '#news/alt-text-problem.ts';
import type { Leader, WrittenLeader } from '#news/leader.ts';
import { type Finding, finding, type SourceLocation } from '#site/finding.ts';
import { letterCaseFindings } from './letter-case-findings.ts';
import { explainMissingFile, resolveSibling } from './resolve-sibling.ts';

/** The list file of the leaders. */
interface LeadershipFile {
  readonly file: string;
  readonly readText: () => string;
  readonly locate: (keys: readonly PropertyKey[]) => SourceLocation;
}

/** The leaders of a list file, with the files of their portraits. */
export function readLeadership(
  list: LeadershipFile,
  written: readonly WrittenLeader[],
): { leaders: readonly Leader[]; findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const leaders = written.map(({ portrait, portraitAlt, ...leader }, index): Leader => {
    if (!portrait || !portraitAlt) return leader;
    const { file, findings: found } = findPortrait(list, index, portrait, portraitAlt);
    findings.push(...found);
    return { ...leader, ...(file && { portrait: { file, alt: portraitAlt } }) };
  });
  return { leaders, findings };
}

function findPortrait(
  list: LeadershipFile,
  index: number,
  name: string,
  alt: string,
): { file: string | undefined; findings: readonly Finding[] } {
  const location = list.locate([index, 'portrait']);
  const file = resolveSibling(list.file, name, 'ảnh');
  const problem = altTextProblem(alt, basename(name));
  return {
    file,
    findings: [
      ...(problem
        ? [
            finding(
              list.locate([index, 'portraitAlt']),
              'mo-ta-anh',
              `ảnh chân dung ${problem}`,
              'viết điều người xem thấy trong ảnh',
            ),
          ]
        : []),
      ...(file
        ? letterCaseFindings(list, () => location, name, file)
        : [missingPortrait(location, explainMissingFile(list.file, name, 'ảnh'), basename(list.file))]),
    ],
  };
}

function missingPortrait(location: SourceLocation, explanation: readonly [string, string], listName: string): Finding {
  const [wrong, remedy] = explanation.map((text) => text.replaceAll('cạnh bài', `cạnh ${listName}`));
  return finding(location, 'anh', wrong ?? '', remedy ?? '');
}
