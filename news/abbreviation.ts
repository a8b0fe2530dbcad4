import type { z } from 'zod';
import { list, parts, text } from './field.ts';
import { says } from './rule.ts';

/** The schema of content/abbreviations.yaml: abbreviations with their meanings, for search. */
export const abbreviationList = list(
  'danh sách chữ viết tắt',
  parts('mỗi chữ viết tắt', '- short: UBND', {
    short: text('chữ viết tắt (short)', 'short: UBND').refine(
      (short) => /\p{L}/u.test(short) && !/\s/.test(short),
      says('gia-tri', 'chữ viết tắt phải có chữ và không có dấu cách', 'viết như “short: UBND”'),
    ),
    meaning: text('nghĩa của chữ viết tắt (meaning)', 'meaning: Ủy ban nhân dân').refine(
      (meaning) => /\p{L}.*\s.*\p{L}/u.test(meaning),
      says('gia-tri', 'nghĩa của chữ viết tắt phải viết đủ các chữ', 'viết như “meaning: Ủy ban nhân dân”'),
    ),
  }),
).superRefine((entries, context) => {
  for (const [index, { short }] of entries.entries()) {
    const earlier = entries.slice(0, index).find((other) => other.short.toUpperCase() === short.toUpperCase());
    if (earlier)
      context.addIssue({
        code: 'custom',
        path: [index, 'short'],
        message: says('trung-ten', `chữ viết tắt “${short}” đã ghi ở trên`, 'xóa một trong hai mục'),
      });
  }
});

/** An abbreviation with its meaning: "UBND", "Ủy ban nhân dân". */
export type Abbreviation = z.infer<typeof abbreviationList>[number];
