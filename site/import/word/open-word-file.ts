import type JSZip from 'jszip';
import { SettingsError } from '#site/settings.ts';

const saveAsDocx =
  'mở nó bằng Word hoặc LibreOffice, chọn Lưu thành (Save As), kiểu “Word Document (.docx)”, rồi nhập tệp ấy';

/** How files that are no .docx begin, and what to do with them. */
const otherFiles: readonly (readonly [start: string, sentence: string])[] = [
  ['{\\rtf', `tệp RTF: ${saveAsDocx}.`],
  ['%PDF', 'tệp PDF, không giữ đoạn và bảng: xin tệp Word gốc, hoặc đính tệp PDF vào bài.'],
  ['\xD0\xCF\x11\xE0', `tệp Word đời cũ (.doc): ${saveAsDocx}.`],
];

/** The parts of a .docx. Throws a SettingsError that says how to get one when the bytes are another file. */
export async function openWordFile(bytes: Buffer): Promise<JSZip> {
  const start = bytes.subarray(0, 8).toString('latin1');
  if (start.startsWith('\xD0\xCF\x11\xE0') && bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')))
    throw new SettingsError('tệp có mật khẩu: mở bằng Word, bỏ mật khẩu, lưu lại rồi nhập.');
  const [, sentence] = otherFiles.find(([begin]) => start.startsWith(begin)) ?? [];
  if (sentence !== undefined) throw new SettingsError(sentence);
  const { default: Zip } = await import('jszip');
  let zip: JSZip;
  try {
    zip = await Zip.loadAsync(bytes);
  } catch {
    throw new SettingsError('không phải là tệp Word, hoặc tệp hỏng, chưa tải xong: xin gửi lại.');
  }
  if (zip.file('word/document.xml')) return zip;
  if (zip.file('content.xml')) throw new SettingsError(`tệp của LibreOffice (.odt): ${saveAsDocx}.`);
  throw new SettingsError('không phải là tệp Word (.docx).');
}
