import { renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import sharp from 'sharp';
import { motifs } from '#news/motif.ts';
import { filesIn } from '#site/cache/files-in.ts';
import { programSources } from '#site/cache/program-version.ts';
import type { ProjectCopy } from './project-copy.ts';

/** A source of random choices, the same for the same seed. */
export interface RandomSource {
  readonly integer: (below: number) => number;
  readonly pick: <Thing>(of: readonly Thing[]) => Thing;
  /** A number that no other edit of this run has. */
  readonly uniqueNumber: () => number;
}

export type ProjectEdit = (project: ProjectCopy, random: RandomSource) => void | Promise<void>;

const tagNames = ['nông nghiệp', 'tập huấn', 'thủy lợi', 'Hội', 'chuyển đổi số', 'môi trường'];

function filesOf(project: ProjectCopy, folder: string, ending = '.md'): string[] {
  return [...filesIn(join(project.content, folder))]
    .filter((file) => file.endsWith(ending))
    .map((file) => `${folder}/${file}`)
    .sort();
}

function randomArticle(project: ProjectCopy, random: RandomSource): string {
  return random.pick(filesOf(project, 'articles'));
}

function slugOf(file: string): string {
  return basename(file, '.md').replace(/^\d{4}-\d{2}-\d{2}-/, '');
}

/** Sets top-level keys of front matter or of a YAML file; undefined removes a key. */
function setFrontMatter(project: ProjectCopy, file: string, keys: Readonly<Record<string, string | undefined>>): void {
  let text = project.readContent(file);
  for (const [key, value] of Object.entries(keys)) {
    text = text.replace(new RegExp(`^${key}:.*\n(?:(?:[ ]+|- ).*\n)*`, 'm'), '');
    if (value !== undefined) text = text.replace(/^(\uFEFF?---\r?\n)?/, (start) => `${start}${key}: ${value}\n`);
  }
  project.writeContent(file, text);
}

function append(project: ProjectCopy, file: string, words: string): void {
  project.writeContent(file, `${project.readContent(file).trimEnd()}\n\n${words}\n`);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

function randomDay(random: RandomSource, year: number): string {
  return `${year}-${twoDigits(1 + random.integer(12))}-${twoDigits(1 + random.integer(28))}`;
}

function randomArticleText(random: RandomSource, day: string): string {
  const tag = random.pick(tagNames);
  return `---\ntitle: Tin thêm số ${random.uniqueNumber()}\ndate: ${day} ${twoDigits(random.integer(24))}:${twoDigits(random.integer(60))}\nauthor: BTT\ncategory: Thông báo\ntags: [${tag}]\n---\n\nĐoạn mở đầu của tin thêm, nói về ${tag} ở xã Minh Họa.\n\nĐoạn thứ hai kể tiếp.\n`;
}

/** A line of TypeScript with another Vietnamese text or constant, so that it still compiles; the same line if it has none. */
function changeLine(line: string, number: number): string {
  return line
    .replace(/(?<=')([^'$\\]*[À-ỹ][^'$\\]*)(?=')/u, `$1 ${number}`)
    .replace(/(?<=^const \w+ = )(\d+)(?=;$)/, (constant) => String(Number(constant) + 1));
}

/** Edits of content, project, environment and clock, by name. */
export const projectEdits: Readonly<Record<string, ProjectEdit>> = {
  'an article gets a sentence': (project, random) =>
    append(project, randomArticle(project, random), `Câu thêm số ${random.uniqueNumber()} của bài này.`),
  'an article loses its last paragraph': (project, random) => {
    const file = randomArticle(project, random);
    const parts = project.readContent(file).trimEnd().split('\n\n');
    if (parts.length > 3) project.writeContent(file, `${parts.slice(0, -1).join('\n\n')}\n`);
  },
  'an article is retitled': (project, random) =>
    setFrontMatter(project, randomArticle(project, random), { title: `Tiêu đề mới số ${random.uniqueNumber()}` }),
  'an article gets a lead': (project, random) =>
    setFrontMatter(project, randomArticle(project, random), {
      description: `Lời dẫn mới số ${random.uniqueNumber()}.`,
    }),
  'an article is redated': (project, random) =>
    setFrontMatter(project, randomArticle(project, random), {
      date: `${randomDay(random, 2016 + random.integer(11))} 0${random.integer(9)}:30`,
    }),
  'an article is recategorised': (project, random) =>
    setFrontMatter(project, randomArticle(project, random), {
      category: random.pick(['Thông báo', 'Tư vấn - phản biện', 'Khoa học và đời sống']),
    }),
  'an article is retagged': (project, random) =>
    setFrontMatter(project, randomArticle(project, random), {
      tags: `[${random.pick(tagNames)}, ${random.pick(tagNames)} mới]`,
    }),
  'an article changes its author': (project, random) =>
    setFrontMatter(project, randomArticle(project, random), {
      author: random.pick(['BTT', 'Ban Biên tập mẫu', 'Trần Thị Ví Dụ']),
    }),
  'an article becomes a draft': (project, random) =>
    setFrontMatter(project, randomArticle(project, random), { draft: 'true' }),
  'a draft is published': (project, random) => {
    for (const file of filesOf(project, 'articles'))
      if (/^draft: true/m.test(project.readContent(file)) && random.integer(2) === 0)
        setFrontMatter(project, file, { draft: undefined });
  },
  'an article is scheduled': (project, random) =>
    setFrontMatter(project, randomArticle(project, random), { date: `${randomDay(random, 2027)} 07:00` }),
  'an article gets an expiry date': (project, random) =>
    setFrontMatter(project, randomArticle(project, random), { expires: randomDay(random, 2026 + random.integer(2)) }),
  'an article is withdrawn': (project, random) =>
    setFrontMatter(project, randomArticle(project, random), {
      withdrawn: '2026-11-20',
      withdrawnReason: 'Bài có chỗ sai.',
    }),
  'an article is corrected': (project, random) => {
    const file = randomArticle(project, random);
    // The day of publication, since the clock may be set back.
    const [day] = /(?<=^date: ["']?)\d{4}-\d{2}-\d{2}/m.exec(project.readContent(file)) ?? [];
    setFrontMatter(project, file, {
      updated: day && `${day} 23:30`,
      correction: `Sửa số liệu lần ${random.uniqueNumber()}.`,
    });
  },
  'an article is added': (project, random) => {
    const day = randomDay(random, 2016 + random.integer(12));
    project.writeContent(`articles/${day}-tin-them-${random.uniqueNumber()}.md`, randomArticleText(random, day));
  },
  'the newest article is added': (project, random) =>
    project.writeContent(
      `articles/2026-11-22-tin-moi-${random.uniqueNumber()}.md`,
      randomArticleText(random, '2026-11-22'),
    ),
  'an article is deleted': (project, random) => rmSync(join(project.content, randomArticle(project, random))),
  'an article is renamed': (project, random) => {
    const file = randomArticle(project, random);
    if (basename(file) === 'index.md') return;
    renameSync(
      join(project.content, file),
      join(project.content, dirname(file), `${basename(file, '.md')}-${random.uniqueNumber()}.md`),
    );
  },
  'an article links to another': (project, random) =>
    append(
      project,
      randomArticle(project, random),
      `Xem [bài này](/bai-viet/${slugOf(randomArticle(project, random))}/).`,
    ),
  'an article gets an old address': (project, random) =>
    setFrontMatter(project, randomArticle(project, random), { oldUrls: `[/cu/bai-${random.uniqueNumber()}.html]` }),
  'an article gets a cover': async (project, random) => {
    const file = randomArticle(project, random);
    const name = `bia-${random.uniqueNumber()}.jpg`;
    project.writeContent(join(dirname(file), name), await randomPicture(random));
    setFrontMatter(project, file, { cover: name, coverAlt: 'Một tấm bìa một màu' });
  },
  'a picture is replaced': async (project, random) => {
    const pictures = [...filesIn(project.content)].filter((file) => file.endsWith('.jpg')).sort();
    if (pictures.length > 0) project.writeContent(random.pick(pictures), await randomPicture(random));
  },
  'a download is replaced': (project, random) => {
    const downloads = [...filesIn(project.content)].filter((file) => /\.(pdf|xlsx|docx)$/.test(file)).sort();
    if (downloads.length > 0)
      project.writeContent(random.pick(downloads), `%PDF-1.4 ${'x'.repeat(random.integer(3000))}`);
  },
  'a question is asked': (project, random) =>
    project.writeContent(
      `questions/2026-11-0${1 + random.integer(9)}-hoi-${random.uniqueNumber()}.md`,
      `---\ntitle: Câu hỏi số ${random.uniqueNumber()}?\ndate: 2026-11-01\nquestion: Xin cho hỏi một điều.\n---\n`,
    ),
  'a question is answered': (project, random) => {
    const file = random.pick(filesOf(project, 'questions'));
    setFrontMatter(project, file, { answeredBy: 'Văn phòng', answered: randomDay(random, 2026) });
    append(project, file, `Xin trả lời lần ${random.uniqueNumber()}.`);
  },
  'a document is retitled or goes out of force': (project, random) => {
    const file = random.pick(filesOf(project, 'documents'));
    setFrontMatter(
      project,
      file,
      random.integer(2) ? { title: `Văn bản số ${random.uniqueNumber()}` } : { inForce: 'false' },
    );
  },
  'a document is deleted': (project, random) => {
    const all = filesOf(project, 'documents');
    if (all.length > 2) rmSync(join(project.content, random.pick(all)));
  },
  'an event is cancelled or reinstated': (project, random) =>
    setFrontMatter(project, random.pick(filesOf(project, 'events')), {
      cancelled: random.pick(['Mưa bão.', undefined]),
    }),
  'an event is moved': (project, random) =>
    setFrontMatter(project, random.pick(filesOf(project, 'events')), {
      from: randomDay(random, 2026),
      to: undefined,
      deadline: undefined,
    }),
  'a static page is edited': (project, random) =>
    append(project, random.pick(filesOf(project, 'pages')), `Câu thêm số ${random.uniqueNumber()}.`),
  'the notice of the organisation changes': (project, random) =>
    project.writeContent(
      'site.yaml',
      project.readContent('site.yaml').replace(/^notice:.*$/m, `notice: Thông báo số ${random.uniqueNumber()}`),
    ),
  'the telephone of the organisation changes': (project, random) =>
    project.writeContent(
      'site.yaml',
      project.readContent('site.yaml').replace(/text: "0000.*"/, `text: "0000.${random.uniqueNumber()}"`),
    ),
  'a category is described': (project, random) =>
    project.writeContent(
      'categories.yaml',
      project
        .readContent('categories.yaml')
        .replace(/description: .*/, `description: Mô tả số ${random.uniqueNumber()}.`),
    ),
  'a category gets another drawing': (project, random) =>
    project.writeContent(
      'categories.yaml',
      project
        .readContent('categories.yaml')
        .replace(/\n {2}motif: .*/, '')
        .replace(/\n {2}slug: .*/, (line) => `${line}\n  motif: ${random.pick(motifs)}`),
    ),
  'a category is renamed': (project, random) => {
    const name = /- name: (Thông báo.*)/.exec(project.readContent('categories.yaml'))?.[1];
    const newName = `Thông báo ${random.uniqueNumber()}`;
    if (!name) return;
    for (const file of ['categories.yaml', ...filesOf(project, 'articles')])
      project.writeContent(
        file,
        project
          .readContent(file)
          .replace(`name: ${name}\n`, `name: ${newName}\n`)
          .replace(`category: ${name}\n`, `category: ${newName}\n`),
      );
  },
  'an author is described': (project, random) =>
    project.writeContent(
      'authors.yaml',
      project
        .readContent('authors.yaml')
        .replace(/description: .*/, `description: Cây bút số ${random.uniqueNumber()}.`),
    ),
  'a tag gets a fixed slug': (project, random) =>
    project.writeContent('tags.yaml', `- name: ${random.pick(tagNames)}\n  slug: the-${random.uniqueNumber()}\n`),
  'an abbreviation is explained': (project, random) =>
    project.writeContent(
      'abbreviations.yaml',
      `${project.readContent('abbreviations.yaml')}- short: VT${'ABCDEFGH'[random.integer(8)]}${'KLMNPQ'[random.integer(6)]}\n  meaning: Viết tắt mẫu\n`,
    ),
  'a member association is added': (project, random) =>
    project.writeContent(
      'members.yaml',
      `${project.readContent('members.yaml')}- name: Hội mẫu số ${random.uniqueNumber()}\n  group: Nhóm mẫu\n`,
    ),
  'a leader gets another telephone number': (project, random) =>
    project.writeContent(
      'leadership.yaml',
      project
        .readContent('leadership.yaml')
        .replace(/telephone: .*/, `telephone: "0000.${String(random.integer(1000)).padStart(3, '0')}.004"`),
    ),
  'the opening hours change': (project, random) =>
    project.writeContent(
      'site.yaml',
      project.readContent('site.yaml').replace(/đến 17 giờ.*/, `đến 17 giờ ${10 + random.integer(49)}`),
    ),
  'a word is added to the allowed words': (project, random) =>
    project.writeContent('words.yaml', `- Zim${'abcdefgh'[random.integer(8)]}\n`),
  'an article gets a gallery': async (project, random) => {
    const file = randomArticle(project, random);
    const names = [`anh-${random.uniqueNumber()}.jpg`, `anh-${random.uniqueNumber()}.jpg`];
    for (const name of names) project.writeContent(join(dirname(file), name), await randomPicture(random));
    const lines = names.map((name, index) => `![Tấm ảnh một màu thứ ${index + 1}](${name})`);
    append(project, file, `::: gallery\n${lines.join('\n')}\n:::`);
  },
  'an article gets a footnote': (project, random) => {
    const note = random.uniqueNumber();
    append(
      project,
      randomArticle(project, random),
      `Câu có chú thích.[^${note}]\n\n[^${note}]: Lời chú thích số ${note}.`,
    );
  },
  'an article offers a file': (project, random) => {
    const file = randomArticle(project, random);
    const name = `tep-${random.uniqueNumber()}.pdf`;
    project.writeContent(join(dirname(file), name), `%PDF-1.4 ${'x'.repeat(random.integer(3000))}`);
    setFrontMatter(project, file, { attachments: `[{ file: ${name}, title: Tệp số ${random.uniqueNumber()} }]` });
  },
  'the counter has new numbers': (project, random) => {
    const all = filesOf(project, 'statistics', '.json');
    if (all.length > 0) {
      const last = all.at(-1) as string;
      const snapshot = JSON.parse(project.readContent(last));
      const read = `/bai-viet/${slugOf(randomArticle(project, random))}/`;
      const pages = { ...snapshot.pages, [read]: 1000 + random.integer(9000) };
      project.writeContent(last, JSON.stringify({ ...snapshot, pages, total: snapshot.total + random.integer(900) }));
    }
  },
  'a snapshot of the counter is deleted': (project, random) => {
    const all = filesOf(project, 'statistics', '.json');
    if (all.length > 0) rmSync(join(project.content, random.pick(all)));
  },
  'the counter is switched on or off': (project, random) =>
    setFrontMatter(project, 'site.yaml', { counter: random.pick(['true', 'false']) }),
  'offline reading is switched on, off or to its default': (project, random) =>
    setFrontMatter(project, 'site.yaml', { offline: random.pick(['true', 'false', undefined]) }),
  'share pictures get a start date or are switched off': (project, random) =>
    setFrontMatter(project, 'site.yaml', {
      sharePictures: random.pick([`{ since: 2026-0${4 + random.integer(6)}-01 }`, undefined]),
    }),
  'the menu loses an entry': (project, random) => {
    const entries = [...project.readContent('site.yaml').matchAll(/^ {2}- text: .*\n {4}address: .*\n/gm)].map(
      ([entry]) => entry,
    );
    if (entries.length > 3)
      project.writeContent('site.yaml', project.readContent('site.yaml').replace(random.pick(entries), ''));
  },
  'the menu gets an entry': (project, random) =>
    project.writeContent(
      'site.yaml',
      project
        .readContent('site.yaml')
        .replace(
          /^menu:\n/m,
          `menu:\n  - text: Mục ${random.uniqueNumber()}\n    address: /bai-viet/${slugOf(randomArticle(project, random))}/\n`,
        ),
    ),
  'the content folder is renamed': (project, random) => project.moveContent(`content-${random.uniqueNumber()}`),
  'a view changes': (project, random) =>
    project.patchSource(
      'layouts/components/footer.ts',
      /<footer[^>]*>/,
      `<footer class="footer" data-n="${random.uniqueNumber()}">`,
    ),
  'the style changes': (project, random) =>
    project.patchSource('assets/css/base.css', /$/, `\nmain {\n  --x: ${random.uniqueNumber()};\n}\n`),
  'the code that renders pages changes': (project, random) =>
    project.patchSource(
      'site/build/render-pages.ts',
      /text: .*content\b.* \}/,
      `text: \`\${content}<!-- ${random.uniqueNumber()} -->\` }`,
    ),
  'a line of a program file drawn at random changes': (project, random) => {
    const sources = programSources.folders
      .flatMap((folder) => Array.from(filesIn(join(project.root, folder)), (file) => `${folder}/${file}`))
      .filter((file) => file.endsWith('.ts'));
    const file = random.pick([...programSources.files, ...sources.sort()]);
    const lines = project.readSource(file).split('\n');
    const changed = lines.map((line) => changeLine(line, random.uniqueNumber()));
    const indices = [...changed.keys()].filter((index) => changed[index] !== lines[index]);
    if (indices.length === 0) return;
    const index = random.pick(indices);
    project.writeSource(file, lines.with(index, changed[index] ?? '').join('\n'));
  },
  'a rule changes': (project, random) =>
    project.patchSource('news/rank-related-articles.ts', /const (\w+) = \d;/, `const $1 = ${1 + random.integer(8)};`),
  'a package changes': (project) => project.patchSource('package-lock.json', /\n$/, '\n\n'),
  'the URL of the site changes': (project, random) => {
    project.env['SITE_URL'] = random.pick([
      'https://example.org',
      'https://example.org/trang',
      'https://example.net',
      '',
    ]);
  },
  'preview is switched on or off': (project) => {
    project.env['PREVIEW'] = project.env['PREVIEW'] === '1' ? '' : '1';
  },
  'precompression is switched on or off': (project) => {
    project.env['PRECOMPRESS'] = project.env['PRECOMPRESS'] === '1' ? '' : '1';
  },
  'time passes': (project, random) => {
    const now = new Date(project.env['BUILD_TIME'] ?? '').getTime();
    const step = random.pick([60_000, 3_600_000, 86_400_000, 40 * 86_400_000]) * (1 + random.integer(3));
    project.env['BUILD_TIME'] = new Date(now + step).toISOString();
  },
  'the clock is set back': (project, random) => {
    project.env['BUILD_TIME'] = `2026-0${1 + random.integer(9)}-10T08:00:00+07:00`;
  },
};

async function randomPicture(random: RandomSource): Promise<Buffer> {
  const background = { r: random.integer(256), g: random.integer(256), b: random.integer(256) };
  return sharp({ create: { width: 500, height: 300, channels: 3, background } })
    .jpeg()
    .toBuffer();
}
