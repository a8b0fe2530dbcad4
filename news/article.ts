import { z } from 'zod';
import { isoDay } from '#vietnamese/date.ts';
import type { Author } from './author.ts';
import type { Body } from './body.ts';
import type { Category } from './category.ts';
import {
  flag,
  list,
  moment,
  optionalMoment,
  optionalText,
  optionalWebAddress,
  parts,
  permanentIdField,
  text,
} from './field.ts';
import { isOldAddress, oldAddressOf } from './old-address.ts';
import { type RuleName, says } from './rule.ts';

const attachment = parts('mỗi tệp đính kèm', '- file: chuong-trinh.pdf', {
  /** File name, beside the article or in its folder. */
  file: text('tên tệp (file)', 'file: chuong-trinh.pdf'),
  title: text('tên văn bản (title)', 'title: Chương trình phối hợp'),
});

/** The front matter of content/articles/…md */
export const articleFrontMatter = z
  .strictObject({
    title: text('tiêu đề (title)', 'title: "Tiêu đề bài"'),
    date: moment('ngày đăng (date)', 'date: 2018-06-20'),
    /** A name of authors.yaml */
    author: text('tác giả (author)', 'author: BTT'),
    /** A name of categories.yaml */
    category: text('chuyên mục (category)', 'category: Tin tức - sự kiện'),
    /** The lead; without it the first paragraph is the lead. */
    description: optionalText('lời dẫn (description)', 'description: Lời dẫn …').optional(),
    tags: list(
      'tags (thẻ)',
      optionalText('thẻ', '  - đại hội').max(100, says('gia-tri', 'thẻ dài quá 100 ký tự', 'viết gọn lại')),
    ),
    cover: optionalText('ảnh bìa (cover)', 'cover: anh.jpg').optional(),
    coverAlt: optionalText('mô tả ảnh bìa (coverAlt)', 'coverAlt: Trong ảnh là …').optional(),
    coverCaption: optionalText('chú thích ảnh bìa (coverCaption)', 'coverCaption: Chú thích …').optional(),
    source: optionalText('nguồn (source)', 'source: Báo …').optional(),
    sourceUrl: optionalWebAddress('địa chỉ nguồn (sourceUrl)', 'sourceUrl: https://…').optional(),
    attachments: list('attachments (tệp đính kèm)', attachment),
    updated: optionalMoment('ngày cập nhật (updated)', 'updated: 2018-06-21').optional(),
    /** What was corrected at `updated`. */
    correction: optionalText('nội dung cập nhật (correction)', 'correction: Sửa …').optional(),
    draft: flag('draft'),
    /** From this instant on the article is no longer shown. */
    expires: optionalMoment('ngày hết hạn (expires)', 'expires: 2026-12-31').optional(),
    /** From this instant on a notice stands in the article's place. */
    withdrawn: optionalMoment('ngày gỡ bài (withdrawn)', 'withdrawn: 2026-12-31').optional(),
    withdrawnReason: optionalText('lý do gỡ bài (withdrawnReason)', 'withdrawnReason: Vì …').optional(),
    /** Permanent id, an IRI; feeds announce it once. */
    id: permanentIdField.optional(),
    /** Where the article stood before, path and query: "/Default.aspx?id=1234" */
    oldUrls: list(
      'oldUrls (địa chỉ cũ)',
      optionalText('địa chỉ cũ', '  - /tin-cu.html').refine(isOldAddress, {
        error: ({ input }) => {
          const written = oldAddressOf(String(input));
          return says(
            'gia-tri',
            `địa chỉ cũ “${input}” không đúng dạng`,
            written ? `viết “${written}”` : 'chép phần đứng sau tên miền, như “/Default.aspx?id=1234”',
          );
        },
      }),
    ),
  })
  .superRefine((article, context) => {
    for (const { key, rule, wrong, remedy } of contradictions(article))
      context.addIssue({ code: 'custom', path: [key], message: says(rule, wrong, remedy) });
  });

/** Fields that need one another: the one that is there, the one that lacks, what to say, the line to add. */
const needs = [
  ['cover', 'coverAlt', 'ảnh bìa chưa có mô tả cho người không nhìn thấy', 'coverAlt: Trong ảnh là …'],
  ['coverAlt', 'cover', 'có mô tả ảnh bìa nhưng không có ảnh', 'cover: ten-anh.jpg'],
  ['coverCaption', 'cover', 'có chú thích ảnh bìa nhưng không có ảnh', 'cover: ten-anh.jpg'],
  ['sourceUrl', 'source', 'có địa chỉ nguồn nhưng thiếu tên nguồn', 'source: Tên nguồn'],
  ['updated', 'correction', 'có ngày cập nhật nhưng chưa nói đã sửa gì', 'correction: Sửa …'],
  ['correction', 'updated', 'có nội dung cập nhật nhưng thiếu ngày', 'updated: 2026-11-23'],
  ['withdrawn', 'withdrawnReason', 'bài đã gỡ nhưng chưa nói lý do', 'withdrawnReason: Vì …'],
  ['withdrawnReason', 'withdrawn', 'có lý do gỡ bài nhưng thiếu ngày', 'withdrawn: 2026-11-23'],
] as const;

interface Contradiction {
  readonly key: string;
  readonly rule: RuleName;
  readonly wrong: string;
  readonly remedy: string;
}

/** What single fields cannot show: a field without its partner, days in an order they cannot have. */
function contradictions(
  article: { readonly [Key in (typeof needs)[number][number]]?: unknown } & {
    readonly date: Date;
    readonly updated?: Date | undefined;
    readonly expires?: Date | undefined;
    readonly withdrawn?: Date | undefined;
  },
): Contradiction[] {
  const { date, updated, expires, withdrawn } = article;
  const early = (key: string, wrong: string): Contradiction => ({
    key,
    rule: 'thu-tu-ngay',
    wrong,
    remedy: 'sửa lại một trong hai ngày',
  });
  return [
    ...needs
      .filter(([there, lacking]) => article[there] !== undefined && article[lacking] === undefined)
      .map(
        ([key, , wrong, line]): Contradiction => ({
          key,
          rule: 'di-doi',
          wrong,
          remedy: line.includes('…') ? `thêm dòng “${line}” và viết tiếp` : `thêm dòng “${line}”`,
        }),
      ),
    ...(updated && isoDay(updated) < isoDay(date) ? [early('updated', 'ngày cập nhật trước ngày đăng')] : []),
    ...(expires && expires <= date ? [early('expires', 'ngày hết hạn không sau ngày đăng')] : []),
    ...(withdrawn && isoDay(withdrawn) < isoDay(date) ? [early('withdrawn', 'ngày gỡ bài trước ngày đăng')] : []),
  ];
}

/** A picture named by an article: the file on disk and what is said about it. */
export interface PictureUse {
  readonly file: string;
  readonly alt: string;
  readonly caption?: string;
}

/** A file readers can download. */
export interface Attachment {
  readonly file: string;
  readonly title: string;
  readonly bytes: number;
}

/** A piece of news, checked and normalised; all text NFC. */
export interface Article {
  /** Where it stands, as messages name it. */
  readonly path: string;
  readonly slug: string;
  readonly id: string;
  readonly title: string;
  readonly date: Date;
  readonly author: Author;
  readonly category: Category;
  /** Plain text of the lead. */
  readonly lead: string;
  /** True when the lead is the body's first paragraph, which is then not printed again. */
  readonly leadFromBody: boolean;
  readonly tags: readonly string[];
  readonly cover?: PictureUse;
  readonly source?: { readonly name: string; readonly url?: string };
  readonly attachments: readonly Attachment[];
  readonly updated?: Date;
  readonly correction?: string;
  readonly draft: boolean;
  readonly expires?: Date;
  readonly withdrawn?: { readonly date: Date; readonly reason: string };
  /** Where it stood before: path and query. */
  readonly oldUrls: readonly string[];
  readonly body: Body;
}
