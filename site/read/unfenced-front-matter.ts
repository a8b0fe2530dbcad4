import { type Finding, finding } from '#site/finding.ts';
import { yamlEnd } from './text-parts.ts';

const knownKey =
  /^(?:title|date|author|category|categories|tags|description|draft|layout|slug|permalink|cover|id|updated|published|excerpt|image|t(?:iêu đề|ieu de)|tác giả|chuyên mục)[ \t]*:(?:[ \t]|$)/i;
const entry = /^(?:[\p{L}\w][\p{L}\w -]{0,40}:(?:\s|$)|[ \t]+\S|-[ \t]|#)/u;

/** The finding for lines of front matter at the start of a body, without one of the two "---" around them. */
export function unfencedFrontMatter(path: string, text: string): Finding[] {
  // A longer front matter is no slip.
  const lines = text.split('\n', 500);
  const end = yamlEnd(lines);
  let first = end + 1;
  while (first < lines.length && lines[first]?.trim() === '') first++;
  const isOpened = /^---[ \t]*$/.test(lines[first] ?? '');
  let last = isOpened ? first + 1 : first;
  let keys = 0;
  for (; last < lines.length && entry.test(lines[last] ?? ''); last++) keys += knownKey.test(lines[last] ?? '') ? 1 : 0;
  const isClosed = /^---[ \t]*$/.test(lines[last] ?? '');
  // Between two lines of dashes it is found where the file is split.
  if ((isOpened && isClosed) || keys < (isOpened || isClosed ? 1 : 2)) return [];
  const wrong = 'ở đây lại có một phần đầu bài nữa';
  return [
    finding({ path, line: first + 1, column: 1 }, 'phan-dau', wrong, 'gộp vào phần đầu bài ở trên, rồi xóa ở đây'),
  ];
}
