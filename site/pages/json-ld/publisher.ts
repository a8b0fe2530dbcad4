import type { IdReference, Organization, SearchAction, WebSite, WithActionConstraints } from 'schema-dts';
import { homeAddress, searchAddress } from '#news/address.ts';
import type { Organisation } from '#news/organisation.ts';
import type { Settings } from '#site/settings.ts';

type Place = Pick<Settings, 'origin' | 'base'>;

/** How the data of a page names who publishes the site. */
export function publisher({ origin, base }: Place): IdReference {
  return { '@id': `${origin}${base}${homeAddress}#to-chuc` };
}

/** How the data of a page names the whole site. */
export function wholeSite({ origin, base }: Place): IdReference {
  return { '@id': `${origin}${base}${homeAddress}#trang-tin` };
}

/** The organisation and its site, as the data of every page tells of them: nothing that is not in site.yaml. */
export function publisherThings(facts: Organisation, settings: Place): [Organization, WebSite] {
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
      ...publisher(settings),
      name: facts.name,
      url,
      address: facts.address,
      telephone: facts.telephones.map(({ dial }) => dial),
      ...(facts.fax && { faxNumber: facts.fax }),
      ...(facts.email && { email: facts.email }),
    },
    {
      '@type': 'WebSite',
      ...wholeSite(settings),
      name: facts.name,
      description: facts.description,
      url,
      inLanguage: 'vi',
      publisher: publisher(settings),
      potentialAction: search,
    },
  ];
}
