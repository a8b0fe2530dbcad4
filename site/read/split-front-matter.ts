import matter from 'gray-matter';
import { type Finding, finding, type TextEdit } from '#site/finding.ts';
import { secondFrontMatter } from './second-front-matter.ts';
import type { SourceFile } from './source-file.ts';
import type { YamlBlock } from './yaml-document.ts';

/** A Markdown file split into front matter and body, or the finding that explains why it cannot be split. */
export type SplitFile =
  | { readonly block: YamlBlock; readonly body: string; readonly bodyLine: number }
  | { readonly finding: Finding };

/** Splits front matter (YAML between two "---" lines, no other language, never evaluated) from the body. */
export function splitFrontMatter({ path, text }: Pick<SourceFile, 'path' | 'text'>): SplitFile {
  const refuse = (wrong: string, remedy: string, line = 1, ...edits: TextEdit[]): SplitFile => ({
    finding: finding({ path, line, column: 1 }, 'phan-dau', wrong, remedy, ...edits),
  });
  const fenceBefore = (line: number): TextEdit => {
    const before = text
      .split('\n')
      .slice(0, line - 1)
      .join('\n');
    return { offset: before === '' ? 0 : before.length + 1, length: 0, text: '---\n' };
  };
  const [first = ''] = text.split('\n', 1);
  if (!first.startsWith('---') || first.startsWith('----'))
    return refuse(
      'thiếu phần đầu bài',
      'dòng đầu tiên phải là ---, rồi title, date, author, category, rồi một dòng --- nữa',
      1,
      ...(/^title:[^\n]*\n(?:\w[\w-]*:[^\n]*\n|[ -][^\n]*\n)*---[ \t]*\n/.test(text) ? [fenceBefore(1)] : []),
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
      fenceBefore(prose + 2),
    );
  if (end < 0)
    return refuse('phần đầu bài chưa có dòng --- để kết thúc', 'thêm một dòng “---” ngay trước nội dung bài');

  const second = secondFrontMatter(lines.slice(end + 1));
  if (second) {
    const [from, to] = [end + 2 + second.start, end + 2 + second.end];
    return refuse('bài có hai phần đầu', `giữ một phần, xóa phần kia: phần thứ hai ở dòng ${from}–${to}`, from);
  }

  // The block stays text: no engine of gray-matter parses it. The body is kept from it, or it would be copied twice.
  const head = text.slice(0, lines.slice(0, end + 1).join('\n').length + 1);
  const { matter: yaml, content } = matter(head, { language: 'yaml', engines: { yaml: { parse: () => ({}) } } });
  const bodyStart = head.length - content.length;
  return {
    block: { path, text: yaml.replace(/^[ \t]*\n/, ''), linesBefore: 1, start: text.indexOf('\n') + 1 },
    body: text.slice(bodyStart),
    bodyLine: text.slice(0, bodyStart).split('\n').length,
  };
}
