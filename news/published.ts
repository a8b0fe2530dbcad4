import { memoizeByObject } from './memoize-by-object.ts';

/** The fields that decide whether an item is published: date, draft, expiry, withdrawal. */
export interface Publishable {
  readonly slug: string;
  readonly date: Date;
  readonly draft: boolean;
  readonly expires?: Date;
  readonly withdrawn?: { readonly date: Date };
}

/** Why an item is hidden. */
export type HiddenReason = 'draft' | 'scheduled' | 'withdrawn' | 'expired';

/** Why an item is hidden at an instant; undefined when it is published. */
export function hiddenBecause(item: Publishable, now: Date): HiddenReason | undefined {
  const instant = now.getTime();
  if (item.draft) return 'draft';
  if (item.date.getTime() > instant) return 'scheduled';
  if (item.withdrawn && item.withdrawn.date.getTime() <= instant) return 'withdrawn';
  if (item.expires && item.expires.getTime() <= instant) return 'expired';
  return undefined;
}

function compareNewestFirst(a: Publishable, b: Publishable): number {
  return b.date.getTime() - a.date.getTime() || (a.slug < b.slug ? 1 : -1);
}

/** The published items, newest first; items of the same instant by slug, descending. */
export function published<Item extends Publishable>(items: readonly Item[], now: Date): Item[] {
  return items.filter((item) => !hiddenBecause(item, now)).sort(compareNewestFirst);
}

/** For editors: published, scheduled and draft items, newest first. */
export function previewed<Item extends Publishable>(items: readonly Item[], now: Date): Item[] {
  const ended: readonly (HiddenReason | undefined)[] = ['withdrawn', 'expired'];
  return items.filter((item) => !ended.includes(hiddenBecause(item, now))).sort(compareNewestFirst);
}

const memoizedSort = memoizeByObject((items: readonly Publishable[]): unknown => items.toSorted(compareNewestFirst));

/** All items, newest first; memoized by array. */
export function sortNewestFirst<Item extends Publishable>(items: readonly Item[]): readonly Item[] {
  // Sorting does not change the type of the items.
  return memoizedSort(items) as readonly Item[];
}

/** All items, oldest first; items of the same instant by slug. */
export function oldestFirst<Item extends Publishable>(items: readonly Item[]): Item[] {
  return sortNewestFirst(items).toReversed();
}

/** The withdrawn items, which are replaced by a notice, newest first. */
export function withdrawn<Item extends Publishable>(items: readonly Item[], now: Date): Item[] {
  return items.filter((item) => hiddenBecause(item, now) === 'withdrawn').sort(compareNewestFirst);
}

/** The next instant after `now` at which an item is published, withdrawn or expires; undefined when there is none. */
export function nextVisibilityChange(items: readonly Publishable[], now: Date): Date | undefined {
  let next: Date | undefined;
  const consider = (instant: Date | undefined) => {
    if (instant && instant.getTime() > now.getTime() && !(next && next.getTime() <= instant.getTime())) next = instant;
  };
  for (const { draft, date, expires, withdrawn: withdrawal } of items) {
    if (draft) continue;
    consider(date);
    consider(expires);
    consider(withdrawal?.date);
  }
  return next;
}
