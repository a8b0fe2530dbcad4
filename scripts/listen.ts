import type { RequestListener } from 'node:http';
import { type OpenServer, openServer } from '#server/open-server.ts';
import { SettingsError } from '#site/settings.ts';

/** Where a command listens, and the knobs that set it. */
export interface Listening {
  readonly host: string;
  readonly port: number;
  readonly knobs: { readonly host: string; readonly port: string };
  readonly closing?: readonly (() => void)[];
}

/** Opens a server that SIGINT and SIGTERM end well. Throws a SettingsError that says why it could not listen there. */
export async function listen(
  listener: RequestListener,
  { host, port, knobs, closing = [] }: Listening,
): Promise<OpenServer> {
  try {
    const server = await openServer(listener, { host, port, closing });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
    return server;
  } catch (error) {
    for (const close of closing) close();
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new SettingsError(
        `Cổng ${port} đang có chương trình khác dùng: dừng nó, hoặc chọn cổng khác bằng ${knobs.port}=${port + 1}`,
      );
    if (code === 'EACCES')
      throw new SettingsError(`Không được phép mở cổng ${port}: chọn cổng từ 1024 trở lên, như ${knobs.port}=8080`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new SettingsError(
        `${knobs.host}=${host} không phải là địa chỉ của máy này: viết như ${knobs.host}=127.0.0.1 hay ${knobs.host}=0.0.0.0`,
      );
    throw error;
  }
}
