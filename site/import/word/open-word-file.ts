import type JSZip from 'jszip';
import { SettingsError } from '#site/settings.ts';

const saveAsDocx =
  'mở nó bằng Word hoặc LibreOffice, chọn Lưu thành (Save As), kiểu “Word Document (.docx)”, rồi nhập tệp ấy';

/** How a file begins that is encrypted, or of Word before 2007. */
const oleStart = '\xD0\xCF\x11\xE0';

/** How files that are no .docx begin, and what to do with them. */
const otherFiles: readonly (readonly [start: string, sentence: string])[] = [
  ['{\\rtf', `tệp RTF: ${saveAsDocx}.`],
  ['%PDF', 'tệp PDF, không giữ đoạn và bảng: xin tệp Word gốc, hoặc đính tệp PDF vào bài.'],
  [oleStart, `tệp Word đời cũ (.doc): ${saveAsDocx}.`],
];

/** The parts of a .docx. Throws a SettingsError that says how to get one when the bytes are another file. */
export async function openWordFile(bytes: Uint8Array): Promise<JSZip> {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  if (start.startsWith(oleStart) && isEncrypted(bytes))
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

/** Whether a file of the old format only wraps a .docx with a password: a part of it has this name, in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes).includes([...'EncryptedPackage'].join('\0'));
}
