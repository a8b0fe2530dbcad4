import type { DocumentRegisterProps, DocumentRow, RegisterFilter } from '#layouts/document-register.ts';
import {
  documentAddress,
  documentStatusAddress,
  documentsAddress,
  documentTypeAddress,
  documentYearAddress,
} from '#news/address.ts';
import type { RegisteredDocument } from '#news/registered-documents.ts';
import { documentRegisterScriptAddress } from '#site/assets/assets.ts';
import { yearOf } from '#vietnamese/date.ts';
import { slug } from '#vietnamese/slug.ts';
import { documentLink, documentsLink } from './document-pages.ts';
import { indexedPage, type Page } from './page.ts';
import { frameProps, homeLink, type SiteContext, siteHref, visibilityProps } from './site-context.ts';

const source = 'sổ văn bản';

/** One value of a filter: its label, its form value, and the title and address of its own page. */
interface FilterOption {
  readonly text: string;
  readonly value: string;
  readonly title: string;
  readonly address: string;
}

/** The filters of the register, and the value that a document has in each. */
const filters: readonly {
  readonly title: string;
  readonly name: string;
  readonly optionOf: (document: RegisteredDocument) => FilterOption;
}[] = [
  {
    title: 'Loại văn bản',
    name: 'loai',
    optionOf: ({ document: { type } }) => {
      const value = slug(type);
      return { text: type, value, title: `Văn bản: ${type}`, address: documentTypeAddress(value) };
    },
  },
  {
    title: 'Năm ban hành',
    name: 'nam',
    optionOf: ({ document: { date } }) => {
      const value = yearOf(date);
      return { text: value, value, title: `Văn bản năm ${value}`, address: documentYearAddress(value) };
    },
  },
  {
    title: 'Hiệu lực',
    name: 'hieu-luc',
    optionOf: ({ inForce }) => {
      const [text, value] = inForce ? ['Còn hiệu lực', 'con'] : ['Hết hiệu lực', 'het'];
      return { text, value, title: `Văn bản ${text.toLowerCase()}`, address: documentStatusAddress(inForce) };
    },
  },
];

/** The register of all documents, and a page for each filter value, for readers without JavaScript. */
export function documentRegisterPages(
  context: SiteContext,
  registered: readonly RegisteredDocument[],
): Page<DocumentRegisterProps>[] {
  const { name } = context.content.organisation;
  const registerLink = documentsLink(context);
  const usedFilters = filters.map(({ optionOf, ...filter }) => ({
    ...filter,
    options: usedOptions(registered, optionOf),
  }));
  const filterChoices = usedFilters.map(({ options, ...filter }) => ({
    ...filter,
    choices: options.map(({ text, value, address }) => ({ text, value, href: siteHref(context, address) })),
  }));
  const registerPage = (
    address: string,
    title: string,
    documents: readonly RegisteredDocument[],
    trail = [homeLink(context)],
    filterProps: { filters?: readonly RegisterFilter[]; script?: string } = {},
  ) =>
    indexedPage<DocumentRegisterProps>(address, source, (render) => ({
      ...frameProps(
        context,
        render,
        { address, title, description: `${title} - ${name}` },
        {
          current: registerLink.href,
          breadcrumbLinks: trail,
        },
      ),
      rows: documents.map((entry) => documentRow(context, entry)),
      ...filterProps,
    }));
  return [
    {
      ...registerPage(documentsAddress, registerLink.text, registered, undefined, {
        filters: filterChoices,
        script: siteHref(context, documentRegisterScriptAddress),
      }),
      indexed: registered.length > 0,
    },
    ...usedFilters.flatMap(({ options }) =>
      options.map(({ address, title, documents }) =>
        registerPage(address, title, documents, [homeLink(context), registerLink]),
      ),
    ),
  ];
}

/** The values in use, in an order that new documents do not change: years descending, others by code unit. */
function usedOptions(
  registered: readonly RegisteredDocument[],
  optionOf: (document: RegisteredDocument) => FilterOption,
) {
  const groups = Map.groupBy(registered, (entry) => optionOf(entry).address);
  return [...groups.values()]
    .flatMap((documents) => documents.slice(0, 1).map((first) => ({ ...optionOf(first), documents })))
    .sort((a, b) => (/^\d/.test(a.value) ? Number(b.value) - Number(a.value) : a.value < b.value ? -1 : 1));
}

function documentRow(context: SiteContext, entry: RegisteredDocument): DocumentRow {
  const { document, inForce, replacedBy } = entry;
  const { title, number, date, type, issuer } = document;
  return {
    title,
    href: siteHref(context, documentAddress(document.slug)),
    ...{ number, date, type, issuer, inForce },
    ...(replacedBy && { replacedBy: documentLink(context, replacedBy) }),
    ...visibilityProps(context, document),
    choices: filters.map(({ name, optionOf }) => ({ name, value: optionOf(entry).value })),
  };
}
