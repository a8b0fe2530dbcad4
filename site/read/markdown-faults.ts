import { says } from '#news/rule.ts';
import type { Token } from '#site/markdown/markdown.ts';
import type { BodyFault } from './body-fault.ts';
import type { MarkFinder } from './mark-finder.ts';

/** Words that a line of dashes right below turns into a heading. */
export function rulerFault({ markup }: Token, text: string): string | undefined {
  return markup === '-' && text !== ''
    ? says('markdown', `dòng --- ngay dưới chữ biến “${text}” thành đề mục`, 'để một dòng trống trước dòng ---')
    : undefined;
}

/** A paragraph that was indented, which Markdown takes for code. */
export function indentedFault(code: string): string {
  const [first = ''] = code.split('\n');
  return says('markdown', 'đoạn thụt đầu dòng sẽ in ra như mã máy', `viết cả dòng “${first.trim()}”`);
}

/** Markdown that was meant and did not come about: its marks would be printed. */
export function literalFaults({ content: text }: Token, paragraph: Token, find: MarkFinder): BodyFault[] {
  const topLevel = paragraph.level === 1;
  const fault = (mark: string, wrong: string, remedy: string): BodyFault[] => [
    { ...find(mark), message: says('markdown', wrong, remedy) },
  ];
  const [, marks, words] = /^(#{2,6})(\p{L}.*)$/u.exec(text) ?? [];
  if (topLevel && marks && words) return fault(marks, `“${marks}” dính liền chữ`, `viết cả dòng “${marks} ${words}”`);
  const [, item] = /^[-*](\p{L}.*)$/u.exec(text) ?? [];
  if (topLevel && item && text.startsWith('-'))
    return fault('-', 'dấu gạch đầu dòng dính liền chữ', `viết cả dòng “- ${item}”`);
  const [note] = /\[\^[^\]]*\]/.exec(text) ?? [];
  if (note)
    return fault(
      note,
      `“${note}” không có chú thích nào`,
      /^\[\^\S+\]$/.test(note)
        ? `thêm dòng “${note}: …” ở cuối bài, trước nó một dòng trống`
        : 'viết số liền sau dấu ^, không có dấu cách',
    );
  if (/\]\s+\((https?:|\/|[\w-]+\.\w)/.test(text))
    return fault(']', 'có dấu cách giữa ] và (, nên liên kết in ra như chữ thường', 'xóa dấu cách ấy');
  if (text.includes(']('))
    return fault(
      '](',
      'ảnh hay liên kết viết chưa đúng dạng, in ra như chữ thường',
      'viết [chữ](địa-chỉ) hay ![mô tả](ten-anh.jpg "Chú thích"), tên không có dấu cách, ngoặc kép thẳng',
    );
  if (/(^|\s)\*\*\s|\s\*\*(\s|[.,;:]|$)/.test(text))
    return fault(
      '**',
      'dấu ** không kẹp sát chữ nên không thành chữ đậm',
      'viết **chữ đậm**, không có dấu cách sau và trước dấu **',
    );
  if (topLevel && /^\|.*\|\s*$/.test(text) && paragraph.content.startsWith(text))
    return fault('|', 'bảng thiếu dòng |---|---| dưới dòng đầu', 'thêm dòng ấy dưới dòng tên cột');
  return [];
}
