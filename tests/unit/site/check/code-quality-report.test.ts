import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { codeQualityReport } from '#site/check/code-quality-report.ts';
import { type Finding, finding } from '#site/finding.ts';

const found = (line: number, wrong = '“kêt” không phải là âm tiết', path = 'content/a.md') =>
  finding({ path, line, column: 3 }, 'am-tiet', wrong, 'có phải là “kết”?');

const report = (...findings: Finding[]) => JSON.parse(codeQualityReport(findings, process.cwd()));
const fingerprints = (...findings: Finding[]): string[] =>
  report(...findings).map((entry: { fingerprint: string }) => entry.fingerprint);

test('a report has the fields that GitLab reads, and no byte order mark', () => {
  const [fingerprint] = fingerprints(found(2));
  expect(codeQualityReport([found(2)], process.cwd())).toBe(`[
  {
    "description": "“kêt” không phải là âm tiết · có phải là “kết”? [am-tiet]",
    "check_name": "am-tiet",
    "fingerprint": "${fingerprint}",
    "severity": "minor",
    "location": {
      "path": "content/a.md",
      "lines": {
        "begin": 2
      }
    }
  }
]
`);
  expect(report()).toEqual([]);
});

const error = finding({ path: 'a.md', line: 1, column: 1 }, 'muc-la', 'không có mục “titel”', 'có phải là “title”?');

test('an error is graver than one in a draft, and that is graver than a warning', () => {
  const severities = report(error, { ...error, path: 'b.md', inDraft: true }, found(1)).map(
    ({ severity }: { severity: string }) => severity,
  );
  expect(severities).toEqual(['blocker', 'major', 'minor']);
});

test('a fingerprint stays when lines above it come and go', () => {
  expect(fingerprints(found(9))).toEqual(fingerprints(found(2)));
  expect(fingerprints(found(9, 'mục “title” đã viết ở dòng 7'))).toEqual(
    fingerprints(found(2, 'mục “title” đã viết ở dòng 12')),
  );
});

test('a fingerprint is another in another file, by another rule, for another text, and when a draft is published', () => {
  const others: Finding[] = [
    ...[found(2), found(2, 'khác'), found(2, undefined, 'content/b.md'), { ...found(2), rule: 'chu-hoa' as const }],
    ...[error, { ...error, inDraft: true as const }],
  ];
  expect(new Set(others.flatMap((other) => fingerprints(other))).size).toBe(others.length);
});

test('what is found twice in a file has two fingerprints, numbered from its top', () => {
  const lineByFingerprint = (...findings: Finding[]) =>
    Object.fromEntries(
      report(...findings).map(({ fingerprint, location }: { fingerprint: string; location: { lines: object } }) => [
        fingerprint,
        location.lines,
      ]),
    );
  const [first = ''] = fingerprints(found(2));
  const both = lineByFingerprint(found(9), found(2));
  expect([Object.keys(both).length, both[first]]).toEqual([2, { begin: 2 }]);
  expect(Object.keys(lineByFingerprint(found(9), found(9)))).toEqual(Object.keys(both));
});

test('paths are those in the repository, also where the program lies elsewhere', () => {
  const paths = (root: string, path: string) =>
    JSON.parse(codeQualityReport([found(1, undefined, path)], root))[0].location.path;
  expect(paths(process.cwd(), 'content/a.md')).toBe('content/a.md');
  expect(paths(resolve('/builds/noi-dung'), resolve('/builds/noi-dung/articles/a.md'))).toBe('articles/a.md');
  expect(paths(resolve('/builds/noi-dung'), '/deployed/sitemap.xml')).toBe('/deployed/sitemap.xml');
});
