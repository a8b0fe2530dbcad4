import type { z } from 'zod';
import { listField, objectField, textField } from './field.ts';
import { ruleMessage } from './rule.ts';

/** The schema of content/abbreviations.yaml: abbreviations with their meanings, for search. */
export const abbreviationsSchema = listField(
  'danh sách chữ viết tắt',
  objectField('mỗi chữ viết tắt', '- short: UBND', {
    short: textField('chữ viết tắt (short)', 'short: UBND').refine(
      (short) => /\p{L}/u.test(short) && !/\s/.test(short),
      ruleMessage('gia-tri', 'chữ viết tắt phải có chữ và không có dấu cách', 'viết như “short: UBND”'),
    ),
    meaning: textField('nghĩa của chữ viết tắt (meaning)', 'meaning: Ủy ban nhân dân').refine(
      (meaning) => meaning.split(/\s/).filter((word) => /\p{L}/u.test(word)).length > 1,
      ruleMessage('gia-tri', 'nghĩa của chữ viết tắt phải viết đủ các chữ', 'viết như “meaning: Ủy ban nhân dân”'),
    ),
  }),
).superRefine((entries, context) => {
  const known = new Set<string>();
  for (const [index, { short }] of entries.entries()) {
    const key = short.toUpperCase();
    if (known.has(key))
      context.addIssue({
        code: 'custom',
        path: [index, 'short'],
        message: ruleMessage('trung-ten', `chữ viết tắt “${short}” đã ghi ở trên`, 'xóa một trong hai mục'),
      });
    known.add(key);
  }
});

/** An abbreviation with its meaning: "UBND", "Ủy ban nhân dân". */
export type Abbreviation = z.infer<typeof abbreviationsSchema>[number];
