import { basename } from 'node:path';
import { altTextProblem } from '#news/alt-text-problem.ts';
import type { Leader, WrittenLeader } from '#news/leader.ts';
import { type Finding, finding } from '#site/finding.ts';
import { findListPicture, type ListFile } from './find-list-picture.ts';

/** The leaders of a list file, with the files of their portraits. */
export function readLeadership(
  list: ListFile,
  written: readonly WrittenLeader[],
): { leaders: readonly Leader[]; findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const leaders = written.map(({ portrait, portraitAlt, ...leader }, index): Leader => {
    if (!portrait || !portraitAlt) return leader;
    const { file, findings: found } = findListPicture(list, [index, 'portrait'], portrait);
    findings.push(...altTextFindings(list, index, portrait, portraitAlt), ...found);
    return { ...leader, ...(file && { portrait: { file, alt: portraitAlt } }) };
  });
  return { leaders, findings };
}

function altTextFindings(list: ListFile, index: number, name: string, alt: string): Finding[] {
  const problem = altTextProblem(alt, basename(name));
  if (!problem) return [];
  const location = list.locate([index, 'portraitAlt']);
  return [finding(location, 'mo-ta-anh', `ảnh chân dung ${problem}`, 'viết điều người xem thấy trong ảnh')];
}
