import { extname } from 'node:path';
import { zipSync } from 'fflate';
import sharp from 'sharp';

const officeFiles = /^\.(docx|xlsx|pptx|odt|ods|odp|zip)$/;
const beginnings: Readonly<Record<string, string>> = {
  '.pdf': '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  '.mp3': 'ID3\x03\0\0\0\0\0\0',
  '.mp4': '\0\0\0\x18ftypisom\0\0\x02\0isomiso2',
  '.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="240"><rect width="9" height="9"/></svg>',
};

const made = new Map<string, Promise<Uint8Array>>();

/** A small valid file of the kind that a name says, such as a grey picture for "anh.jpg". */
export function placeholderFile(name: string): Promise<Uint8Array> {
  const extension = extname(name).toLowerCase();
  const file = made.get(extension) ?? makeFile(extension);
  made.set(extension, file);
  return file;
}

async function makeFile(extension: string): Promise<Uint8Array> {
  if (/^\.(jpe?g|png|webp|avif|gif|tiff?)$/.test(extension)) {
    const picture = sharp({ create: { width: 320, height: 240, channels: 3, background: '#888' } });
    return picture.toFormat(extension.slice(1) as 'png').toBuffer();
  }
  if (officeFiles.test(extension)) return zipSync({ 'noi-dung.txt': Buffer.from('tệp thay thế') });
  return Buffer.from(beginnings[extension] ?? 'tệp thay thế\n', 'utf8');
}
