import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { documentTypes } from '#news/document-type.ts';
import { readContent } from '#site/read/read-content.ts';
import { fileSlug } from '#site/read/read-item.ts';
import { shownPath } from '#site/read/source-file.ts';
import { newArticle, newDocument, newQuestion, type Scaffold, titleSlug } from '#site/scaffold.ts';
import { readSettings, SettingsError } from '#site/settings.ts';
import { nearest } from '#vietnamese/nearest.ts';
import { slug } from '#vietnamese/slug.ts';
import { anything, ask, type Judge, known } from './ask.ts';
import { runCommand } from './run-command.ts';

const usage = `Cách dùng: npm run new -- "Tiêu đề bài" [--category "…"] [--author "…"] [--lead "…"]
       npm run new -- --question "Câu hỏi?" [--asker "…"]
       npm run new -- --document "Trích yếu" [--number "12/KH-LHH"] [--type "Kế hoạch"] [--issuer "…"]
Không ghi gì thêm thì máy hỏi từng bước.`;

function readOptions() {
  try {
    const string = { type: 'string' } as const;
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        ...{ category: string, author: string, lead: string, asker: string, question: { type: 'boolean' } },
        ...{ document: { type: 'boolean' }, number: string, type: string, issuer: string },
      },
    });
    if (positionals.length > 1)
      throw new SettingsError(`Đặt tiêu đề trong ngoặc kép: npm run new -- "${positionals.join(' ')}"`);
    return { ...values, title: positionals[0] };
  } catch (error) {
    throw error instanceof SettingsError ? error : new SettingsError(usage);
  }
}

const titled: Judge = (answer) => (slug(answer) ? { answer } : { why: 'Tiêu đề cần có chữ để làm địa chỉ.' });
const lead: Judge = (answer) =>
  /^[\p{L}\p{N}“"(]/u.test(answer) && !/^\d+[.)] /.test(answer)
    ? { answer }
    : { why: 'Lời dẫn là một hai câu, bắt đầu bằng chữ.' };

const numbered: Judge = (answer) => (answer ? { answer } : { why: 'Văn bản không có số thì gõ: Không số.' });
const typed: Judge = (answer) => {
  const type = nearest(answer, documentTypes);
  if (type?.toLowerCase() === answer.toLowerCase()) return { answer: type };
  return { why: type ? `Có phải là “${type}”?` : `Gõ một trong: ${documentTypes.join(', ')}.` };
};

/** The one name of a list, the one that was named, or the one that is chosen. */
async function choose(kind: string, names: readonly string[], given: string | undefined, asking: boolean) {
  const [only] = names;
  if (given !== undefined) return known(kind, names, given);
  if (names.length === 1 && only !== undefined) return only;
  if (!asking)
    throw new SettingsError(`Cần chọn ${kind}: thêm vào lệnh một trong các tên ${names.join(', ')}\n${usage}`);
  const menu = names.map((name, index) => `  ${index + 1}. ${name}\n`).join('');
  return ask(`${menu}Chọn ${kind} (gõ số):`, (answer) => {
    const name = names[Number(answer) - 1] ?? names.find((each) => each === answer);
    return name ? { answer: name } : { why: `Gõ một số từ 1 đến ${names.length}.` };
  });
}

/** What each kind of file is asked for first, and what its editor does next. */
const kinds = {
  articles: { prompt: 'Tiêu đề bài:', next: 'viết tiếp thân bài ở cuối tệp' },
  questions: {
    prompt: 'Câu hỏi, viết gọn một dòng:',
    next: 'viết câu trả lời ở cuối tệp, thêm hai dòng answeredBy và answered',
  },
  documents: {
    prompt: 'Trích yếu của văn bản:',
    next: 'sửa ngày ban hành (issued), chép tệp văn bản vào cạnh đó rồi ghi tên vào mục files',
  },
} as const;

async function create(): Promise<void> {
  const options = readOptions();
  const settings = readSettings(process.env, new Date());
  const { content, paths } = await readContent(settings.contentDir);
  if (!content) throw new SettingsError('Các danh sách trong content/ đang có lỗi: chạy npm run check rồi sửa trước.');

  const asking = options.title === undefined || process.stdin.isTTY;
  const folder = options.question ? 'questions' : options.document ? 'documents' : 'articles';
  const title = options.title?.normalize('NFC').trim() ?? (await ask(kinds[folder].prompt, titled));
  if (!slug(title)) throw new SettingsError(`Tiêu đề “${title}” không có chữ nào để làm địa chỉ.`);

  const refuseTaken = (wanted: string) => {
    const taken = paths.find((path) => path.includes(`/${folder}/`) && fileSlug(path) === wanted);
    if (taken) throw new SettingsError(`Địa chỉ này đã là của ${taken}: mở tệp ấy viết tiếp, hoặc đặt tiêu đề khác.`);
  };
  if (folder !== 'documents') refuseTaken(titleSlug(title));

  const id = `urn:uuid:${randomUUID()}`;
  let made: Scaffold;
  if (folder === 'documents') {
    made = newDocument({ title, ...(await documentFacts(options, content.organisation.name, asking)) }, settings.now);
    refuseTaken(fileSlug(made.file));
  } else if (folder === 'questions') {
    const asker =
      options.asker ?? (asking ? await ask('Tên người hỏi sẽ in ra (bỏ trống nếu không in):', anything) : '');
    const question = asking ? await ask('Nội dung đầy đủ của câu hỏi (bỏ trống nếu chỉ một dòng):', anything) : '';
    made = newQuestion({ title, asker, question }, id, settings.now);
  } else {
    const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);
    const category = await choose('chuyên mục', names(content.categories), options.category, asking);
    const author = await choose('tác giả', names(content.authors), options.author, asking);
    const leadText = options.lead ?? (asking ? await ask('Lời dẫn, một hai câu nói điều chính của bài:', lead) : '');
    made = newArticle({ title, author, category, lead: leadText }, id, settings.now);
  }

  const file = join(settings.contentDir, made.file);
  await mkdir(dirname(file), { recursive: true });
  // "wx": never writes over a file, not even one that appeared just now.
  await writeFile(file, made.text, { flag: 'wx' });
  console.log(`\nĐã tạo ${shownPath(file)}, bản nháp, chưa ai thấy.
Việc tiếp theo:
  1. Mở tệp ấy và ${kinds[folder].next}.
  2. npm run check để soát, npm start để xem thử.
  3. Viết xong thì xóa dòng “draft: true”, rồi đăng: git add content, git commit -m "Bài mới", git push.`);
}

/** The number, kind and issuer of a document; our own organisation issued it unless somebody else is named. */
async function documentFacts(given: Readonly<Record<string, unknown>>, ours: string, asking: boolean) {
  const text = (key: string) => {
    const value = given[key];
    return typeof value === 'string' ? value.normalize('NFC').trim() : undefined;
  };
  const missing = (what: string, option: string): never => {
    throw new SettingsError(`Cần ${what}: thêm vào lệnh ${option}\n${usage}`);
  };
  const number =
    text('number') ||
    (asking ? await ask('Số, ký hiệu, như 12/KH-LHH:', numbered) : missing('số, ký hiệu', '--number "12/KH-LHH"'));
  const kind = text('type');
  const type = kind
    ? known('loại văn bản', documentTypes, kind)
    : asking
      ? await ask('Loại văn bản (Kế hoạch, Quyết định, Công văn…):', typed)
      : missing('loại văn bản', '--type "Kế hoạch"');
  const issuer = text('issuer') || (asking && (await ask(`Cơ quan ban hành (bỏ trống nếu là ${ours}):`, anything)));
  return { number, type, issuer: issuer || ours };
}

await runCommand(create);
process.stdin.destroy();
