import { expect, test } from 'vitest';
import { addCachedNotice } from '../../../../assets/js/add-cached-notice.ts';

const page = '<body><header></header><main id="noi-dung" tabindex="-1"><h1>$& và $1</h1></main></body>';

test('a cached page begins with a notice that it is cached and since when, and is otherwise unchanged', () => {
  const shownPage = addCachedNotice(page, new Date('2026-11-23T08:05:00').getTime());
  const [notice = ''] = /<p class="notice".*<\/p>/.exec(shownPage) ?? [];
  expect(notice).toContain('bản lưu trên máy này lúc 08:05, Thứ Hai, 23/11/2026,');
  expect(shownPage.replace(`\n${notice}`, '')).toBe(page);
  expect(shownPage).toContain(`tabindex="-1">\n${notice}<h1>`);
});
