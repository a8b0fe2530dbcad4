import { expect, test } from 'vitest';
import { personalData } from '#news/personal-data.ts';

const own = { telephones: ['0912000111', '02270000001'], emails: ['lien-he@example.org', 'Lien.Hiep.Mau@gmail.com'] };
const reported = (text: string) => personalData(text, own).map(({ text: piece, kind }) => `${kind}: ${piece}`);

test.each([
  ['Ông Nguyễn Văn Mẫu, 034085000123, thường trú tại xã Minh Họa', '034085000123'],
  ['CCCD: 034 085 000 123', '034 085 000 123'],
  ['số định danh cá nhân 034.085.000.123', '034.085.000.123'],
  ['Mã số định danh 034205000123', '034205000123'],
  ['CMND số 151000123 do Công an tỉnh Mẫu cấp', '151000123'],
  ['chứng minh nhân dân của bà Trần Thị Mẫu: 151.000.123', '151.000.123'],
  ['SỐ CHỨNG MINH NHÂN DÂN: 151000123', '151000123'],
  ['Số CMT \uFFFC\uFFFC151000123\uFFFC\uFFFC', '151000123'],
])('a citizen’s identity number is reported: %s', (text, number) => {
  expect(reported(text)).toEqual([`số căn cước: ${number}`]);
});

test.each([
  ['Số tài khoản: 1900000000123 tại Ngân hàng Mẫu', '1900000000123'],
  ['STK 0011 0000 12345 (Ngân hàng Mẫu)', '0011 0000 12345'],
  ['STK 1900000000123 đồng chí Mẫu', '1900000000123'],
  ['STK: 123.456.789.012', '123.456.789.012'],
  ['ủng hộ vào tài khoản của Quỹ Vì Trẻ em Mẫu tại Ngân hàng Mẫu số 34000001', '34000001'],
  ['TK Ngân hàng Mẫu:\n  1000000012', '1000000012'],
  ['Số TK: 0987000123, chủ TK Nguyễn Văn Mẫu', '0987000123'],
  ['stk: 034085000123', '034085000123'],
])('a bank account number is reported: %s', (text, number) => {
  expect(reported(text)).toEqual([`số tài khoản ngân hàng: ${number}`]);
});

test.each([
  ['gọi ông Mẫu, 0987000123', '0987000123'],
  ['0987.000.123', '0987.000.123'],
  ['098 700 0123.', '098 700 0123'],
  ['09 870 00123', '09 870 00123'],
  ['ĐT: 0387-000-123', '0387-000-123'],
  ['0587.00.01.23', '0587.00.01.23'],
  ['098.3000.123', '098.3000.123'],
  ['0787\u00A0000\u00A0123', '0787\u00A0000\u00A0123'],
  ['0987 - 000 - 123', '0987 - 000 - 123'],
  ['+84 987 000 123', '+84 987 000 123'],
  ['+84987000123', '+84987000123'],
  ['(+84) 98 700 01 23', '(+84) 98 700 01 23'],
  ['84987000123', '84987000123'],
  ['(0887) 000 123', '(0887) 000 123'],
  ['Tài khoản Zalo: 0987000123', '0987000123'],
  ['Fax: 0227.0000.009, DĐ: 0987.000.123', '0987.000.123'],
  ['\uFFFC0987.000.123\uFFFC\uFFFC', '0987.000.123'],
  ['gọi 0987000123 đồng chí Mẫu', '0987000123'],
  ['Mã số dự thi của em Nguyễn Văn Mẫu ở xã Minh Họa, 0987000123', '0987000123'],
  ['Xin quét mã vạch. Ông Mẫu, 0987000123', '0987000123'],
  ['Ban tổ chức quyết định mời bà Mẫu (0987000123)', '0987000123'],
])('a private mobile number is reported: %s', (text, number) => {
  expect(reported(text)).toEqual([`số điện thoại di động: ${number}`]);
});

test.each([
  ['gửi về nguyen.van-mau@example.com.', 'nguyen.van-mau@example.com'],
  ['mau@GMAIL.com', 'mau@GMAIL.com'],
  ['mau@van-phong.example.org', 'mau@van-phong.example.org'],
  ['0987000123@example.com', '0987000123@example.com'],
])('an e-mail address outside the organisation is reported: %s', (text, address) => {
  expect(reported(text)).toEqual([`địa chỉ thư điện tử: ${address}`]);
});

test.each([
  'Văn phòng: 0912.000.111, +84 912 000 111, 0227.0000.001',
  'STK xin hỏi qua số 0912000111',
  'lien-he@example.org, Van-Phong@Example.org, LIEN.HIEP.MAU@gmail.com',
])('the contacts of the organisation are not reported: %s', (text) => {
  expect(reported(text)).toEqual([]);
});

test.each([
  '12.000.000 đồng, 001.200.000.000 đồng, 001200000000 đồng, 84 912 345 678 đồng, 84.912.345.678',
  'chuyển vào tài khoản 500.000.000 đồng; tài khoản còn 1500000 đ',
  'Số tài khoản mở mới là 1.250.000; tài khoản 12.000.000 và 15.000.000',
  'cấp căn cước cho 151.000.123 người, 151000123 người',
  'mở tài khoản ngày 01.01.2024, ngày 15/08/2024, giai đoạn 2020 2025, năm 2018 - 2023',
  'từ 2018-2023, 2018 -2023, 09.12.2024, 09 12 34 56 78, 08-12-2024-15',
  'Nghị định 42/2022/NĐ-CP, Quyết định số 0912345678/QĐ, công văn số 0912345678',
  '0227.3740.223, 02273740223, 3731.947, (0227) 3740 223, 024 3943 0000',
  'trước năm 2017: 036.3740.223, 036.3740223, (036) 3740223, 08.3823.0000, (08) 3823 0000',
  'Fax: 0387000123',
  'ISBN 978-0-912345-67-8, ISBN 9780912345678, ISBN 0912345678, 978-0912345678',
  'mã số thuế 0301000123, MST: 0301000123, Giấy chứng nhận đăng ký kinh doanh số 0301000123',
  'mã vạch 034085000123; 034985000123; 000085000123; 097085000123; 9780340850001',
  'mã 151000123 không nói là của ai; 123456789012',
  'lãi suất 3,0912345678; 1.0912345678; phiên bản 1.034085000123',
  'Nợ TK 111 112 131; tài khoản 123.456.789',
  'STK có 20 chữ số 12345678901234567890; đặt lịch qua tài khoản, gọi 0227.3740.223',
  'Cách gõ @ trong thư: ten@vi-du',
  '| Năm | 2021 | 2022 |\n| Tấn | 034 085 | 001 234 |',
])('amounts, document numbers and landlines are not personal data: %s', (text) => {
  expect(reported(text)).toEqual([]);
});

test('each occurrence is reported once, in the order of the text, at its offset', () => {
  const text = 'Bà Trần Thị Mẫu (CCCD 034185000123, STK: 0987000123, ĐT 0987000123-0387000123, mau@example.com).';
  const found = personalData(text, own);
  expect(found.map(({ kind }) => kind)).toEqual([
    'số căn cước',
    'số tài khoản ngân hàng',
    'số điện thoại di động',
    'số điện thoại di động',
    'địa chỉ thư điện tử',
  ]);
  for (const { offset, text: piece } of found) expect(text.slice(offset, offset + piece.length)).toBe(piece);
  expect(found.map(({ offset }) => offset)).toEqual(found.map(({ offset }) => offset).sort((a, b) => a - b));
});
