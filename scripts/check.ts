import { ContentError, findingLine } from '#site/finding.ts';
import { openSite } from '#site/open-site.ts';
import { readSettings, SettingsError } from '#site/settings.ts';

try {
  const { warnings } = await openSite(readSettings(process.env, new Date()));
  for (const warning of warnings) console.log(findingLine(warning));
  console.log(`Nội dung đúng cả: 0 lỗi, ${warnings.length} lưu ý.`);
} catch (error) {
  if (error instanceof ContentError) {
    console.log(error.message);
    console.error(`${error.findings.length} lỗi cần sửa.`);
  } else if (error instanceof SettingsError) console.error(error.message);
  else throw error;
  process.exitCode = 1;
}
