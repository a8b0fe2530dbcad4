import { expect, test } from 'vitest';
import { findingLine } from '#site/finding.ts';
import { checkFolder } from '#site/guide/check-files.ts';
import { article } from '#site/guide/rule-examples.ts';
import { contentFolder } from '#tests/content-folder.ts';

const file = 'articles/2026/2026-11-23-hoi-nghi.md';
const said = async (text: string) => (await checkFolder(contentFolder({ [file]: text }))).map(findingLine);
const updated = (day: string) => article.replace('author:', `updated: ${day}\ncorrection: Sửa tên hội.\nauthor:`);

test('an article is not updated on a day that has not come: the day to write is today', async () => {
  expect(await said(updated('2026-11-24'))).toEqual([
    `${file}:4:10 · ngày cập nhật “24/11/2026” chưa tới, hôm nay là 23/11/2026 · viết cả dòng “updated: 2026-11-23” [chua-toi]`,
  ]);
});

test('a later hour of today may be written ahead', async () =>
  expect(await said(updated('2026-11-23 23:59'))).toEqual([]));

test('an article that waits for its day needs no update, and is told so at once rather than on that day', async () => {
  const waiting = updated('2026-12-02').replace('date: 2026-11-23', 'date: 2026-12-01');
  expect((await said(waiting)).filter((line) => line.endsWith('[chua-toi]'))).toEqual([
    `${file}:4:10 · bài chưa đăng mà đã ghi ngày cập nhật 02/12/2026 · xóa dòng “updated” và dòng “correction” [chua-toi]`,
  ]);
});
