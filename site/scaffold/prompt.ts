import { createInterface } from 'node:readline';
import { SettingsError } from '#site/settings.ts';
import { nearest } from '#vietnamese/nearest.ts';

const { stdin, stdout } = process;
const lines = createInterface({ input: stdin })[Symbol.asyncIterator]();
// Only a question keeps the process alive: otherwise a command that ends, by an error too, would wait for input.
stdin.unref?.();

/** Returns a valid answer in its final form, or an error message in Vietnamese. */
export type AnswerValidator = (answer: string) => { readonly answer: string } | { readonly error: string };

/** Accepts any answer, an empty one too. */
export const acceptAny: AnswerValidator = (answer) => ({ answer });

const nothingCreated = '\nChưa tạo tệp nào: đã dừng giữa chừng.';

/** Prompts on the terminal until the answer is valid. Throws a SettingsError, which says `stopped`, at the end of the input. */
export async function prompt(question: string, validate: AnswerValidator, stopped = nothingCreated): Promise<string> {
  for (;;) {
    stdout.write(`${question} `);
    stdin.ref?.();
    const { value, done } = await lines.next();
    stdin.unref?.();
    if (done) throw new SettingsError(stopped);
    const result = validate(value.normalize('NFC').trim());
    if ('answer' in result) return result.answer;
    stdout.write(`${result.error}\n`);
  }
}

/** Prompts once for a line that the terminal does not show. Throws a SettingsError at the end of the input. */
export async function promptSecret(question: string, stopped: string): Promise<string> {
  // In raw mode the terminal shows nothing, and leaves Ctrl+C and the deletion of characters to this process.
  const stopAtControlC = (bytes: Buffer) => {
    if (!bytes.includes(3)) return;
    stdin.setRawMode(false);
    process.exit(130);
  };
  const isTerminal = stdin.isTTY;
  if (isTerminal) stdin.setRawMode(true).on('data', stopAtControlC);
  try {
    return withoutDeleted(await prompt(question, acceptAny, stopped));
  } finally {
    if (isTerminal) stdin.setRawMode(false).off('data', stopAtControlC);
    stdout.write('\n');
  }
}

/** A line as it was typed, without the characters that the editor deleted. */
function withoutDeleted(line: string): string {
  const kept: string[] = [];
  for (const character of line) {
    if (character === '\b' || character === '\u007F') kept.pop();
    else kept.push(character);
  }
  return kept.join('').trim();
}

/** Returns a name that is in a list. Throws a SettingsError with the nearest name if it is not. */
export function requireKnownName(kind: string, names: readonly string[], name: string): string {
  if (names.includes(name)) return name;
  const suggestion = nearest(name, names);
  throw new SettingsError(
    `Không có ${kind} “${name}”: ${suggestion ? `có phải là “${suggestion}”?` : `chọn một trong: ${names.join(', ')}`}`,
  );
}
