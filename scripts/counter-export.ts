import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { exportFromCounter } from '#server/export-from-counter.ts';
import { SettingsError } from '#site/settings.ts';

// Exports all data of the counter into a file, for a backup or for another host.
const [file] = process.argv.slice(2);
if (!file) throw new SettingsError('Cách dùng: npm run counter:export -- so-dem.json');
if (existsSync(file)) throw new SettingsError(`Đã có tệp ${file}: chọn tên khác, để không ghi đè bản cũ.`);
const exported = await exportFromCounter();
await writeFile(file, `${JSON.stringify(exported)}\n`, { mode: 0o600, flag: 'wx' });
console.log(`Đã xuất ${exported.rows.length} dòng vào ${file}.`);
