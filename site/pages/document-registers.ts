import type { DocumentRegisterProps, DocumentRow, RegisterPart } from '#layouts/document-register.ts';
import {
  documentAddress,
  documentForceAddress,
  documentsAddress,
  documentTypeAddress,
  documentYearAddress,
} from '#news/address.ts';
import type { Registered } from '#news/document-register.ts';
import { registerScriptAddress } from '#site/assets/assets.ts';
import { yearOf } from '#vietnamese/date.ts';
import { slug } from '#vietnamese/slug.ts';
import { type Desk, framed, homeLink, link, state } from './desk.ts';
import { documentLink, documentsLink } from './document-pages.ts';
import { type Page, page } from './page.ts';

const source = 'sổ văn bản';

/** What the register can be narrowed to: how a choice is named, asked for, and where it has a page of its own. */
interface Choice {
  readonly text: string;
  readonly value: string;
  readonly title: string;
  readonly address: string;
}

/** The ways to narrow the register, and the choice a document belongs to in each. */
const ways: readonly { readonly title: string; readonly name: string; readonly choice: (of: Registered) => Choice }[] =
  [
    {
      title: 'Loại văn bản',
      name: 'loai',
      choice: ({ document: { type } }) => {
        const value = slug(type);
        return { text: type, value, title: `Văn bản: ${type}`, address: documentTypeAddress(value) };
      },
    },
    {
      title: 'Năm ban hành',
      name: 'nam',
      choice: ({ document: { date } }) => {
        const value = yearOf(date);
        return { text: value, value, title: `Văn bản năm ${value}`, address: documentYearAddress(value) };
      },
    },
    {
      title: 'Hiệu lực',
      name: 'hieu-luc',
      choice: ({ inForce }) => {
        const [text, value] = inForce ? ['Còn hiệu lực', 'con'] : ['Hết hiệu lực', 'het'];
        return { text, value, title: `Văn bản ${text.toLowerCase()}`, address: documentForceAddress(inForce) };
      },
    },
  ];

/** The register of documents, whole, and each part of it that a reader without script can choose. */
export function documentRegisters(desk: Desk, registered: readonly Registered[]): Page<DocumentRegisterProps>[] {
  const { name } = desk.newsroom.organisation;
  const whole = documentsLink(desk);
  const groups = ways.map(({ choice, ...way }) => ({ ...way, choices: choicesOf(registered, choice) }));
  const parts = groups.map(({ choices, ...way }) => ({
    ...way,
    choices: choices.map(({ text, value, address }) => ({ text, value, href: link(desk, address) })),
  }));
  const show = (
    address: string,
    title: string,
    documents: readonly Registered[],
    trail = [homeLink(desk)],
    narrow: { parts?: readonly RegisterPart[]; script?: string } = {},
  ) =>
    page<DocumentRegisterProps>(address, source, (materials) => ({
      ...framed(desk, materials, address, title, `${title} - ${name}`, { current: whole.href, trail }),
      rows: documents.map((each) => row(desk, each)),
      ...narrow,
    }));
  return [
    {
      ...show(documentsAddress, whole.text, registered, undefined, {
        parts,
        script: link(desk, registerScriptAddress),
      }),
      indexed: registered.length > 0,
    },
    ...groups.flatMap(({ choices }) =>
      choices.map(({ address, title, documents }) => show(address, title, documents, [homeLink(desk), whole])),
    ),
  ];
}

/** The choices there are, in an order that does not follow the news: years from the newest, all else by its letters. */
function choicesOf(registered: readonly Registered[], choice: (of: Registered) => Choice) {
  const groups = Map.groupBy(registered, (each) => choice(each).address);
  return [...groups.values()]
    .flatMap((documents) => documents.slice(0, 1).map((first) => ({ ...choice(first), documents })))
    .sort((a, b) => (/^\d/.test(a.value) ? Number(b.value) - Number(a.value) : a.value < b.value ? -1 : 1));
}

function row(desk: Desk, each: Registered): DocumentRow {
  const { document, inForce, replacedBy } = each;
  const { title, number, date, type, issuer } = document;
  return {
    title,
    href: link(desk, documentAddress(document.slug)),
    ...{ number, date, type, issuer, inForce },
    ...(replacedBy && { replacedBy: documentLink(desk, replacedBy) }),
    ...state(desk, document),
    choices: ways.map(({ name, choice }) => ({ name, value: choice(each).value })),
  };
}
