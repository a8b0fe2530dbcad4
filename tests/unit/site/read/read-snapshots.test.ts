import { expect, test } from 'vitest';
import { formatFinding } from '#site/finding.ts';
import { checkFolder } from '#site/guide/check-folder.ts';
import { snapshotFile, validSnapshot } from '#site/guide/rule-examples.ts';
import { contentFolder } from '#tests/content-folder.ts';

const remedy = 'lấy lại bản cũ của tệp từ git, hoặc xóa tệp này rồi chạy npm run counter:snapshot [so-lieu]';
const reportedLines = async (file: string, text: string) =>
  (await checkFolder(contentFolder({ [file]: text }))).map((found) => formatFinding(found));

test.each([
  ['"total": 3000', '"total": -1', '4:12 · chỗ này phải là một số đếm: số nguyên, không âm'],
  ['"total": 3000', '"total": "3000"', '4:12 · chỗ này phải là một số đếm: số nguyên, không âm'],
  ['  "total": 3000,\n', '', '1:1 · chỗ này phải là một số đếm: số nguyên, không âm'],
  ['": 990', '": 9.9', '7:26 · chỗ này phải là một số đếm: số nguyên, không âm'],
  ['"2026-11-19"', '"2026-02-30"', '7:12 · đây phải là các số đếm theo ngày, như "2026-11-23"'],
  ['"2026-11": 1', '"2026-13": 1', '8:14 · đây phải là các số đếm theo tháng, như "2026-11"'],
  ['"/bai-viet/hoi-nghi/": 5', '"hoi-nghi": 5', '9:14 · đây phải là các số đếm theo địa chỉ'],
  ['"2026-11-20": 10', '"2026-11-21": 10', '7:31 · lúc lấy số liệu chưa tới 2026-11-21'],
  ['"v": 1', '"v": 2', '2:8 · trang này chỉ đọc được số liệu dạng "v": 1'],
  ['2026-11-20T01:00:00.000Z', 'hôm qua', '3:9 · "at" phải là lúc lấy số liệu'],
  ['"total": 3000,', '"total": 3000', '5:3 · từ chỗ này tệp không còn là JSON'],
  ['}\n}\n', '}\n', '10:1 · từ chỗ này tệp không còn là JSON'],
  [validSnapshot, '[]', '1:1 · tệp không phải là số liệu của máy đếm'],
])('a snapshot edited by hand is reported at the location of the edit: %s → %s', async (right, wrong, expected) => {
  const lines = await reportedLines(snapshotFile, validSnapshot.replace(right, wrong));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(`${snapshotFile}:${expected}`);
  expect(lines[0]).toContain(remedy);
});

test('a snapshot is named after its day in Việt Nam', async () => {
  for (const name of ['2026-11-19', '2026-11-20 (1)', 'so-lieu'])
    expect(await reportedLines(`statistics/${name}.json`, validSnapshot)).toEqual([
      `statistics/${name}.json:1:1 · tên tệp không phải là ngày lấy số liệu ghi trong tệp (giờ Việt Nam) · đổi tên thành 2026-11-20.json [so-lieu]`,
    ]);
  const evening = validSnapshot.replace('2026-11-20T01', '2026-11-19T18');
  expect(await reportedLines(snapshotFile, evening)).toEqual([]);
});

test('a snapshot in the wrong folder is not read, and is reported', async () => {
  for (const file of ['2026-11-20.json', 'articles/2026-11-20.json', 'statistics/cu/2026-11-20.json'])
    expect(await reportedLines(file, validSnapshot)).toEqual([
      `${file}:1:1 · tệp “2026-11-20.json” nằm ở đây thì không được đọc · xóa tệp này; số liệu của máy đếm thì để trong statistics/ [tep-la]`,
    ]);
});

test('unknown fields and snapshots dated in the future are valid', async () => {
  expect(await reportedLines(snapshotFile, validSnapshot.replace('"v": 1', '"v": 1, "shards": 4'))).toEqual([]);
  const later = validSnapshot.replace('2026-11-20T', '2027-11-20T');
  expect(await reportedLines('statistics/2027-11-20.json', later)).toEqual([]);
});
