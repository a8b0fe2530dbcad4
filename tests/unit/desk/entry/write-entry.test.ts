import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { bodyKey, type EntryValues, fileTextKey } from '#desk/entry/entry.ts';
import { readEntry } from '#desk/entry/read-entry.ts';
import { statusKey } from '#desk/entry/status.ts';
import { writeEntry } from '#desk/entry/write-entry.ts';
import { type ContentKind, contentKinds } from '#news/content-kind.ts';
import { filesIn } from '#site/cache/files-in.ts';
import { projectRoot } from '#site/settings.ts';

const newId = 'urn:uuid:0';

const article = `---
title: "Bài thử vòng: hai dấu" # cho phép: cach-chu
date: 2018-06-20
# Tác giả thường trực
author: 'BTT'
category: Tin tức - sự kiện
ghiChu: giữ nguyên
tags:
    - đại hội   # thẻ cũ
    - "năm 2018"
description: >-
  Lời dẫn
  hai dòng.
---

*nghiêng* … 5 * 3

- một
  - hai lồng

| a | b |
|---|--:|
`;

/** What the CMS hands over after an edit: every field of the form is there, an empty one as '' or an empty list. */
function edited(values: EntryValues, change: EntryValues): EntryValues {
  return { source: '', cover: '', oldUrls: [], attachments: [], ...values, ...change };
}

/** The lines of `after` that are not in `before`, and those that are gone. */
function changedLines(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`),
  ];
}

function write(change: EntryValues, file = article, kind: ContentKind = 'articles'): string {
  return writeEntry(kind, edited(readEntry(kind, file), change), newId);
}

/** Every Markdown file of the site and of the fixtures, with its kind. */
const files = ['content', 'tests/fixtures/newsroom', 'tests/fixtures/every-state'].flatMap((folder) =>
  [...filesIn(join(projectRoot, folder))].flatMap((file) => {
    const kind = contentKinds.find((name) => file.startsWith(`${name}/`));
    if (!kind || !file.endsWith('.md')) return [];
    // As the CMS hands it over.
    const text = readFileSync(join(projectRoot, folder, file), 'utf8')
      .replace(/\r\n?/g, '\n')
      .trim();
    return [{ name: `${folder}/${file}`, kind, text }];
  }),
);

describe('an existing article', () => {
  test('of which nothing was edited stays as it was, byte for byte', () => {
    expect(write({})).toBe(article);
  });

  test('of which one word of the text was edited changes in one line', () => {
    const body = String(readEntry('articles', article)[bodyKey]).replace('hai lồng', 'ba lồng');
    expect(changedLines(article, write({ [bodyKey]: body }))).toEqual(['-   - hai lồng', '+   - ba lồng']);
  });

  test('of which the title was edited keeps its quotes and its comment', () => {
    expect(changedLines(article, write({ title: 'Bài "mới": một' }))).toEqual([
      '- title: "Bài thử vòng: hai dấu" # cho phép: cach-chu',
      '+ title: "Bài \\"mới\\": một" # cho phép: cach-chu',
    ]);
  });

  test('is never made a draft and never given an id by an edit', () => {
    const after = write({ [bodyKey]: 'Một đoạn khác.', [statusKey]: 'public' });
    expect(after).not.toMatch(/^(draft|id):/m);
  });

  test('gets a new key below the key that precedes it in a new article', () => {
    expect(write({ cover: 'anh.jpg', coverAlt: 'Đại biểu giơ thẻ' })).toContain(
      '  hai dòng.\ncover: anh.jpg\ncoverAlt: Đại biểu giơ thẻ\n---\n',
    );
  });

  test('loses the lines of a value that was emptied, and only these', () => {
    expect(changedLines(article, write({ tags: [] }))).toEqual([
      '- tags:',
      '-     - đại hội   # thẻ cũ',
      '-     - "năm 2018"',
    ]);
    expect(changedLines(article, write({ description: '' }))).toEqual([
      '- description: >-',
      '-   Lời dẫn',
      '-   hai dòng.',
    ]);
  });

  test('is withdrawn with a date and a reason, and published again without them', () => {
    const withdrawn = write({ [statusKey]: 'withdrawn 2026-11-29\nVì nhầm số liệu' });
    expect(changedLines(article, withdrawn)).toEqual(['+ withdrawn: 2026-11-29', '+ withdrawnReason: Vì nhầm số liệu']);
    expect(write({ [statusKey]: 'public' }, withdrawn)).toBe(article);
  });

  test('has no value of the CMS itself in its lists', () => {
    const attachments = [{ __sc_item_id: 'x1', file: 'a.pdf', title: 'Kế hoạch' }];
    expect(write({ attachments })).toContain('attachments:\n  - file: a.pdf\n    title: Kế hoạch\n');
  });

  test('can be given a text where it had none, and lose it', () => {
    const empty = '---\ntitle: Một\n---';
    const full = write({ [bodyKey]: 'Thân bài.' }, empty);
    expect(full).toBe('---\ntitle: Một\n---\n\nThân bài.\n');
    expect(write({ [bodyKey]: '' }, full).trim()).toBe(empty);
  });

  test('whose front matter cannot be read is refused with a sentence for editors', () => {
    expect(() => readEntry('articles', '---\ntitle: [a\n---\nx')).toThrow('phần đầu bài viết sai dạng');
    expect(() => readEntry('articles', 'Chỉ có chữ')).toThrow('thiếu phần đầu bài');
  });
});

test.each(files)('$name is written as it was read, and one word more is one line more', ({ kind, text }) => {
  const values = readEntry(kind, text);
  expect(writeEntry(kind, values, newId).trim()).toBe(text);
  const body = String(values[bodyKey]);
  const more = writeEntry(kind, { ...values, [bodyKey]: `${body} THÊM`.trim() }, newId).trim();
  const [lines, linesAfter] = [text.split('\n'), more.split('\n')];
  if (body !== '') expect(linesAfter.filter((line, index) => line !== lines[index])).toHaveLength(1);
});

test('whatever is typed into a field of an article is read again, and the other lines stay', () => {
  const line = fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) =>
    text
      .normalize('NFC')
      .replace(/[\p{C}\p{Z}]+/gu, ' ')
      .trim(),
  );
  fc.assert(
    fc.property(fc.constantFrom('title', 'author', 'description', 'source', 'cover'), line, (key, typed) => {
      const after = write({ [key]: typed });
      const [, block = ''] = after.split(/^---$/m);
      expect(parse(block, { schema: 'failsafe' })[key] ?? '').toBe(typed);
      const keptLines = article.split('\n').filter((text) => !/^(title|author|description| {2})/.test(text));
      for (const kept of keptLines) expect(after.split('\n')).toContain(kept);
    }),
    { numRuns: 200 },
  );
});

describe('a new article', () => {
  const values = {
    [statusKey]: '',
    title: 'Hội nghị: “Đổi mới” #5',
    date: '2026-11-28 23:54',
    author: 'BTT',
    category: 'Tin tức - sự kiện',
    tags: ['đại hội'],
    cover: '',
    [bodyKey]: 'Sáng 20/11, Liên hiệp hội tổ chức hội nghị.',
    [fileTextKey]: '',
  };

  test('is a draft with an id, its keys in the order of the schema and no empty one', () => {
    expect(writeEntry('articles', values, newId)).toBe(`---
title: "Hội nghị: “Đổi mới” #5"
date: 2026-11-28 23:54
author: BTT
category: Tin tức - sự kiện
tags:
  - đại hội
draft: true
id: urn:uuid:0
---

Sáng 20/11, Liên hiệp hội tổ chức hội nghị.
`);
  });

  test('is public at once if its editor chose so', () => {
    expect(writeEntry('articles', { ...values, [statusKey]: 'public' }, newId)).not.toContain('draft');
  });

  test('of a kind without ids gets none', () => {
    expect(writeEntry('pages', { [statusKey]: '', title: 'Giới thiệu' }, newId)).toBe(
      '---\ntitle: Giới thiệu\ndraft: true\n---\n\n',
    );
  });
});
