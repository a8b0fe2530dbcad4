import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { fixedTime } from '#bench/fixtures/run-script.ts';
import { BuildCache } from '#site/cache/build-cache.ts';
import { type CheckedContent, checkContent } from '#site/check/check-content.ts';
import { findingMessage } from '#site/finding.ts';
import { writeContent } from '#site/guide/content-files.ts';
import { renderBody } from '#site/markdown/render-body.ts';
import { readMarkdown } from '#site/read/read-markdown.ts';
import { normaliseText } from '#site/read/source-file.ts';
import { readSettings } from '#site/settings.ts';
import { htmlText } from '../html-text.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { buildAndReadSite } from './build-and-read-site.ts';
import { parsePage } from './read-site.ts';

const seed = 20261123;
const picture = readFileSync(join(import.meta.dirname, '..', 'fixtures', 'anh-thu.jpg'));

/**
 * The form in which texts are compared: NFC, without characters that nobody sees, with straight quotes, and with runs of
 * white space collapsed to one space and trimmed, as YAML and HTML do.
 */
function normalisedText(text: string): string {
  const seen = text.replace(/[\u200B\u2060\uFEFF]|(?<=\p{Script=Latin})[\u00AD\u200C\u200D](?=\p{Script=Latin})/gu, '');
  const straight = seen.replace(/[“”]/g, '"').replaceAll('’', "'");
  return straight.normalize('NFC').replace(/\s+/g, ' ').trim();
}

const vietnamese = fc
  .array(fc.constantFrom('Hội', 'nghị', 'tổng kết', 'Đắk Lắk', 'quyền', 'ngữ', 'Ấu', 'khuỷu', 'ỡm ờ'), { minLength: 1 })
  .map((words) => words.join(' '));
const pieces = (...some: readonly string[]) =>
  fc
    .array(fc.oneof(fc.constantFrom(...some), fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 12 })
    .map((parts) => parts.join(''));
const yamlish = pieces(
  ...[': ', ' #', '- ', '? ', '"', "'", '[', ']', '{', '}', ', ', '&a', '*a', '!', '!!str '],
  ...['!!x ', '| ', '>-', '%', '@'],
  ...['`', '~', 'null', 'true', '0227', '---', '...', '<<', '\\', '\\u0041', '\t', ':', '#', 'title: x', '2018-06-20'],
);
const markdownish = pieces(
  ...['*', '**', '_', '`', '```', '~~~', '[', ']', '](', '](/x/)', '![', '(', ')', '# ', '## ', '> ', '- ', '1. ', '|'],
  ...['|-|', '\n', '\n\n', '    ', '\\', '&amp;', '&#106;', '<https://example.org>', '[x]: /y', '===', '---', 'x'],
);
const htmlish = pieces(
  ...['<', '>', '</', '/>', '<b>', '</b>', '<p>', '<div>', '<script>', '<svg onload=x>', '<!--'],
  ...['-->', '<![CDATA[', ']]>'],
  ...['<?', '?>', '<!x>', ' onclick="', '"', "'", '=', 'javascript:', '&', '&lt;', '&#0;'],
  ...['&#x1F;', '<br>', '\n', '\n\n'],
);

/** Always tried first, for every seed. */
const examples = [
  ...['!!str Hội nghị', '!!js/function x', '"a\\0"', '"a\\uD800"', 'a #b', '"a" b', '[a]', '{a: b}', '|', '> x', '- x'],
  ...['null', '0227', '2018-06-20', 'a: b', ' a ', '\u200B', '\uFEFFa', '\u00A0', '\u2028'],
  ...['\u0085', '\0', '\u001B[31m', '\uFFFE'],
].map((text): [string] => [text]);

/** Text of every kind known to cause bugs. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  vietnamese,
  vietnamese.map((text) => text.normalize('NFD')),
  yamlish,
  markdownish,
  htmlish,
);
const anyLine = anyText.map((text) => text.replace(/[\r\n]/g, ' '));

const fields = [
  'title',
  'description',
  'tags',
  'coverAlt',
  'coverCaption',
  'correction',
  'author',
  'category',
] as const;
type Field = (typeof fields)[number];

/** An otherwise valid article with `written` in one field or as its body. */
function articleWith(field: Field | 'body', written: string): string {
  const lines = {
    title: 'title: Hội nghị tổng kết năm',
    author: 'author: BTT',
    category: 'category: Thông báo',
    description: 'description: Lời dẫn của bài.',
    tags: 'tags: []',
    coverAlt: 'coverAlt: Đại biểu giơ thẻ',
    coverCaption: 'coverCaption: Chú thích',
    correction: 'correction: Sửa một chữ.',
    ...(field !== 'body' && { [field]: written }),
  };
  const body = field === 'body' ? written : 'Thân bài.';
  const fixed = 'date: 2026-11-20\nupdated: 2026-11-21\ncover: anh.jpg';
  return `---\n${Object.values(lines).join('\n')}\n${fixed}\n---\n\n${body}\n`;
}

/** A field as a person types it. */
const plain = (field: Field, text: string) => (field === 'tags' ? `tags:\n  - ${text}` : `${field}: ${text}`);
/** A field as a program writes it. */
const quoted = (field: Field, text: string) =>
  stringify(
    { [field]: field === 'tags' ? [text] : text },
    { defaultKeyType: 'PLAIN', defaultStringType: 'QUOTE_DOUBLE' },
  ).trimEnd();

/** A content folder with one article; `check` replaces its text and checks the folder. */
function openContent() {
  const folder = temporaryFolder();
  writeContent(folder, { 'articles/anh.jpg': picture });
  const settings = readSettings({ CONTENT_DIR: folder, BUILD_TIME: fixedTime }, new Date(0));
  // The other files of the folder are read and checked once, as by npm start.
  let cache = BuildCache.inMemory();
  return {
    folder,
    check: (text: string) => {
      writeFileSync(join(folder, 'articles', 'bai.md'), text);
      cache = cache.forNextBuild();
      return checkContent(settings, cache);
    },
  };
}

/** Expects every finding to point into the file and to say what is wrong and how to fix it. */
function expectPositions({ errors, warnings }: CheckedContent, folder: string, text: string): void {
  const lines = normaliseText(text).split('\n');
  const originalLines = text.split(/\r\n?|\n/);
  for (const found of [...errors, ...warnings]) {
    const { path, line, column } = found;
    const message = findingMessage(found);
    expect(path.replace(`${folder}/`, '')).toBe('articles/bai.md');
    expect(lines[line - 1], `${line} of ${lines.length} lines: ${message}`).toBeDefined();
    expect(column).toBeGreaterThanOrEqual(1);
    // A text in NFD is longer in the file than after normalisation.
    const longest = Math.max(lines[line - 1]?.length ?? 0, originalLines[line - 1]?.length ?? 0);
    expect(column, `${line}:${column} ${message}`).toBeLessThanOrEqual(longest + 1);
    expect(message).toMatch(/^[^\n]*[^\s] · [^\n]*[^\s] \[[a-z-]+\]$/);
  }
}

/** The published value of the field; undefined if the article was rejected, or has no value of its own in the field. */
function published({ errors, site }: CheckedContent, field: Field): string | undefined {
  const [article] = errors.length > 0 ? [] : (site?.context.content.articles ?? []);
  if (!article || (field === 'description' && article.leadFromBody)) return undefined;
  return {
    title: article.title,
    description: article.lead,
    tags: article.tags[0] ?? '',
    coverAlt: article.cover?.alt ?? '',
    coverCaption: article.cover?.caption ?? '',
    correction: article.correction ?? '',
    author: article.author.name,
    category: article.category.name,
  }[field];
}

describe.each(fields)('any text as %s', (field) => {
  test('written by a program is published unchanged, or rejected with its position', async () => {
    const { folder, check } = openContent();
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const file = articleWith(field, quoted(field, text));
        const checked = await check(file);
        expectPositions(checked, folder, file);
        const publishedText = published(checked, field);
        if (publishedText !== undefined) expect(normalisedText(publishedText)).toBe(normalisedText(text));
      }),
      { seed, examples, numRuns: 55 },
    );
  });

  test('typed by a person is published unchanged, or rejected with its position', async () => {
    const { folder, check } = openContent();
    await fc.assert(
      fc.asyncProperty(anyLine, async (text) => {
        const file = articleWith(field, plain(field, text));
        const checked = await check(file);
        expectPositions(checked, folder, file);
        const publishedText = published(checked, field);
        if (publishedText === undefined) return;
        // Only quotes around a value are YAML syntax; everything else is the editor's text.
        const value = /^\s*["']/.test(text)
          ? parse(normaliseText(plain(field, text)), { schema: 'failsafe' })
          : undefined;
        const meant = value === undefined ? text : [value[field]].flat().join();
        expect(normalisedText(publishedText)).toBe(normalisedText(meant));
      }),
      { seed, examples, numRuns: 55 },
    );
  });
});

describe('any file', () => {
  const garbage = fc.oneof(
    anyText,
    fc.array(anyText).map((lines) => `---\n${lines.join('\n')}\n---\n`),
    fc.array(yamlish).map((lines) => `---\n${lines.join('\n')}\n---\nChữ.\n`),
    fc
      .array(fc.tuple(fc.constantFrom(...fields, 'date', 'draft', 'attachments', 'oldUrls', 'id', 'expires'), yamlish))
      .map((lines) => `---\n${lines.map(([key, text]) => `${key}: ${text}`).join('\n')}\n---\nChữ.\n`),
    fc
      .array(fc.constantFrom('---', '--- ', '---js', '----', '\r', '\u2028', '\uFEFF', '...', 'title: x', '', '#'))
      .map((lines) => lines.join('\n')),
  );

  test('is accepted, or rejected with a position in the file', async () => {
    const { folder, check } = openContent();
    await fc.assert(
      fc.asyncProperty(garbage, async (text) => expectPositions(await check(text), folder, text)),
      { seed, numRuns: 150 },
    );
  });

  test('of arbitrary bytes is accepted or rejected', async () => {
    const { folder, check } = openContent();
    const file = join(folder, 'articles', 'byte.md');
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 40 }), async (bytes) => {
        writeFileSync(file, Buffer.concat([Buffer.from('---\ntitle: '), bytes]));
        const { errors } = await check(articleWith('title', 'title: Hội nghị'));
        expect(errors.map(({ path }) => path.replace(`${folder}/`, ''))).toContain('articles/byte.md');
      }),
      { seed, numRuns: 60 },
    );
  });

  test('gives messages without terminal control characters', async () => {
    const { check } = openContent();
    const controls = fc.constantFrom('\u001B[2J', '\u001B]0;x\u0007', '\u009B31m', '\b\b\b', '\u202E', 'kêt');
    const insertions: readonly ((text: string) => string)[] = [
      (text) => articleWith('author', plain('author', text)),
      (text) => articleWith('category', quoted('category', text)),
      (text) => articleWith('title', plain('title', `a ${text} #b`)),
      (text) => articleWith('title', `title: x\n${text}x: y`),
      (text) => articleWith('body', `[x](${text}.pdf) <${text}> <x-${text}>`),
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(controls, { minLength: 1 }), fc.constantFrom(...insertions), async (parts, put) => {
        const { errors, warnings } = await check(put(parts.join('')));
        const messages = [...errors, ...warnings].map(findingMessage).join('');
        expect(messages).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
      }),
      { seed, numRuns: 60 },
    );
  });
});

describe('any body', () => {
  /** Markup around the words of a body; none of it turns a word into a URL, a title or a language name. */
  const markup = fc.constantFrom(
    ...['*', '**', '_', '`', '``', '\n```\n', '\n~~~\n', '[', ']', '![', '](https://example.org)', '(', ')', '\\'],
    ...['\n\n', '\n', '\n> ', '\n- ', '\n1. ', '\n## ', '\n\n    ', '\t', '\n---\n', '\n> > > ', '~~', '“', '”', '&'],
    ...['<b>', '</b>', '<p>', '</p>', '<div>', '</div>', '<br>', '<hr>', '<', '>', '&lt;', '{{', '}}', '{%', '%}'],
    ...['<!--', '-->', '<![CDATA[', ']]>', '<?', '?>', '<!X ', '<td>', '<li>', '</ul>', '</x', '|>', '  \n'],
    ...['<!-- cho phép: cach-chu -->', '\0', '\u001B', '\u00A0', '\u200B'],
  );
  /** Used at most once, so that no second quote closes it. */
  const unclosed = fc.constantFrom('', '<div lang="', "<span lang='");
  const parts = fc.array(fc.array(markup, { maxLength: 4 }), { minLength: 1, maxLength: 8 });
  const body = fc.tuple(parts, unclosed, fc.nat(7)).map(([groups, open, at]) => ({
    text: groups
      .map((marks, index) => `${marks.join('')}${index === at ? open : ''} mốc${index}x `)
      .join('')
      // Text after a fence on its line is the name of a language.
      .replace(/`{3,}|~{3,}/g, '$&\n'),
    words: groups.map((_, index) => `mốc${index}x`),
  }));

  test('keeps every word, once and in order, or is rejected with a position in the file', async () => {
    const { folder, check } = openContent();
    await fc.assert(
      fc.asyncProperty(body, async ({ text, words }) => {
        const file = articleWith('body', text);
        const checked = await check(file);
        expectPositions(checked, folder, file);
        const [article] = checked.errors.length > 0 ? [] : (checked.site?.context.content.articles ?? []);
        if (!article) return;
        const { rest } = renderBody(readMarkdown(article.body), {
          link: (href) => href,
          picture: ({ alt }) => alt,
          pictureBlock: (_, mentions) => mentions.map(({ alt }) => alt).join(' '),
          leadFromBody: false,
        });
        expect(parsePage(rest).text.match(/mốc\d+x/g) ?? []).toEqual(words);
      }),
      { seed, numRuns: 250 },
    );
  });

  test('of arbitrary text is accepted, or rejected with a position in the file', async () => {
    const { folder, check } = openContent();
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const file = articleWith('body', text);
        expectPositions(await check(file), folder, file);
      }),
      { seed, numRuns: 100 },
    );
  });
});

test('accepted text is published unchanged on its page and in the feed', async () => {
  const { folder, check } = openContent();
  const samples = fc.sample(fc.record({ title: anyText, description: anyText }), { seed, numRuns: 300 });
  const written = new Map<string, { title: string; description: string }>();
  for (const [index, { title, description }] of samples.entries()) {
    const text = articleWith('title', `${quoted('title', title)}`).replace('description: Lời dẫn của bài.', () =>
      quoted('description', description),
    );
    if ((await check(text)).errors.length > 0 || normalisedText(description) === '') continue;
    written.set(`bai-${index}`, { title: normalisedText(title), description: normalisedText(description) });
    writeFileSync(join(folder, 'articles', `bai-${index}.md`), text);
    // The feed holds thirty items, which is enough.
    if (written.size === 30) break;
  }
  await check(articleWith('title', 'title: x\ndraft: true'));
  expect(written.size).toBe(30);

  const site = await buildAndReadSite(folder);
  const parsed = parseFeed(site.get('feed.xml')?.toString() ?? '');
  const items = parsed.format === 'rss' ? (parsed.feed.items ?? []) : [];
  for (const [slug, { title, description }] of written) {
    const html = site.get(`bai-viet/${slug}/index.html`)?.toString() ?? '';
    const part = (pattern: RegExp) => normalisedText(parsePage(pattern.exec(html)?.[1] ?? '').text);
    const item = items.find(({ link }) => link === `https://example.org/bai-viet/${slug}/`);
    expect(
      {
        title: part(/<h1>(.*?)<\/h1>/s),
        lead: part(/<p class="lead">(.*?)<\/p>/s),
        inFeed: [normalisedText(item?.title ?? ''), normalisedText(htmlText(item?.description ?? ''))],
      },
      `seed ${seed}, ${slug}`,
    ).toEqual({ title, lead: description, inFeed: [title, description] });
    expect(html.replace(/[\n\r\t]/g, ''), `seed ${seed}, ${slug}`).not.toMatch(
      /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u,
    );
  }
});
