import { expect, test } from 'vitest';
import { directoryGroups } from '#news/directory-groups.ts';

test('groups and their entries keep the order of the list; entries of no group are one without a title', () => {
  const entries = [
    { name: 'a', group: 'Kỹ thuật' },
    { name: 'b' },
    { name: 'c', group: 'Sức khỏe' },
    { name: 'd', group: 'Kỹ thuật' },
  ];
  const [a, b, c, d] = entries;
  expect(directoryGroups(entries)).toEqual([
    { title: 'Kỹ thuật', entries: [a, d] },
    { entries: [b] },
    { title: 'Sức khỏe', entries: [c] },
  ]);
});
