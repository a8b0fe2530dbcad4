import type { Problem } from './rule.ts';

/**
 * The format of content/ that this program reads: what files hold, and what a key means that is absent. Raised with a
 * migration (site/upgrade/migrations.ts) whenever content of the format before would be refused or read otherwise.
 */
export const contentFormat = 2;

/** The format of content whose site.yaml does not name one: from before formats had numbers. */
export const firstContentFormat = 1;

/** Why content of a format cannot be read; undefined if it can. */
export function contentFormatProblem(format: number): Problem | undefined {
  if (format === contentFormat) return undefined;
  const rule = 'dang-noi-dung';
  return format < contentFormat
    ? {
        rule,
        wrong: `nội dung còn ở dạng ${format}, chương trình này đọc dạng ${contentFormat}`,
        remedy: 'chạy npm run migrate để chuyển',
      }
    : {
        rule,
        wrong: `nội dung đã ở dạng ${format}, chương trình này chỉ đọc tới dạng ${contentFormat}`,
        remedy: 'cập nhật chương trình theo docs/nang-cap.md',
      };
}
