import { join } from 'node:path';
import { deskAddress } from '#news/address.ts';
import { openSiteCounter } from '#server/open-site-counter.ts';
import { parsePort } from '#server/parse-port.ts';
import { programSources } from '#site/cache/program-version.ts';
import { projectRoot, readSettings } from '#site/settings.ts';
import { deskScriptsHandler } from './desk-scripts-handler.ts';
import { LiveReload } from './live-reload.ts';
import { openPreviewServer } from './open-preview-server.ts';
import { PreviewBuilder } from './preview-builder.ts';
import { watchFiles, watchFolder } from './watch-folder.ts';

/**
 * Builds, serves the result, and builds again at every change: in the same process while content changes, which reuses
 * what it has read; in a new one when the program changes. While a build fails, every page shows its message.
 * Throws a SettingsError.
 */
export async function startPreview(env: Readonly<Record<string, string | undefined>>): Promise<void> {
  const settings = readSettings(env, new Date());
  const [host, port] = [env['HOST'] || '127.0.0.1', parsePort(env['PORT'] || '8080')];
  const reload = new LiveReload(settings.base);
  const builder = new PreviewBuilder(env, reload);
  try {
    // Before the first build, so that a file saved during it is built too.
    watchFolder(settings.contentDir, () => void builder.rebuild());
    const programChanged = () => {
      builder.stop();
      void builder.rebuild();
    };
    watchFiles(projectRoot, programSources.files, programChanged);
    for (const folder of programSources.folders) watchFolder(join(projectRoot, folder), programChanged);
    await builder.rebuild();

    // The visits of editors are counted apart from those of readers.
    const counter = openSiteCounter(settings.outputDir, {
      COUNTER_DB: `${settings.outputDir}.counter.db`,
      SITE_URL: env['SITE_URL'],
    });
    const { origin } = await openPreviewServer(settings, {
      ...{ host, port, reload, failure: () => builder.failure, draftErrors: () => builder.draftErrors },
      handlers: [deskScriptsHandler(settings), ...(counter ? [counter.handle] : [])],
    });
    console.log(`Mở ${origin}${settings.base}/ để xem; sửa tệp rồi lưu, trang tự cập nhật. Dừng: Ctrl+C.`);
    console.log(`Viết bài trong trình duyệt (Chrome, Edge): ${origin}${settings.base}${deskAddress}`);
  } catch (error) {
    builder.stop();
    throw error;
  }
}
