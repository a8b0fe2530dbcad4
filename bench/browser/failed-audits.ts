import type { Result } from 'lighthouse';

type Audit = Result['audits'][string];

/** The audits that lowered the score of a page: category, audit and where it failed. */
export function failedAudits({ categories, audits }: Result): string[] {
  return Object.values(categories).flatMap(({ id, auditRefs }) =>
    auditRefs
      .filter(({ weight }) => weight > 0)
      .flatMap((ref) => audits[ref.id] ?? [])
      .filter(({ score }) => score !== null && score < 1)
      .map((audit) => [`${id}: ${audit.id}`, audit.displayValue, ...locations(audit)].filter(Boolean).join(' · ')),
  );
}

/** The elements and URLs in the details table of an audit. */
function locations({ details }: Audit): string[] {
  const items = details?.type === 'table' ? details.items : [];
  return items.flatMap(({ node, description, url }) =>
    [node && typeof node === 'object' && 'snippet' in node ? node.snippet : undefined, description, url].filter(
      (location) => typeof location === 'string',
    ),
  );
}
