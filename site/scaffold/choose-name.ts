import { SettingsError } from '#site/settings.ts';
import { prompt, requireKnownName } from './prompt.ts';

/** A name of a list: the given one, the only one, or the one chosen at the prompt. Throws a SettingsError. */
export async function chooseName(
  kind: string,
  list: readonly { readonly name: string }[],
  given: string | undefined,
  isInteractive: boolean,
  usage: string,
): Promise<string> {
  const names = list.map(({ name }) => name);
  const [only] = names;
  if (given !== undefined) return requireKnownName(kind, names, given);
  if (names.length === 1 && only !== undefined) return only;
  if (!isInteractive)
    throw new SettingsError(`Cần chọn ${kind}: thêm vào lệnh một trong các tên ${names.join(', ')}\n${usage}`);
  const menu = names.map((name, index) => `  ${index + 1}. ${name}\n`).join('');
  return prompt(`${menu}Chọn ${kind} (gõ số):`, (answer) => {
    const name = names[Number(answer) - 1] ?? names.find((item) => item === answer);
    return name ? { answer: name } : { error: `Gõ một số từ 1 đến ${names.length}.` };
  });
}
