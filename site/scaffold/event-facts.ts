import { SettingsError } from '#site/settings.ts';
import { parseVietnamDate, suggestedDate } from '#vietnamese/date.ts';
import { type AnswerValidator, acceptAny, prompt } from './prompt.ts';

/** Returns an instant in the format of the front matter. */
const validateInstant: AnswerValidator = (answer) => {
  const formatted = parseVietnamDate(answer) ? answer : suggestedDate(answer);
  return formatted ? { answer: formatted } : { error: 'Viết như 2026-12-01 08:00, hoặc chỉ ngày: 2026-12-01.' };
};
const validateOptionalInstant: AnswerValidator = (answer) => (answer ? validateInstant(answer) : { answer });

/** When and where a new event takes place, given or prompted for. */
export async function eventFacts(
  given: { readonly from?: string | undefined; readonly to?: string | undefined; readonly place?: string | undefined },
  isInteractive: boolean,
  usage: string,
) {
  const readInstant = async (text: string | undefined, question: string, validate: AnswerValidator) => {
    if (text === undefined) return isInteractive ? prompt(question, validate) : '';
    const result = validate(text.normalize('NFC').trim());
    if ('answer' in result) return result.answer;
    throw new SettingsError(`“${text}” không phải là thời điểm. ${result.error}`);
  };
  const from = await readInstant(given.from, 'Bắt đầu lúc nào (2026-12-01 08:00, hoặc chỉ ngày):', validateInstant);
  if (!from) throw new SettingsError(`Cần lúc bắt đầu: thêm vào lệnh --from "2026-12-01 08:00"\n${usage}`);
  return {
    from,
    to: await readInstant(given.to, 'Kết thúc lúc nào (bỏ trống nếu chưa rõ):', validateOptionalInstant),
    place: given.place ?? (isInteractive ? await prompt('Nơi diễn ra (bỏ trống nếu chưa rõ):', acceptAny) : ''),
  };
}
