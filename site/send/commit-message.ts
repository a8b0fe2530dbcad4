import type { ContentChange } from './content-change.ts';

/** As much of a first line as git hosts show. */
const maxSubject = 72;

/** The message of a commit: what was done, of which title first; then every change, a line each. */
export function commitMessage(changes: readonly ContentChange[]): string {
  const [first, ...others] = changes;
  if (!first) return 'Cập nhật nội dung';
  const more = others.length > 0 ? ` và ${others.length} mục khác` : '';
  const start = sentence(first);
  const room = maxSubject - more.length;
  const subject = `${
    [...start].length > room
      ? `${[...start]
          .slice(0, room - 1)
          .join('')
          .trimEnd()}…`
      : start
  }${more}`;
  if (others.length === 0 && subject === start) return subject;
  return `${subject}\n\n${changes.map((change) => `- ${sentence(change)}`).join('\n')}`;
}

/** "Mới: Hội nghị tổng kết" */
function sentence({ action, subject }: ContentChange): string {
  const text = `${action}: ${subject.replace(/^bài “(.*)”$/, '$1')}`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
