import { expect, test } from 'vitest';
import { isBot } from '#counter/core/is-bot.ts';

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';

test.each([
  '',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine)',
  'facebookexternalhit/1.1',
  'curl/8.5.0',
])('%j is a bot', (userAgent) => expect(isBot(userAgent)).toBe(true));

test.each([
  firefox,
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36 Zalo',
])('%j is a reader', (userAgent) => expect(isBot(userAgent)).toBe(false));

test('the result for a user agent does not depend on how many others were checked in between', () => {
  for (let n = 0; n < 3000; n++) {
    expect(isBot(`curl/${n}`)).toBe(true);
    if (n % 100 === 0) expect(isBot(firefox)).toBe(false);
  }
});
