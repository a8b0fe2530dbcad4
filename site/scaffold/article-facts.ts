import type { Content } from '#news/visible-content.ts';
import { SettingsError } from '#site/settings.ts';
import { type AnswerValidator, prompt, requireKnownName } from './prompt.ts';

const validateLead: AnswerValidator = (answer) =>
  /^[\p{L}\p{N}“"(]/u.test(answer) && !/^\d+[.)] /.test(answer)
    ? { answer }
    : { error: 'Lời dẫn là một hai câu, bắt đầu bằng chữ.' };

/** The category, author and lead of a new article, given or prompted for; the lead may be empty. */
export async function articleFacts(
  given: {
    readonly category?: string | undefined;
    readonly author?: string | undefined;
    readonly lead?: string | undefined;
  },
  { categories, authors }: Pick<Content, 'categories' | 'authors'>,
  isInteractive: boolean,
  usage: string,
) {
  /** A name of a list: the given one, the only one, or the one chosen at the prompt. */
  const choose = async (kind: string, list: readonly { readonly name: string }[], givenName: string | undefined) => {
    const names = list.map(({ name }) => name);
    const [only] = names;
    if (givenName !== undefined) return requireKnownName(kind, names, givenName);
    if (names.length === 1 && only !== undefined) return only;
    if (!isInteractive)
      throw new SettingsError(`Cần chọn ${kind}: thêm vào lệnh một trong các tên ${names.join(', ')}\n${usage}`);
    return promptForName(kind, names);
  };
  const category = await choose('chuyên mục', categories, given.category);
  const author = await choose('tác giả', authors, given.author);
  const question = 'Lời dẫn, một hai câu nói điều chính của bài:';
  return { category, author, lead: given.lead ?? (isInteractive ? await prompt(question, validateLead) : '') };
}

function promptForName(kind: string, names: readonly string[]): Promise<string> {
  const menu = names.map((name, index) => `  ${index + 1}. ${name}\n`).join('');
  return prompt(`${menu}Chọn ${kind} (gõ số):`, (answer) => {
    const name = names[Number(answer) - 1] ?? names.find((item) => item === answer);
    return name ? { answer: name } : { error: `Gõ một số từ 1 đến ${names.length}.` };
  });
}
