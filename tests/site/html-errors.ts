import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'doctype-style': ['error', { style: 'lowercase' }],
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'tel-non-breaking': 'off',
    'no-raw-characters': 'off',
    'void-style': 'off',
  },
});

/** The validation errors of a page: "index.html:3:7 …" */
export async function htmlErrors({ path, html }: { readonly path: string; readonly html: string }): Promise<string[]> {
  const { results } = await validator.validateString(html, path);
  return results.flatMap(({ messages }) =>
    messages.map(({ message, line, column }) => `${path}:${line}:${column} ${message}`),
  );
}
