import { fold } from '#vietnamese/fold.ts';
import { slug } from '#vietnamese/slug.ts';

const genericAlt =
  /^(buc |tam )?(anh|hinh|hinh anh|image|img|picture|photo|screenshot|untitled|minh hoa|anh minh hoa)( ?\d+)?$/;

/** Why an alternative text does not describe its picture, in Vietnamese; undefined when it does. */
export function altTextProblem(alt: string, fileName: string, caption?: string): string | undefined {
  if (alt === '') return 'chưa có mô tả';
  const plain = fold(alt).trim();
  const name = fileName.normalize('NFC').replace(/\.\w+$/, '');
  const isOfFile = alt.toLowerCase() === name.toLowerCase() || (isName(alt) && slug(alt) === slug(name));
  if (/\.(jpe?g|png|webp|avif|gif)$/.test(plain) || isOfFile) return 'có mô tả chỉ là tên tệp';
  if (genericAlt.test(plain)) return `có mô tả “${alt}”, không nói trong ảnh có gì`;
  if (caption && fold(caption).trim() === plain) return 'có mô tả lặp lại chú thích';
  return undefined;
}

/** Whether a text is written as files are named; a file is often named after the words that describe its picture. */
function isName(alt: string): boolean {
  const words = alt.trim().split(/\s+/);
  return words.length < 2 || /[\d_]/.test(alt) || words.some((word) => word.includes('-'));
}
