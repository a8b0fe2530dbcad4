import { createInterface } from 'node:readline';
import { SettingsError } from '#site/settings.ts';
import { nearest } from '#vietnamese/nearest.ts';

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

/** Returns a valid answer in its final form, or an error message in Vietnamese. */
export type AnswerValidator = (answer: string) => { readonly answer: string } | { readonly error: string };

/** Accepts any answer, an empty one too. */
export const acceptAny: AnswerValidator = (answer) => ({ answer });

/** Prompts on the terminal until the answer is valid. Throws a SettingsError at the end of the input. */
export async function prompt(question: string, validate: AnswerValidator): Promise<string> {
  for (;;) {
    process.stdout.write(`${question} `);
    const { value, done } = await lines.next();
    if (done) throw new SettingsError('\nChưa tạo tệp nào: đã dừng giữa chừng.');
    const result = validate(value.normalize('NFC').trim());
    if ('answer' in result) return result.answer;
    process.stdout.write(`${result.error}\n`);
  }
}

/** Returns a name that is in a list. Throws a SettingsError with the nearest name if it is not. */
export function requireKnownName(kind: string, names: readonly string[], name: string): string {
  if (names.includes(name)) return name;
  const suggestion = nearest(name, names);
  throw new SettingsError(
    `Không có ${kind} “${name}”: ${suggestion ? `có phải là “${suggestion}”?` : `chọn một trong: ${names.join(', ')}`}`,
  );
}
