import { SettingsError } from '#site/settings.ts';
import { parseVietnamDate, suggestedDate } from '#vietnamese/date.ts';
import { anything, ask, type Judge } from './ask.ts';

/** An instant in the form a file wants. */
const instant: Judge = (answer) => {
  const written = parseVietnamDate(answer) ? answer : suggestedDate(answer);
  return written ? { answer: written } : { why: 'Viết như 2026-12-01 08:00, hoặc chỉ ngày: 2026-12-01.' };
};
const instantOrNone: Judge = (answer) => (answer ? instant(answer) : { answer });

/** When and where a new event takes place. */
export async function eventFacts(
  given: { readonly from?: string | undefined; readonly to?: string | undefined; readonly place?: string | undefined },
  asking: boolean,
  usage: string,
) {
  const when = async (text: string | undefined, question: string, judge: Judge) => {
    if (text === undefined) return asking ? ask(question, judge) : '';
    const judged = judge(text.normalize('NFC').trim());
    if ('answer' in judged) return judged.answer;
    throw new SettingsError(`“${text}” không phải là thời điểm. ${judged.why}`);
  };
  const from = await when(given.from, 'Bắt đầu lúc nào (2026-12-01 08:00, hoặc chỉ ngày):', instant);
  if (!from) throw new SettingsError(`Cần lúc bắt đầu: thêm vào lệnh --from "2026-12-01 08:00"\n${usage}`);
  return {
    from,
    to: await when(given.to, 'Kết thúc lúc nào (bỏ trống nếu chưa rõ):', instantOrNone),
    place: given.place ?? (asking ? await ask('Nơi diễn ra (bỏ trống nếu chưa rõ):', anything) : ''),
  };
}
