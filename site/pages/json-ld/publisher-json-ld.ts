import type { IdReference, Organization, SearchAction, WebSite, WithActionConstraints } from 'schema-dts';
import { homeAddress, searchAddress } from '#news/address.ts';
import type { Organisation } from '#news/organisation.ts';
import type { Settings } from '#site/settings.ts';

type SiteUrl = Pick<Settings, 'origin' | 'base'>;

/** The JSON-LD reference to the publisher of the site, which the home page describes. */
export function publisherRef({ origin, base }: SiteUrl): IdReference {
  return { '@id': `${origin}${base}${homeAddress}#to-chuc` };
}

/** The JSON-LD reference to the website, which the home page describes. */
export function websiteRef({ origin, base }: SiteUrl): IdReference {
  return { '@id': `${origin}${base}${homeAddress}#trang-tin` };
}

/** The organisation and its website as schema.org objects, for the home page; all values come from site.yaml. */
export function publisherJsonLd(organisation: Organisation, settings: SiteUrl): [Organization, WebSite] {
  const url = `${settings.origin}${settings.base}${homeAddress}`;
  const search: WithActionConstraints<SearchAction> = {
    '@type': 'SearchAction',
    target: {
      '@type': 'EntryPoint',
      urlTemplate: `${settings.origin}${settings.base}${searchAddress}?q={search_term_string}`,
    },
    'query-input': 'required name=search_term_string',
  };
  return [
    {
      '@type': 'Organization',
      ...publisherRef(settings),
      name: organisation.name,
      url,
      address: organisation.address,
      telephone: organisation.telephones.map(({ dial }) => dial),
      ...(organisation.fax && { faxNumber: organisation.fax }),
      ...(organisation.email && { email: organisation.email }),
      sameAs: [organisation.zalo ?? [], organisation.facebook ?? []].flat(),
    },
    {
      '@type': 'WebSite',
      ...websiteRef(settings),
      name: organisation.name,
      description: organisation.description,
      url,
      inLanguage: 'vi',
      publisher: publisherRef(settings),
      potentialAction: search,
    },
  ];
}
