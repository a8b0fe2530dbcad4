import { describe, expect, test } from 'vitest';
import { statusKeys } from '#desk/entry/status.ts';
import { contentKinds } from '#news/content-kind.ts';
import { frontMatterSchemas } from '#news/front-matter.ts';
import { formFields } from '#site/desk/form-fields.ts';

const lists = { authors: ['BTT', 'Ban Biên tập'], categories: ['Tin tức - sự kiện'] };
const body = { name: 'body', label: 'Nội dung', widget: 'body', required: false };
const fields = (kind: (typeof contentKinds)[number]) => formFields(kind, lists, body);
const field = (kind: (typeof contentKinds)[number], name: string) => fields(kind).find((each) => each.name === name);

describe.each(contentKinds)('the form of %s', (kind) => {
  test('has a widget for every key of the front matter, but the id, which the desk writes', () => {
    const shown = new Set(fields(kind).map(({ name }) => name));
    const keys = Object.keys(frontMatterSchemas[kind].shape).filter((key) => key !== 'id');
    const { true: byStatus = [], false: byField = [] } = Object.groupBy(keys, (key) =>
      String((statusKeys as readonly string[]).includes(key)),
    );
    expect(byField.filter((key) => !shown.has(key))).toEqual([]);
    expect(byStatus).toContain('draft');
    expect(shown).toContain('status');
  });

  test('names its fields in Vietnamese, without their keys', () => {
    for (const { name, label } of fields(kind)) {
      expect(label, name).toMatch(/^\p{Lu}/u);
      expect(label, name).not.toMatch(/[()]/);
    }
  });

  test('gives no field a value that an existing item did not have', () => {
    const withDefault = fields(kind).filter((each) => 'default' in each);
    for (const { name, required } of withDefault) expect(required, name).toBe(true);
  });
});

test('a choice that must be made is made where there is only one', () => {
  expect(field('articles', 'category')).toMatchObject({ widget: 'select', default: 'Tin tức - sự kiện' });
  expect(field('articles', 'author')).not.toHaveProperty('default');
});

test('what is optional in the front matter is optional in the form', () => {
  expect(fields('articles').flatMap(({ name, required }) => (required ? [name] : []))).toEqual([
    ...['title', 'date', 'author', 'category'],
  ]);
});

test('pictures, files and dates have widgets of their own, in lists too', () => {
  expect(field('articles', 'cover')).toMatchObject({ widget: 'image', label: 'Ảnh bìa' });
  expect(field('articles', 'date')).toMatchObject({ widget: 'moment', label: 'Ngày đăng' });
  expect(field('articles', 'attachments')).toMatchObject({
    widget: 'list',
    fields: [
      { name: 'file', widget: 'file' },
      { name: 'title', widget: 'string', hint: 'Ví dụ: Chương trình phối hợp' },
    ],
  });
  expect(field('articles', 'tags')).toMatchObject({ widget: 'list', field: { widget: 'string', required: false } });
});
