import { z } from 'zod';
import { parseVietnamDate, suggestedDate, yearOf } from '#vietnamese/date.ts';
import { nearest } from '#vietnamese/nearest.ts';
import { says } from './rule.ts';

const orDelete = 'hoặc xóa dòng này';

/** What to say of a field that is written with nothing behind it. */
function leftEmpty(name: string, remedy: string): string {
  return says('thieu-muc', `${name} để trống`, remedy);
}

function isEmpty(input: unknown): boolean {
  return input === null || input === '';
}

function line(name: string, example: string, empty: string, missing = empty) {
  const sample = example.replace(/^[^:]*: /, '');
  return z
    .string({
      error: ({ input }) => {
        if (input === undefined) return missing;
        return isEmpty(input) ? empty : says('gia-tri', `${name} phải là một dòng chữ`, `viết như “${example}”`);
      },
    })
    .trim()
    .normalize('NFC')
    .refine((written) => /[^\p{Z}\p{Cf}]/u.test(written), { error: empty, abort: true })
    .refine((written) => !(sample.includes('…') && written === sample), {
      error: says('gia-tri', `${name} còn là câu mẫu`, `viết nội dung thật, ${orDelete}`),
      abort: true,
    });
}

/** A line of text that must be there. An example with "…" is a sample to be written on, never a value. */
export function text(name: string, example: string) {
  const missing = says('thieu-muc', `thiếu ${name}`, `thêm dòng “${example}”`);
  return line(name, example, leftEmpty(name, `viết như “${example}”`), missing);
}

/** A line of text that may be left out, but not left empty. */
export function optionalText(name: string, example: string) {
  return line(name, example, leftEmpty(name, `viết thêm nội dung, ${orDelete}`));
}

/** No page of this site is older; an earlier year is a slip of the finger, "0206" for 2026. */
const earliestYear = 1945;

function asMoment(field: ReturnType<typeof line>, name: string, example: string) {
  return field.transform((written, context) => {
    const date = parseVietnamDate(written);
    if (date && Number(yearOf(date)) >= earliestYear) return date;
    const suggested = suggestedDate(written);
    const suggestion = suggested && Number(suggested.slice(0, 4)) >= earliestYear ? suggested : undefined;
    context.addIssue({
      code: 'custom',
      message: suggestion
        ? says('ngay', `${name} “${written}” chưa đúng dạng năm-tháng-ngày`, `viết ${suggestion}`)
        : says('ngay', `${name} “${written}” không phải là ngày có thật`, `viết năm-tháng-ngày, như “${example}”`),
    });
    return z.NEVER;
  });
}

/** A day or an instant, in Việt Nam time, that must be there. */
export function moment(name: string, example: string) {
  return asMoment(text(name, example), name, example);
}

/** A day or an instant, in Việt Nam time, that may be left out, but not left empty. */
export function optionalMoment(name: string, example: string) {
  return asMoment(line(name, example, leftEmpty(name, `viết như “${example}”, ${orDelete}`)), name, example);
}

/** A permanent id, an IRI: feeds announce a thing by it once. */
export const permanentIdField = optionalText('mã bài (id)', 'id: urn:uuid:…').refine(
  (id) => /^(urn:[a-z0-9-]{2,}|tag|https?):\S+$/i.test(id),
  says('ma-bai', 'mã bài (id) phải có dạng urn:uuid:…', 'xóa dòng id nếu không rõ'),
);

/** true or false, and which of them is written as a rule; what it means when it is absent is for the field to say. */
export function yesOrNo(name: string, usual: boolean) {
  const remedy = `viết cả dòng “${name}: ${usual}”, ${orDelete}`;
  return z
    .enum(['true', 'false'], {
      error: ({ input }) =>
        isEmpty(input)
          ? leftEmpty(name, remedy)
          : says('gia-tri', `${name} chỉ nhận true (có) hoặc false (không)`, remedy),
    })
    .transform((written) => written === 'true');
}

/** true or false, absent is false. */
export function flag(name: string) {
  return yesOrNo(name, true).default(false);
}

/** One of a few names. */
export function oneOf<Name extends string>(name: string, example: string, what: string, names: readonly Name[]) {
  return text(name, example).transform((written, context): Name => {
    const found = names.find((each) => each === written);
    if (found) return found;
    const near = nearest(written, names);
    const remedy = near ? `có phải là “${near}”?` : `viết một trong các tên: ${names.join(', ')}`;
    context.addIssue({ code: 'custom', message: says('ten-la', `không có ${what} “${written}”`, remedy) });
    return z.NEVER;
  });
}

function refineWebAddress(field: ReturnType<typeof line>, name: string, example: string) {
  return field.refine(
    (written) => /^https?:\/\/\S+$/i.test(written) && URL.canParse(written),
    says('gia-tri', `${name} không phải là địa chỉ trang web`, `viết đủ cả https://, như “${example}”`),
  );
}

/** An address on the web, http or https, that must be there. */
export function webAddress(name: string, example: string) {
  return refineWebAddress(text(name, example), name, example);
}

/** An address on the web that may be left out, but not left empty. */
export function optionalWebAddress(name: string, example: string) {
  return refineWebAddress(optionalText(name, example), name, example);
}

/** An e-mail address that may be left out, but not left empty. */
export function optionalEmail(name: string, example: string) {
  const remedy = `viết như “${example}”, ${orDelete}`;
  return z.email({
    error: ({ input }) =>
      isEmpty(input) ? leftEmpty(name, remedy) : says('gia-tri', `${name} không đúng dạng`, remedy),
  });
}

/** A list of things, absent is empty. */
export function list<Item extends z.ZodType>(name: string, item: Item) {
  const eachOnALine = 'mỗi mục một dòng, bắt đầu bằng “  - ”';
  return z
    .array(item, {
      error: ({ input }) =>
        isEmpty(input)
          ? leftEmpty(name, `viết ${eachOnALine}, ${orDelete}`)
          : says('gia-tri', `${name} phải là một danh sách`, eachOnALine),
    })
    .default([]);
}

/** A thing with parts of its own, each on a line: an attachment, a category. */
export function parts<Shape extends z.ZodRawShape>(name: string, example: string, shape: Shape) {
  return z.strictObject(shape, {
    error: ({ code, input }) => {
      if (code !== 'invalid_type') return undefined;
      return isEmpty(input)
        ? leftEmpty('mục này', `viết như “${example}”, ${orDelete}`)
        : says('gia-tri', `${name} phải gồm nhiều mục, mỗi mục một dòng`, `viết như “${example}”`);
    },
  });
}

/** The part of an address that belongs to one thing for ever: small letters, digits, hyphens. */
export function slugField(example: string) {
  return text('slug (phần địa chỉ)', `slug: ${example}`).regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    says('gia-tri', 'slug chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối', `viết như “slug: ${example}”`),
  );
}
