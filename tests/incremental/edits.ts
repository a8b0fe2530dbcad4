import { renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import sharp from 'sharp';
import { filesIn } from '#site/cache/files-in.ts';
import type { World } from './world.ts';

/** A source of random choices, the same for the same seed. */
export interface Lots {
  readonly whole: (below: number) => number;
  readonly one: <Thing>(of: readonly Thing[]) => Thing;
  /** A number that no other edit of this run has. */
  readonly next: () => number;
}

export type Edit = (project: World, random: Lots) => void | Promise<void>;

const tagNames = ['nông nghiệp', 'tập huấn', 'thủy lợi', 'Hội', 'chuyển đổi số', 'môi trường'];

function filesOf(project: World, folder: string, ending = '.md'): string[] {
  return [...filesIn(join(project.content, folder))]
    .filter((file) => file.endsWith(ending))
    .map((file) => `${folder}/${file}`)
    .sort();
}

function randomArticle(project: World, random: Lots): string {
  return random.one(filesOf(project, 'articles'));
}

function slugOf(file: string): string {
  return basename(file, '.md').replace(/^\d{4}-\d{2}-\d{2}-/, '');
}

/** Sets top-level keys of front matter or of a YAML file; undefined removes a key. */
function setFrontMatter(project: World, file: string, keys: Readonly<Record<string, string | undefined>>): void {
  let text = project.read(file);
  for (const [key, value] of Object.entries(keys)) {
    text = text.replace(new RegExp(`^${key}:.*\n(?:(?:[ ]+|- ).*\n)*`, 'm'), '');
    if (value !== undefined) text = text.replace(/^(\uFEFF?---\r?\n)?/, (start) => `${start}${key}: ${value}\n`);
  }
  project.write(file, text);
}

function append(project: World, file: string, words: string): void {
  project.write(file, `${project.read(file).trimEnd()}\n\n${words}\n`);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

function randomDay(random: Lots, year: number): string {
  return `${year}-${twoDigits(1 + random.whole(12))}-${twoDigits(1 + random.whole(28))}`;
}

function randomArticleText(random: Lots, day: string): string {
  const tag = random.one(tagNames);
  return `---\ntitle: Tin thêm số ${random.next()}\ndate: ${day} ${twoDigits(random.whole(24))}:${twoDigits(random.whole(60))}\nauthor: BTT\ncategory: Thông báo\ntags: [${tag}]\n---\n\nĐoạn mở đầu của tin thêm, nói về ${tag} ở xã Minh Họa.\n\nĐoạn thứ hai kể tiếp.\n`;
}

/** Edits of content, project, environment and clock, by name. */
export const edits: Readonly<Record<string, Edit>> = {
  'an article gets a sentence': (project, random) =>
    append(project, randomArticle(project, random), `Câu thêm số ${random.next()} của bài này.`),
  'an article loses its last paragraph': (project, random) => {
    const file = randomArticle(project, random);
    const parts = project.read(file).trimEnd().split('\n\n');
    if (parts.length > 3) project.write(file, `${parts.slice(0, -1).join('\n\n')}\n`);
  },
  'an article is retitled': (project, random) =>
    setFrontMatter(project, randomArticle(project, random), { title: `Tiêu đề mới số ${random.next()}` }),
  'an article gets a lead': (project, random) =>
    setFrontMatter(project, randomArticle(project, random), { description: `Lời dẫn mới số ${random.next()}.` }),
  'an article is redated': (project, random) =>
    setFrontMatter(project, randomArticle(project, random), {
      date: `${randomDay(random, 2016 + random.whole(11))} 0${random.whole(9)}:30`,
    }),
  'an article is recategorised': (project, random) =>
    setFrontMatter(project, randomArticle(project, random), {
      category: random.one(['Thông báo', 'Tư vấn - phản biện', 'Khoa học và đời sống']),
    }),
  'an article is retagged': (project, random) =>
    setFrontMatter(project, randomArticle(project, random), {
      tags: `[${random.one(tagNames)}, ${random.one(tagNames)} mới]`,
    }),
  'an article changes its author': (project, random) =>
    setFrontMatter(project, randomArticle(project, random), {
      author: random.one(['BTT', 'Ban Biên tập mẫu', 'Trần Thị Ví Dụ']),
    }),
  'an article becomes a draft': (project, random) =>
    setFrontMatter(project, randomArticle(project, random), { draft: 'true' }),
  'a draft is published': (project, random) => {
    for (const file of filesOf(project, 'articles'))
      if (/^draft: true/m.test(project.read(file)) && random.whole(2) === 0)
        setFrontMatter(project, file, { draft: undefined });
  },
  'an article is scheduled': (project, random) =>
    setFrontMatter(project, randomArticle(project, random), { date: `${randomDay(random, 2027)} 07:00` }),
  'an article gets an expiry date': (project, random) =>
    setFrontMatter(project, randomArticle(project, random), { expires: randomDay(random, 2026 + random.whole(2)) }),
  'an article is withdrawn': (project, random) =>
    setFrontMatter(project, randomArticle(project, random), {
      withdrawn: '2026-11-20',
      withdrawnReason: 'Bài có chỗ sai.',
    }),
  'an article is corrected': (project, random) => {
    const file = randomArticle(project, random);
    // The day of publication, since the clock may be set back.
    const [day] = /(?<=^date: ["']?)\d{4}-\d{2}-\d{2}/m.exec(project.read(file)) ?? [];
    setFrontMatter(project, file, { updated: day && `${day} 23:30`, correction: `Sửa số liệu lần ${random.next()}.` });
  },
  'an article is added': (project, random) => {
    const day = randomDay(random, 2016 + random.whole(12));
    project.write(`articles/${day}-tin-them-${random.next()}.md`, randomArticleText(random, day));
  },
  'the newest article is added': (project, random) =>
    project.write(`articles/2026-11-22-tin-moi-${random.next()}.md`, randomArticleText(random, '2026-11-22')),
  'an article is deleted': (project, random) => rmSync(join(project.content, randomArticle(project, random))),
  'an article is renamed': (project, random) => {
    const file = randomArticle(project, random);
    if (basename(file) === 'index.md') return;
    renameSync(
      join(project.content, file),
      join(project.content, dirname(file), `${basename(file, '.md')}-${random.next()}.md`),
    );
  },
  'an article links to another': (project, random) =>
    append(
      project,
      randomArticle(project, random),
      `Xem [bài này](/bai-viet/${slugOf(randomArticle(project, random))}/).`,
    ),
  'an article gets an old address': (project, random) =>
    setFrontMatter(project, randomArticle(project, random), { oldUrls: `[/cu/bai-${random.next()}.html]` }),
  'an article gets a cover': async (project, random) => {
    const file = randomArticle(project, random);
    const name = `bia-${random.next()}.jpg`;
    project.write(join(dirname(file), name), await randomPicture(random));
    setFrontMatter(project, file, { cover: name, coverAlt: 'Một tấm bìa một màu' });
  },
  'a picture is replaced': async (project, random) => {
    const pictures = [...filesIn(project.content)].filter((file) => file.endsWith('.jpg')).sort();
    if (pictures.length > 0) project.write(random.one(pictures), await randomPicture(random));
  },
  'a download is replaced': (project, random) => {
    const downloads = [...filesIn(project.content)].filter((file) => /\.(pdf|xlsx|docx)$/.test(file)).sort();
    if (downloads.length > 0) project.write(random.one(downloads), `%PDF-1.4 ${'x'.repeat(random.whole(3000))}`);
  },
  'a question is asked': (project, random) =>
    project.write(
      `questions/2026-11-0${1 + random.whole(9)}-hoi-${random.next()}.md`,
      `---\ntitle: Câu hỏi số ${random.next()}?\ndate: 2026-11-01\nquestion: Xin cho hỏi một điều.\n---\n`,
    ),
  'a question is answered': (project, random) => {
    const file = random.one(filesOf(project, 'questions'));
    setFrontMatter(project, file, { answeredBy: 'Văn phòng', answered: randomDay(random, 2026) });
    append(project, file, `Xin trả lời lần ${random.next()}.`);
  },
  'a document is retitled or goes out of force': (project, random) => {
    const file = random.one(filesOf(project, 'documents'));
    setFrontMatter(project, file, random.whole(2) ? { title: `Văn bản số ${random.next()}` } : { inForce: 'false' });
  },
  'a document is deleted': (project, random) => {
    const all = filesOf(project, 'documents');
    if (all.length > 2) rmSync(join(project.content, random.one(all)));
  },
  'an event is cancelled or reinstated': (project, random) =>
    setFrontMatter(project, random.one(filesOf(project, 'events')), { cancelled: random.one(['Mưa bão.', undefined]) }),
  'an event is moved': (project, random) =>
    setFrontMatter(project, random.one(filesOf(project, 'events')), {
      from: randomDay(random, 2026),
      to: undefined,
      deadline: undefined,
    }),
  'a static page is edited': (project, random) =>
    append(project, random.one(filesOf(project, 'pages')), `Câu thêm số ${random.next()}.`),
  'the notice of the organisation changes': (project, random) =>
    project.write(
      'site.yaml',
      project.read('site.yaml').replace(/^notice:.*$/m, `notice: Thông báo số ${random.next()}`),
    ),
  'the telephone of the organisation changes': (project, random) =>
    project.write('site.yaml', project.read('site.yaml').replace(/text: "0000.*"/, `text: "0000.${random.next()}"`)),
  'a category is described': (project, random) =>
    project.write(
      'categories.yaml',
      project.read('categories.yaml').replace(/description: .*/, `description: Mô tả số ${random.next()}.`),
    ),
  'a category is renamed': (project, random) => {
    const name = /- name: (Thông báo.*)/.exec(project.read('categories.yaml'))?.[1];
    const newName = `Thông báo ${random.next()}`;
    if (!name) return;
    for (const file of ['categories.yaml', ...filesOf(project, 'articles')])
      project.write(
        file,
        project
          .read(file)
          .replace(`name: ${name}\n`, `name: ${newName}\n`)
          .replace(`category: ${name}\n`, `category: ${newName}\n`),
      );
  },
  'an author is described': (project, random) =>
    project.write(
      'authors.yaml',
      project.read('authors.yaml').replace(/description: .*/, `description: Cây bút số ${random.next()}.`),
    ),
  'a tag gets a fixed slug': (project, random) =>
    project.write('tags.yaml', `- name: ${random.one(tagNames)}\n  slug: the-${random.next()}\n`),
  'an abbreviation is explained': (project, random) =>
    project.write(
      'abbreviations.yaml',
      `${project.read('abbreviations.yaml')}- short: VT${'ABCDEFGH'[random.whole(8)]}${'KLMNPQ'[random.whole(6)]}\n  meaning: Viết tắt mẫu\n`,
    ),
  'a word is added to the allowed words': (project, random) =>
    project.write('words.yaml', `- Zim${'abcdefgh'[random.whole(8)]}\n`),
  'an article gets a gallery': async (project, random) => {
    const file = randomArticle(project, random);
    const names = [`anh-${random.next()}.jpg`, `anh-${random.next()}.jpg`];
    for (const name of names) project.write(join(dirname(file), name), await randomPicture(random));
    const lines = names.map((name, index) => `![Tấm ảnh một màu thứ ${index + 1}](${name})`);
    append(project, file, `::: gallery\n${lines.join('\n')}\n:::`);
  },
  'an article gets a footnote': (project, random) => {
    const note = random.next();
    append(
      project,
      randomArticle(project, random),
      `Câu có chú thích.[^${note}]\n\n[^${note}]: Lời chú thích số ${note}.`,
    );
  },
  'an article offers a file': (project, random) => {
    const file = randomArticle(project, random);
    const name = `tep-${random.next()}.pdf`;
    project.write(join(dirname(file), name), `%PDF-1.4 ${'x'.repeat(random.whole(3000))}`);
    setFrontMatter(project, file, { attachments: `[{ file: ${name}, title: Tệp số ${random.next()} }]` });
  },
  'the counter has new numbers': (project, random) => {
    const all = filesOf(project, 'statistics', '.json');
    if (all.length > 0) {
      const last = all.at(-1) as string;
      const snapshot = JSON.parse(project.read(last));
      const read = `/bai-viet/${slugOf(randomArticle(project, random))}/`;
      const pages = { ...snapshot.pages, [read]: 1000 + random.whole(9000) };
      project.write(last, JSON.stringify({ ...snapshot, pages, total: snapshot.total + random.whole(900) }));
    }
  },
  'a snapshot of the counter is deleted': (project, random) => {
    const all = filesOf(project, 'statistics', '.json');
    if (all.length > 0) rmSync(join(project.content, random.one(all)));
  },
  'the counter is switched on or off': (project, random) =>
    setFrontMatter(project, 'site.yaml', { counter: random.one(['true', 'false']) }),
  'offline reading is switched on, off or to its default': (project, random) =>
    setFrontMatter(project, 'site.yaml', { offline: random.one(['true', 'false', undefined]) }),
  'share pictures get a start date or are switched off': (project, random) =>
    setFrontMatter(project, 'site.yaml', {
      sharePictures: random.one([`{ since: 2026-0${4 + random.whole(6)}-01 }`, undefined]),
    }),
  'the menu loses an entry': (project, random) => {
    const entries = [...project.read('site.yaml').matchAll(/^ {2}- text: .*\n {4}address: .*\n/gm)].map(
      ([entry]) => entry,
    );
    if (entries.length > 3) project.write('site.yaml', project.read('site.yaml').replace(random.one(entries), ''));
  },
  'the menu gets an entry': (project, random) =>
    project.write(
      'site.yaml',
      project
        .read('site.yaml')
        .replace(
          /^menu:\n/m,
          `menu:\n  - text: Mục ${random.next()}\n    address: /bai-viet/${slugOf(randomArticle(project, random))}/\n`,
        ),
    ),
  'the content folder is renamed': (project, random) => project.moveContent(`content-${random.next()}`),
  'a view changes': (project, random) =>
    project.patch('layouts/components/footer.ts', /<footer[^>]*>/, `<footer class="footer" data-n="${random.next()}">`),
  'the style changes': (project, random) =>
    project.patch('assets/css/base.css', /$/, `\n.x${random.next()} {\n  color: red;\n}\n`),
  'a rule changes': (project, random) =>
    project.patch('news/find-related-articles.ts', /const (\w+) = \d;/, `const $1 = ${1 + random.whole(8)};`),
  'a package changes': (project) => project.patch('package-lock.json', /\n$/, '\n\n'),
  'the URL of the site changes': (project, random) => {
    project.knobs['SITE_URL'] = random.one([
      'https://example.org',
      'https://example.org/trang',
      'https://example.net',
      '',
    ]);
  },
  'preview is switched on or off': (project) => {
    project.knobs['PREVIEW'] = project.knobs['PREVIEW'] === '1' ? '' : '1';
  },
  'precompression is switched on or off': (project) => {
    project.knobs['PRECOMPRESS'] = project.knobs['PRECOMPRESS'] === '1' ? '' : '1';
  },
  'time passes': (project, random) => {
    const now = new Date(project.knobs['BUILD_TIME'] ?? '').getTime();
    const step = random.one([60_000, 3_600_000, 86_400_000, 40 * 86_400_000]) * (1 + random.whole(3));
    project.knobs['BUILD_TIME'] = new Date(now + step).toISOString();
  },
  'the clock is set back': (project, random) => {
    project.knobs['BUILD_TIME'] = `2026-0${1 + random.whole(9)}-10T08:00:00+07:00`;
  },
};

async function randomPicture(random: Lots): Promise<Buffer> {
  const background = { r: random.whole(256), g: random.whole(256), b: random.whole(256) };
  return sharp({ create: { width: 500, height: 300, channels: 3, background } })
    .jpeg()
    .toBuffer();
}
