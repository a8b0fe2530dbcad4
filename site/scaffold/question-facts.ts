import { acceptAny, prompt } from './prompt.ts';

/** The asker and the full text of a new question, given or prompted for; both may be empty. */
export async function questionFacts(given: { readonly asker?: string | undefined }, isInteractive: boolean) {
  const ask = async (text: string) => (isInteractive ? prompt(text, acceptAny) : '');
  return {
    asker: given.asker ?? (await ask('Tên người hỏi sẽ in ra (bỏ trống nếu không in):')),
    question: await ask('Nội dung đầy đủ của câu hỏi (bỏ trống nếu chỉ một dòng):'),
  };
}
