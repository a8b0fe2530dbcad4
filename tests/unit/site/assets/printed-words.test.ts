import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { printedWords } from '#site/assets/printed-words.ts';
import { projectRoot } from '#site/settings.ts';

test.each([
  ['a view', 'layouts/article.ts', ['article', 'p', '.meta', '.report', '#chia-se', '[data-count]']],
  ['a view with a class under a condition', 'layouts/home.ts', ['div', '.front', '.sheet']],
  ['a component that is given a class', 'layouts/document.ts', ['.main-fact']],
  ['a script', 'assets/js/search-result-item.ts', ['li', 'mark', '.search-note', '.fact-line']],
  ['a script that changes data attributes', 'assets/js/text-size.ts', ['[data-size]']],
])('the source of %s names what it prints', (_, file, words) => {
  expect([...printedWords(readFileSync(join(projectRoot, file), 'utf8'))]).toEqual(expect.arrayContaining(words));
});

test('a comment prints nothing', () => {
  expect([...printedWords('// <b>\n/**\n * `<table class="a">`\n */\n')]).toEqual([]);
});
