import { z } from 'zod';
import { contentFormat } from './content-format.ts';
import {
  booleanField,
  enumField,
  flagField,
  instantField,
  listField,
  objectField,
  optionalColorField,
  optionalEmailField,
  optionalHttpsField,
  optionalTextField,
  optionalUrlField,
  permanentIdField,
  textField,
  urlField,
  wholeNumberField,
} from './field.ts';
import { ruleMessage } from './rule.ts';
import { type SiteColors, siteColors } from './site-colors.ts';
import { dialled, sampleTelephone } from './telephone.ts';

const { accent, signal } = siteColors().light;
const dialledSample = dialled(sampleTelephone);

const telephone = objectField('mỗi số điện thoại', `- text: ${sampleTelephone}`, {
  /** As displayed, with or without an area code. */
  text: textField('số điện thoại (text)', `text: ${sampleTelephone}`),
  /** With area code, digits only, for tel: links. */
  dial: textField('số để bấm gọi (dial)', `dial: ${dialledSample}`).regex(
    /^\+?\d{3,15}$/,
    ruleMessage('gia-tri', 'số để bấm gọi chỉ gồm chữ số, có mã vùng', `viết như “dial: ${dialledSample}”`),
  ),
});

const menuEntry = objectField('mỗi mục của menu', '- text: Giới thiệu', {
  text: textField('chữ của mục (text)', 'text: Giới thiệu'),
  address: textField('địa chỉ của mục (address)', 'address: /gioi-thieu/').regex(
    /^\/([a-z0-9-]+\/)*$/,
    ruleMessage('gia-tri', 'địa chỉ trong trang bắt đầu và kết thúc bằng dấu /', 'viết như “address: /gioi-thieu/”'),
  ),
});

/** The hosts of a repository; Forgejo has the interface of Gitea. */
const gitHosts = ['github', 'gitlab', 'gitea', 'forgejo'] as const;

const desk = objectField('bàn biên tập (desk)', 'desk: { host: github, repository: to-chuc/trang-web }', {
  host: enumField('máy chủ git (host)', 'host: github', 'máy chủ git', gitHosts),
  repository: textField('kho mã nguồn (repository)', 'repository: to-chuc/trang-web').regex(
    /^[\w.-]+(\/[\w.-]+)+$/,
    ruleMessage('gia-tri', 'kho mã nguồn viết như trong địa chỉ của nó', 'viết như “repository: to-chuc/trang-web”'),
  ),
  branch: optionalTextField('nhánh (branch)', 'branch: main').default('main'),
  /** Of a host of one's own. */
  url: optionalHttpsField('địa chỉ máy chủ git (url)', 'url: https://git.vi-du.vn').optional(),
  /** Whether a second person publishes what the first has written. */
  approval: flagField('duyệt bài (approval)', 'approval: true'),
  /** Whether the text may be edited as it looks; on Windows that loses letters with some keyboard programs. */
  richText: flagField('soạn thảo có định dạng (richText)', 'richText: true'),
}).refine(({ host, url }) => url !== undefined || host === 'github' || host === 'gitlab', {
  error: ruleMessage('di-doi', 'máy chủ git này cần địa chỉ (url)', 'thêm dòng “url: https://git.vi-du.vn”'),
  path: ['host'],
});

/** The schema of content/site.yaml: the facts of the organisation; absent ones are not displayed. */
export const organisationSchema = z.strictObject({
  /** The format of the content folder: `contentFormat`. */
  format: wholeNumberField('format', contentFormat).optional(),
  name: textField('tên tổ chức (name)', 'name: Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh …'),
  shortName: optionalTextField('tên gọi tắt (shortName)', 'shortName: Liên hiệp hội').optional(),
  /** The name in the copyright line. */
  copyright: textField(
    'tên trong dòng bản quyền (copyright)',
    'copyright: LIÊN HIỆP CÁC HỘI KHOA HỌC VÀ KỸ THUẬT TỈNH …',
  ),
  description: textField('mô tả trang (description)', 'description: Trang thông tin điện tử của …'),
  address: textField('địa chỉ (address)', 'address: "Số 6A, …"'),
  telephones: listField('telephones (điện thoại)', telephone),
  fax: optionalTextField('số fax (fax)', `fax: ${sampleTelephone}`).optional(),
  email: optionalEmailField('email', 'email: ten@vi-du.vn').optional(),
  /** Each line as displayed: "Thứ Hai đến thứ Sáu, 7 giờ 30 - 11 giờ 30" */
  openingHours: listField(
    'openingHours (giờ làm việc)',
    textField('dòng giờ làm việc', '- Thứ Hai đến thứ Sáu, 7 giờ 30 đến 11 giờ 30'),
  ),
  /** The place of the office on a map of another site. */
  map: optionalHttpsField('bản đồ (map)', 'map: https://www.openstreetmap.org/…').optional(),
  /** The Official Account on Zalo. */
  zalo: optionalHttpsField('trang Zalo (zalo)', 'zalo: https://zalo.me/…', 'zalo.me').optional(),
  facebook: optionalHttpsField(
    'trang Facebook (facebook)',
    'facebook: https://www.facebook.com/…',
    'facebook.com',
  ).optional(),
  licence: optionalTextField('giấy phép (licence)', 'licence: Giấy phép số …').optional(),
  responsiblePerson: optionalTextField(
    'người chịu trách nhiệm (responsiblePerson)',
    'responsiblePerson: Họ và tên',
  ).optional(),
  /** The permanent id of the site, an IRI; by default derived from the name. */
  id: permanentIdField.optional(),
  /** The WebSub hub, which notifies subscribers of the feeds. */
  hub: optionalUrlField('máy báo tin (hub)', 'hub: https://pubsubhubbub.appspot.com/').optional(),
  /** Shown at the top of every page, for example on a demonstration site. */
  notice: optionalTextField('thông báo đầu trang (notice)', 'notice: Một câu').optional(),
  sisterUnions: listField(
    'sisterUnions (đơn vị bạn)',
    objectField('mỗi đơn vị', '- name: Liên hiệp hội tỉnh …', {
      name: textField('tên đơn vị (name)', 'name: Liên hiệp hội tỉnh …'),
      url: urlField('địa chỉ trang (url)', 'url: https://…'),
    }),
  ),
  /** A share picture is generated for articles without a cover, dated from `since` on; the others have that of their category. */
  sharePictures: objectField('sharePictures (ảnh chia sẻ)', 'sharePictures: { since: 2026-12-01 }', {
    since: instantField('ngày bắt đầu vẽ ảnh chia sẻ (since)', 'since: 2026-12-01'),
  }).optional(),
  /** Whether browsers cache pages for offline reading; false also removes it where it is installed. */
  offline: booleanField('offline', 'offline: false').default(true),
  /** Whether a visit counter runs at the address of the site. */
  counter: flagField('counter', 'counter: true'),
  /** The total of visits is displayed from this number on: a low one makes a site look abandoned. */
  visitsShownFrom: wholeNumberField('visitsShownFrom', 1000).default(1000),
  /** Whether the check includes the national union's rules for submitted news. */
  submissionRules: flagField('submissionRules', 'submissionRules: true'),
  menu: listField('menu (thanh chuyển trang)', menuEntry),
  /** Where the repository of the site is, for editors who write in the browser. */
  desk: desk.optional(),
  colors: objectField('colors (màu của trang)', `colors: { accent: "${accent}" }`, {
    /** Of links, buttons and the logo, on light paper. */
    accent: optionalColorField('màu chính (accent)', `accent: "${accent}"`).optional(),
    /** Of dates and marks that must be noticed, on light paper. */
    signal: optionalColorField('màu nhấn (signal)', `signal: "${signal}"`).optional(),
  }).optional(),
  /** The name of a picture next to the list or in the folder content/site/, beside the name of the organisation. */
  logo: optionalTextField('hình của tổ chức (logo)', 'logo: bieu-trung.png').optional(),
  /** The name of a picture for browsers and home screens; by default that of the logo. */
  icon: optionalTextField('biểu tượng của trang (icon)', 'icon: bieu-tuong.png').optional(),
});

/** The organisation as written in site.yaml. */
export type WrittenOrganisation = z.infer<typeof organisationSchema>;

/** The organisation, with what follows from its facts. */
export interface Organisation extends Omit<WrittenOrganisation, 'shortName' | 'colors' | 'logo' | 'icon'> {
  readonly shortName: string;
  readonly colors: SiteColors;
  /** The file of its logo. */
  readonly logo?: string;
  /** The file of its icon. */
  readonly icon?: string;
}

/** What a sentence calls an organisation whose site.yaml has no shortName. */
export function defaultShortName(name: string): string {
  return /^liên hiệp (các )?hội(?= khoa học| tỉnh| thành phố|$)/i.test(name) ? 'Liên hiệp hội' : name;
}
