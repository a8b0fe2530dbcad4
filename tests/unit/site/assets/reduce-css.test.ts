import { expect, test } from 'vitest';
import { reduceCss, selectorWords } from '#site/assets/reduce-css.ts';

const reduced = (css: string, ...words: string[]) => reduceCss(css, new Set(words));

test('a style keeps the rules that can match, and only these', async () => {
  expect(await reduced('p{color:red}.a{color:red}#b{color:red}[data-c]{color:red}', 'p', '#b')).toBe('p,#b{color:red}');
  expect(await reduced('p .a{color:red}p .b{color:red}', 'p', '.a')).toBe('p .a{color:red}');
  expect(await reduced('.a:hover,.b{color:red}', '.a')).toBe('.a:hover{color:red}');
  expect(await reduced('@media print{.a{color:red}}.b{color:red}', '.b')).toBe('.b{color:red}');
  expect(await reduced('::highlight(a){color:red}', '.b')).toBe('');
  expect(await reduced('.a{& .b{color:red}& .c{color:red}}', '.a', '.b')).toBe('.a{& .b{color:red}}');
});

test('a list inside a selector stays whole, because its most specific entry decides the weight of the rule', async () => {
  expect(await reduced(':is(.a,p) b{color:red}', 'p', 'b')).toBe(':is(.a,p) b{color:red}');
  expect(await reduced('p:has(.a,.b){color:red}', 'p')).toBe('');
  expect(await reduced('p:not(.a){color:red}', 'p')).toBe('p:not(.a){color:red}');
});

test('the words of a style are those of its selectors that an element must have', async () => {
  const words = await selectorWords('p.a>:is(#b,[data-c]):not(.d)[href]::before{color:red}@media print{.e{color:red}}');
  expect([...words].sort()).toEqual(['#b', '.a', '.e', '[data-c]', 'p']);
});
