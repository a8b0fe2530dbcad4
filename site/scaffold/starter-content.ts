import { stringify } from 'yaml';
import { contentFormat } from '#news/content-format.ts';
import { dialled } from '#news/telephone.ts';

/** What an organisation says of itself before it has a site. */
export interface OrganisationFacts {
  readonly name: string;
  readonly shortName: string;
  readonly address: string;
  /** As displayed, with area codes. */
  readonly telephones: readonly string[];
  readonly email?: string | undefined;
  readonly accent?: string | undefined;
  /** The name of a picture that is copied into the folder. */
  readonly logo?: string | undefined;
}

const contactAddress = '/lien-he/';
const category = { name: 'Tin tức - sự kiện', slug: 'tin-tuc-su-kien' };

const abbreviations = {
  UBND: 'Ủy ban nhân dân',
  HĐND: 'Hội đồng nhân dân',
  MTTQ: 'Mặt trận Tổ quốc',
  KHKT: 'Khoa học Kỹ thuật',
  'KH&KT': 'Khoa học và Kỹ thuật',
  KHCN: 'Khoa học Công nghệ',
  'KH&CN': 'Khoa học và Công nghệ',
  BCH: 'Ban Chấp hành',
  BTV: 'Ban Thường vụ',
};

/** The files of a content folder without articles: path inside the folder → text. */
export function starterContent(facts: OrganisationFacts): ReadonlyMap<string, string> {
  return new Map([
    ['site.yaml', yaml(siteFile(facts))],
    ['authors.yaml', yaml([{ name: 'BTT', slug: 'btt' }])],
    ['categories.yaml', yaml([category])],
    ['abbreviations.yaml', yaml(Object.entries(abbreviations).map(([short, meaning]) => ({ short, meaning })))],
    ['pages/gioi-thieu.md', aboutPage(facts)],
    ['pages/lien-he.md', contactPage(facts)],
  ]);
}

function siteFile({ name, shortName, address, telephones, email, accent, logo }: OrganisationFacts): object {
  return {
    format: contentFormat,
    name,
    shortName,
    copyright: name.toUpperCase(),
    description: `Trang thông tin của ${name}`,
    address,
    ...(telephones.length > 0 && { telephones: telephones.map((text) => ({ text, dial: dialled(text) })) }),
    ...(email && { email }),
    ...(accent && { colors: { accent } }),
    ...(logo && { logo }),
    menu: [
      { text: 'Trang chủ', address: '/' },
      { text: 'Giới thiệu', address: '/gioi-thieu/' },
      { text: category.name, address: `/${category.slug}/` },
      { text: 'Hỏi & đáp', address: '/hoi-dap/' },
      { text: 'Liên hệ', address: contactAddress },
    ],
  };
}

function yaml(data: unknown): string {
  return stringify(data, { lineWidth: 0 });
}

function aboutPage({ name, address }: OrganisationFacts): string {
  return page('Giới thiệu', name, [
    `**${name}** có trụ sở tại: ${address}`,
    `Cách liên lạc: trang [Liên hệ](${contactAddress}).`,
  ]);
}

function contactPage({ name, address, telephones, email }: OrganisationFacts): string {
  const numbers = telephones.map((text) => `[${text}](tel:${dialled(text)})`).join(', ');
  const lines = [
    `Địa chỉ: ${address}`,
    ...(numbers ? [`Điện thoại: ${numbers}`] : []),
    ...(email ? [`Thư điện tử: [${email}](mailto:${email})`] : []),
  ];
  return page('Liên hệ', `Địa chỉ của ${name}`, [
    `**${name}**`,
    lines.map((line) => `- ${line}`).join('\n'),
    'Câu hỏi được trả lời ở mục [Hỏi & đáp](/hoi-dap/).',
  ]);
}

function page(title: string, description: string, blocks: readonly string[]): string {
  return `---\n${yaml({ title, description })}---\n\n${blocks.join('\n\n')}\n`;
}
