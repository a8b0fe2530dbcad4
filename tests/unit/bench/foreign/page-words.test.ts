import { expect, test } from 'vitest';
import { pageWords } from '#bench/foreign/page-words.ts';

test('the words of the main part, with descriptions of pictures, without scripts and soft hyphens', () => {
  const html =
    '<header>Đầu trang</header><main><h1>Một<b>hai</b></h1><img alt="ba" title="bốn"><script>x</script>' +
    '<ol start="5"><li>sá\u00ADu</ol><p>bảy&nbsp;tám, chí<wbr>n</p></main><footer>Cuối</footer>';
  expect(pageWords(html).join(' ')).toBe('Một hai ba bốn 5 sáu bảy tám chín');
});
