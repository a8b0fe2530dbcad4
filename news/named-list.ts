import type { z } from 'zod';
import { list } from './field.ts';
import { says } from './rule.ts';

/** A list of named things whose names and addresses are each of one alone; `what` is their kind: "thẻ". */
export function namedList<Item extends z.ZodType<{ readonly name: string; readonly slug: string }>>(
  name: string,
  what: string,
  item: Item,
) {
  return list(name, item).superRefine((things, context) => {
    for (const [index, thing] of things.entries()) {
      const earlier = things.slice(0, index);
      const same = earlier.find((other) => sameWord(other.name, thing.name));
      const taken = earlier.find(({ slug }) => slug === thing.slug);
      const refuse = (key: string, wrong: string, remedy: string) =>
        context.addIssue({ code: 'custom', path: [index, key], message: says('trung-ten', wrong, remedy) });
      if (same) refuse('name', `${what} “${thing.name}” đã ghi ở trên`, 'xóa một trong hai mục');
      else if (taken)
        refuse('slug', `địa chỉ “${thing.slug}” đã là của ${what} “${taken.name}”`, `viết “${thing.slug}-2”`);
    }
  });
}

function sameWord(a: string, b: string): boolean {
  return a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();
}
