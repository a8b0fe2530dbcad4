import { z } from 'zod';
import {
  flag,
  list,
  moment,
  optionalEmail,
  optionalText,
  optionalWebAddress,
  parts,
  permanentIdField,
  text,
  webAddress,
  yesOrNo,
} from './field.ts';
import { says } from './rule.ts';

const telephone = parts('mỗi số điện thoại', '- text: 0227.3740.223', {
  /** As displayed: "3731.947" */
  text: text('số điện thoại (text)', 'text: 0227.3740.223'),
  /** With area code, digits only, for tel: links: "02273731947" */
  dial: text('số để bấm gọi (dial)', 'dial: 02273740223').regex(
    /^\+?\d{3,15}$/,
    says('gia-tri', 'số để bấm gọi chỉ gồm chữ số, có mã vùng', 'viết như “dial: 02273740223”'),
  ),
});

const menuEntry = parts('mỗi mục của menu', '- text: Giới thiệu', {
  text: text('chữ của mục (text)', 'text: Giới thiệu'),
  address: text('địa chỉ của mục (address)', 'address: /gioi-thieu/').regex(
    /^\/([a-z0-9-]+\/)*$/,
    says('gia-tri', 'địa chỉ trong trang bắt đầu và kết thúc bằng dấu /', 'viết như “address: /gioi-thieu/”'),
  ),
});

/** The schema of content/site.yaml: the facts of the organisation; absent ones are not displayed. */
export const organisation = z.strictObject({
  name: text('tên tổ chức (name)', 'name: Liên hiệp các Hội Khoa học và Kỹ thuật Thái Bình'),
  shortName: optionalText('tên gọi tắt (shortName)', 'shortName: Liên hiệp hội').default('Liên hiệp hội'),
  /** The name in the copyright line. */
  copyright: text('tên trong dòng bản quyền (copyright)', 'copyright: LIÊN HIỆP CÁC HỘI KHOA HỌC VÀ KỸ THUẬT'),
  description: text('mô tả trang (description)', 'description: Trang thông tin điện tử của …'),
  address: text('địa chỉ (address)', 'address: "Số 6A, …"'),
  telephones: list('telephones (điện thoại)', telephone),
  fax: optionalText('số fax (fax)', 'fax: 0227.3740.223').optional(),
  email: optionalEmail('email', 'email: ten@vi-du.vn').optional(),
  licence: optionalText('giấy phép (licence)', 'licence: Giấy phép số …').optional(),
  responsiblePerson: optionalText(
    'người chịu trách nhiệm (responsiblePerson)',
    'responsiblePerson: Họ và tên',
  ).optional(),
  /** The permanent id of the site, an IRI; by default derived from the name. */
  id: permanentIdField.optional(),
  /** The WebSub hub, which notifies subscribers of the feeds. */
  hub: optionalWebAddress('máy báo tin (hub)', 'hub: https://pubsubhubbub.appspot.com/').optional(),
  /** Shown at the top of every page, for example on a demonstration site. */
  notice: optionalText('thông báo đầu trang (notice)', 'notice: Một câu').optional(),
  sisterUnions: list(
    'sisterUnions (đơn vị bạn)',
    parts('mỗi đơn vị', '- name: Liên hiệp hội tỉnh …', {
      name: text('tên đơn vị (name)', 'name: Liên hiệp hội tỉnh …'),
      url: webAddress('địa chỉ trang (url)', 'url: https://…'),
    }),
  ),
  /** A share picture is generated for articles without a cover, dated from `since` on; absent for none. */
  sharePictures: parts('sharePictures (ảnh chia sẻ)', 'sharePictures: { since: 2026-12-01 }', {
    since: moment('ngày bắt đầu vẽ ảnh chia sẻ (since)', 'since: 2026-12-01'),
  }).optional(),
  /** Whether browsers cache pages for offline reading; false also removes it where it is installed. */
  offline: yesOrNo('offline', false).default(true),
  /** Whether a visit counter runs at the address of the site. */
  counter: flag('counter'),
  /** Whether the check includes the national union's rules for submitted news. */
  submissionRules: flag('submissionRules'),
  menu: list('menu (thanh chuyển trang)', menuEntry),
});

export type Organisation = z.infer<typeof organisation>;
