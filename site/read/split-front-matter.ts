import matter from 'gray-matter';
import { type Finding, finding } from '#site/finding.ts';
import type { SourceFile } from './source-file.ts';
import type { YamlBlock } from './yaml-document.ts';

/** A Markdown file split into front matter and body, or the finding that explains why it cannot be split. */
export type SplitFile =
  | { readonly block: YamlBlock; readonly body: string; readonly bodyLine: number }
  | { readonly finding: Finding };

/** Splits front matter (YAML between two "---" lines, no other language, never evaluated) from the body. */
export function splitFrontMatter({ path, text }: Pick<SourceFile, 'path' | 'text'>): SplitFile {
  const refuse = (wrong: string, remedy: string, line = 1): SplitFile => ({
    finding: finding({ path, line, column: 1 }, 'phan-dau', wrong, remedy),
  });
  const [first = ''] = text.split('\n', 1);
  if (!first.startsWith('---') || first.startsWith('----'))
    return refuse(
      'thiếu phần đầu bài',
      'dòng đầu tiên phải là ---, rồi title, date, author, category, rồi một dòng --- nữa',
    );
  if (matter.language(text).name !== '')
    return refuse(`phần đầu bài không nhận “${first}”`, 'dòng đầu chỉ có ba dấu gạch: “---”');
  const lines = text.split('\n');
  const end = lines.findIndex((line, index) => index > 0 && /^---[ \t]*$/.test(line));
  const block = lines.slice(1, end < 0 ? undefined : end);
  const malformedFence = block.findIndex((line) => /^(--|-{4,}|[–—]+)[ \t]*$/.test(line));
  if (malformedFence >= 0)
    return refuse(
      `dòng “${block[malformedFence]?.trim()}” phải có đúng ba dấu gạch`,
      'viết cả dòng “---”',
      malformedFence + 2,
    );
  const prose = block.findIndex(
    (line, index) => /^\p{L}/u.test(line) && block[index - 1]?.trim() === '' && !/^[\w-]+:( |$)/.test(line),
  );
  if (prose >= 0)
    return refuse(
      'phần đầu bài chưa kết thúc mà đã tới thân bài',
      'thêm một dòng “---” ngay trước dòng này',
      prose + 2,
    );
  if (end < 0)
    return refuse('phần đầu bài chưa có dòng --- để kết thúc', 'thêm một dòng “---” ngay trước nội dung bài');

  // The block stays text: no engine of gray-matter parses it.
  const { matter: yaml, content } = matter(text, { language: 'yaml', engines: { yaml: { parse: () => ({}) } } });
  const bodyStart = text.length - content.length;
  return {
    block: { path, text: yaml.replace(/^[ \t]*\n/, ''), linesBefore: 1 },
    body: content,
    bodyLine: text.slice(0, bodyStart).split('\n').length,
  };
}
