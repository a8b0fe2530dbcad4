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

/** Gives each file a name that the function was not called with before: every pasted picture is an "image.png". */
export function withUnusedNames<Result>(keep: (file: File) => Result): (file: File) => Result {
  const used = new Set<string>();
  return (file) => {
    const name = unusedName(file.name, used);
    used.add(name);
    return keep(name === file.name ? file : new File([file], name, { type: file.type }));
  };
}

/** "anh.jpg" → "anh-2.jpg", if that is not used either. */
function unusedName(name: string, used: ReadonlySet<string>): string {
  if (!used.has(name)) return name;
  const [, base = name, extension = ''] = /^(.*?)(\.\w+)?$/.exec(name) ?? [];
  let number = 2;
  while (used.has(`${base}-${number}${extension}`)) number++;
  return `${base}-${number}${extension}`;
}
