import { canvasFile } from './canvas-file.ts';
import { PictureError } from './picture-error.ts';
import { safeFileName } from './safe-file-name.ts';

/** In pixels: what a page shows sharply. */
const longSide = 2000;

/** A drawing (SVG) as a PNG on white, since most have dark lines and no background. Throws a PictureError. */
export async function drawSvg(file: File): Promise<File> {
  const drawing = new DOMParser().parseFromString(await file.text(), 'image/svg+xml').documentElement;
  const isWhole = drawing instanceof SVGSVGElement && !drawing.querySelector('parsererror');
  const drawn = isWhole ? await drawOnCanvas(drawing).catch(() => undefined) : undefined;
  if (!drawn)
    throw new PictureError(
      `Trình duyệt không vẽ được hình “${file.name}” (SVG): mở nó bằng chương trình đã vẽ, lưu thành PNG rồi thêm lại.`,
    );
  return new File([drawn], safeFileName(file.name, '.png'), { type: 'image/png' });
}

/** Rejects where the browser cannot draw it, or may not give its pixels away (HTML inside a drawing). */
async function drawOnCanvas(drawing: SVGSVGElement): Promise<Blob | undefined> {
  const { width, height } = sizeOf(drawing);
  const scale = longSide / Math.max(width, height);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height].map((side) => Math.max(1, Math.round(scale * side))) as [
    number,
    number,
  ];
  if (!drawing.hasAttribute('viewBox')) drawing.setAttribute('viewBox', `0 0 ${width} ${height}`);
  drawing.setAttribute('width', String(canvas.width));
  drawing.setAttribute('height', String(canvas.height));
  const text = new XMLSerializer().serializeToString(drawing);
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const context = canvas.getContext('2d');
    if (!context) return undefined;
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await canvasFile(canvas, 'image/png');
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** The size that a drawing names, of which only the ratio counts; without one that of CSS. */
function sizeOf(drawing: SVGSVGElement): { readonly width: number; readonly height: number } {
  const { width, height } = drawing.viewBox.baseVal ?? {};
  if (width && height) return { width, height };
  const [ownWidth = 0, ownHeight = 0] = ['width', 'height'].map((name) =>
    Number.parseFloat(drawing.getAttribute(name) ?? ''),
  );
  return ownWidth > 0 && ownHeight > 0 ? { width: ownWidth, height: ownHeight } : { width: 300, height: 150 };
}
