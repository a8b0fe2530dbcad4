import { documentTypes } from '#news/document-types.ts';
import { SettingsError } from '#site/settings.ts';
import { nearest } from '#vietnamese/nearest.ts';
import { type AnswerValidator, acceptAny, prompt, requireKnownName } from './prompt.ts';

const validateNumber: AnswerValidator = (answer) =>
  answer ? { answer } : { error: 'Văn bản không có số thì gõ: Không số.' };
const validateType: AnswerValidator = (answer) => {
  const type = nearest(answer, documentTypes);
  if (type?.toLowerCase() === answer.toLowerCase()) return { answer: type };
  return { error: type ? `Có phải là “${type}”?` : `Gõ một trong: ${documentTypes.join(', ')}.` };
};

/** The number, type and issuer of a new document, given or prompted for; the default issuer is the own organisation. */
export async function documentFacts(
  given: {
    readonly number?: string | undefined;
    readonly type?: string | undefined;
    readonly issuer?: string | undefined;
  },
  organisation: string,
  isInteractive: boolean,
  usage: string,
) {
  const throwMissing = (what: string, option: string): never => {
    throw new SettingsError(`Cần ${what}: thêm vào lệnh ${option}\n${usage}`);
  };
  const [number, type, issuer] = [given.number, given.type, given.issuer].map((text) => text?.normalize('NFC').trim());
  return {
    number:
      number ||
      (isInteractive
        ? await prompt('Số, ký hiệu, như 12/KH-LHH:', validateNumber)
        : throwMissing('số, ký hiệu', '--number "12/KH-LHH"')),
    type: type
      ? requireKnownName('loại văn bản', documentTypes, type)
      : isInteractive
        ? await prompt('Loại văn bản (Kế hoạch, Quyết định, Công văn…):', validateType)
        : throwMissing('loại văn bản', '--type "Kế hoạch"'),
    issuer:
      issuer ||
      (isInteractive && (await prompt(`Cơ quan ban hành (bỏ trống nếu là ${organisation}):`, acceptAny))) ||
      organisation,
  };
}
