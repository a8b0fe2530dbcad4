import type { Content } from '#news/visible-content.ts';
import { chooseName } from './choose-name.ts';
import { type AnswerValidator, prompt } from './prompt.ts';

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
  const category = await chooseName('chuyên mục', categories, given.category, isInteractive, usage);
  const author = await chooseName('tác giả', authors, given.author, isInteractive, usage);
  const question = 'Lời dẫn, một hai câu nói điều chính của bài:';
  return { category, author, lead: given.lead ?? (isInteractive ? await prompt(question, validateLead) : '') };
}
