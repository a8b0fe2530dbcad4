import type { Metadata } from 'sharp';

/** A format of a picture file, and how to write it again. */
type Encoding = readonly ['jpeg' | 'png' | 'webp' | 'avif', { readonly quality?: number }];

/** A quality would reduce the colours of a PNG. */
const encodings: Readonly<Record<string, Encoding>> = {
  jpeg: ['jpeg', { quality: 90 }],
  png: ['png', {}],
  webp: ['webp', { quality: 90 }],
  heif: ['avif', { quality: 80 }],
};

/** How to write a picture file again in its own format; undefined for an animation, of which one frame would be left. */
export function rewrittenEncoding({ format, pages = 1 }: Metadata): Encoding | undefined {
  return pages > 1 ? undefined : encodings[format];
}
