import { counterPrefix } from '#counter/core/handle-request.ts';
import { readCounterSettings } from '#counter/node/counter-settings.ts';
import { projectRoot, SettingsError } from '#site/settings.ts';

/** The origin of the counter: that of COUNTER_URL, else the local one of `npm run counter`. */
function counterOrigin(env: Readonly<Record<string, string | undefined>>): string {
  const url = env['COUNTER_URL'];
  if (!url) return `http://127.0.0.1:${readCounterSettings(env, projectRoot).port}`;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new SettingsError(`COUNTER_URL=${url} không phải là địa chỉ: viết như COUNTER_URL=https://vi-du.vn`);
  return new URL(url).origin;
}

const reasonsByStatus: Readonly<Record<number, string>> = {
  401: 'COUNTER_ADMIN_TOKEN ở đây phải đặt đúng như ở bộ đếm (bộ đếm không đặt thì không cho xuất, nhập)',
  404: 'ở địa chỉ ấy không có bộ đếm',
  413: 'bộ đếm là một bản khác với chương trình này',
  429: 'đã hỏi quá nhiều lần: chờ mười giây rồi thử lại',
  503: 'bộ đếm chưa ghi được vào đĩa, hãy thử lại sau ít phút',
};

/** The JSON response of the counter to a request. Throws a SettingsError that says what to do if the request fails. */
export async function fetchFromCounter(
  route: string,
  options: { readonly method?: 'GET' | 'PUT'; readonly body?: unknown; readonly admin?: boolean } = {},
): Promise<unknown> {
  const origin = counterOrigin(process.env);
  const token = process.env['COUNTER_ADMIN_TOKEN'];
  if (options.admin && !token)
    throw new SettingsError('Cần COUNTER_ADMIN_TOKEN, giống như ở bộ đếm: tạo bằng lệnh openssl rand -base64 32');
  const response = await fetch(origin + counterPrefix + route, {
    method: options.method ?? 'GET',
    ...(options.admin && { headers: { Authorization: `Bearer ${token}` } }),
    ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
  }).catch((error: unknown) => {
    const { cause } = error as { cause?: unknown };
    throw new SettingsError(
      `Không gọi được bộ đếm ở ${origin} (${String(cause ?? error)}): chạy npm run counter, hoặc đặt COUNTER_URL=https://địa-chỉ-trang`,
    );
  });
  const text = await response.text();
  const result = parseJson(text);
  if (response.ok && result !== undefined) return result;
  const { error = '' } = (result ?? {}) as { error?: string };
  const reason = reasonsByStatus[response.status] ?? 'đây không phải câu trả lời của bộ đếm';
  throw new SettingsError(
    `Bộ đếm ở ${origin} trả lời ${response.status}: ${[error, reason].filter(Boolean).join(' · ')}`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
