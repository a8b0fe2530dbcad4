import { z } from 'zod';
import { isoDay } from '#vietnamese/date.ts';
import type { Author } from './author.ts';
import type { Body } from './body.ts';
import type { Category } from './category.ts';
import {
  flagField,
  instantField,
  listField,
  objectField,
  optionalInstantField,
  optionalTextField,
  optionalUrlField,
  permanentIdField,
  textField,
} from './field.ts';
import { ofKind } from './field-description.ts';
import { isOldAddress, suggestedOldAddress } from './old-address.ts';
import { type RuleName, ruleMessage } from './rule.ts';

const attachment = objectField('mỗi tệp đính kèm', '- file: chuong-trinh.pdf', {
  /** The name of a file next to the article or in its folder. */
  file: ofKind('file', textField('tên tệp (file)', 'file: chuong-trinh.pdf')),
  title: textField('tên văn bản (title)', 'title: Chương trình phối hợp'),
});

/** The schema of the front matter of content/articles/…md */
export const articleFrontMatterSchema = z
  .strictObject({
    title: textField('tiêu đề (title)', 'title: "Tiêu đề bài"'),
    date: instantField('ngày đăng (date)', 'date: 2018-06-20'),
    /** A name from authors.yaml */
    author: ofKind('author', textField('tác giả (author)', 'author: BTT')),
    /** A name from categories.yaml */
    category: ofKind('category', textField('chuyên mục (category)', 'category: Tin tức - sự kiện')),
    /** The lead; by default the first paragraph of the body. */
    description: ofKind('paragraph', optionalTextField('lời dẫn (description)', 'description: Lời dẫn …')).optional(),
    tags: listField(
      'thẻ (tags)',
      optionalTextField('thẻ', '  - đại hội').max(100, ruleMessage('gia-tri', 'thẻ dài quá 100 ký tự', 'viết gọn lại')),
    ),
    cover: ofKind('picture', optionalTextField('ảnh bìa (cover)', 'cover: anh.jpg')).optional(),
    coverAlt: optionalTextField('mô tả ảnh bìa (coverAlt)', 'coverAlt: Trong ảnh là …').optional(),
    coverCaption: optionalTextField('chú thích ảnh bìa (coverCaption)', 'coverCaption: Chú thích …').optional(),
    source: optionalTextField('nguồn (source)', 'source: Báo …').optional(),
    sourceUrl: optionalUrlField('địa chỉ nguồn (sourceUrl)', 'sourceUrl: https://…').optional(),
    attachments: listField('tệp đính kèm (attachments)', attachment),
    updated: optionalInstantField('ngày cập nhật (updated)', 'updated: 2018-06-21').optional(),
    /** What was corrected at `updated`. */
    correction: ofKind(
      'paragraph',
      optionalTextField('nội dung cập nhật (correction)', 'correction: Sửa …'),
    ).optional(),
    draft: flagField('bản nháp (draft)', 'draft: true'),
    /** From this instant on the article is hidden. */
    expires: optionalInstantField('ngày hết hạn (expires)', 'expires: 2026-12-31').optional(),
    /** From this instant on a notice replaces the article. */
    withdrawn: optionalInstantField('ngày gỡ bài (withdrawn)', 'withdrawn: 2026-12-31').optional(),
    withdrawnReason: ofKind(
      'paragraph',
      optionalTextField('lý do gỡ bài (withdrawnReason)', 'withdrawnReason: Vì …'),
    ).optional(),
    /** The permanent id, an IRI, by which feed readers recognise the article. */
    id: permanentIdField.optional(),
    /** The addresses of the article on the former site, path and query: "/Default.aspx?id=1234" */
    oldUrls: listField(
      'địa chỉ cũ (oldUrls)',
      optionalTextField('địa chỉ cũ', '  - /tin-cu.html').refine(isOldAddress, {
        error: ({ input }) => {
          const written = suggestedOldAddress(String(input));
          return ruleMessage(
            'gia-tri',
            `địa chỉ cũ “${input}” không đúng dạng`,
            written ? `viết “${written}”` : 'chép phần đứng sau tên miền, như “/Default.aspx?id=1234”',
          );
        },
      }),
    ),
  })
  .superRefine((article, context) => {
    for (const { key, rule, wrong, remedy } of fieldProblems(article))
      context.addIssue({ code: 'custom', path: [key], message: ruleMessage(rule, wrong, remedy) });
  });

/** Fields that require another: the present field, the missing field, the problem, the line to add. */
const requiredFields = [
  ['cover', 'coverAlt', 'ảnh bìa chưa có mô tả cho người không nhìn thấy', 'coverAlt: Trong ảnh là …'],
  ['coverAlt', 'cover', 'có mô tả ảnh bìa nhưng không có ảnh', 'cover: ten-anh.jpg'],
  ['coverCaption', 'cover', 'có chú thích ảnh bìa nhưng không có ảnh', 'cover: ten-anh.jpg'],
  ['sourceUrl', 'source', 'có địa chỉ nguồn nhưng thiếu tên nguồn', 'source: Tên nguồn'],
  ['updated', 'correction', 'có ngày cập nhật nhưng chưa nói đã sửa gì', 'correction: Sửa …'],
  ['correction', 'updated', 'có nội dung cập nhật nhưng thiếu ngày', 'updated: 2026-11-23'],
  ['withdrawn', 'withdrawnReason', 'bài đã gỡ nhưng chưa nói lý do', 'withdrawnReason: Vì …'],
  ['withdrawnReason', 'withdrawn', 'có lý do gỡ bài nhưng thiếu ngày', 'withdrawn: 2026-11-23'],
] as const;

interface FieldProblem {
  readonly key: string;
  readonly rule: RuleName;
  readonly wrong: string;
  readonly remedy: string;
}

/** Problems between fields: a field without a required other field, or dates in the wrong order. */
function fieldProblems(
  article: { readonly [Key in (typeof requiredFields)[number][number]]?: unknown } & {
    readonly date: Date;
    readonly updated?: Date | undefined;
    readonly expires?: Date | undefined;
    readonly withdrawn?: Date | undefined;
  },
): FieldProblem[] {
  const { date, updated, expires, withdrawn } = article;
  const wrongOrder = (key: string, wrong: string): FieldProblem => ({
    key,
    rule: 'thu-tu-ngay',
    wrong,
    remedy: 'sửa lại một trong hai ngày',
  });
  return [
    ...requiredFields
      .filter(([present, missing]) => article[present] !== undefined && article[missing] === undefined)
      .map(
        ([key, , wrong, line]): FieldProblem => ({
          key,
          rule: 'di-doi',
          wrong,
          remedy: line.includes('…') ? `thêm dòng “${line}” và viết tiếp` : `thêm dòng “${line}”`,
        }),
      ),
    ...(updated && isoDay(updated) < isoDay(date) ? [wrongOrder('updated', 'ngày cập nhật trước ngày đăng')] : []),
    ...(expires && expires <= date ? [wrongOrder('expires', 'ngày hết hạn không sau ngày đăng')] : []),
    ...(withdrawn && isoDay(withdrawn) < isoDay(date) ? [wrongOrder('withdrawn', 'ngày gỡ bài trước ngày đăng')] : []),
  ];
}

/** A picture that an article uses: the file on disk, its alternative text and its caption. */
export interface PictureReference {
  readonly file: string;
  readonly alt: string;
  readonly caption?: string;
}

/** A file that readers can download. */
export interface Attachment {
  readonly file: string;
  readonly title: string;
  readonly bytes: number;
}

/** An article, validated and normalised; all text NFC. */
export interface Article {
  /** The path of its file, as in messages. */
  readonly path: string;
  readonly slug: string;
  readonly id: string;
  readonly title: string;
  readonly date: Date;
  readonly author: Author;
  readonly category: Category;
  /** Plain text of the lead. */
  readonly lead: string;
  /** True when the lead is the first paragraph of the body, which is then rendered only once. */
  readonly leadFromBody: boolean;
  readonly tags: readonly string[];
  readonly cover?: PictureReference;
  readonly source?: { readonly name: string; readonly url?: string };
  readonly attachments: readonly Attachment[];
  readonly updated?: Date;
  readonly correction?: string;
  readonly draft: boolean;
  readonly expires?: Date;
  readonly withdrawn?: { readonly date: Date; readonly reason: string };
  /** Its addresses on the former site: path and query. */
  readonly oldUrls: readonly string[];
  readonly body: Body;
}
