import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findingMessage, formatFinding } from '#site/finding.ts';
import { checkFolder } from '#site/guide/check-folder.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { projectRoot } from '#site/settings.ts';
import { contentFolder } from '../../../content-folder.ts';

const file = 'articles/2026/2026-11-23-hoi-nghi.md';

test.each([
  ['tags.yaml', '- hội\n', '1:3 · mỗi thẻ phải gồm nhiều mục, mỗi mục một dòng · viết như “- name: đại hội” [gia-tri]'],
  [
    'authors.yaml',
    '- BTT\n',
    '1:3 · mỗi tác giả phải gồm nhiều mục, mỗi mục một dòng · viết như “- name: BTT” [gia-tri]',
  ],
  [
    'authors.yaml',
    'BTT\n',
    '1:1 · danh sách tác giả phải là một danh sách · mỗi mục một dòng, bắt đầu bằng “  - ” [gia-tri]',
  ],
  [
    'abbreviations.yaml',
    '- short: UBND\n  meaning: Ủy ban nhân dân\n- short: ubnd\n  meaning: Ủy ban nhân dân\n',
    '3:10 · chữ viết tắt “ubnd” đã ghi ở trên · xóa một trong hai mục [trung-ten]',
  ],
  [
    'abbreviations.yaml',
    '- short: UB ND\n  meaning: Ủy ban nhân dân\n',
    '1:10 · chữ viết tắt phải có chữ và không có dấu cách · viết như “short: UBND” [gia-tri]',
  ],
  [
    'abbreviations.yaml',
    '- short: UBND\n  meaning: UBND\n',
    '2:12 · nghĩa của chữ viết tắt phải viết đủ các chữ · viết như “meaning: Ủy ban nhân dân” [gia-tri]',
  ],
  ['members.yaml', '- chair: Lê Thử\n', '1:3 · thiếu tên hội (name) · thêm dòng “name: Hội …” [thieu-muc]'],
  [
    'members.yaml',
    '- name: Hội …\n',
    '1:9 · tên hội (name) còn là câu mẫu · viết nội dung thật, hoặc xóa dòng này [gia-tri]',
  ],
  [
    'members.yaml',
    '- name: Hội Y học\n  chủ tịch: Lê Thử\n',
    '2:3 · không có mục nào tên “chủ tịch” · có phải là “chair”? [muc-la]',
  ],
  [
    'members.yaml',
    '- name: Hội Y học\n- name: hội y học\n',
    '2:9 · hội “hội y học” đã ghi ở trên · xóa một trong hai mục [trung-ten]',
  ],
  [
    'members.yaml',
    '- name: Hội Y học\n  telephone: 3731.947\n',
    '2:14 · số điện thoại không gọi được: chỉ ghi một số, gồm chữ số và có mã vùng · viết như “telephone: 0123.4567.890” [gia-tri]',
  ],
  ['leadership.yaml', '- name: Lê Thử\n', '1:3 · thiếu chức vụ (role) · thêm dòng “role: Chủ tịch” [thieu-muc]'],
  [
    'leadership.yaml',
    '- name: Lê Thử\n  role: Chủ tịch\n  email: le-thu\n',
    '3:10 · email không đúng dạng · viết như “email: ten@vi-du.vn”, hoặc xóa dòng này [gia-tri]',
  ],
  [
    'leadership.yaml',
    '- name: Lê Thử\n  role: Chủ tịch\n  portrait: anh.jpg\n',
    '3:13 · ảnh chân dung chưa có mô tả cho người không nhìn thấy · thêm dòng “portraitAlt: Trong ảnh là …” [di-doi]',
  ],
  ['words.yaml', '- a: b\n', '1:3 · từ phải là một dòng chữ · viết như “- Đắk Lắk” [gia-tri]'],
])('an invalid list file is reported: %s with %j', async (name, text, expected) => {
  const findings = await checkFolder(
    contentFolder({ [name]: text, [file]: validArticle.replace(' năm', ' năm # cho phép: am-tiet') }),
  );
  expect(findings.map(formatFinding).filter((line) => line.startsWith(name))).toEqual([`${name}:${expected}`]);
  expect(findings.map(({ rule }) => rule)).not.toContain('cho-phep-thua');
});

test('a portrait that is missing is reported where it is named, and a picture of the folder that nobody names too', async () => {
  const leader = '- name: Lê Thử\n  role: Chủ tịch\n  portrait: anh.jpg\n  portraitAlt: Ông Lê Thử mặc áo trắng\n';
  const findings = await checkFolder(contentFolder({ 'leadership.yaml': leader, 'leadership/anh-khac.jpg': '' }));
  expect(findings.map(formatFinding)).toEqual([
    'leadership.yaml:3:13 · không thấy ảnh “anh.jpg” cạnh leadership.yaml · chép tệp vào cạnh leadership.yaml, tên viết đúng từng chữ [anh]',
    'leadership/anh-khac.jpg:1:1 · không có bài nào nhắc tới tệp “anh-khac.jpg” · ghi tên tệp vào mục portrait của leadership.yaml, hoặc xóa tệp [tep-khong-dung]',
  ]);
});

test('an empty hub is reported with the remedy to delete the line', async () => {
  const text = readFileSync(join(projectRoot, 'tests', 'fixtures', 'small', 'site.yaml'), 'utf8');
  const findings = await checkFolder(contentFolder({ 'site.yaml': `${text}hub:\n` }));
  expect(findings.map(findingMessage)).toEqual([
    'máy báo tin (hub) để trống · viết thêm nội dung, hoặc xóa dòng này [thieu-muc]',
  ]);
});

test.each([
  [
    'map: http://vi-du.vn/',
    'bản đồ (map) phải là địa chỉ bắt đầu bằng https:// · viết như “map: https://www.openstreetmap.org/…”',
  ],
  [
    'zalo: https://zalo.me.vi-du.vn/1',
    'trang Zalo (zalo) phải là địa chỉ bắt đầu bằng https://zalo.me · viết như “zalo: https://zalo.me/…”',
  ],
  [
    'facebook: vi-du',
    'trang Facebook (facebook) phải là địa chỉ bắt đầu bằng https://facebook.com · viết như “facebook: https://www.facebook.com/…”',
  ],
])('a link of site.yaml leads to the site that it names, by https: %s', async (line, expected) => {
  const text = readFileSync(join(projectRoot, 'tests', 'fixtures', 'small', 'site.yaml'), 'utf8');
  const findings = await checkFolder(contentFolder({ 'site.yaml': `${text}${line}\n` }));
  expect(findings.map(findingMessage)).toEqual([`${expected} [gia-tri]`]);
});

test('an attachment that is not a map is reported with an example', async () => {
  const text = validArticle.replace('category:', 'attachments:\n  - ct.pdf\ncategory:');
  expect((await checkFolder(contentFolder({ [file]: text }))).map(formatFinding)).toEqual([
    `${file}:6:5 · mỗi tệp đính kèm phải gồm nhiều mục, mỗi mục một dòng · viết như “- file: chuong-trinh.pdf” [gia-tri]`,
  ]);
});

test.each(['ke-hoach #2.pdf', '100%.pdf', 'vi-sao?.pdf'])(
  'an attachment named %s, which would break its URL, is reported',
  async (name) => {
    const text = validArticle.replace('category:', `attachments:\n  - file: "${name}"\n    title: Kế hoạch\ncategory:`);
    const files = { [file]: text, [`articles/2026/${name}`]: 'PDF' };
    expect((await checkFolder(contentFolder(files))).map(formatFinding)).toEqual([
      `${file}:6:11 · tên tệp “${name}” có dấu # ? hoặc % · đổi tên tệp, chỉ dùng chữ, số và dấu gạch nối [tep-dinh-kem]`,
    ]);
  },
);
