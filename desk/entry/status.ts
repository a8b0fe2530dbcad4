/** Who can read an item, as the form of the desk shows it: one value in place of three keys of the front matter. */
export type Status =
  | { readonly is: 'draft' | 'public' }
  | { readonly is: 'withdrawn'; readonly date: string; readonly reason: string };

/** The key of the status among the values of an entry. */
export const statusKey = 'status';

/** The keys of the front matter that a status stands for. */
export const statusKeys = ['draft', 'withdrawn', 'withdrawnReason'] as const;

type StatusFields = { readonly [Key in (typeof statusKeys)[number]]?: string };

/** The status that the front matter of an item says. */
export function statusOf({ draft, withdrawn, withdrawnReason = '' }: StatusFields): Status {
  if (draft === 'true') return { is: 'draft' };
  return withdrawn ? { is: 'withdrawn', date: withdrawn, reason: withdrawnReason } : { is: 'public' };
}

/** The keys that say a status in front matter; undefined for those that are left out. */
export function statusFields(status: Status): { readonly [Key in (typeof statusKeys)[number]]: string | undefined } {
  return {
    draft: status.is === 'draft' ? 'true' : undefined,
    withdrawn: status.is === 'withdrawn' ? status.date : undefined,
    withdrawnReason: status.is === 'withdrawn' ? status.reason : undefined,
  };
}

/** A status as a line of text, which is the value of a field of the CMS. */
export function statusText(status: Status): string {
  return status.is === 'withdrawn' ? `withdrawn ${status.date}\n${status.reason}` : status.is;
}

/** The inverse of statusText. A new entry, whose status nobody has chosen yet, is a draft. */
export function parseStatus(text: string): Status {
  const [, date, reason] = /^withdrawn ([^\n]*)\n?([\s\S]*)$/.exec(text) ?? [];
  if (date !== undefined) return { is: 'withdrawn', date, reason: reason ?? '' };
  return { is: text === 'public' ? 'public' : 'draft' };
}
