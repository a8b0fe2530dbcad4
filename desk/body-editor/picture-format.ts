/** A format of pictures. */
export type PictureFormat = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif' | 'heic' | 'svg' | 'other';

/** The format of a picture by its first bytes, whatever its name says. */
export function pictureFormat(bytes: Uint8Array): PictureFormat {
  const start = asText(bytes.subarray(0, 400));
  const found = signatures.find(([signature]) => signature.test(start));
  return found?.[1] ?? 'other';
}

const signatures: readonly (readonly [RegExp, PictureFormat])[] = [
  [/^\xFF\xD8\xFF/, 'jpeg'],
  [/^[\s\S]PNG\r\n/, 'png'],
  [/^GIF8/, 'gif'],
  [/^RIFF[\s\S]{4}WEBP/, 'webp'],
  [/^[\s\S]{4}ftyp(?:avif|avis)/, 'avif'],
  [/^[\s\S]{4}ftyp(?:heic|heix|hevc|heim|heis|mif1|msf1)/, 'heic'],
  [/<svg[\s>]/i, 'svg'],
];

/** What marks data about a picture in its bytes: of Exif, of XMP, and of IPTC, any of which may say where it was taken. */
const metadata: Readonly<Partial<Record<PictureFormat, RegExp>>> = {
  jpeg: /Exif\0\0|http:\/\/ns\.adobe\.com\/xap|Photoshop 3\.0/,
  png: /eXIf|XML:com\.adobe\.xmp|Raw profile type/,
  webp: /EXIF|XMP /,
  avif: /Exif|application\/rdf\+xml/,
  gif: /XMP DataXMP/,
};

/** Whether a picture may carry data about itself, such as where it was taken. */
export function mayHaveMetadata(bytes: Uint8Array, format: PictureFormat): boolean {
  return metadata[format]?.test(asText(bytes)) ?? true;
}

/** A character for each byte; those from 0x80 to 0x9F are of Windows-1252. */
function asText(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
