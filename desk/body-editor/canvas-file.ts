const jpegQuality = 0.86;

/** The bytes of a canvas as a file; undefined if the browser cannot write it. */
export function canvasFile(canvas: HTMLCanvasElement, type: 'image/png' | 'image/jpeg'): Promise<Blob | undefined> {
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), type, jpegQuality));
}
