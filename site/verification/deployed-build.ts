import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type DeployedJson, deployedFile, deployedSchema } from '#site/deployment/deployed-site.ts';
import { git, gitText } from '#site/deployment/git.ts';
import { projectRoot, SettingsError } from '#site/settings.ts';

/** The text of a `deployed.json` as its content; undefined if it is none. */
export function parseDeployed(text: string | undefined): DeployedJson | undefined {
  try {
    // Strict: whatever else stands there was put there by somebody.
    return deployedSchema.strict().parse(JSON.parse(text ?? ''));
  } catch {
    return undefined;
  }
}

/** The `deployed.json` of a folder; undefined if there is none, or if it is damaged. */
export function readDeployed(folder: string): DeployedJson | undefined {
  const file = join(folder, deployedFile);
  return existsSync(file) ? parseDeployed(readFileSync(file, 'utf8')) : undefined;
}

/** Whether two records are of one build. */
export function isSameBuild(first: DeployedJson, second: DeployedJson): boolean {
  const build = ({ builtAt, commit, programCommit, olderForms, leftOut }: DeployedJson) =>
    JSON.stringify([builtAt, commit, programCommit, Object.entries(olderForms).sort(), leftOut.toSorted()]);
  return build(first) === build(second);
}

/** A fresh build, to be deleted after use. */
export interface FreshBuild extends Disposable {
  readonly folder: string;
}

/** An empty sitemap: with it no address is missed. */
const noAddresses =
  '<?xml version="1.0" encoding="utf-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>\n';

/**
 * Builds what is deployed again in a temporary folder: program and content at their commits, at the time of the build.
 * Throws a SettingsError if that is not possible here.
 */
export function rebuildDeployed(deployed: DeployedJson, contentDir: string, siteUrl: string): FreshBuild {
  const { commit, programCommit = commit } = deployed;
  if (commit === undefined || programCommit === undefined)
    throw new SettingsError(
      `Không dựng lại được bản đang đăng: ${deployedFile} không ghi commit, vì lúc đăng nội dung có chỗ chưa commit. So với _site của máy đã đăng, hoặc commit rồi đăng lại.`,
    );
  const work = mkdtempSync(join(tmpdir(), 'verify-'));
  const remove = () => rmSync(work, { recursive: true, force: true });
  try {
    requireCommit(contentDir, commit, 'nội dung');
    const program = checkOut(projectRoot, programCommit, join(work, 'program'), 'chương trình');
    const content = contentAtCommit(contentDir, commit, program, join(work, 'content'));
    const folder = join(work, 'site');
    build({ program, content, folder, record: writeRecord(join(work, 'record'), deployed) }, deployed.builtAt, siteUrl);
    return { folder, [Symbol.dispose]: remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/**
 * The folder of the repository that a folder is in. Throws a SettingsError if its branch does not have a commit: the
 * program of any other commit may be by somebody who may not publish, and would run here.
 */
function requireCommit(folder: string, commit: string, what: string): string {
  const top = gitText(folder, 'rev-parse', '--show-toplevel');
  if (top === undefined)
    throw new SettingsError(`Không dựng lại được bản đang đăng: ${folder} không nằm trong kho git.`);
  if (git(top, 'cat-file', '-e', `${commit}^{commit}`) === undefined)
    throw new SettingsError(
      `Không dựng lại được bản đang đăng: kho git ở ${top} không có commit ${commit.slice(0, 12)} của ${what}. Chạy git pull (bản sao nông thì git fetch --unshallow) rồi chạy lại.`,
    );
  if (git(top, 'merge-base', '--is-ancestor', commit, 'HEAD') === undefined)
    throw new SettingsError(
      `Không dựng lại được bản đang đăng: commit ${commit.slice(0, 12)} của ${what} không thuộc nhánh đang dùng ở ${top}. Nếu trang đăng từ nhánh khác thì git checkout nhánh ấy; nếu không, có người đã đăng thứ chưa được duyệt.`,
    );
  return top;
}

/** A copy of a repository at a commit, with its history; returns its folder. */
function checkOut(repository: string, commit: string, target: string, what: string): string {
  const top = requireCommit(repository, commit, what);
  // Objects stay where they are: only the files of the commit are written.
  const isCloned =
    git(top, 'clone', '--quiet', '--shared', '--no-checkout', top, target) !== undefined &&
    git(target, '-c', 'advice.detachedHead=false', 'checkout', '--quiet', commit) !== undefined;
  if (!isCloned)
    throw new SettingsError(`Không chép được commit ${commit.slice(0, 12)} từ kho git ở ${top} sang ${target}.`);
  return target;
}

/** The content at its commit: part of the program's copy, or a copy of its own repository. */
function contentAtCommit(contentDir: string, commit: string, program: string, target: string): string {
  const top = gitText(contentDir, 'rev-parse', '--show-toplevel');
  const programTop = gitText(projectRoot, 'rev-parse', '--show-toplevel');
  const inside = top === undefined ? '' : relative(realpathSync(top), realpathSync(contentDir));
  return join(top === programTop ? program : checkOut(contentDir, commit, target, 'nội dung'), inside);
}

/** Tells the build which files stood in an older form: it takes them from the same commits. */
function writeRecord(folder: string, deployed: DeployedJson): string {
  mkdirSync(folder);
  writeFileSync(join(folder, 'sitemap.xml'), noAddresses);
  writeFileSync(join(folder, deployedFile), JSON.stringify({ ...deployed, firstDeployed: {} }));
  return folder;
}

interface BuildFolders {
  readonly program: string;
  readonly content: string;
  readonly folder: string;
  readonly record: string;
}

function build({ program, content, folder, record }: BuildFolders, builtAt: string, siteUrl: string): void {
  const lock = 'package-lock.json';
  const [here, there] = [projectRoot, program].map((root) => readFileSync(join(root, lock), 'utf8'));
  // Otherwise the build installs the packages of that commit.
  if (here === there) symlinkSync(join(projectRoot, 'node_modules'), join(program, 'node_modules'), 'junction');
  shareCaches(program);
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(program, 'scripts', 'run.mjs'), 'scripts/build.ts', '--against', record],
    {
      cwd: program,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      env: {
        ...process.env,
        ...{ CONTENT_DIR: content, OUTPUT_DIR: folder, MEMORY_DIR: join(program, '.cache', 'memory') },
        ...{ SITE_URL: siteUrl, BUILD_TIME: builtAt, PRECOMPRESS: '', PREVIEW: '', GITHUB_ACTIONS: '', CI: 'true' },
      },
    },
  );
  // 3: files in error are in an older form, or left out, as they were then.
  if (status !== 0 && status !== 3)
    throw new SettingsError(`Không dựng lại được bản đang đăng:\n${stderr.trim().split('\n').slice(-8).join('\n')}`);
}

/** Pictures are named by what they are made from: those that were made before are used again. */
function shareCaches(program: string): void {
  mkdirSync(join(program, '.cache'), { recursive: true });
  for (const name of ['pictures', 'share-pictures']) {
    const cache = join(projectRoot, '.cache', name);
    try {
      mkdirSync(cache, { recursive: true });
      symlinkSync(cache, join(program, '.cache', name), 'junction');
    } catch {
      // In a checkout that cannot be written to they are made each time.
    }
  }
}
