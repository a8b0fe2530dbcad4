import { extname } from 'node:path';
import type { Problem } from '#news/rule.ts';
import type { BuildCache } from '#site/cache/build-cache.ts';
import type { Finding } from '#site/finding.ts';
import { type FileType, fileTypeNames, readFileType } from '#site/read/file-type.ts';
import { inspectChangedFiles } from './inspect-changed-files.ts';
import { downloadedPictureProblems } from './photo-problems.ts';

/** Findings for files offered for download that are damaged, of another type than their name says, or tell too much. */
export function checkAttachments(files: Iterable<string>, cache: BuildCache): Promise<Finding[]> {
  return inspectChangedFiles('checked attachments', files, cache, attachmentProblems);
}

const pictures: readonly FileType[] = ['jpeg', 'png', 'gif', 'webp', 'avif'];

/** The types that programs open under an extension. Word and Excel also open what older programs saved as .doc or .xls. */
const typesByExtension: Readonly<Record<string, readonly FileType[]>> = {
  pdf: ['pdf'],
  docx: ['docx', 'zip'],
  xlsx: ['xlsx', 'zip'],
  pptx: ['pptx', 'zip'],
  odt: ['odf', 'zip'],
  ods: ['odf', 'zip'],
  odp: ['odf', 'zip'],
  doc: ['ole', 'rtf', 'docx', 'html', 'xml', 'text', 'other'],
  xls: ['ole', 'xlsx', 'html', 'xml', 'text', 'other'],
  ppt: ['ole', 'pptx', 'other'],
  rtf: ['rtf', 'text'],
  txt: ['text', 'html', 'xml', 'svg', 'rtf', 'other'],
  csv: ['text', 'other'],
  zip: ['zip', 'docx', 'xlsx', 'pptx', 'odf'],
  rar: ['rar'],
  '7z': ['7z'],
  jpg: pictures,
  jpeg: pictures,
  png: pictures,
  webp: pictures,
  gif: pictures,
  mp3: ['mp3', 'text', 'other'],
  mp4: ['mp4', 'text', 'other'],
};

async function attachmentProblems(file: string): Promise<Problem[]> {
  const extension = extname(file).slice(1).toLowerCase();
  const type = readableFileType(file);
  const expected = typesByExtension[extension];
  if (!type || !expected) return [];
  if (!expected.includes(type)) return [typeProblem(extension, type)];
  return pictures.includes(type) ? downloadedPictureProblems(file) : [];
}

/** The type of a file; undefined if it may not be read, which the build tells when it copies the file. */
function readableFileType(file: string): FileType | undefined {
  try {
    return readFileType(file);
  } catch {
    return undefined;
  }
}

function typeProblem(extension: string, type: FileType): Problem {
  const rule = 'ruot-tep';
  if (type === 'empty') return { rule, wrong: 'tệp trống (0 byte), không mở được', remedy: copyAgain };
  const wrong = `tệp tên .${extension} nhưng bên trong là ${fileTypeNames[type]}`;
  return {
    rule,
    wrong,
    remedy: remedies[type] ?? `tìm tệp .${extension} thật, hoặc mở tệp này rồi lưu lại thành .${extension}`,
  };
}

const copyAgain = 'chép lại tệp gốc vào đây';
const remedies: { readonly [Type in FileType]?: string } = {
  zeros: copyAgain,
  cut: copyAgain,
  html: 'tải lại tệp từ nơi gốc: lần trước đã tải nhầm một trang web, thường là trang đăng nhập hay trang báo lỗi',
  pointer: 'chạy git lfs pull để lấy tệp thật',
};
