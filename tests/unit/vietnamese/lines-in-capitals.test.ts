import { expect, test } from 'vitest';
import { linesInCapitals } from '#vietnamese/lines-in-capitals.ts';

function found(text: string): string[] {
  return linesInCapitals(text).map((offset) => text.slice(offset).split('\n', 1).join());
}

test.each([
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
  '**CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM**',
  '| LIÊN HIỆP CÁC HỘI KHOA HỌC TỈNH | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |',
  'TỈNH ỦY THÁI BÌNH     ĐẢNG CỘNG SẢN VIỆT NAM',
  'TỈNH ỦY THÁI BÌNH\nĐẢNG CỘNG SẢN VIỆT NAM',
  'TM. BAN THƯỜNG VỤ',
  '**T/M BAN CHẤP HÀNH HỘI**',
  'TUQ. CHỦ TỊCH LIÊN HIỆP HỘI',
  'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH THƯỜNG TRỰC',
  '**KT. CHỦ TỊCH**\n\n**PHÓ CHỦ TỊCH THƯỜNG TRỰC**\n\n**Nguyễn Văn A**',
  'Q. GIÁM ĐỐC SỞ KHOA HỌC',
  'NGƯỜI ĐẠI DIỆN THEO PHÁP LUẬT\n\n*(Ký, ghi rõ họ tên)*',
])('%j is the form of a document', (text) => {
  expect(found(text)).toEqual([]);
  expect(found(text.normalize('NFD'))).toEqual([]);
});

test.each([
  ['HỘI NGHỊ TỔNG KẾT NĂM\n\nChữ thường.', ['HỘI NGHỊ TỔNG KẾT NĂM']],
  ['Chữ.\n\nKẾT QUẢ HOẠT ĐỘNG NĂM QUA', ['KẾT QUẢ HOẠT ĐỘNG NĂM QUA']],
  ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập\nBÁO CÁO TỔNG KẾT NĂM', ['BÁO CÁO TỔNG KẾT NĂM']],
  ['QUY ĐỊNH VỀ VIỆC CẤP\nGIẤY PHÉP HOẠT ĐỘNG KHOA HỌC', ['QUY ĐỊNH VỀ VIỆC CẤP']],
  ['KẾT QUẢ NĂM VỪA QUA\n\nKẾ HOẠCH NĂM TỚI ĐÂY', ['KẾT QUẢ NĂM VỪA QUA', 'KẾ HOẠCH NĂM TỚI ĐÂY']],
  ['MỪNG NGÀY THÀNH LẬP ĐẢNG CỘNG SẢN VIỆT NAM', ['MỪNG NGÀY THÀNH LẬP ĐẢNG CỘNG SẢN VIỆT NAM']],
  ['HỘI THẢO VỀ CÂY LÚA (KÝ SỰ)', ['HỘI THẢO VỀ CÂY LÚA (KÝ SỰ)']],
])('%j is told once for each block', (text, expected) => expect(found(text)).toEqual(expected));
