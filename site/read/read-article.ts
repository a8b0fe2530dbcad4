import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { z } from 'zod';
import { altTextProblem } from '#news/alt-text-problem.ts';
import type { Article, Attachment, articleFrontMatterSchema, PictureReference } from '#news/article.ts';
import type { Author } from '#news/author.ts';
import type { Category } from '#news/category.ts';
import { permanentId } from '#news/permanent-id.ts';
import { type Finding, finding } from '#site/finding.ts';
import { isoDay } from '#vietnamese/date.ts';
import { nearest } from '#vietnamese/nearest.ts';
import type { NoMoreFields } from './no-more-fields.ts';
import type { ParsedItem } from './read-item.ts';
import { explainMissingFile, resolveSibling } from './resolve-sibling.ts';

/** The article of a file; undefined, with findings, if it is invalid. */
export function readArticle(
  item: ParsedItem<z.output<typeof articleFrontMatterSchema>>,
  authors: readonly Author[],
  categories: readonly Category[],
): { article?: Article; findings: readonly Finding[] } {
  const { value, locate, path } = item;
  if (!value || !item.slug) return { findings: [] };
  const {
    author: authorName,
    category: categoryName,
    description,
    cover: coverName,
    coverAlt,
    coverCaption,
    ...fields
  } = value;
  const { source, sourceUrl, attachments: attachmentFields, withdrawn, withdrawnReason, id, ...copied } = fields;
  const { title, date, tags, draft, oldUrls, updated, correction, expires, ...rest } = copied;
  rest satisfies NoMoreFields;
  const findings: Finding[] = [];

  const author = authors.find(({ name }) => name === authorName);
  if (!author)
    findings.push(
      finding(locate(['author']), 'ten-la', ...explainUnknownName('tác giả', authorName, authors, 'authors.yaml')),
    );
  const category = categories.find(({ name }) => name === categoryName);
  if (!category)
    findings.push(
      finding(
        locate(['category']),
        'ten-la',
        ...explainUnknownName('chuyên mục', categoryName, categories, 'categories.yaml'),
      ),
    );
  const lead = description ?? item.firstParagraph;
  if (!lead)
    findings.push(
      finding(
        item.bodyStart,
        'loi-dan',
        'bài chưa có lời dẫn',
        'thêm dòng “description: …”, hoặc mở đầu bài bằng một đoạn văn',
      ),
    );

  const fileDay = /(?:^|\/)(\d{4}-\d{2}-\d{2})-[^/]*(?:\/index)?\.md$/.exec(path)?.[1];
  const day = isoDay(date);
  if (fileDay && fileDay !== day)
    findings.push(
      finding(
        locate(['date']),
        'ngay-ten-tep',
        `tên tệp ghi ${fileDay} nhưng bài ghi ${day}`,
        'bài được đăng theo ngày trong bài; xem lại',
      ),
    );

  let cover: PictureReference | undefined;
  if (coverName && coverAlt) {
    const problem = altTextProblem(coverAlt, basename(coverName), coverCaption);
    if (problem)
      findings.push(
        finding(locate(['coverAlt']), 'mo-ta-anh', `ảnh bìa ${problem}`, 'viết điều người xem thấy trong ảnh'),
      );
    const file = resolveSibling(item.file, coverName, 'ảnh');
    if (file) cover = { file, alt: coverAlt, ...(coverCaption && { caption: coverCaption }) };
    else findings.push(finding(locate(['cover']), 'anh', ...explainMissingFile(item.file, coverName, 'ảnh')));
  }

  const attachments: Attachment[] = [];
  for (const [index, { file: name, title: fileTitle, ...fileRest }] of attachmentFields.entries()) {
    fileRest satisfies NoMoreFields;
    const file = resolveSibling(item.file, name, 'tệp đính kèm');
    if (file) attachments.push({ file, title: fileTitle, bytes: statSync(file).size });
    else
      findings.push(
        finding(
          locate(['attachments', index, 'file']),
          'tep-dinh-kem',
          ...explainMissingFile(item.file, name, 'tệp đính kèm'),
        ),
      );
  }
  if (!author || !category || !lead) return { findings };

  const article: Article = {
    path,
    slug: item.slug,
    id: id ?? permanentId(item.slug),
    title,
    date,
    author,
    category,
    lead,
    leadFromBody: description === undefined,
    tags,
    attachments,
    draft,
    oldUrls,
    body: item.body,
    ...(cover && { cover }),
    ...(source && { source: { name: source, ...(sourceUrl && { url: sourceUrl }) } }),
    ...(updated && { updated }),
    ...(correction && { correction }),
    ...(expires && { expires }),
    ...(withdrawn && withdrawnReason && { withdrawn: { date: withdrawn, reason: withdrawnReason } }),
  };
  return { article, findings };
}

function explainUnknownName(
  kind: string,
  name: string,
  entries: readonly { name: string }[],
  file: string,
): [wrong: string, remedy: string] {
  const names = entries.map(({ name }) => name);
  const near = nearest(name, names);
  return [
    `không có ${kind} “${name}”`,
    near
      ? `có phải là “${near}”?`
      : names.length > 0
        ? `dùng một tên trong ${file}: ${names.join(', ')}`
        : `ghi tên này vào ${file}`,
  ];
}
