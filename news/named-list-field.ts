import type { z } from 'zod';
import { listField } from './field.ts';
import { ruleMessage } from './rule.ts';

/** A list of items with unique names and slugs; `noun` says in messages what they are: "thẻ". */
export function namedListField<Item extends z.ZodType<{ readonly name: string; readonly slug: string }>>(
  name: string,
  noun: string,
  itemField: Item,
) {
  return listField(name, itemField).superRefine((items, context) => {
    for (const [index, item] of items.entries()) {
      const earlier = items.slice(0, index);
      const sameName = earlier.find((other) => isSameName(other.name, item.name));
      const sameSlug = earlier.find(({ slug }) => slug === item.slug);
      const addIssue = (key: string, wrong: string, remedy: string) =>
        context.addIssue({ code: 'custom', path: [index, key], message: ruleMessage('trung-ten', wrong, remedy) });
      if (sameName) addIssue('name', `${noun} “${item.name}” đã ghi ở trên`, 'xóa một trong hai mục');
      else if (sameSlug)
        addIssue('slug', `địa chỉ “${item.slug}” đã là của ${noun} “${sameSlug.name}”`, `viết “${item.slug}-2”`);
    }
  });
}

function isSameName(a: string, b: string): boolean {
  return a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();
}
