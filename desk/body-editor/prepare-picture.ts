import { canvasFile } from './canvas-file.ts';
import { drawSvg } from './draw-svg.ts';
import { PictureError } from './picture-error.ts';
import { mayHaveMetadata, type PictureFormat, pictureFormat } from './picture-format.ts';
import { safeFileName } from './safe-file-name.ts';

/** In pixels: no page shows a picture larger. */
const longSide = 2400;
/** In bytes: a larger file is written again, in fewer. */
const maxKeptBytes = 1_500_000;

/**
 * A picture for an article: upright, at most 2,400 pixels, without the place where it was taken, and with a safe name.
 * A drawing (SVG) becomes a PNG; HEIC stays as it is where the browser cannot read it: the CMS makes a WebP of it. Throws a PictureError.
 */
export async function preparePicture(file: File): Promise<File> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const format = pictureFormat(bytes);
  if (format === 'svg') return drawSvg(file);
  const bitmap = await decode(file);
  if (!bitmap) {
    if (format === 'heic') return renamed(file, format);
    throw new PictureError(`Ảnh “${file.name}” hỏng, không mở được: xin ảnh gốc.`);
  }
  try {
    const isSmall = Math.max(bitmap.width, bitmap.height) <= longSide && file.size <= maxKeptBytes;
    const isKept = extensions[format] !== undefined && isSmall && !mayHaveMetadata(bytes, format);
    // A canvas would keep only the first image of an animation.
    if (isKept || (format === 'gif' && isSmall)) return renamed(file, format);
    return await rewritten(file, bitmap, format);
  } finally {
    bitmap.close();
  }
}

const extensions: Readonly<Partial<Record<PictureFormat, string>>> = {
  ...{ jpeg: '.jpg', png: '.png', gif: '.gif', webp: '.webp', avif: '.avif' },
};

async function decode(file: Blob): Promise<ImageBitmap | undefined> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return undefined;
  }
}

function renamed(file: File, format: PictureFormat): File {
  const type = `image/${format}`;
  return new File([file], safeFileName(file.name, extensions[format] ?? `.${format}`), { type });
}

async function rewritten(file: File, bitmap: ImageBitmap, format: PictureFormat): Promise<File> {
  const scale = Math.min(1, longSide / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const type = format !== 'jpeg' && hasTransparency(bitmap) ? 'image/png' : 'image/jpeg';
  const context = canvas.getContext('2d');
  if (context) context.imageSmoothingQuality = 'high';
  context?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const blob = await canvasFile(canvas, type);
  if (!blob) throw new PictureError(`Ảnh “${file.name}” lớn quá, trình duyệt không thu nhỏ được: thu nhỏ trước đã.`);
  return new File([blob], safeFileName(file.name, type === 'image/png' ? '.png' : '.jpg'), { type });
}

/** Whether some of a picture is transparent, looked at in small. */
function hasTransparency(bitmap: ImageBitmap): boolean {
  const size = 64;
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.drawImage(bitmap, 0, 0, size, size);
  const { data } = context?.getImageData(0, 0, size, size) ?? { data: [] };
  return data.some((value, index) => index % 4 === 3 && value < 255);
}
