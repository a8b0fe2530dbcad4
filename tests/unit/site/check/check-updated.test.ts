import { expect, test } from 'vitest';
import { formatFinding } from '#site/finding.ts';
import { checkFolder } from '#site/guide/check-folder.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { contentFolder } from '#tests/content-folder.ts';

const file = 'articles/2026/2026-11-23-hoi-nghi.md';
const reportedLines = async (text: string) => (await checkFolder(contentFolder({ [file]: text }))).map(formatFinding);
const updated = (day: string) => validArticle.replace('author:', `updated: ${day}\ncorrection: Sửa tên hội.\nauthor:`);

test('an update date in the future is reported, with today as the date to write', async () => {
  expect(await reportedLines(updated('2026-11-24'))).toEqual([
    `${file}:4:10 · ngày cập nhật “24/11/2026” chưa tới, hôm nay là 23/11/2026 · viết cả dòng “updated: 2026-11-23” [chua-toi]`,
  ]);
});

test('an update may be dated later on the same day', async () =>
  expect(await reportedLines(updated('2026-11-23 23:59'))).toEqual([]));

test('a scheduled article with an update date is reported at once, not only on its day', async () => {
  const scheduled = updated('2026-12-02').replace('date: 2026-11-23', 'date: 2026-12-01');
  expect((await reportedLines(scheduled)).filter((line) => line.endsWith('[chua-toi]'))).toEqual([
    `${file}:4:10 · bài chưa đăng mà đã ghi ngày cập nhật 02/12/2026 · xóa dòng “updated” và dòng “correction” [chua-toi]`,
  ]);
});
