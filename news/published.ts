/** What decides whether a thing is public: its date, its draft mark, its expiry. */
export interface Dated {
  readonly slug: string;
  readonly date: Date;
  readonly draft: boolean;
  readonly expires?: Date;
}

/** Why a thing is not public at an instant; undefined when it is. */
export type Hidden = 'draft' | 'scheduled' | 'expired';

export function hiddenBecause(item: Dated, now: Date): Hidden | undefined {
  if (item.draft) return 'draft';
  if (item.date > now) return 'scheduled';
  if (item.expires && item.expires <= now) return 'expired';
  return undefined;
}

function newestFirst(a: Dated, b: Dated): number {
  return b.date.getTime() - a.date.getTime() || (a.slug < b.slug ? 1 : -1);
}

/** The things whose time has come and is not over, newest first; at one instant, by slug backwards. */
export function published<Item extends Dated>(items: readonly Item[], now: Date): Item[] {
  return items.filter((item) => !hiddenBecause(item, now)).sort(newestFirst);
}

/** For editors only: all but what has expired, drafts and scheduled things among the rest, newest first. */
export function previewed<Item extends Dated>(items: readonly Item[], now: Date): Item[] {
  return items.filter((item) => hiddenBecause(item, now) !== 'expired').sort(newestFirst);
}

/** The next instant after `now` at which something appears or expires; undefined when nothing will. */
export function nextDue(items: readonly Dated[], now: Date): Date | undefined {
  return items
    .filter((item) => !item.draft)
    .flatMap((item) => [item.date, item.expires])
    .filter((instant) => instant !== undefined && instant > now)
    .sort((a, b) => Number(a) - Number(b))[0];
}
