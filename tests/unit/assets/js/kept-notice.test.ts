import { expect, test } from 'vitest';
import { withKeptNotice } from '../../../../assets/js/kept-notice.ts';

const page = '<body><header></header><main id="noi-dung" tabindex="-1"><h1>$& và $1</h1></main></body>';

test('a kept page says first that it is kept, and from when, and is otherwise as it was', () => {
  const shown = withKeptNotice(page, new Date('2026-11-23T08:05:00').getTime());
  const [notice = ''] = /<p class="notice".*<\/p>/.exec(shown) ?? [];
  expect(notice).toContain('bản lưu trên máy này lúc 08:05, Thứ Hai, 23/11/2026,');
  expect(shown.replace(`\n${notice}`, '')).toBe(page);
  expect(shown).toContain(`tabindex="-1">\n${notice}<h1>`);
});
