import type { Organization } from 'schema-dts';
import type { Member } from '#news/member.ts';
import { dialled } from '#news/telephone.ts';
import type { SiteContext } from '#site/pages/site-context.ts';
import { publisherRef } from './publisher-json-ld.ts';

/** The publisher as a schema.org Organization with its member organisations. */
export function membersJsonLd({ settings }: SiteContext, members: readonly Member[]): Organization {
  return {
    '@type': 'Organization',
    ...publisherRef(settings),
    member: members.map(({ name, telephone, address }) => ({
      '@type': 'Organization',
      name,
      ...(telephone && { telephone: dialled(telephone) }),
      ...(address && { address }),
    })),
  };
}
