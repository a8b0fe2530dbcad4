import { dateTimeLabel } from '#vietnamese/date.ts';
import type { HiddenReason, Publishable } from './published.ts';

const maxNamed = 3;

const labels: Readonly<Record<HiddenReason, string>> = {
  draft: 'bản nháp',
  scheduled: 'bài hẹn giờ',
  expired: 'bài hết hạn',
  withdrawn: 'bài đã gỡ',
};

/** A Vietnamese sentence for editors about the items that are hidden; undefined when there are none. */
export function hiddenSummary(
  items: readonly (Publishable & { readonly path: string })[],
  hiddenReason: (item: Publishable) => HiddenReason | undefined,
): string | undefined {
  const hidden = Map.groupBy(items, hiddenReason);
  const parts = (['draft', 'scheduled', 'expired', 'withdrawn'] as const).flatMap((reason) => {
    const found = hidden.get(reason) ?? [];
    const named = found
      .slice(0, maxNamed)
      .map(({ path, date }) => (reason === 'scheduled' ? `${path}, ${dateTimeLabel(date)}` : path));
    const more = found.length > maxNamed ? '; …' : '';
    return found.length > 0 ? [`${found.length} ${labels[reason]} (${named.join('; ')}${more})`] : [];
  });
  return parts.length > 0 ? `Bạn đọc chưa thấy: ${parts.join(', ')}.` : undefined;
}
