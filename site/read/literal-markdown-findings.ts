import type { Problem } from '#news/rule.ts';
import type { MarkdownToken } from '#site/markdown/markdown.ts';
import type { BodyFinding } from './body-finding.ts';
import type { InlineLocator } from './inline-locator.ts';

/** The problem of text that becomes a heading because of a line of dashes right below it. */
export function setextHeadingProblem({ markup }: MarkdownToken, text: string): Problem | undefined {
  return markup === '-' && text !== ''
    ? {
        rule: 'markdown',
        wrong: `dòng --- ngay dưới chữ biến “${text}” thành đề mục`,
        remedy: 'để một dòng trống trước dòng ---',
      }
    : undefined;
}

/** The problem of an indented paragraph, which Markdown parses as code. */
export function indentedCodeProblem(code: string): Problem {
  const [first = ''] = code.split('\n');
  return {
    rule: 'markdown',
    wrong: 'đoạn thụt đầu dòng sẽ in ra như mã máy',
    remedy: `viết cả dòng “${first.trim()}”`,
  };
}

/** Findings for malformed Markdown that would be rendered as literal text. */
export function literalMarkdownFindings(
  { content: text }: MarkdownToken,
  paragraph: MarkdownToken,
  find: InlineLocator,
): BodyFinding[] {
  const topLevel = paragraph.level === 1;
  const report = (marker: string, wrong: string, remedy: string): BodyFinding[] => [
    { ...find(marker), rule: 'markdown', wrong, remedy },
  ];
  const [, hashes, heading] = /^(#{2,6})(\p{L}.*)$/u.exec(text) ?? [];
  if (topLevel && hashes && heading)
    return report(hashes, `“${hashes}” dính liền chữ`, `viết cả dòng “${hashes} ${heading}”`);
  const [, listItem] = /^[-*](\p{L}.*)$/u.exec(text) ?? [];
  if (topLevel && listItem && text.startsWith('-'))
    return report('-', 'dấu gạch đầu dòng dính liền chữ', `viết cả dòng “- ${listItem}”`);
  const [reference] = /\[\^[^\]]*\]/.exec(text) ?? [];
  if (reference)
    return report(
      reference,
      `“${reference}” không có chú thích nào`,
      /^\[\^\S+\]$/.test(reference)
        ? `thêm dòng “${reference}: …” ở cuối bài, trước nó một dòng trống`
        : 'viết số liền sau dấu ^, không có dấu cách',
    );
  if (/\]\s+\((https?:|\/|[\w-]+\.\w)/.test(text))
    return report(']', 'có dấu cách giữa ] và (, nên liên kết in ra như chữ thường', 'xóa dấu cách ấy');
  if (text.includes(']('))
    return report(
      '](',
      'ảnh hay liên kết viết chưa đúng dạng, in ra như chữ thường',
      'viết [chữ](địa-chỉ) hay ![mô tả](ten-anh.jpg "Chú thích"), tên không có dấu cách, ngoặc kép thẳng',
    );
  if (/(^|\s)\*\*\s|\s\*\*(\s|[.,;:]|$)/.test(text))
    return report(
      '**',
      'dấu ** không kẹp sát chữ nên không thành chữ đậm',
      'viết **chữ đậm**, không có dấu cách sau và trước dấu **',
    );
  if (topLevel && /^\|.*\|\s*$/.test(text) && paragraph.content.startsWith(text))
    return report('|', 'bảng thiếu dòng |---|---| dưới dòng đầu', 'thêm dòng ấy dưới dòng tên cột');
  return [];
}
