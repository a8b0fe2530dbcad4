import { z } from 'zod';
import { isoDay } from '#vietnamese/date.ts';
import type { Author } from './author.ts';
import type { Category } from './category.ts';
import { flag, list, moment, says, text, webAddress } from './field.ts';

const attachment = z.strictObject({
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
    description: text('lời dẫn (description)', 'description: Lời dẫn của bài').optional(),
    tags: list('tags (thẻ)', text('thẻ', '  - đại hội')),
    cover: text('ảnh bìa (cover)', 'cover: anh.jpg').optional(),
    coverAlt: text('mô tả ảnh bìa (coverAlt)', 'coverAlt: Trong ảnh có gì').optional(),
    coverCaption: text('chú thích ảnh bìa (coverCaption)', 'coverCaption: Chú thích').optional(),
    source: text('nguồn (source)', 'source: Báo …').optional(),
    sourceUrl: webAddress('địa chỉ nguồn (sourceUrl)', 'sourceUrl: https://…').optional(),
    attachments: list('attachments (tệp đính kèm)', attachment),
    updated: moment('ngày cập nhật (updated)', 'updated: 2018-06-21').optional(),
    /** What was corrected at `updated`. */
    correction: text('nội dung cập nhật (correction)', 'correction: Sửa …').optional(),
    draft: flag('draft'),
    /** From this instant on the article is no longer shown. */
    expires: moment('ngày hết hạn (expires)', 'expires: 2026-12-31').optional(),
    /** Permanent id, an IRI; feeds announce it once. */
    id: text('mã bài (id)', 'id: urn:uuid:…')
      .refine((id) => URL.canParse(id), says('mã bài (id) phải có dạng urn:uuid:…', 'xóa dòng id nếu không rõ'))
      .optional(),
  })
  .superRefine((article, context) => {
    const refuse = (key: string, wrong: string, remedy: string) =>
      context.addIssue({ code: 'custom', path: [key], message: says(wrong, remedy) });
    if (article.cover && !article.coverAlt)
      refuse('cover', 'ảnh bìa chưa có mô tả cho người không nhìn thấy', 'thêm dòng “coverAlt: Trong ảnh có gì”');
    if (!article.cover && article.coverAlt)
      refuse('coverAlt', 'có mô tả ảnh bìa nhưng không có ảnh', 'thêm dòng “cover: tên-ảnh.jpg”, hoặc xóa dòng này');
    if (!article.cover && article.coverCaption)
      refuse(
        'coverCaption',
        'có chú thích ảnh bìa nhưng không có ảnh',
        'thêm dòng “cover: tên-ảnh.jpg”, hoặc xóa dòng này',
      );
    if (article.sourceUrl && !article.source)
      refuse('sourceUrl', 'có địa chỉ nguồn nhưng thiếu tên nguồn', 'thêm dòng “source: Tên nguồn”');
    if (article.updated && !article.correction)
      refuse('updated', 'có ngày cập nhật nhưng chưa nói đã sửa gì', 'thêm dòng “correction: Sửa …”');
    if (article.correction && !article.updated)
      refuse('correction', 'có nội dung cập nhật nhưng thiếu ngày', 'thêm dòng “updated: năm-tháng-ngày”');
    if (article.updated && isoDay(article.updated) < isoDay(article.date))
      refuse('updated', 'ngày cập nhật trước ngày đăng', 'sửa lại một trong hai ngày');
    if (article.expires && article.expires <= article.date)
      refuse('expires', 'ngày hết hạn không sau ngày đăng', 'sửa lại một trong hai ngày');
  });

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
  /** The body as written, Markdown. */
  readonly body: string;
  /** The line of its file the body begins at. */
  readonly bodyLine: number;
}
