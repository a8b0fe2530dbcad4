/** Somebody who asks for a page, as a server can tell them apart. */
export interface Visitor {
  /** In Vietnamese, the subject of a sentence. */
  readonly label: string;
  readonly headers: Readonly<Record<string, string>>;
}

const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8';
const vietnamese = 'vi-VN,vi;q=0.9,en-US;q=0.6,en;q=0.5';
const desktop =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';
const android =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36';
const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1';

function browser(label: string, userAgent: string, referrer?: string, language = vietnamese): Visitor {
  return {
    label,
    headers: {
      'User-Agent': userAgent,
      Accept: accept,
      'Accept-Language': language,
      'Upgrade-Insecure-Requests': '1',
      // What browsers of today send with a page that a reader opens.
      ...{ 'Sec-Fetch-Site': referrer === undefined ? 'none' : 'cross-site', 'Sec-Fetch-Mode': 'navigate' },
      ...{ 'Sec-Fetch-User': '?1', 'Sec-Fetch-Dest': 'document' },
      ...(/Chrome/.test(userAgent) && { 'Sec-CH-UA-Mobile': /Mobile/.test(userAgent) ? '?1' : '?0' }),
      ...(referrer !== undefined && { Referer: referrer }),
    },
  };
}

function robot(label: string, userAgent: string): Visitor {
  return { label, headers: { 'User-Agent': userAgent, Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } };
}

const reader = browser('người đọc', desktop);
// Google indexes pages as this robot sees them.
const googlebot = robot(
  'Googlebot',
  'Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
);
const phoneFromGoogle = browser('người tới từ Google bằng điện thoại', android, 'https://www.google.com/');

/**
 * Who asks for every page. Each accepts another compression, so that each stored form of a page is seen: plain, gzip,
 * Brotli.
 */
export const mainVisitors: readonly Visitor[] = [
  accepting(reader, 'identity'),
  accepting(googlebot, 'gzip, deflate'),
  accepting(phoneFromGoogle, 'gzip, deflate, br'),
];

/** Visitors who share one trait with the telephone that comes from Google. */
export const desktopFromGoogle = accepting(
  browser('người tới từ Google bằng máy tính', desktop, 'https://www.google.com.vn/'),
  'gzip, deflate, br',
);
export const phoneReader = accepting(browser('người đọc bằng điện thoại', android), 'gzip, deflate, br');

/** Others for whom sites that were broken into keep an answer of their own. */
export const otherVisitors: readonly Visitor[] = [
  desktopFromGoogle,
  phoneReader,
  robot('Googlebot cho máy tính', 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'),
  robot('Bingbot', 'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)'),
  robot('máy của Cốc Cốc', 'Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine)'),
  robot('Facebook', 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)'),
  browser('người tới từ Bing', desktop, 'https://www.bing.com/'),
  browser('người tới từ Cốc Cốc', desktop, 'https://coccoc.com/search'),
  browser('người tới từ Facebook bằng điện thoại', iphone, 'https://m.facebook.com/'),
  browser('người tới từ Zalo bằng điện thoại', android, 'https://chat.zalo.me/'),
  browser('người mở từ ứng dụng Google', android, 'android-app://com.google.android.googlequicksearchbox/'),
  browser('người đọc bằng iPhone tới từ Google', iphone, 'https://www.google.com/'),
  browser('người đọc ở nước ngoài', desktop, undefined, 'en-US,en;q=0.9'),
].map((visitor) => accepting(visitor, 'gzip, deflate, br'));

/** A visitor who accepts other encodings: "gzip, deflate", or "identity" for none. */
export function accepting({ label, headers }: Visitor, encodings: string): Visitor {
  return { label, headers: { ...headers, 'Accept-Encoding': encodings } };
}

/** The visitor with the cookies that an answer set. */
export function returning({ label, headers }: Visitor, cookies: readonly string[]): Visitor {
  const pairs = cookies.map((cookie) => cookie.split(';')[0]).join('; ');
  return { label: `${label} (lần thứ hai)`, headers: { ...headers, Cookie: pairs } };
}
