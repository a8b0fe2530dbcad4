import { basename } from 'node:path';
import { altTextProblem } from '#news/alt-text-problem.ts';
import type { Article, PictureReference } from '#news/article.ts';
import type { Author } from '#news/author.ts';
import type { Category } from '#news/category.ts';
import type { FrontMatter } from '#news/front-matter.ts';
import { permanentId } from '#news/permanent-id.ts';
import { type Finding, finding } from '#site/finding.ts';
import { curlyQuotes } from '#vietnamese/curly-quotes.ts';
import { isoDay } from '#vietnamese/date.ts';
import { nearest } from '#vietnamese/nearest.ts';
import { letterCaseFindings } from './letter-case-findings.ts';
import type { NoMoreFields } from './no-more-fields.ts';
import { readAttachments } from './read-attachments.ts';
import type { ParsedItem } from './read-item.ts';
import { explainMissingFile, resolveSibling } from './resolve-sibling.ts';

type ParsedArticle = ParsedItem<FrontMatter<'articles'>>;

/** The article of a file; undefined, with findings, if it is invalid. */
export function readArticle(
  parsed: ParsedArticle,
  authors: readonly Author[],
  categories: readonly Category[],
): { item?: Article; findings: readonly Finding[] } {
  const { value, slug, path, body } = parsed;
  if (!value || !slug) return { findings: [] };
  const { author: authorName, category: categoryName, description, cover, coverAlt, coverCaption, ...fields } = value;
  const { source, sourceUrl, attachments: list, withdrawn, withdrawnReason, id, ...copied } = fields;
  const { title, date, tags, draft, oldUrls, updated, correction, expires, ...rest } = copied;
  rest satisfies NoMoreFields;

  const author = authors.find(({ name }) => name === authorName);
  const category = categories.find(({ name }) => name === categoryName);
  const lead = description ?? parsed.firstParagraph;
  const { picture, findings: coverFindings } = readCover(parsed, cover, coverAlt, coverCaption);
  const { attachments, findings: fileFindings } = readAttachments(parsed, 'attachments', 'tệp đính kèm', list);
  const findings = [
    ...(author ? [] : [unknownName(parsed, 'author', authors)]),
    ...(category ? [] : [unknownName(parsed, 'category', categories)]),
    ...(lead ? [] : [missingLead(parsed)]),
    ...fileNameFindings(parsed, date),
    ...coverFindings,
    ...fileFindings,
  ];
  if (!author || !category || !lead) return { findings };
  return {
    findings,
    item: {
      ...{ path, slug, id: id ?? permanentId(slug), title: curlyQuotes(title), date, author, category },
      ...{ lead: curlyQuotes(lead), leadFromBody: description === undefined, tags, attachments, draft, oldUrls, body },
      ...(picture && { cover: picture }),
      ...(source && { source: { name: curlyQuotes(source), ...(sourceUrl && { url: sourceUrl }) } }),
      ...(updated && { updated }),
      ...(correction && { correction: curlyQuotes(correction) }),
      ...(expires && { expires }),
      ...(withdrawn && withdrawnReason && { withdrawn: { date: withdrawn, reason: curlyQuotes(withdrawnReason) } }),
    },
  };
}

function missingLead({ bodyStart }: ParsedArticle): Finding {
  const remedy = 'thêm dòng “description: …”, hoặc mở đầu bài bằng một đoạn văn';
  return finding(bodyStart, 'loi-dan', 'bài chưa có lời dẫn', remedy);
}

function fileNameFindings({ path, locate }: ParsedArticle, date: Date): Finding[] {
  const fileDay = /(?:^|\/)(\d{4}-\d{2}-\d{2})-[^/]*(?:\/index)?\.md$/.exec(path)?.[1];
  const day = isoDay(date);
  if (!fileDay || fileDay === day) return [];
  const wrong = `tên tệp ghi ${fileDay} nhưng bài ghi ${day}`;
  return [finding(locate(['date']), 'ngay-ten-tep', wrong, 'bài được đăng theo ngày trong bài; xem lại')];
}

function readCover(
  parsed: ParsedArticle,
  name: string | undefined,
  alt: string | undefined,
  caption: string | undefined,
): { picture?: PictureReference; findings: readonly Finding[] } {
  if (!name || !alt) return { findings: [] };
  const { file, locate } = parsed;
  const findings: Finding[] = [];
  const problem = altTextProblem(alt, basename(name), caption);
  if (problem)
    findings.push(
      finding(locate(['coverAlt']), 'mo-ta-anh', `ảnh bìa ${problem}`, 'viết điều người xem thấy trong ảnh'),
    );
  const found = resolveSibling(file, name, 'ảnh');
  if (found) {
    findings.push(...letterCaseFindings(parsed, () => locate(['cover']), name, found));
    return { picture: { file: found, alt, ...(caption && { caption: curlyQuotes(caption) }) }, findings };
  }
  findings.push(finding(locate(['cover']), 'anh', ...explainMissingFile(file, name, 'ảnh')));
  return { findings };
}

const namedLists = {
  author: { noun: 'tác giả', list: 'authors.yaml' },
  category: { noun: 'chuyên mục', list: 'categories.yaml' },
} as const;

function unknownName(
  { value, locate }: ParsedArticle,
  key: keyof typeof namedLists,
  entries: readonly { readonly name: string }[],
): Finding {
  const { noun, list } = namedLists[key];
  const names = entries.map(({ name }) => name);
  const written = value?.[key] ?? '';
  const near = nearest(written, names);
  const remedy = names.length > 0 ? `dùng một tên trong ${list}: ${names.join(', ')}` : `ghi tên này vào ${list}`;
  const wrong = `không có ${noun} “${written}”`;
  return finding(locate([key]), 'ten-la', wrong, near ? `có phải là “${near}”?` : remedy);
}
