import { fold } from '#vietnamese/fold.ts';
import { slug } from '#vietnamese/slug.ts';

const genericAlt =
  /^(buc |tam )?(anh|hinh|hinh anh|image|img|picture|photo|screenshot|untitled|minh hoa|anh minh hoa)( ?\d+)?$/;

/** Why an alternative text does not describe its picture, in Vietnamese; undefined when it does. */
export function altTextProblem(alt: string, fileName: string, caption?: string): string | undefined {
  if (alt === '') return 'chưa có mô tả';
  const plain = fold(alt).trim();
  if (/\.(jpe?g|png|webp|avif|gif)$/.test(plain) || slug(alt) === slug(fileName.replace(/\.\w+$/, '')))
    return 'có mô tả chỉ là tên tệp';
  if (genericAlt.test(plain)) return `có mô tả “${alt}”, không nói trong ảnh có gì`;
  if (caption && fold(caption).trim() === plain) return 'có mô tả lặp lại chú thích';
  return undefined;
}
