import { basename, join } from 'node:path';
import { says } from '#news/rule.ts';
import { type Snapshot, snapshot, snapshotFault } from '#news/statistics.ts';
import { filesIn } from '#site/cache/files-in.ts';
import { type Finding, finding, startOf } from '#site/finding.ts';
import { isoDay } from '#vietnamese/date.ts';
import { placeAt, readSource, type SourceFile } from './source-file.ts';
import { parseYaml } from './yaml-document.ts';

/** The folder of content/ with what the counter said, one file a day. */
export const statisticsFolder = 'statistics';

/** The snapshots of the counter, and what is wrong with their files. */
export function readSnapshots(contentDir: string): {
  readonly snapshots: readonly Snapshot[];
  readonly findings: readonly Finding[];
} {
  const folder = join(contentDir, statisticsFolder);
  const files = [...filesIn(folder)].filter((file) => /^[^/]+\.json$/.test(file)).sort();
  const read = files.map((file) => readSnapshot(readSource(join(folder, file))));
  return {
    snapshots: read.flatMap((each) => each.snapshot ?? []),
    findings: read.flatMap(({ findings }) => findings),
  };
}

function readSnapshot(source: SourceFile): { snapshot?: Snapshot; findings: readonly Finding[] } {
  const { path, text, findings } = source;
  if (findings.some(({ level }) => level === 'error')) return { findings };
  let written: unknown;
  try {
    written = JSON.parse(text);
  } catch (error) {
    const where = /position (\d+)/.exec(String(error))?.[1];
    const place = placeAt(source, where === undefined ? text.trimEnd().length : Number(where));
    return { findings: [...findings, finding(place, snapshotFault('từ chỗ này tệp không còn là JSON'))] };
  }
  const result = snapshot.safeParse(written);
  if (!result.success) {
    // JSON is YAML, and the reader of YAML knows where everything stands.
    const { place, offsetOf } = parseYaml({ path, text, linesBefore: 0 });
    const faults = result.error.issues.map(({ path: keys, code, message }) =>
      finding(place(offsetOf(keys, code === 'invalid_key' || code === 'custom' ? 'key' : 'value')), message),
    );
    return { findings: [...findings, ...faults] };
  }
  const name = `${isoDay(result.data.at)}.json`;
  if (basename(path) === name) return { snapshot: result.data, findings };
  const misnamed = says(
    'so-lieu',
    `tên tệp không phải là ngày lấy số liệu ghi trong tệp (giờ Việt Nam)`,
    `đổi tên thành ${name}`,
  );
  return { findings: [...findings, finding(startOf(path), misnamed)] };
}
