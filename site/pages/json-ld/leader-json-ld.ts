import type { Person } from 'schema-dts';
import type { Leader } from '#news/leader.ts';
import { dialled } from '#news/telephone.ts';
import type { SiteContext } from '#site/pages/site-context.ts';
import { publisherRef } from './publisher-json-ld.ts';

/** A leader as a schema.org Person. */
export function leaderJsonLd({ settings }: SiteContext, { name, role, telephone, email }: Leader): Person {
  return {
    '@type': 'Person',
    name,
    jobTitle: role,
    memberOf: publisherRef(settings),
    ...(telephone && { telephone: dialled(telephone) }),
    ...(email && { email }),
  };
}
