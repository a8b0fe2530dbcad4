import { expect, test } from 'vitest';
import { completeAddress, linkAt, removeLink, writeLink } from '#desk/body-editor/markdown-link.ts';
import { afterEdit, selectionIn } from '#tests/marked-selection.ts';

test.each([
  ['www.vusta.vn', 'https://www.vusta.vn'],
  ['vusta.vn/tin?id=1', 'https://vusta.vn/tin?id=1'],
  ['bảo-tàng.vn', 'https://bảo-tàng.vn'],
  [' https://vusta.vn/a b(1) ', 'https://vusta.vn/a%20b%281%29'],
  ['lien.he@vusta.vn', 'mailto:lien.he@vusta.vn'],
  ['/lien-he/', '/lien-he/'],
  ['#muc-ket-qua', '#muc-ket-qua'],
  ['chuong-trinh.pdf', 'chuong-trinh.pdf'],
  ['tel:0227', 'tel:0227'],
])('the address %j is completed to %j', (written, address) => {
  expect(completeAddress(written)).toBe(address);
});

const written = (marked: string, text: string, address: string) =>
  afterEdit(marked, (selection) => writeLink(linkAt(selection), { text, address }));

test('a link is written over the selected words, or at the caret', () => {
  expect(written('xem ⟦trang hội ⟧nhé', 'trang hội', 'www.vusta.vn')).toBe(
    'xem [trang hội](https://www.vusta.vn)‸ nhé',
  );
  expect(written('xem ‸', 'mục [1]', '/lien-he/')).toBe('xem [mục \\[1\\]](/lien-he/)‸');
});

test('an address without words of its own stays bare', () => {
  expect(written('xem ‸', '', 'www.vusta.vn')).toBe('xem https://www.vusta.vn‸');
  expect(written('xem ‸', '', 'a.pdf')).toBe('xem [a.pdf](a.pdf)‸');
});

test('a selected address is the address', () => {
  expect(linkAt(selectionIn('xem ⟦www.vusta.vn⟧'))).toMatchObject({ text: '', address: 'www.vusta.vn' });
});

test('the link around the caret is changed, or taken off', () => {
  const marked = '![ảnh](a.jpg) xem [trang‸ \\[hội\\]](https://vi.wikipedia.org/wiki/A_(b) "c") nhé';
  expect(linkAt(selectionIn(marked))).toMatchObject({
    ...{ text: 'trang \\[hội\\]', address: 'https://vi.wikipedia.org/wiki/A_(b)', isWritten: true },
  });
  expect(afterEdit(marked, (selection) => removeLink(linkAt(selection)))).toBe(
    '![ảnh](a.jpg) xem ⟦trang \\[hội\\]⟧ nhé',
  );
  expect(linkAt(selectionIn('![ả‸nh](a.jpg)'))).toMatchObject({ isWritten: false });
});
