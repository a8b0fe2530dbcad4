import { staticFileWriter } from '#site/assets/static-file.ts';
import { planSite } from '#site/build/plan-site.ts';
import { readCheckedSite } from '#site/check/read-checked-site.ts';
import { deskScripts } from '#site/desk/desk-files.ts';
import { readSettings } from '#site/settings.ts';

/** Writes the desk for the files of this machine into a folder, as `npm start` serves it, for the content of another. */
export async function writeDeskSite(outputDir: string, contentDir: string, now: Date): Promise<void> {
  const settings = { ...readSettings({ CONTENT_DIR: contentDir, OUTPUT_DIR: outputDir }, now), hasLocalDesk: true };
  const plan = await planSite(await readCheckedSite(settings));
  const write = staticFileWriter(outputDir);
  for (const file of plan.files) if (/^\/(admin\/|_headers$|chu\/|[^/]*\.png$)/.test(file.address)) write(file);
  for (const file of await deskScripts(settings, console.error)) write(file);
  write({ address: '/404.html', source: 'tests/', bytes: '<!doctype html><title>Không có trang này</title>' });
}
