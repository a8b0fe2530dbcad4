import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileSlug } from '#site/read/file-slug.ts';
import { readContent } from '#site/read/read-content.ts';
import { displayPath } from '#site/read/source-file.ts';
import { articleFacts } from '#site/scaffold/article-facts.ts';
import { documentFacts } from '#site/scaffold/document-facts.ts';
import { eventFacts } from '#site/scaffold/event-facts.ts';
import { type AnswerValidator, prompt } from '#site/scaffold/prompt.ts';
import { questionFacts } from '#site/scaffold/question-facts.ts';
import { newArticle, newDocument, newEvent, newQuestion, type Scaffold, titleSlug } from '#site/scaffold/scaffold.ts';
import { readSettings, SettingsError } from '#site/settings.ts';
import { slug } from '#vietnamese/slug.ts';

const usage = `Cách dùng: npm run new -- "Tiêu đề bài" [--category "…"] [--author "…"] [--lead "…"]
       npm run new -- --question "Câu hỏi?" [--asker "…"]
       npm run new -- --document "Trích yếu" [--number "12/KH-LHH"] [--type "Kế hoạch"] [--issuer "…"]
       npm run new -- --event "Tên sự kiện" [--from "2026-12-01 08:00"] [--to "…"] [--place "…"]
Không ghi gì thêm thì máy hỏi từng bước.`;

function readOptions() {
  try {
    const string = { type: 'string' } as const;
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        ...{ category: string, author: string, lead: string, asker: string, question: { type: 'boolean' } },
        ...{ document: { type: 'boolean' }, number: string, type: string, issuer: string },
        ...{ event: { type: 'boolean' }, from: string, to: string, place: string },
      },
    });
    if (positionals.length > 1)
      throw new SettingsError(`Đặt tiêu đề trong ngoặc kép: npm run new -- "${positionals.join(' ')}"`);
    return { ...values, title: positionals[0] };
  } catch (error) {
    throw error instanceof SettingsError ? error : new SettingsError(usage);
  }
}

const validateTitle: AnswerValidator = (answer) =>
  slug(answer) ? { answer } : { error: 'Tiêu đề cần có chữ để làm địa chỉ.' };
/** The first prompt for each kind of content, and the next step of the editor. */
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
  events: { prompt: 'Tên sự kiện:', next: 'viết về sự kiện ở cuối tệp; có hạn chót thì thêm dòng deadline' },
} as const;

async function create(): Promise<void> {
  const options = readOptions();
  const settings = readSettings(process.env, new Date());
  const { content, paths } = await readContent(settings.contentDir);
  if (!content) throw new SettingsError('Các danh sách trong content/ đang có lỗi: chạy npm run check rồi sửa trước.');

  const isInteractive = options.title === undefined || process.stdin.isTTY;
  const kind = (['question', 'document', 'event'] as const).find((name) => options[name]) ?? 'article';
  const folder = `${kind}s` as const;
  const title = options.title?.normalize('NFC').trim() ?? (await prompt(kinds[folder].prompt, validateTitle));
  if (!slug(title)) throw new SettingsError(`Tiêu đề “${title}” không có chữ nào để làm địa chỉ.`);

  const refuseTaken = (newSlug: string) => {
    const existing = paths.find((path) => path.includes(`/${folder}/`) && fileSlug(path) === newSlug);
    if (existing)
      throw new SettingsError(`Địa chỉ này đã là của ${existing}: mở tệp ấy viết tiếp, hoặc đặt tiêu đề khác.`);
  };
  if (folder !== 'documents') refuseTaken(titleSlug(title));

  const id = `urn:uuid:${randomUUID()}`;
  const scaffolds: Readonly<Record<typeof folder, () => Promise<Scaffold>>> = {
    articles: async () =>
      newArticle({ title, ...(await articleFacts(options, content, isInteractive, usage)) }, id, settings.now),
    questions: async () => newQuestion({ title, ...(await questionFacts(options, isInteractive)) }, id, settings.now),
    documents: async () => {
      const facts = await documentFacts(options, content.organisation.name, isInteractive, usage);
      return newDocument({ title, ...facts }, settings.now);
    },
    events: async () => newEvent({ title, ...(await eventFacts(options, isInteractive, usage)) }, id, settings.now),
  };
  const scaffold = await scaffolds[folder]();
  if (folder === 'documents') refuseTaken(fileSlug(scaffold.file));

  const file = join(settings.contentDir, scaffold.file);
  await mkdir(dirname(file), { recursive: true });
  // "wx": fails if the file exists, even if it was created a moment ago.
  await writeFile(file, scaffold.text, { flag: 'wx' });
  console.log(`\nĐã tạo ${displayPath(file)}, bản nháp, chưa ai thấy.
Việc tiếp theo:
  1. Mở tệp ấy và ${kinds[folder].next}.
  2. npm run check để soát, npm start để xem thử.
  3. Viết xong thì xóa dòng “draft: true”, rồi đăng: npm run send.`);
}

await create();
