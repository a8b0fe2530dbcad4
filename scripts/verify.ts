import { lookup } from 'node:dns/promises';
import { existsSync, realpathSync, statSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type DeployedJson, deployedFile } from '#site/deployment/deployed-site.ts';
import { displayPath } from '#site/read/source-file.ts';
import { readSettings, type Settings, SettingsError } from '#site/settings.ts';
import { readBuiltSite } from '#site/verification/built-site.ts';
import { checkForeignLinks } from '#site/verification/check-foreign-links.ts';
import { isSameBuild, readDeployed, rebuildDeployed } from '#site/verification/deployed-build.ts';
import type { Verification } from '#site/verification/difference.ts';
import { findInContent, foreignLinks } from '#site/verification/foreign-links.ts';
import { type DeployedOnWeb, openDeployedSite } from '#site/verification/open-deployed-site.ts';
import { foreignLinksExitCode, reportForeignLinks } from '#site/verification/report-foreign-links.ts';
import { reportVerification, verificationExitCode } from '#site/verification/report-verification.ts';
import { verifyFolder } from '#site/verification/verify-folder.ts';
import { verifySite } from '#site/verification/verify-site.ts';
import { dateTimeLabel } from '#vietnamese/date.ts';

const usage = `Cách dùng: npm run verify -- https://địa-chỉ-trang     trang trên mạng có đúng là bản đã dựng không
           npm run verify -- /thư/mục/trên/máy/chủ    thư mục ấy có đúng là bản đã dựng không, có tệp lạ không
           npm run verify -- --links                  những trang khác mà trang này dẫn tới có còn không
  --rebuild  so với bản dựng lại từ kho git, theo commit và giờ mà trang đang đăng ghi trong deployed.json;
             không ghi thì so với thư mục _site (OUTPUT_DIR)
  --wait N   thấy khác thì chờ N giây rồi xem trang có vừa được đăng lại không; đăng lại thì xem lại từ đầu
  --all      kể từng địa chỉ, kể cả khi hàng trăm địa chỉ giống nhau
Kết thúc bằng 0: sạch; 1: có chỗ khác; 2: không xem được hay chưa xem hết.`;

/** Something was not looked at, which is never the same as "nothing differs". */
const notSeen = 2;

/** How often a site is looked at that is deployed again meanwhile. */
const mostRounds = 3;

interface Options {
  readonly target: string | undefined;
  readonly rebuild: boolean;
  readonly links: boolean;
  readonly all: boolean;
  /** In seconds. */
  readonly wait: number;
}

function readOptions(): Options {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        ...{ rebuild: { type: 'boolean' }, links: { type: 'boolean' }, all: { type: 'boolean' } },
        wait: { type: 'string', default: '0' },
      },
    });
    const [target] = positionals;
    const { rebuild = false, links = false, all = false, wait } = values;
    const isUsable = positionals.length < 2 && (target !== undefined || links) && /^\d{1,4}$/.test(wait);
    if (!isUsable) throw new SettingsError(usage);
    return { target, rebuild, links, all, wait: Number(wait) };
  } catch {
    throw new SettingsError(usage);
  }
}

const terminal = process.stderr.isTTY && !process.env['CI'];

function progress(done: number, all: number): void {
  if (terminal && (done % 25 === 0 || done === all)) process.stderr.write(`\r\u001B[K${done}/${all}`);
  if (terminal && done === all) process.stderr.write('\r\u001B[K');
}

/** Throws a SettingsError if there is no built site; `otherwise` says what may be done besides building it. */
function requireBuild(outputDir: string, otherwise = ''): void {
  if (!existsSync(join(outputDir, 'build.json')))
    throw new SettingsError(`Chưa có trang nào trong ${outputDir}: dựng trang trước (npm run build)${otherwise}.`);
}

/** Said where a build can be compared with that is not there yet. */
const orRebuild = ', hoặc thêm --rebuild';

/** Throws a SettingsError if the address is that of a part of the site: every other address would be missing. */
function requireRoot(root: URL, { outputDir, base }: Settings): void {
  if (root.pathname !== `${base}/` && existsSync(join(outputDir, decodeURIComponent(root.pathname))))
    throw new SettingsError(
      `${root.href} là địa chỉ của một phần trong trang: viết địa chỉ của cả trang, như npm run verify -- ${root.origin}`,
    );
}

/** What a build is known by, for people. */
function buildName({ builtAt, commit }: DeployedJson): string {
  return `bản dựng ${dateTimeLabel(new Date(builtAt))}${commit === undefined ? '' : `, commit ${commit.slice(0, 12)}`}`;
}

/** Throws a SettingsError if the built site is another than the deployed one: every page would differ. */
function requireSameBuild(deployed: DeployedJson | undefined, outputDir: string): void {
  const local = readDeployed(outputDir);
  if (!deployed || (local && isSameBuild(deployed, local))) return;
  throw new SettingsError(
    `Không so được: trang đang đăng là ${buildName(deployed)}; trong ${outputDir} là ${local ? buildName(local) : `bản chưa đăng (không có ${deployedFile})`}. Thêm --rebuild để so với bản dựng lại đúng commit và giờ ấy.`,
  );
}

/** Calls a function with the folder of the build to compare with. */
async function withBuild(
  { outputDir, contentDir }: Settings,
  deployed: DeployedJson | undefined,
  { rebuild, siteUrl }: { readonly rebuild: boolean; readonly siteUrl: string },
  use: (folder: string) => Promise<Verification>,
): Promise<Verification> {
  if (!rebuild) {
    requireBuild(outputDir, orRebuild);
    requireSameBuild(deployed, outputDir);
    return { ...(await use(outputDir)), against: `bản dựng trong ${displayPath(outputDir)}` };
  }
  if (!deployed)
    throw new SettingsError(
      `Không dựng lại được bản đang đăng: ở đó không có ${deployedFile} đọc được, nên không rõ commit và giờ. Đăng lại bằng deploy/publish.sh, hay npm run build -- --against .cache/deployed && npm run record -- .cache/deployed rồi tải _site lên; hoặc bỏ --rebuild để so với _site.`,
    );
  console.error(`Dựng lại ${buildName(deployed)}…`);
  using fresh = rebuildDeployed(deployed, contentDir, siteUrl);
  return { ...(await use(fresh.folder)), against: `${buildName(deployed)}, dựng lại từ kho git` };
}

async function verifyUrl(written: string, options: Options, settings: Settings): Promise<Verification> {
  if (!URL.canParse(written))
    throw new SettingsError(`“${written}” không phải là địa chỉ trang: viết như https://vi-du.vn`);
  if (!options.rebuild) requireBuild(settings.outputDir, orRebuild);
  let site = await openDeployedSite(written);
  requireRoot(site.root, settings);
  console.error(`Xem ${site.root.href}`);
  for (let round = 0; round < mostRounds; round++) {
    const verification = await verifyDeployed(site, options, settings);
    if (verification.differences.length === 0 || verification.interrupted !== undefined) return verification;
    // While a new build is put there file by file, the site is neither the old one nor the new one.
    await wait(1_000 * options.wait);
    const { deployed } = site;
    site = await openDeployedSite(written);
    const isSame = deployed ? site.deployed && isSameBuild(deployed, site.deployed) : !site.deployed;
    if (isSame) return verification;
    console.error('Trang vừa được đăng lại trong lúc xem: xem lại từ đầu.');
  }
  throw new SettingsError('CHƯA XEM ĐƯỢC: trang được đăng lại liên tục trong lúc xem. Chạy lại sau.');
}

/** Said where the served folder may be the one that is compared with it. */
const ownFolder =
  '“Sạch” hay không cũng chưa chứng tỏ gì: trang này do chính máy này đưa lên mạng, nếu từ _site thì nó vừa được so với chính nó. Thêm --rebuild';

/** Whether a host name means this machine. */
async function isThisMachine(hostname: string): Promise<boolean> {
  const own = new Set(
    Object.values(networkInterfaces()).flatMap((cards) => cards?.map(({ address }) => address) ?? []),
  );
  const found = await lookup(hostname.replace(/^\[|\]$/g, ''), { all: true }).catch(() => []);
  return found.some(({ address }) => own.has(address) || address.startsWith('127.'));
}

async function verifyDeployed(
  { root, deployed }: DeployedOnWeb,
  { rebuild }: Options,
  settings: Settings,
): Promise<Verification> {
  const base = root.pathname.replace(/\/$/, '');
  const siteUrl = process.env['SITE_URL'] || root.href;
  // The hour: another part of a large site each time.
  const seed = Math.floor(settings.now.getTime() / 3_600_000);
  const verification = await withBuild(settings, deployed, { rebuild, siteUrl }, (folder) =>
    verifySite(readBuiltSite(folder, base), root, { seed, progress }),
  );
  const isOwn = !rebuild && (await isThisMachine(root.hostname));
  const seen = isOwn ? { ...verification, notes: [...verification.notes, ownFolder] } : verification;
  if (deployed || !readDeployed(settings.outputDir)) return seen;
  const what = 'không đọc được: thiếu, hỏng hay bị sửa';
  const missing = { kind: 'missing' as const, address: `${base}/${deployedFile}`, who: '', what, detail: '' };
  return { ...seen, differences: [...seen.differences, missing] };
}

async function verifyPath(written: string, { rebuild }: Options, settings: Settings): Promise<Verification> {
  const folder = resolve(written);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new SettingsError(`Không thấy thư mục “${written}”: viết địa chỉ trang (https://…) hoặc một thư mục.`);
  const { outputDir } = settings;
  if (!rebuild && existsSync(outputDir) && realpathSync(outputDir) === realpathSync(folder))
    throw new SettingsError(`${folder} chính là thư mục đem ra so: thêm --rebuild để so với bản dựng lại từ kho git.`);
  const siteUrl = process.env['SITE_URL'] ?? '';
  if (rebuild && siteUrl === '')
    throw new SettingsError(
      'Cần biết địa chỉ của trang để dựng lại: SITE_URL=https://địa-chỉ-trang npm run verify -- …',
    );
  return withBuild(settings, readDeployed(folder), { rebuild, siteUrl }, async (built) => verifyFolder(built, folder));
}

async function verifyLinks({ outputDir, contentDir, base }: Settings): Promise<void> {
  requireBuild(outputDir);
  const result = await checkForeignLinks(foreignLinks(readBuiltSite(outputDir, base)), { progress });
  const places = findInContent(
    contentDir,
    result.dead.map(({ url }) => url),
  );
  for (const line of reportForeignLinks(result, places)) console.log(line);
  process.exitCode = Math.max(Number(process.exitCode ?? 0), foreignLinksExitCode(result));
}

// Compares what stands on the web, or in a folder of a web server, with what was built.
async function main(): Promise<void> {
  const options = readOptions();
  const settings = readSettings(process.env, new Date());
  const { target, links, all } = options;
  if (target !== undefined) {
    const verify = /^https?:/i.test(target) ? verifyUrl : verifyPath;
    const verification = await verify(target, options, settings);
    for (const line of reportVerification(verification, all)) console.log(line);
    process.exitCode = verificationExitCode(verification);
  }
  if (links) await verifyLinks(settings);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof SettingsError ? error.message : error);
  process.exitCode = notSeen;
}
