import { noBreak } from '#vietnamese/no-break.ts';
import type { SiteFrame } from '../frame-props.ts';
import { type Html, html } from '../html.ts';
import type { Link } from '../page.ts';
import { factLine } from './fact-line.ts';
import { storyBlock } from './story-block.ts';

/** Who the organisation is and how to reach it. */
export interface OrganisationFactsProps {
  readonly site: SiteFrame;
  readonly description: string;
  readonly about: { readonly text: string; readonly page?: Link };
  readonly contactPage: Link | undefined;
}

/** What the organisation is, and its telephones and address. */
export function organisationFacts(props: OrganisationFactsProps): Html {
  return html`${aboutBlock(props)}${contactBlock(props)}`;
}

function aboutBlock({ about: { text, page }, site, description }: OrganisationFactsProps): Html {
  return storyBlock(
    site.shortName,
    undefined,
    html`<p>${description}</p>
<p>${noBreak(text)}</p>${page && html`<p><a href="${page.href}">${page.text}</a></p>`}`,
  );
}

function contactBlock({ contactPage, site }: OrganisationFactsProps): Html | undefined {
  const [telephone, ...others] = site.telephones;
  if (!telephone) return undefined;
  return storyBlock(
    'Liên hệ',
    undefined,
    html`<p><a class="telephone" href="${telephone.href}">${telephone.text}</a></p>
${factLine([
  others.length > 0 &&
    html`${others.map(({ text, href }, index) => html`${index > 0 && ' / '}<a href="${href}">${text}</a>`)}`,
  site.fax && html`Fax: ${site.fax}`,
  site.email && html`<a href="mailto:${site.email}">${site.email}</a>`,
])}
<p>${contactPage ? html`<a href="${contactPage.href}">${site.address}</a>` : site.address}</p>`,
  );
}
