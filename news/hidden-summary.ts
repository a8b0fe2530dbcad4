import { whenever } from '#vietnamese/date.ts';
import { type Dated, type Hidden, hiddenBecause } from './published.ts';

const mostNamed = 3;

const words: Readonly<Record<Hidden, string>> = {
  draft: 'bản nháp',
  scheduled: 'bài hẹn giờ',
  expired: 'bài hết hạn',
  withdrawn: 'bài đã gỡ',
};

/** What readers do not see at an instant, in a sentence for editors; undefined when they see all. */
export function hiddenSummary(things: readonly (Dated & { readonly path: string })[], now: Date): string | undefined {
  const hidden = Map.groupBy(things, (thing) => hiddenBecause(thing, now));
  const parts = (['draft', 'scheduled', 'expired', 'withdrawn'] as const).flatMap((reason) => {
    const found = hidden.get(reason) ?? [];
    const named = found
      .slice(0, mostNamed)
      .map(({ path, date }) => (reason === 'scheduled' ? `${path}, ${whenever(date)}` : path));
    const more = found.length > mostNamed ? '; …' : '';
    return found.length > 0 ? [`${found.length} ${words[reason]} (${named.join('; ')}${more})`] : [];
  });
  return parts.length > 0 ? `Bạn đọc chưa thấy: ${parts.join(', ')}.` : undefined;
}
