import { fold } from './fold.ts';

/** The part of an address made from Vietnamese text: "Hỏi & đáp" → "hoi-dap"; empty when no letter or digit is left. */
export function slug(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
