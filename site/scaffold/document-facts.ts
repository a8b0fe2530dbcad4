import { documentTypes } from '#news/document-type.ts';
import { SettingsError } from '#site/settings.ts';
import { nearest } from '#vietnamese/nearest.ts';
import { anything, ask, type Judge, known } from './ask.ts';

const numbered: Judge = (answer) => (answer ? { answer } : { why: 'Văn bản không có số thì gõ: Không số.' });
const typed: Judge = (answer) => {
  const type = nearest(answer, documentTypes);
  if (type?.toLowerCase() === answer.toLowerCase()) return { answer: type };
  return { why: type ? `Có phải là “${type}”?` : `Gõ một trong: ${documentTypes.join(', ')}.` };
};

/** The number, kind and issuer of a new document; our own organisation issued it unless somebody else is named. */
export async function documentFacts(
  given: {
    readonly number?: string | undefined;
    readonly type?: string | undefined;
    readonly issuer?: string | undefined;
  },
  ours: string,
  asking: boolean,
  usage: string,
) {
  const missing = (what: string, option: string): never => {
    throw new SettingsError(`Cần ${what}: thêm vào lệnh ${option}\n${usage}`);
  };
  const [number, type, issuer] = [given.number, given.type, given.issuer].map((text) => text?.normalize('NFC').trim());
  return {
    number:
      number ||
      (asking ? await ask('Số, ký hiệu, như 12/KH-LHH:', numbered) : missing('số, ký hiệu', '--number "12/KH-LHH"')),
    type: type
      ? known('loại văn bản', documentTypes, type)
      : asking
        ? await ask('Loại văn bản (Kế hoạch, Quyết định, Công văn…):', typed)
        : missing('loại văn bản', '--type "Kế hoạch"'),
    issuer: issuer || (asking && (await ask(`Cơ quan ban hành (bỏ trống nếu là ${ours}):`, anything))) || ours,
  };
}
