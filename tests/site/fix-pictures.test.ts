import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { validArticle } from '#site/guide/rule-examples.ts';
import { pictureVariants } from '#site/pictures/picture-variants.ts';
import { contentFolder } from '../content-folder.ts';
import { runInProcess } from '../run-in-process.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** A picture without a pattern that an encoder could use; always the same. */
function noise(width: number, height: number): Sharp {
  const bytes = createHash('shake256', { outputLength: width * height * 3 }).digest();
  return sharp(bytes, { raw: { width, height, channels: 3 } });
}

const position = {
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '20/1 27/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '106/1 20/1 0/1' },
};

function git(folder: string, ...args: string[]): void {
  const identity = ['-c', 'user.name=Biên tập', '-c', 'user.email=bien-tap@example.org'];
  execFileSync('git', [...identity, ...args], { cwd: folder, stdio: 'ignore' });
}

const article = (names: readonly string[]) =>
  `${validArticle}\n${names.map((name) => `![Đại biểu biểu quyết](${name})\n`).join('\n')}`;

/** A content folder of an article with pictures, in a git repository that has them. */
function committedContent(
  pictures: Readonly<Record<string, Buffer>>,
  other: Readonly<Record<string, Buffer>> = {},
): string {
  const files = Object.entries({ ...pictures, ...other }).map(([name, bytes]) => [`articles/2026/${name}`, bytes]);
  const content = contentFolder({
    'articles/2026/2026-11-23-hoi-nghi.md': article(Object.keys(pictures)),
    ...Object.fromEntries(files),
  });
  git(content, 'init');
  git(content, 'add', '.');
  git(content, 'commit', '-m', 'bài mới');
  return content;
}

test('--fix makes heavy pictures smaller and removes where they were taken, once', async () => {
  const large = sharp({ create: { width: 4000, height: 1200, channels: 3, background: 'red' } });
  const turned = await large.withExif(position).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const wide = await noise(200, 100).withExif(position).withIccProfile('p3').jpeg().toBuffer();
  const content = committedContent({
    'nang.jpg': Buffer.concat([turned, Buffer.alloc(8_000_000)]),
    'noi-chup.jpg': wide,
    'dang-png.jpg': await noise(2200, 1400).png().toBuffer(),
  });
  const path = (name: string) => join(content, 'articles/2026', name);
  const { stderr, stdout, status } = await runInProcess('check', { CONTENT_DIR: content }, ['--fix']);
  expect(status).toBe(0);
  expect(stdout).toBe('');
  expect(stderr).toMatch(
    /Đã sửa .*nang\.jpg:1:1 · ảnh [\d,]+ MB \(1\.200 × 4\.000 điểm ảnh\) → \d+ KB \(1\.152 × 3\.840 điểm ảnh\), đã xóa nơi chụp\n/,
  );
  expect(stderr).toMatch(
    /noi-chup\.jpg:1:1 · ảnh \d+ KB \(200 × 100 điểm ảnh\) → \d+ KB \(200 × 100 điểm ảnh\), đã xóa nơi chụp\n/,
  );
  expect(stderr).toMatch(
    /dang-png\.jpg:1:1 · ảnh 9,\d MB \(2\.200 × 1\.400 điểm ảnh\) → \d,\d MB \(1\.920 × 1\.222 điểm ảnh\)\n/,
  );
  expect(statSync(path('nang.jpg')).size).toBeLessThan(8_000_000);
  expect(await sharp(path('nang.jpg')).metadata()).toMatchObject({ format: 'jpeg', width: 1152, height: 3840 });
  expect((await sharp(path('noi-chup.jpg')).metadata()).exif).toBeUndefined();
  expect((await sharp(path('noi-chup.jpg')).metadata()).icc).toEqual((await sharp(wide).metadata()).icc);
  expect(await sharp(path('dang-png.jpg')).metadata()).toMatchObject({ format: 'png' });

  const fixed = readFileSync(path('nang.jpg'));
  expect((await runInProcess('check', { CONTENT_DIR: content }, ['--fix'])).stderr).not.toContain('Đã sửa');
  expect(readFileSync(path('nang.jpg')).equals(fixed)).toBe(true);
});

test('--fix rewrites no picture whose original git does not have', async () => {
  const bytes = await noise(60, 40).withExif(position).jpeg().toBuffer();
  const content = committedContent({ 'da-sua.jpg': bytes });
  const untracked = contentFolder({
    'articles/2026/2026-11-23-hoi-nghi.md': article(['anh.jpg']),
    'articles/2026/anh.jpg': bytes,
  });
  const edited = join(content, 'articles/2026/da-sua.jpg');
  writeFileSync(edited, await noise(50, 30).withExif(position).jpeg().toBuffer());
  // Added to the index, but in no commit.
  writeFileSync(join(content, 'articles/2026/moi.jpg'), bytes);
  writeFileSync(join(content, 'articles/2026/2026-11-23-hoi-nghi.md'), article(['da-sua.jpg', 'moi.jpg']));
  git(content, 'add', 'articles/2026/moi.jpg');
  for (const [folder, names] of [
    [content, ['da-sua.jpg', 'moi.jpg']],
    [untracked, ['anh.jpg']],
  ] as const) {
    const before = names.map((name) => readFileSync(join(folder, 'articles/2026', name)));
    const { stdout, stderr } = await runInProcess('check', { CONTENT_DIR: folder }, ['--fix']);
    expect(stderr).not.toContain('Đã sửa');
    for (const name of names) expect(stdout).toMatch(new RegExp(`${name}.* · gửi bản gốc trước \\(npm run send\\)`));
    expect(names.map((name) => readFileSync(join(folder, 'articles/2026', name)))).toEqual(before);
  }
});

test('a picture offered for download keeps its size', async () => {
  const photo = Buffer.concat([await noise(400, 300).withExif(position).jpeg().toBuffer(), Buffer.alloc(9_000_000)]);
  const content = committedContent({}, { 'bao-chi.jpg': photo });
  const lines = 'attachments:\n  - file: bao-chi.jpg\n    title: Ảnh cho báo chí\ncategory:';
  writeFileSync(join(content, 'articles/2026/2026-11-23-hoi-nghi.md'), validArticle.replace('category:', lines));
  expect((await runInProcess('check', { CONTENT_DIR: content }, ['--fix'])).stderr).toContain(
    '(400 × 300 điểm ảnh), đã xóa nơi chụp',
  );
});

test('the pictures of a page never say where they were taken', async () => {
  const file = join(temporaryFolder(), 'anh.jpg');
  writeFileSync(file, await noise(60, 40).withExif(position).jpeg().toBuffer());
  const folder = temporaryFolder();
  for (const { name } of await pictureVariants(file, folder)) {
    const { exif, xmp } = await sharp(join(folder, name)).metadata();
    expect([exif, xmp], name).toEqual([undefined, undefined]);
  }
});
