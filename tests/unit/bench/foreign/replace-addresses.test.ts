import { expect, test } from 'vitest';
import { replaceAddresses } from '#bench/foreign/replace-addresses.ts';

const replace = (markdown: string) => replaceAddresses(markdown, (_address, use) => (use === 'picture' ? 'P' : 'L'));

test.each([
  ['![ảnh](/img/a.png)', '![ảnh](P)'],
  ['![ảnh [1]](<tên có cách.png> "Chú thích")', '![ảnh [1]](P "Chú thích")'],
  ['[bài](../b.md)', '[bài](L)'],
  ['[bài](a_(b).html "Tên")', '[bài](L "Tên")'],
  ['[![ảnh](a.png)](b.html)', '[![ảnh](P)](L)'],
  ['<img alt="x" src="a.png"> <a href=\'b.html\'>b</a>', '<img alt="x" src="P"> <a href=\'L\'>b</a>'],
  ['[`mã()`](../b.md)', '[`mã()`](L)'],
  ['<img src = "a.png"> <img src=a.png width=3>', '<img src = "P"> <img src=P width=3>'],
  ['[1]: https://a.vn/x.jpg\n[2]: b.pdf "Tên"', '[1]: P\n[2]: L "Tên"'],
])('addresses are replaced and nothing else: %s', (markdown, replaced) => {
  expect(replace(markdown)).toBe(replaced);
});

test.each(['`[a](b)`', '```\n![a](b)\n```', '~~~md\n[a](b)', '[^1]: [1]', 'chữ (trong ngoặc) [và ngoặc vuông]'])(
  'what is no address stays: %s',
  (markdown) => {
    expect(replace(markdown)).toBe(markdown);
  },
);

test('an address with a space is put between < and >', () => {
  expect(replaceAddresses('![a](b.png)', () => 'b c.png')).toBe('![a](<b c.png>)');
});
