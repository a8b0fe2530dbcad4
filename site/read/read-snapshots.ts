import { lstatSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Snapshot, snapshotRemedy, snapshotSchema } from '#news/visit-statistics.ts';
import { filesIn } from '#site/cache/files-in.ts';
import { type Finding, finding, startOfFile } from '#site/finding.ts';
import { isoDay } from '#vietnamese/date.ts';
import { issueFinding } from './issue-finding.ts';
import { locationAt, readSource, type SourceFile } from './source-file.ts';
import { parseYaml } from './yaml-document.ts';

/** The folder of content/ with the snapshots of the visit counter, one file per day. */
export const statisticsFolder = 'statistics';

/** The snapshots of the visit counter, and the findings in their files. */
export function readSnapshots(contentDir: string): {
  readonly snapshots: readonly Snapshot[];
  readonly findings: readonly Finding[];
} {
  const folder = join(contentDir, statisticsFolder);
  // A link may lead out of content/; readContent reports it.
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return { snapshots: [], findings: [] };
  const files = [...filesIn(folder)].filter((file) => /^[^/]+\.json$/.test(file)).sort();
  const results = files.map((file) => readSnapshot(readSource(join(folder, file))));
  return {
    snapshots: results.flatMap((result) => result.snapshot ?? []),
    findings: results.flatMap(({ findings }) => findings),
  };
}

function readSnapshot(source: SourceFile): { snapshot?: Snapshot; findings: readonly Finding[] } {
  const { path, text, findings } = source;
  if (findings.some(({ level }) => level === 'error')) return { findings };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const position = /position (\d+)/.exec(String(error))?.[1];
    const location = locationAt(source, position === undefined ? text.trimEnd().length : Number(position));
    const syntaxFinding = finding(location, 'so-lieu', 'từ chỗ này tệp không còn là JSON', snapshotRemedy);
    return { findings: [...findings, syntaxFinding] };
  }
  const result = snapshotSchema.safeParse(value);
  if (!result.success) {
    // JSON is a subset of YAML, whose parser gives the location of every value.
    const { locationOf, offsetOf } = parseYaml({ path, text, linesBefore: 0, start: 0 });
    const valueFindings = result.error.issues.map(({ path: keys, code, message }) =>
      issueFinding(locationOf(offsetOf(keys, code === 'invalid_key' || code === 'custom' ? 'key' : 'value')), message),
    );
    return { findings: [...findings, ...valueFindings] };
  }
  const expectedName = `${isoDay(result.data.at)}.json`;
  if (basename(path) === expectedName) return { snapshot: result.data, findings };
  const wrong = 'tên tệp không phải là ngày lấy số liệu ghi trong tệp (giờ Việt Nam)';
  const nameFinding = finding(startOfFile(path), 'so-lieu', wrong, `đổi tên thành ${expectedName}`);
  return { findings: [...findings, nameFinding] };
}
