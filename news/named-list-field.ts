import type { z } from 'zod';
import { listField } from './field.ts';
import { ruleMessage } from './rule.ts';

/** A list of items with unique names and, where they have any, slugs; `noun` says in messages what they are: "thẻ". */
export function namedListField<Item extends z.ZodType<{ readonly name: string; readonly slug?: string }>>(
  name: string,
  noun: string,
  itemField: Item,
) {
  return listField(name, itemField).superRefine((items, context) => {
    const names = new Set<string>();
    const ownersOfSlugs = new Map<string, string>();
    for (const [index, { name: itemName, slug }] of items.entries()) {
      const nameKey = itemName.normalize('NFC').toLowerCase();
      const owner = slug === undefined ? undefined : ownersOfSlugs.get(slug);
      const addIssue = (key: string, wrong: string, remedy: string) =>
        context.addIssue({ code: 'custom', path: [index, key], message: ruleMessage('trung-ten', wrong, remedy) });
      if (names.has(nameKey)) addIssue('name', `${noun} “${itemName}” đã ghi ở trên`, 'xóa một trong hai mục');
      else if (owner !== undefined)
        addIssue('slug', `địa chỉ “${slug}” đã là của ${noun} “${owner}”`, `viết “${slug}-2”`);
      names.add(nameKey);
      if (slug !== undefined) ownersOfSlugs.set(slug, owner ?? itemName);
    }
  });
}
