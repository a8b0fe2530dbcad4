import type { RequestListener } from 'node:http';
import { SettingsError } from '#site/settings.ts';
import { type OpenServer, openServer } from './open-server.ts';

/** Where a command listens, and the knobs that set it. */
export interface Listening {
  readonly host: string;
  readonly port: number;
  readonly knobs: { readonly host: string; readonly port: string };
  readonly closing?: readonly (() => void)[];
  /** How many ports are tried, from that one on; 1 where it is not said. */
  readonly ports?: number;
  /** What ends it well, letting what is under way be answered; SIGINT and SIGTERM where it is not said. */
  readonly signals?: readonly NodeJS.Signals[];
}

/** Opens a server. Throws a SettingsError that says why it could not listen there. */
export async function listen(
  listener: RequestListener,
  { host, port, knobs, closing = [], ports = 1, signals = ['SIGINT', 'SIGTERM'] }: Listening,
): Promise<OpenServer> {
  try {
    const server = await openServer(listener, { host, port, closing });
    for (const signal of signals) process.once(signal, () => void server.close());
    return server;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE' && ports > 1 && port < 65_535)
      return listen(listener, { host, port: port + 1, knobs, closing, ports: ports - 1, signals });
    for (const close of closing) close();
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
