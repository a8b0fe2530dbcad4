import { renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import sharp from 'sharp';
import { filesIn } from '#site/cache/files-in.ts';
import type { World } from './world.ts';

/** Draws lots: the same for the same seed. */
export interface Lots {
  readonly whole: (below: number) => number;
  readonly one: <Thing>(of: readonly Thing[]) => Thing;
  /** A number no edit of this run has had. */
  readonly next: () => number;
}

export type Edit = (world: World, lots: Lots) => void | Promise<void>;

const tagNames = ['nông nghiệp', 'tập huấn', 'thủy lợi', 'Hội', 'chuyển đổi số', 'môi trường'];

function files(world: World, folder: string, ending = '.md'): string[] {
  return [...filesIn(join(world.content, folder))]
    .filter((file) => file.endsWith(ending))
    .map((file) => `${folder}/${file}`)
    .sort();
}

function anArticle(world: World, lots: Lots): string {
  return lots.one(files(world, 'articles'));
}

function slugOf(file: string): string {
  return basename(file, '.md').replace(/^\d{4}-\d{2}-\d{2}-/, '');
}

/** Sets keys of the front matter of a file, or of a list, or takes them out. */
function set(world: World, file: string, keys: Readonly<Record<string, string | undefined>>): void {
  let text = world.read(file);
  for (const [key, value] of Object.entries(keys)) {
    text = text.replace(new RegExp(`^${key}:.*\n(?:(?:[ ]+|- ).*\n)*`, 'm'), '');
    if (value !== undefined) text = text.replace(/^(\uFEFF?---\r?\n)?/, (start) => `${start}${key}: ${value}\n`);
  }
  world.write(file, text);
}

function append(world: World, file: string, words: string): void {
  world.write(file, `${world.read(file).trimEnd()}\n\n${words}\n`);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function aDay(lots: Lots, year: number): string {
  return `${year}-${two(1 + lots.whole(12))}-${two(1 + lots.whole(28))}`;
}

function anArticleText(lots: Lots, day: string): string {
  const tag = lots.one(tagNames);
  return `---\ntitle: Tin thêm số ${lots.next()}\ndate: ${day} ${two(lots.whole(24))}:${two(lots.whole(60))}\nauthor: BTT\ncategory: Thông báo\ntags: [${tag}]\n---\n\nĐoạn mở đầu của tin thêm, nói về ${tag} ở xã Minh Họa.\n\nĐoạn thứ hai kể tiếp.\n`;
}

/** Every kind of edit people, clocks and accidents make, by what it is. */
export const edits: Readonly<Record<string, Edit>> = {
  'an article gets a sentence': (world, lots) =>
    append(world, anArticle(world, lots), `Câu thêm số ${lots.next()} của bài này.`),
  'an article loses its last paragraph': (world, lots) => {
    const file = anArticle(world, lots);
    const parts = world.read(file).trimEnd().split('\n\n');
    if (parts.length > 3) world.write(file, `${parts.slice(0, -1).join('\n\n')}\n`);
  },
  'an article is retitled': (world, lots) =>
    set(world, anArticle(world, lots), { title: `Tiêu đề mới số ${lots.next()}` }),
  'an article gets a lead': (world, lots) =>
    set(world, anArticle(world, lots), { description: `Lời dẫn mới số ${lots.next()}.` }),
  'an article is redated': (world, lots) =>
    set(world, anArticle(world, lots), { date: `${aDay(lots, 2016 + lots.whole(11))} 0${lots.whole(9)}:30` }),
  'an article is recategorised': (world, lots) =>
    set(world, anArticle(world, lots), {
      category: lots.one(['Thông báo', 'Tư vấn - phản biện', 'Khoa học và đời sống']),
    }),
  'an article is retagged': (world, lots) =>
    set(world, anArticle(world, lots), { tags: `[${lots.one(tagNames)}, ${lots.one(tagNames)} mới]` }),
  'an article changes hands': (world, lots) =>
    set(world, anArticle(world, lots), { author: lots.one(['BTT', 'Ban Biên tập mẫu', 'Trần Thị Ví Dụ']) }),
  'an article becomes a draft': (world, lots) => set(world, anArticle(world, lots), { draft: 'true' }),
  'a draft is published': (world, lots) => {
    for (const file of files(world, 'articles'))
      if (/^draft: true/m.test(world.read(file)) && lots.whole(2) === 0) set(world, file, { draft: undefined });
  },
  'an article is scheduled': (world, lots) => set(world, anArticle(world, lots), { date: `${aDay(lots, 2027)} 07:00` }),
  'an article is to expire': (world, lots) =>
    set(world, anArticle(world, lots), { expires: aDay(lots, 2026 + lots.whole(2)) }),
  'an article is withdrawn': (world, lots) =>
    set(world, anArticle(world, lots), { withdrawn: '2026-11-20', withdrawnReason: 'Bài có chỗ sai.' }),
  'an article is corrected': (world, lots) => {
    const file = anArticle(world, lots);
    // The day it was published: the clock may be put back.
    const [day] = /(?<=^date: ["']?)\d{4}-\d{2}-\d{2}/m.exec(world.read(file)) ?? [];
    set(world, file, { updated: day && `${day} 23:30`, correction: `Sửa số liệu lần ${lots.next()}.` });
  },
  'an article is added': (world, lots) => {
    const day = aDay(lots, 2016 + lots.whole(12));
    world.write(`articles/${day}-tin-them-${lots.next()}.md`, anArticleText(lots, day));
  },
  'the newest article is added': (world, lots) =>
    world.write(`articles/2026-11-22-tin-moi-${lots.next()}.md`, anArticleText(lots, '2026-11-22')),
  'an article is deleted': (world, lots) => rmSync(join(world.content, anArticle(world, lots))),
  'an article is renamed': (world, lots) => {
    const file = anArticle(world, lots);
    if (basename(file) === 'index.md') return;
    renameSync(
      join(world.content, file),
      join(world.content, dirname(file), `${basename(file, '.md')}-${lots.next()}.md`),
    );
  },
  'an article links to another': (world, lots) =>
    append(world, anArticle(world, lots), `Xem [bài này](/bai-viet/${slugOf(anArticle(world, lots))}/).`),
  'an article had another address': (world, lots) =>
    set(world, anArticle(world, lots), { oldUrls: `[/cu/bai-${lots.next()}.html]` }),
  'an article gets a cover': async (world, lots) => {
    const file = anArticle(world, lots);
    const name = `bia-${lots.next()}.jpg`;
    world.write(join(dirname(file), name), await aPicture(lots));
    set(world, file, { cover: name, coverAlt: 'Một tấm bìa một màu' });
  },
  'a picture is replaced': async (world, lots) => {
    const pictures = [...filesIn(world.content)].filter((file) => file.endsWith('.jpg')).sort();
    if (pictures.length > 0) world.write(lots.one(pictures), await aPicture(lots));
  },
  'a file to download is replaced': (world, lots) => {
    const offered = [...filesIn(world.content)].filter((file) => /\.(pdf|xlsx|docx)$/.test(file)).sort();
    if (offered.length > 0) world.write(lots.one(offered), `%PDF-1.4 ${'x'.repeat(lots.whole(3000))}`);
  },
  'a question is asked': (world, lots) =>
    world.write(
      `questions/2026-11-0${1 + lots.whole(9)}-hoi-${lots.next()}.md`,
      `---\ntitle: Câu hỏi số ${lots.next()}?\ndate: 2026-11-01\nquestion: Xin cho hỏi một điều.\n---\n`,
    ),
  'a question is answered': (world, lots) => {
    const file = lots.one(files(world, 'questions'));
    set(world, file, { answeredBy: 'Văn phòng', answered: aDay(lots, 2026) });
    append(world, file, `Xin trả lời lần ${lots.next()}.`);
  },
  'a document is retitled, or no longer in force': (world, lots) => {
    const file = lots.one(files(world, 'documents'));
    set(world, file, lots.whole(2) ? { title: `Văn bản số ${lots.next()}` } : { inForce: 'false' });
  },
  'a document is deleted': (world, lots) => {
    const all = files(world, 'documents');
    if (all.length > 2) rmSync(join(world.content, lots.one(all)));
  },
  'an event is cancelled, or takes place': (world, lots) =>
    set(world, lots.one(files(world, 'events')), { cancelled: lots.one(['Mưa bão.', undefined]) }),
  'an event is moved': (world, lots) =>
    set(world, lots.one(files(world, 'events')), { from: aDay(lots, 2026), to: undefined, deadline: undefined }),
  'a standing page is edited': (world, lots) =>
    append(world, lots.one(files(world, 'pages')), `Câu thêm số ${lots.next()}.`),
  'the organisation has another notice': (world, lots) =>
    world.write('site.yaml', world.read('site.yaml').replace(/^notice:.*$/m, `notice: Thông báo số ${lots.next()}`)),
  'the organisation has another telephone': (world, lots) =>
    world.write('site.yaml', world.read('site.yaml').replace(/text: "0000.*"/, `text: "0000.${lots.next()}"`)),
  'a category is described': (world, lots) =>
    world.write(
      'categories.yaml',
      world.read('categories.yaml').replace(/description: .*/, `description: Mô tả số ${lots.next()}.`),
    ),
  'a category is renamed': (world, lots) => {
    const name = /- name: (Thông báo.*)/.exec(world.read('categories.yaml'))?.[1];
    const then = `Thông báo ${lots.next()}`;
    if (!name) return;
    for (const file of ['categories.yaml', ...files(world, 'articles')])
      world.write(
        file,
        world
          .read(file)
          .replace(`name: ${name}\n`, `name: ${then}\n`)
          .replace(`category: ${name}\n`, `category: ${then}\n`),
      );
  },
  'an author is described': (world, lots) =>
    world.write(
      'authors.yaml',
      world.read('authors.yaml').replace(/description: .*/, `description: Cây bút số ${lots.next()}.`),
    ),
  'an address of a tag is settled': (world, lots) =>
    world.write('tags.yaml', `- name: ${lots.one(tagNames)}\n  slug: the-${lots.next()}\n`),
  'an abbreviation is explained': (world, lots) =>
    world.write(
      'abbreviations.yaml',
      `${world.read('abbreviations.yaml')}- short: VT${'ABCDEFGH'[lots.whole(8)]}${'KLMNPQ'[lots.whole(6)]}\n  meaning: Viết tắt mẫu\n`,
    ),
  'a word is right': (world, lots) => world.write('words.yaml', `- Zim${'abcdefgh'[lots.whole(8)]}\n`),
  'an article gets a gallery': async (world, lots) => {
    const file = anArticle(world, lots);
    const names = [`anh-${lots.next()}.jpg`, `anh-${lots.next()}.jpg`];
    for (const name of names) world.write(join(dirname(file), name), await aPicture(lots));
    const lines = names.map((name, index) => `![Tấm ảnh một màu thứ ${index + 1}](${name})`);
    append(world, file, `::: gallery\n${lines.join('\n')}\n:::`);
  },
  'an article gets a footnote': (world, lots) => {
    const note = lots.next();
    append(world, anArticle(world, lots), `Câu có chú thích.[^${note}]\n\n[^${note}]: Lời chú thích số ${note}.`);
  },
  'an article offers a file': (world, lots) => {
    const file = anArticle(world, lots);
    const name = `tep-${lots.next()}.pdf`;
    world.write(join(dirname(file), name), `%PDF-1.4 ${'x'.repeat(lots.whole(3000))}`);
    set(world, file, { attachments: `[{ file: ${name}, title: Tệp số ${lots.next()} }]` });
  },
  'the counter tells more': (world, lots) => {
    const all = files(world, 'statistics', '.json');
    if (all.length > 0) {
      const last = all.at(-1) as string;
      const told = JSON.parse(world.read(last));
      const read = `/bai-viet/${slugOf(anArticle(world, lots))}/`;
      const pages = { ...told.pages, [read]: 1000 + lots.whole(9000) };
      world.write(last, JSON.stringify({ ...told, pages, total: told.total + lots.whole(900) }));
    }
  },
  'what the counter told is lost': (world, lots) => {
    const all = files(world, 'statistics', '.json');
    if (all.length > 0) rmSync(join(world.content, lots.one(all)));
  },
  'visits are counted, or not': (world, lots) => set(world, 'site.yaml', { counter: lots.one(['true', 'false']) }),
  'pages are kept for when there is no network, or not': (world, lots) =>
    set(world, 'site.yaml', { offline: lots.one(['true', 'false', undefined]) }),
  'articles get pictures to be shared with': (world, lots) =>
    set(world, 'site.yaml', { sharePictures: lots.one([`{ since: 2026-0${4 + lots.whole(6)}-01 }`, undefined]) }),
  'the menu loses an entry': (world, lots) => {
    const entries = [...world.read('site.yaml').matchAll(/^ {2}- text: .*\n {4}address: .*\n/gm)].map(
      ([entry]) => entry,
    );
    if (entries.length > 3) world.write('site.yaml', world.read('site.yaml').replace(lots.one(entries), ''));
  },
  'the menu gets an entry': (world, lots) =>
    world.write(
      'site.yaml',
      world
        .read('site.yaml')
        .replace(
          /^menu:\n/m,
          `menu:\n  - text: Mục ${lots.next()}\n    address: /bai-viet/${slugOf(anArticle(world, lots))}/\n`,
        ),
    ),
  'the content lies elsewhere': (world, lots) => world.moveContent(`content-${lots.next()}`),
  'a view says something else': (world, lots) =>
    world.patch('layouts/components/footer.ts', /<footer[^>]*>/, `<footer class="footer" data-n="${lots.next()}">`),
  'the style changes': (world, lots) =>
    world.patch('assets/css/base.css', /$/, `\n.x${lots.next()} {\n  color: red;\n}\n`),
  'a rule changes': (world, lots) =>
    world.patch('news/related.ts', /const most = \d/, `const most = ${1 + lots.whole(8)}`),
  'a package changes': (world) => world.patch('package-lock.json', /\n$/, '\n\n'),
  'the site moves': (world, lots) => {
    world.knobs['SITE_URL'] = lots.one(['https://example.org', 'https://example.org/trang', 'https://example.net', '']);
  },
  'editors look at it, or readers': (world) => {
    world.knobs['PREVIEW'] = world.knobs['PREVIEW'] === '1' ? '' : '1';
  },
  'files are sent compressed, or not': (world) => {
    world.knobs['PRECOMPRESS'] = world.knobs['PRECOMPRESS'] === '1' ? '' : '1';
  },
  'time goes on': (world, lots) => {
    const now = new Date(world.knobs['BUILD_TIME'] ?? '').getTime();
    const step = lots.one([60_000, 3_600_000, 86_400_000, 40 * 86_400_000]) * (1 + lots.whole(3));
    world.knobs['BUILD_TIME'] = new Date(now + step).toISOString();
  },
  'the clock is put back': (world, lots) => {
    world.knobs['BUILD_TIME'] = `2026-0${1 + lots.whole(9)}-10T08:00:00+07:00`;
  },
};

async function aPicture(lots: Lots): Promise<Buffer> {
  const background = { r: lots.whole(256), g: lots.whole(256), b: lots.whole(256) };
  return sharp({ create: { width: 500, height: 300, channels: 3, background } })
    .jpeg()
    .toBuffer();
}
