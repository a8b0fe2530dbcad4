import { createInterface } from 'node:readline';
import { SettingsError } from '#site/settings.ts';
import { nearest } from '#vietnamese/nearest.ts';

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

/** An answer that will do, or why it will not. */
export type Judge = (answer: string) => { readonly answer: string } | { readonly why: string };

/** Any answer will do, none as well. */
export const anything: Judge = (answer) => ({ answer });

/** Asks on the terminal until the answer will do. */
export async function ask(question: string, judge: Judge): Promise<string> {
  for (;;) {
    process.stdout.write(`${question} `);
    const { value, done } = await lines.next();
    if (done) throw new SettingsError('\nChưa tạo tệp nào: đã dừng giữa chừng.');
    const judged = judge(value.normalize('NFC').trim());
    if ('answer' in judged) return judged.answer;
    process.stdout.write(`${judged.why}\n`);
  }
}

/** A name of a list as it was given, or the refusal of one that is not in it. */
export function known(kind: string, names: readonly string[], given: string): string {
  if (names.includes(given)) return given;
  const near = nearest(given, names);
  throw new SettingsError(
    `Không có ${kind} “${given}”: ${near ? `có phải là “${near}”?` : `chọn một trong: ${names.join(', ')}`}`,
  );
}
