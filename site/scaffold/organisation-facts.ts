import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { z } from 'zod';
import { defaultShortName, organisationSchema } from '#news/organisation.ts';
import { parseRuleMessage } from '#news/rule.ts';
import { chosenColorProblem } from '#news/site-colors.ts';
import { optionalTelephoneField } from '#news/telephone.ts';
import { SettingsError } from '#site/settings.ts';
import { isInCapitals } from '#vietnamese/is-in-capitals.ts';
import { type AnswerValidator, prompt } from './prompt.ts';
import type { OrganisationFacts } from './starter-content.ts';

/** The facts of an organisation that were given with a command. */
export interface GivenFacts {
  readonly name?: string | undefined;
  readonly 'short-name'?: string | undefined;
  readonly address?: string | undefined;
  /** Separated by commas. */
  readonly telephone?: string | undefined;
  readonly email?: string | undefined;
  readonly accent?: string | undefined;
  /** A file of this computer. */
  readonly logo?: string | undefined;
}

/** A fact, and the prompt for it; a fact that may be empty has a default. */
interface Question {
  readonly key: keyof GivenFacts;
  readonly prompt: string;
  readonly validate: AnswerValidator;
  readonly isRequired?: boolean;
}

const { name, shortName, address, email, colors } = organisationSchema.shape;
const { accent } = colors.unwrap().shape;

/** The facts of an organisation, given or prompted for. Throws a SettingsError for a given one that is not valid. */
export async function organisationFacts(
  given: GivenFacts,
  isInteractive: boolean,
): Promise<{ readonly facts: OrganisationFacts; readonly logoFile?: string }> {
  const ask = (question: Question) => answerTo(question, given[question.key], isInteractive);
  const fullName = await ask({
    key: 'name',
    prompt: 'Tên đầy đủ của tổ chức:',
    validate: validateName,
    isRequired: true,
  });
  const short = defaultShortName(fullName);
  const answers = {
    shortName: await ask({
      key: 'short-name',
      prompt: `Tên gọi tắt trong câu (Enter: ${short}):`,
      validate: by(shortName),
    }),
    address: await ask({ key: 'address', prompt: 'Địa chỉ trụ sở:', validate: by(address), isRequired: true }),
    telephone: await ask({
      key: 'telephone',
      prompt: 'Điện thoại, có mã vùng; nhiều số thì cách nhau bằng dấu phẩy (Enter nếu chưa có):',
      validate: validateTelephones,
    }),
    email: await ask({ key: 'email', prompt: 'Thư điện tử (Enter nếu chưa có):', validate: by(email) }),
    accent: await ask({
      key: 'accent',
      prompt: 'Màu chính của trang, dấu # và sáu chữ số hệ 16 (Enter: màu có sẵn):',
      validate: validateAccent,
    }),
    logo: await ask({
      key: 'logo',
      prompt: 'Tệp biểu trưng trên máy này, .png hoặc .jpg (Enter: hình vẽ sẵn):',
      validate: validateFile,
    }),
  };
  return {
    facts: {
      name: fullName,
      shortName: answers.shortName || short,
      address: answers.address,
      telephones: separated(answers.telephone),
      email: answers.email,
      accent: answers.accent,
      logo: answers.logo && basename(answers.logo),
    },
    ...(answers.logo && { logoFile: answers.logo }),
  };
}

async function answerTo(question: Question, given: string | undefined, isInteractive: boolean): Promise<string> {
  const validate: AnswerValidator = (answer) =>
    answer === '' && !question.isRequired ? { answer } : question.validate(answer);
  if (given === undefined && isInteractive) return prompt(question.prompt, validate);
  const result = validate((given ?? '').normalize('NFC').trim());
  if ('error' in result) throw new SettingsError(`--${question.key}: ${result.error}`);
  return result.answer;
}

/** Accepts what a field of site.yaml accepts. */
function by(field: z.ZodType<string | undefined>): AnswerValidator {
  return (answer) => {
    const { success, data, error } = field.safeParse(answer);
    return success ? { answer: data ?? '' } : { error: sentence(error.issues[0]?.message ?? '') };
  };
}

function sentence(message: string): string {
  const problem = parseRuleMessage(message);
  return problem ? `${problem.wrong} · ${problem.remedy}` : message;
}

const validateName: AnswerValidator = (answer) =>
  isInCapitals(answer)
    ? {
        error:
          'tên viết hoa cả câu thì khó đọc · viết chữ thường, như “Liên hiệp các Hội …”; dòng bản quyền tự viết hoa',
      }
    : by(name)(answer);

const validateTelephones: AnswerValidator = (answer) => {
  const wrong = separated(answer)
    .map(by(optionalTelephoneField()))
    .find((result) => 'error' in result);
  return wrong ?? { answer };
};

const validateAccent: AnswerValidator = (answer) => {
  const result = by(accent)(answer);
  const problem = 'answer' in result ? chosenColorProblem('màu chính', result.answer) : undefined;
  return problem?.rule === 'mau-nhat' ? { error: `${problem.wrong} · ${problem.remedy}` } : result;
};

const validateFile: AnswerValidator = (answer) => {
  // A file that is dragged into a terminal arrives in quotes.
  const file = answer.replace(/^(['"])(.*)\1$/, '$2');
  return existsSync(file) ? { answer: file } : { error: `không thấy tệp “${file}”` };
};

function separated(list: string): string[] {
  return list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
