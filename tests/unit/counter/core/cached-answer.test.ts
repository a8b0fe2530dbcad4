import { expect, test } from 'vitest';
import { cachedAnswer } from '#counter/core/cached-answer.ts';

test('an answer is made once for all who ask while it is made, and again after its time', async () => {
  let [now, made] = [1000, 0];
  const answer = cachedAnswer(
    async () => ({ made: ++made }),
    () => now,
    10_000,
  );
  const [first, second] = await Promise.all([answer(), answer()]);
  expect(first).toBe(second);
  expect(first.body).toBe('{"made":1}');
  expect(first.etag).toMatch(/^"[\w-]{22}"$/);
  now += 9999;
  expect(await answer()).toBe(first);
  now += 1;
  const later = await answer();
  expect(later.body).toBe('{"made":2}');
  expect(later.etag).not.toBe(first.etag);
  // A clock that was set back keeps nothing for long.
  now -= 60_000;
  expect((await answer()).body).toBe('{"made":3}');
});

test('an answer that could not be made is asked for again at once', async () => {
  let fails = true;
  const answer = cachedAnswer(
    async () => {
      if (fails) throw new Error('disk full');
      return 1;
    },
    () => 1000,
    10_000,
  );
  await expect(answer()).rejects.toThrow('disk full');
  fails = false;
  expect((await answer()).body).toBe('1');
});

test('an old failure does not drop the answer that came after it', async () => {
  const first = Promise.withResolvers<number>();
  const answers = [first.promise, Promise.resolve(2)];
  let now = 0;
  let made = 0;
  const answer = cachedAnswer(
    () => answers[made++] ?? Promise.reject(new Error('too many')),
    () => now,
    1000,
  );
  const failing = answer();
  now += 1000;
  const kept = answer();
  first.reject(new Error('late'));
  await expect(failing).rejects.toThrow('late');
  expect(await answer()).toBe(await kept);
});
