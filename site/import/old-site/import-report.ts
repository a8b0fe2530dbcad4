import { formatNumber } from '#vietnamese/count.ts';
import type { ImportNote } from '../import-note.ts';
import type { PlannedArticle } from './import-old-article.ts';
import type { ImportPlan } from './plan-import.ts';

/** An article that was imported, or would be, and what was told of it. */
export interface ReportedArticle {
  readonly planned: PlannedArticle;
  readonly notes: readonly ImportNote[];
}

/** How many of a plan's articles there are, in one line each. */
export function planSummary({ planned, existing, skipped, unplacedCategories }: ImportPlan): string[] {
  const unplaced = [...unplacedCategories.values()].reduce((sum, n) => sum + n, 0);
  return [
    `${formatNumber(planned.length)} bài nhập được`,
    ...(existing.length > 0 ? [`${formatNumber(existing.length)} bài đã có từ lần nhập trước, để nguyên`] : []),
    ...(unplaced > 0 ? [`${formatNumber(unplaced)} bài chờ chỗ: chuyên mục cũ chưa có tên mới`] : []),
    ...(skipped.length > 0 ? [`${formatNumber(skipped.length)} trang bỏ qua`] : []),
  ];
}

const [maxOfReason, maxOfNotes] = [20, 1000];

/** A report in Markdown that an editor works through: what is not imported, and what was lost of what is. */
export function importReport(source: string, plan: ImportPlan, articles: readonly ReportedArticle[]): string {
  const hidden = articles.filter(({ notes }) => notes.some(isHiddenLink));
  const noted = articles.filter(({ notes }) => notes.some(({ kind }) => kind !== 'changed'));
  return [
    `# Nhập bài từ ${source}`,
    planSummary(plan)
      .map((line) => `- ${line}`)
      .join('\n'),
    ...section(
      'Chuyên mục cũ chưa có chỗ',
      [...plan.unplacedCategories].map(([name, n]) => `- ${name}: ${formatNumber(n)} bài`),
    ),
    ...section(
      'Liên kết giấu trong bài cũ (đã bỏ): trang cũ có thể bị chèn mã',
      hidden.flatMap(({ planned, notes }) =>
        notes.filter(isHiddenLink).map(({ text }) => `- ${planned.article.place}: ${text}`),
      ),
    ),
    ...section('Bỏ qua', skippedLines(plan)),
    ...section('Bài có chỗ cần xem', noted.slice(0, maxOfNotes).map(articleLines)),
    ...(noted.length > maxOfNotes ? [`Và ${formatNumber(noted.length - maxOfNotes)} bài nữa.`] : []),
  ].join('\n\n');
}

function isHiddenLink({ text }: ImportNote): boolean {
  return text.startsWith('liên kết giấu');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? [`## ${title}`, lines.join('\n')] : [];
}

function skippedLines({ skipped }: ImportPlan): string[] {
  return [...Map.groupBy(skipped, ({ reason }) => reason)].map(([reason, places]) => {
    const shown = places.slice(0, maxOfReason).map(({ place }) => place);
    const more = places.length > maxOfReason ? `, và ${formatNumber(places.length - maxOfReason)} trang nữa` : '';
    return `- ${reason} (${formatNumber(places.length)}): ${shown.join(', ')}${more}`;
  });
}

function articleLines({ planned, notes }: ReportedArticle): string {
  const lines = notes.filter(({ kind }) => kind !== 'changed').map(({ text }) => `  - ${text}`);
  return [`- content/${planned.file}, từ ${planned.article.place}`, ...lines].join('\n');
}
