import { slug } from '#vietnamese/slug.ts';

/** In characters, without the extension: a name is a part of addresses. */
const maxLength = 60;

/** A file name in lower-case ASCII: "Hội nghị (1).JPG" → "hoi-nghi-1.jpg", with another extension if one is given. */
export function safeFileName(name: string, extension = /\.\w+$/.exec(name)?.[0] ?? ''): string {
  const base = slug(name.replace(/\.\w+$/, ''))
    .slice(0, maxLength)
    .replace(/-$/, '');
  return (base || 'tep') + extension.toLowerCase().replace(/^\.jpe?g$|^\.jfif$/, '.jpg');
}

/** A name that is not among those in use: "anh.jpg" → "anh-2.jpg". */
export function unusedName(name: string, used: ReadonlySet<string>): string {
  if (!used.has(name)) return name;
  const [, base = name, extension = ''] = /^(.*?)(\.\w+)?$/.exec(name) ?? [];
  let number = 2;
  while (used.has(`${base}-${number}${extension}`)) number++;
  return `${base}-${number}${extension}`;
}
