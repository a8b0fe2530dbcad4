import { fold } from './fold.ts';

/** The slug of a Vietnamese text: "Hỏi & đáp" → "hoi-dap"; empty when it has no letter or digit. */
export function slug(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
