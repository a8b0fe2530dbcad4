import type { Article } from '#news/article.ts';
import { type Finding, finding, type SourceLocation } from '#site/finding.ts';
import { isoDay, shortDate } from '#vietnamese/date.ts';

/** Findings for update dates in the future: a correction is visible at once, so its date cannot lie ahead. */
export function checkUpdateDates(
  articles: readonly Article[],
  now: Date,
  locate: (article: Article, key: string) => SourceLocation,
): Finding[] {
  const today = isoDay(now);
  return articles.flatMap((article) => {
    const { date, updated } = article;
    if (!updated || isoDay(updated) <= today) return [];
    const day = shortDate(updated);
    const [wrong, remedy] =
      isoDay(date) > today
        ? [`bài chưa đăng mà đã ghi ngày cập nhật ${day}`, 'xóa dòng “updated” và dòng “correction”']
        : [`ngày cập nhật “${day}” chưa tới, hôm nay là ${shortDate(now)}`, `viết cả dòng “updated: ${today}”`];
    return [finding(locate(article, 'updated'), 'chua-toi', wrong, remedy)];
  });
}
