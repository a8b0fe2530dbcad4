import { BlockList, isIP } from 'node:net';
import { resolve } from 'node:path';
import { isStrongToken } from '../core/is-strong-token.ts';

/** The settings of the counter on Node. */
export interface CounterSettings {
  /** Absolute path. */
  readonly database: string;
  /** Absolute path; a separate file, so that no copy of the database contains the salts. */
  readonly saltFile: string;
  /** Absolute path. */
  readonly sitemap: string;
  readonly host: string;
  readonly port: number;
  /** Lower-case name of the header in which a trusted proxy sends the client's IP address. */
  readonly trustedHeader?: string;
  readonly adminToken?: string;
  readonly siteOrigin?: string;
}

/** Thrown for an invalid environment variable; the message is a Vietnamese sentence. */
export class CounterSettingsError extends Error {
  override name = 'CounterSettingsError';
}

const privateAddresses = new BlockList();
privateAddresses.addSubnet('127.0.0.0', 8);
privateAddresses.addSubnet('10.0.0.0', 8);
privateAddresses.addSubnet('172.16.0.0', 12);
privateAddresses.addSubnet('192.168.0.0', 16);
privateAddresses.addAddress('::1', 'ipv6');
privateAddresses.addSubnet('fc00::', 7, 'ipv6');

function isPublic(host: string): boolean {
  const family = isIP(host);
  if (family === 0) return host !== 'localhost';
  return !privateAddresses.check(host, family === 6 ? 'ipv6' : 'ipv4');
}

/**
 * Settings from COUNTER_DB, COUNTER_SALT, COUNTER_SITEMAP, COUNTER_HOST, COUNTER_PORT, COUNTER_TRUSTED_HEADER,
 * COUNTER_ADMIN_TOKEN and SITE_URL; paths are relative to `folder`. Throws a CounterSettingsError.
 */
export function readCounterSettings(
  env: Readonly<Record<string, string | undefined>>,
  folder: string,
): CounterSettings {
  const database = resolve(folder, env['COUNTER_DB'] || '.data/counter.db');
  const host = env['COUNTER_HOST'] || '127.0.0.1';
  const port = Number(env['COUNTER_PORT'] || 8787);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new CounterSettingsError(
      `COUNTER_PORT=${env['COUNTER_PORT']} không phải là số cổng: viết như COUNTER_PORT=8787`,
    );

  const trustedHeader = env['COUNTER_TRUSTED_HEADER']?.toLowerCase();
  if (trustedHeader && !/^[a-z0-9-]+$/.test(trustedHeader))
    throw new CounterSettingsError(
      `COUNTER_TRUSTED_HEADER=${trustedHeader} không phải là tên một tiêu đề HTTP: viết như COUNTER_TRUSTED_HEADER=X-Real-IP`,
    );
  if (trustedHeader && isPublic(host))
    throw new CounterSettingsError(
      `COUNTER_TRUSTED_HEADER đang đặt mà bộ đếm lại mở ở ${host}: ai cũng giả được tiêu đề ấy. Đặt COUNTER_HOST=127.0.0.1 sau máy chủ web, hoặc bỏ COUNTER_TRUSTED_HEADER.`,
    );

  const adminToken = env['COUNTER_ADMIN_TOKEN'];
  if (adminToken && !isStrongToken(adminToken))
    throw new CounterSettingsError(
      'COUNTER_ADMIN_TOKEN quá ngắn: cần ít nhất 32 byte ngẫu nhiên, tạo bằng lệnh: openssl rand -base64 32',
    );

  const siteUrl = env['SITE_URL'];
  if (siteUrl && !URL.canParse(siteUrl))
    throw new CounterSettingsError(
      `SITE_URL=${siteUrl} không phải là địa chỉ trang: viết như SITE_URL=https://vi-du.vn`,
    );

  return {
    database,
    saltFile: resolve(folder, env['COUNTER_SALT'] || `${database}.salt`),
    sitemap: resolve(folder, env['COUNTER_SITEMAP'] || '_site/sitemap.xml'),
    host,
    port,
    ...(trustedHeader && { trustedHeader }),
    ...(adminToken && { adminToken }),
    ...(siteUrl && { siteOrigin: new URL(siteUrl).origin }),
  };
}
