import { expect, test } from 'vitest';
import { commitMessage } from '#site/send/commit-message.ts';
import type { ContentChange } from '#site/send/content-change.ts';

const change = (action: string, subject: string): ContentChange => ({
  path: 'x.md',
  action,
  subject,
  note: 'x',
  attached: ['a.jpg', 'b.jpg'],
  isHidden: false,
  becomesPublic: false,
});

test('the message of one change is its title', () => {
  expect(commitMessage([change('mới', 'bài “Hội nghị “mở rộng””')])).toBe('Mới: Hội nghị “mở rộng”');
  expect(commitMessage([change('sửa', 'danh sách thẻ')])).toBe('Sửa: danh sách thẻ');
  expect(commitMessage([])).toBe('Cập nhật nội dung');
});

test('the first line says what else was sent, and every change has a line below', () => {
  expect(commitMessage([change('mới', 'bài “A”'), change('gỡ', 'bài “B”'), change('sửa', 'câu hỏi “C?”')])).toBe(
    'Mới: A và 2 mục khác\n\n- Mới: A\n- Gỡ: B\n- Sửa: câu hỏi “C?”',
  );
});

test('a long title is cut in the first line only', () => {
  const title = 'Đại hội đại biểu '.repeat(8).trim();
  const [subject = '', empty, line] = commitMessage([change('mới', `bài “${title}”`)]).split('\n');
  expect([...subject].length).toBeLessThanOrEqual(72);
  expect(subject).toMatch(/…$/);
  expect([empty, line]).toEqual(['', `- Mới: ${title}`]);
});
