import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseBody } from '#site/markdown/parse-body.ts';
import { completeBody, prepareBody } from '#site/markdown/prepare-body.ts';
import { type BodyPicture, renderBody } from '#site/markdown/render-body.ts';
import { normaliseText } from '#site/read/source-file.ts';
import { splitFrontMatter } from '#site/read/split-front-matter.ts';
import { projectRoot } from '#site/settings.ts';

/** The bodies of the fixtures. */
const written = globSync('tests/fixtures/**/*.md', { cwd: projectRoot }).flatMap((path) => {
  const split = splitFrontMatter({ path, text: normaliseText(readFileSync(join(projectRoot, path), 'utf8')) });
  return 'body' in split ? [split.body] : [];
});

/** Paragraphs with all that a body may contain. */
const paragraphs = [
  ...[
    'Một **đoạn** văn, năm 2018 - 2023, “lời”.',
    '## Kết quả',
    '## Kết quả',
    '- một\n- hai',
    '| a | b |\n|---|--:|\n| c | d |',
  ],
  ...[
    '![Cây lúa](lua.jpg)',
    '![Ruộng & “bờ”](ruong.jpg "Chú thích \'ảnh\'") chữ ![Đê](de.jpg)',
    '[ngoài](https://a.vn/?b&c)',
  ],
  ...[
    '[đề mục](#muc-ket-qua)',
    '[trong](/lien-he/)',
    '[tệp](don.pdf)',
    'Câu[^1] và câu[^hai], lại[^1].',
    '[^1]: Một.\n\n[^hai]: Hai ![a](b.png).',
  ],
  ...[
    'H<sub>2</sub>O',
    '<details><summary>Xem</summary>\n\nẨn\n\n</details>',
    '```\nmã\n```',
    '::: gallery\n![a](a.jpg)\n:::',
    '> [a@b.vn](mailto:a@b.vn)',
  ],
];
const bodies = fc.oneof(
  fc.constantFrom(...written),
  fc.array(fc.constantFrom(...paragraphs), { minLength: 1, maxLength: 6 }).map((chosen) => chosen.join('\n\n')),
);

/** A picture and how many were rendered before it, on which loading it lazily depends. */
function pictureRenderer() {
  let count = 0;
  return ({ src, alt, caption, alone }: BodyPicture) =>
    `<img src="${src}" alt="${alt}" data-n="${count++} ${caption} ${alone}">`;
}

function rendered(body: string, leadFromBody: boolean) {
  return renderBody(body, {
    leadFromBody,
    link: (href) => (href.startsWith('/') ? undefined : href.endsWith('.pdf') ? `/tep/${href}` : href),
    picture: pictureRenderer(),
    pictureBlock: (_, pictures) => `<p>${pictures.length}</p>`,
  });
}

test('a body that was prepared is printed as if it were rendered when its pictures are known', () => {
  let count = 0;
  fc.assert(
    fc.property(bodies, fc.boolean(), (body, leadFromBody) => {
      const prepared = prepareBody([...parseBody(body).tokens], leadFromBody);
      if (!prepared) return;
      count++;
      expect(completeBody(prepared, pictureRenderer())).toEqual(rendered(body, leadFromBody));
    }),
    { numRuns: 300 },
  );
  expect(count).toBeGreaterThan(50);
});

test.each([
  ['a link to a page, which may be hidden', '[trong](/lien-he/)'],
  ['a link to a file', '[tệp](don.pdf)'],
  ['a block of pictures', '::: gallery\n![a](a.jpg)\n:::'],
  ['a picture that passes the allow-list', '<b>chữ</b> ![a](a.jpg)'],
])('%s is rendered with its page', (_, body) => {
  expect(prepareBody([...parseBody(body).tokens], false)).toBeUndefined();
});
