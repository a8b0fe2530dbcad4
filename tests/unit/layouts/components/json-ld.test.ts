import { expect, test } from 'vitest';
import { jsonLd } from '#layouts/components/json-ld.ts';

test('no title ends the script element, and every title is parsed as it was written', () => {
  const headline = `</script><script>alert(1)</script><!-- & "x" \u2028`;
  const { text } = jsonLd([{ '@type': 'NewsArticle', headline }]);
  const [, data = ''] = /^<script type="application\/ld\+json">(.*)<\/script>\n$/s.exec(text) ?? [];
  expect(data).not.toContain('<');
  expect(JSON.parse(data)).toEqual({
    '@context': 'https://schema.org',
    '@graph': [{ '@type': 'NewsArticle', headline }],
  });
});
