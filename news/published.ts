import { onceOfEach } from './once-of-each.ts';

/** What decides whether a thing is public: its date, its draft mark, its expiry, its withdrawal. */
export interface Dated {
  readonly slug: string;
  readonly date: Date;
  readonly draft: boolean;
  readonly expires?: Date;
  readonly withdrawn?: { readonly date: Date };
}

/** Why a thing is not public at an instant. */
export type Hidden = 'draft' | 'scheduled' | 'withdrawn' | 'expired';

/** Why a thing is not public at an instant; undefined when it is. */
export function hiddenBecause(item: Dated, now: Date): Hidden | undefined {
  const instant = now.getTime();
  if (item.draft) return 'draft';
  if (item.date.getTime() > instant) return 'scheduled';
  if (item.withdrawn && item.withdrawn.date.getTime() <= instant) return 'withdrawn';
  if (item.expires && item.expires.getTime() <= instant) return 'expired';
  return undefined;
}

function newestFirst(a: Dated, b: Dated): number {
  return b.date.getTime() - a.date.getTime() || (a.slug < b.slug ? 1 : -1);
}

/** The things whose time has come and is not over, newest first; at one instant, by slug backwards. */
export function published<Item extends Dated>(items: readonly Item[], now: Date): Item[] {
  return items.filter((item) => !hiddenBecause(item, now)).sort(newestFirst);
}

/** For editors only: what is public now or will be, drafts too, newest first. */
export function previewed<Item extends Dated>(items: readonly Item[], now: Date): Item[] {
  const over: readonly (Hidden | undefined)[] = ['withdrawn', 'expired'];
  return items.filter((item) => !over.includes(hiddenBecause(item, now))).sort(newestFirst);
}

const sorted = onceOfEach((items: readonly Dated[]): unknown => items.toSorted(newestFirst));

/** All things, newest first. */
export function everything<Item extends Dated>(items: readonly Item[]): readonly Item[] {
  // What is sorted is what the list holds.
  return sorted(items) as readonly Item[];
}

/** All things, oldest first; at one instant, by slug. */
export function oldestFirst<Item extends Dated>(items: readonly Item[]): Item[] {
  return everything(items).toReversed();
}

/** The things in whose place a notice stands, newest first. */
export function withdrawn<Item extends Dated>(items: readonly Item[], now: Date): Item[] {
  return items.filter((item) => hiddenBecause(item, now) === 'withdrawn').sort(newestFirst);
}

/** The next instant after `now` at which something appears, expires or is withdrawn; undefined when nothing will. */
export function nextDue(items: readonly Dated[], now: Date): Date | undefined {
  let next: Date | undefined;
  const consider = (instant: Date | undefined) => {
    if (instant && instant.getTime() > now.getTime() && !(next && next.getTime() <= instant.getTime())) next = instant;
  };
  for (const { draft, date, expires, withdrawn: gone } of items) {
    if (draft) continue;
    consider(date);
    consider(expires);
    consider(gone?.date);
  }
  return next;
}
