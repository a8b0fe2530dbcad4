import type { Result } from 'lighthouse';

type Audit = Result['audits'][string];

/** What took points from a page: the group, the audit, and where Lighthouse saw it. */
export function pageFaults({ categories, audits }: Result): string[] {
  return Object.values(categories).flatMap(({ id, auditRefs }) =>
    auditRefs
      .filter(({ weight }) => weight > 0)
      .flatMap((ref) => audits[ref.id] ?? [])
      .filter(({ score }) => score !== null && score < 1)
      .map((audit) => [`${id}: ${audit.id}`, audit.displayValue, ...places(audit)].filter(Boolean).join(' · ')),
  );
}

/** The elements and addresses in the table of an audit. */
function places({ details }: Audit): string[] {
  const items = details?.type === 'table' ? details.items : [];
  return items.flatMap(({ node, description, url }) =>
    [node && typeof node === 'object' && 'snippet' in node ? node.snippet : undefined, description, url].filter(
      (place) => typeof place === 'string',
    ),
  );
}
