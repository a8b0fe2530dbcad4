import { type AnswerValidator, prompt, promptSecret } from '#site/scaffold/prompt.ts';

/** Where a command tells an editor what happens, and asks. */
export interface Dialog {
  readonly say: (text: string) => void;
  /** Asks until the answer is valid. Throws a SettingsError if nobody can answer. */
  readonly ask: (question: string, validate: AnswerValidator) => Promise<string>;
  /** The same for what nobody else must see. */
  readonly askSecret: (question: string) => Promise<string>;
}

const stopped = '\nĐã dừng ở đây. Không mất gì: chạy lại lệnh để đi tiếp.';

/** The dialog on the terminal. */
export const terminalDialog: Dialog = {
  say: (text) => console.log(printable(text)),
  ask: (question, validate) => prompt(printable(question), validate, stopped),
  askSecret: (question) => promptSecret(question, stopped),
};

/** Replaces characters with which a file could control the terminal or turn its writing direction. */
function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD');
}

/** Asks a question that is answered by yes or no; yes if the answer is empty. */
export async function confirm({ ask }: Pick<Dialog, 'ask'>, question: string): Promise<boolean> {
  const answer = await ask(`${question} (Enter: có; k: không)`, (text) => {
    if (/^(?:|c|có|co|y|yes)$/i.test(text)) return { answer: 'yes' };
    if (/^(?:k|kh|ko|không|khong|n|no)$/i.test(text)) return { answer: 'no' };
    return { error: 'Bấm Enter nếu có, gõ k nếu không.' };
  });
  return answer === 'yes';
}

/** Asks for one of some numbered possibilities; returns its index. An empty answer is the usual one, if there is one. */
export async function choose({ ask, say }: Dialog, possibilities: readonly string[], usual?: number): Promise<number> {
  for (const [index, text] of possibilities.entries()) say(`  ${index + 1}. ${text}`);
  const answer = await ask(`Chọn (gõ số${usual === undefined ? '' : `; Enter: ${usual + 1}`}):`, (text) => {
    const number = text === '' && usual !== undefined ? usual + 1 : Number(text);
    return Number.isInteger(number) && number >= 1 && number <= possibilities.length
      ? { answer: String(number - 1) }
      : { error: `Gõ một số từ 1 đến ${possibilities.length}.` };
  });
  return Number(answer);
}
