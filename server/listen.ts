import type { RequestListener } from 'node:http';
import { SettingsError } from '#site/settings.ts';
import { allowedHosts } from './allowed-hosts.ts';
import { type OpenServer, openServer } from './open-server.ts';

/** Where a command listens, and the names of the environment variables that set it. */
export interface ListenOptions {
  readonly host: string;
  readonly port: number;
  /** The public URL of the site, for whose host the server answers too. */
  readonly siteUrl?: string | undefined;
  readonly envNames: { readonly host: string; readonly port: string };
  readonly onClose?: readonly (() => void)[];
  /** How many ports are tried, starting with `port`; 1 by default. */
  readonly ports?: number;
  /** The signals that close the server gracefully; SIGINT and SIGTERM by default. */
  readonly signals?: readonly NodeJS.Signals[];
}

/** Opens a server. Throws a SettingsError with the reason if it cannot listen there. */
export async function listen(listener: RequestListener, options: ListenOptions): Promise<OpenServer> {
  const { host, port, siteUrl, envNames, onClose = [], ports = 1, signals = ['SIGINT', 'SIGTERM'] } = options;
  try {
    const isAllowedHost = allowedHosts(host, siteUrl);
    const server = await openServer(listener, { host, port, onClose, isAllowedHost });
    for (const signal of signals) process.once(signal, () => void server.close());
    return server;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE' && ports > 1 && port < 65_535)
      return listen(listener, { ...options, port: port + 1, ports: ports - 1 });
    for (const close of onClose) close();
    if (code === 'EADDRINUSE')
      throw new SettingsError(
        `Cổng ${port} đang có chương trình khác dùng: dừng nó, hoặc chọn cổng khác bằng ${envNames.port}=${port + 1}`,
      );
    if (code === 'EACCES')
      throw new SettingsError(`Không được phép mở cổng ${port}: chọn cổng từ 1024 trở lên, như ${envNames.port}=8080`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new SettingsError(
        `${envNames.host}=${host} không phải là địa chỉ của máy này: viết như ${envNames.host}=127.0.0.1 hay ${envNames.host}=0.0.0.0`,
      );
    throw error;
  }
}
