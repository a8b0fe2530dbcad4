import { z } from 'zod';
import { parseVietnamDate, suggestedDate, yearOf } from '#vietnamese/date.ts';
import { nearest } from '#vietnamese/nearest.ts';
import { described, ofKind } from './field-description.ts';
import { ruleMessage } from './rule.ts';

const orDelete = 'hoặc xóa dòng này';

/** The message about a field that is present but empty. */
function emptyMessage(name: string, remedy: string): string {
  return ruleMessage('thieu-muc', `${name} để trống`, remedy);
}

function isEmpty(input: unknown): boolean {
  return input === null || input === '';
}

function lineField(name: string, example: string, empty: string, missing = empty) {
  const sample = example.replace(/^[^:]*: /, '');
  const text = z.string({
    error: ({ input }) => {
      if (input === undefined) return missing;
      return isEmpty(input) ? empty : ruleMessage('gia-tri', `${name} phải là một dòng chữ`, `viết như “${example}”`);
    },
  });
  return described(text, { name, example, kind: 'line' })
    .trim()
    .normalize('NFC')
    .refine((written) => /[^\p{Z}\p{Cf}]/u.test(written), { error: empty, abort: true })
    .refine((written) => !(sample.includes('…') && written === sample), {
      error: ruleMessage('gia-tri', `${name} còn là câu mẫu`, `viết nội dung thật, ${orDelete}`),
      abort: true,
    });
}

/** A required line of text. An example with "…" is a sample to be completed and is rejected as a value. */
export function textField(name: string, example: string) {
  const missing = ruleMessage('thieu-muc', `thiếu ${name}`, `thêm dòng “${example}”`);
  return lineField(name, example, emptyMessage(name, `viết như “${example}”`), missing);
}

/** An optional line of text, which must not be empty. */
export function optionalTextField(name: string, example: string) {
  return lineField(name, example, emptyMessage(name, `viết thêm nội dung, ${orDelete}`));
}

/** No item of this site is older; an earlier year is a typing error, "0206" for 2026. */
const earliestYear = 1945;

/** What looks like a time of day. */
const timeOfDay = /\d\s?(:|h|g|giờ)|\b[ap]\.?m\b|sáng|trưa|chiều|tối|đêm/iu;

function unclearDateMessage(name: string, written: string, example: string): string {
  if (!/\d{4}/.test(written) || !timeOfDay.test(written))
    return ruleMessage(
      'ngay',
      `${name} “${written}” không phải là ngày có thật`,
      `viết năm-tháng-ngày, như “${example}”`,
    );
  const wrong = `${name} “${written}” không rõ là ngày nào, giờ nào`;
  const key = example.replace(/:.*/, '');
  return ruleMessage('ngay', wrong, `viết năm-tháng-ngày giờ:phút, như “${key}: 2026-11-23 20:30”`);
}

function toInstant(field: ReturnType<typeof lineField>, name: string, example: string) {
  return described(field, { name, example, kind: 'instant' }).transform((written, context) => {
    const date = parseVietnamDate(written);
    if (date && Number(yearOf(date)) >= earliestYear) return date;
    const suggested = suggestedDate(written);
    const suggestion = suggested && Number(suggested.slice(0, 4)) >= earliestYear ? suggested : undefined;
    context.addIssue({
      code: 'custom',
      message: suggestion
        ? ruleMessage('ngay', `${name} “${written}” chưa đúng dạng năm-tháng-ngày`, `viết ${suggestion}`)
        : unclearDateMessage(name, written, example),
    });
    return z.NEVER;
  });
}

/** A required date, with or without a time, in Việt Nam time. */
export function instantField(name: string, example: string) {
  return toInstant(textField(name, example), name, example);
}

/** An optional date, with or without a time, in Việt Nam time, which must not be empty. */
export function optionalInstantField(name: string, example: string) {
  return toInstant(lineField(name, example, emptyMessage(name, `viết như “${example}”, ${orDelete}`)), name, example);
}

/** A permanent id, an IRI: feed readers show each id once. */
export const permanentIdField = ofKind('id', optionalTextField('mã bài (id)', 'id: urn:uuid:…')).refine(
  (id) => /^(urn:[a-z0-9-]{2,}|tag|https?):\S+$/i.test(id),
  ruleMessage('ma-bai', 'mã bài (id) phải có dạng urn:uuid:…', 'xóa dòng id nếu không rõ'),
);

/** An optional colour, which must not be empty: six or three hexadecimal digits, as "#rrggbb" in lower case. */
export function optionalColorField(name: string, example: string) {
  return optionalTextField(name, example).transform((written, context) => {
    const digits = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(written)?.[1]?.toLowerCase();
    if (digits) return `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`;
    const wrong = `${name} “${written}” không phải là một màu`;
    context.addIssue({
      code: 'custom',
      message: ruleMessage('gia-tri', wrong, `viết dấu # và sáu chữ số hệ 16 trong ngoặc kép, như “${example}”`),
    });
    return z.NEVER;
  });
}

/** true or false. The default is up to the caller. */
export function booleanField(name: string, example: string) {
  const remedy = `viết cả dòng “${example}”, ${orDelete}`;
  const flag = z.enum(['true', 'false'], {
    error: ({ input }) =>
      isEmpty(input)
        ? emptyMessage(name, remedy)
        : ruleMessage('gia-tri', `${name} chỉ nhận true (có) hoặc false (không)`, remedy),
  });
  return described(flag, { name, example, kind: 'flag' }).transform((written) => written === 'true');
}

/** true or false, by default false. */
export function flagField(name: string, example: string) {
  return booleanField(name, example).default(false);
}

/** A whole number that is not negative; `suggested` is the one that messages name. The default is up to the caller. */
export function wholeNumberField(name: string, suggested: number) {
  const remedy = `viết cả dòng “${name}: ${suggested}”, ${orDelete}`;
  const message = ruleMessage('gia-tri', `${name} phải là một số nguyên, chỉ gồm chữ số`, remedy);
  return z
    .string({ error: ({ input }) => (isEmpty(input) ? emptyMessage(name, remedy) : message) })
    .regex(/./, { error: emptyMessage(name, remedy), abort: true })
    .regex(/^\d{1,9}$/, message)
    .transform(Number);
}

function toName<Name extends string>(field: ReturnType<typeof lineField>, noun: string, names: readonly Name[]) {
  return field.transform((written, context): Name => {
    const found = names.find((candidate) => candidate === written);
    if (found) return found;
    const near = nearest(written, names);
    const remedy = near ? `có phải là “${near}”?` : `viết một trong các tên: ${names.join(', ')}`;
    context.addIssue({ code: 'custom', message: ruleMessage('ten-la', `không có ${noun} “${written}”`, remedy) });
    return z.NEVER;
  });
}

/** One of a list of names; `noun` says in messages what they are. */
export function enumField<Name extends string>(name: string, example: string, noun: string, names: readonly Name[]) {
  return toName(described(textField(name, example), { name, example, kind: 'choice', choices: names }), noun, names);
}

/** An optional one of a list of names, which must not be empty. */
export function optionalEnumField<Name extends string>(
  name: string,
  example: string,
  noun: string,
  names: readonly Name[],
) {
  const field = described(optionalTextField(name, example), { name, example, kind: 'choice', choices: names });
  return toName(field, noun, names);
}

function refineUrl(field: ReturnType<typeof lineField>, name: string, example: string) {
  return field.refine(
    (written) => /^https?:\/\/\S+$/i.test(written) && URL.canParse(written),
    ruleMessage('gia-tri', `${name} không phải là địa chỉ trang web`, `viết đủ cả https://, như “${example}”`),
  );
}

/** A required http or https URL. */
export function urlField(name: string, example: string) {
  return refineUrl(textField(name, example), name, example);
}

/** An optional http or https URL, which must not be empty. */
export function optionalUrlField(name: string, example: string) {
  return refineUrl(optionalTextField(name, example), name, example);
}

/** An optional https URL, which must not be empty: of any site, or of a domain and those below it. */
export function optionalHttpsField(name: string, example: string, domain = '') {
  const isThere = (host: string) => host === domain || host.endsWith(domain && `.${domain}`);
  return optionalTextField(name, example).refine(
    (written) => /^https:\/\/\S+$/i.test(written) && URL.canParse(written) && isThere(new URL(written).hostname),
    ruleMessage('gia-tri', `${name} phải là địa chỉ bắt đầu bằng https://${domain}`, `viết như “${example}”`),
  );
}

/** An optional e-mail address, which must not be empty. */
export function optionalEmailField(name: string, example: string) {
  const remedy = `viết như “${example}”, ${orDelete}`;
  return z.email({
    error: ({ input }) =>
      isEmpty(input) ? emptyMessage(name, remedy) : ruleMessage('gia-tri', `${name} không đúng dạng`, remedy),
  });
}

/** A list of items, by default empty. */
export function listField<Item extends z.ZodType>(name: string, item: Item) {
  const onePerLine = 'mỗi mục một dòng, bắt đầu bằng “  - ”';
  const list = z.array(item, {
    error: ({ input }) =>
      isEmpty(input)
        ? emptyMessage(name, `viết ${onePerLine}, ${orDelete}`)
        : ruleMessage('gia-tri', `${name} phải là một danh sách`, onePerLine),
  });
  return described(list, { name, example: '', kind: 'list' }).default([]);
}

/** An object with its fields on lines of their own: an attachment, a category. */
export function objectField<Shape extends z.ZodRawShape>(name: string, example: string, shape: Shape) {
  const object = z.strictObject(shape, {
    error: ({ code, input }) => {
      if (code !== 'invalid_type') return undefined;
      return isEmpty(input)
        ? emptyMessage('mục này', `viết như “${example}”, ${orDelete}`)
        : ruleMessage('gia-tri', `${name} phải gồm nhiều mục, mỗi mục một dòng`, `viết như “${example}”`);
    },
  });
  return described(object, { name, example, kind: 'object' });
}

/** The permanent part of an address: lower-case ASCII letters, digits and hyphens. */
export function slugField(example: string) {
  return textField('slug (phần địa chỉ)', `slug: ${example}`).regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    ruleMessage('gia-tri', 'slug chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối', `viết như “slug: ${example}”`),
  );
}
