import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { networkFirst } from '../../../../assets/js/network-first.ts';

const patience = 8000;
const silent = new Promise<string>(() => {});
const keptCopy = async () => 'kept';
const nothing = async () => undefined;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what the network says is the answer, and what is kept is not even looked for', async () => {
  const kept = vi.fn(keptCopy);
  expect(await networkFirst(Promise.resolve('new'), kept, patience)).toBe('new');
  expect(kept).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

test('a slow network is still the answer, as long as patience lasts', async () => {
  const slow = new Promise<string>((done) => setTimeout(() => done('new'), patience - 1));
  const answer = networkFirst(slow, keptCopy, patience);
  await vi.advanceTimersByTimeAsync(patience);
  expect(await answer).toBe('new');
});

test('without a network what is kept is the answer, at once', async () => {
  expect(await networkFirst(Promise.reject(new TypeError()), keptCopy, patience)).toBe('kept');
});

test('while the network says nothing, what is kept is the answer once patience is over', async () => {
  const answer = networkFirst(silent, keptCopy, patience);
  await vi.advanceTimersByTimeAsync(patience);
  expect(await answer).toBe('kept');
});

test('where nothing is kept the network is waited for, however long', async () => {
  const slow = new Promise<string>((done) => setTimeout(() => done('new'), patience * 5));
  const answer = networkFirst(slow, nothing, patience);
  await vi.advanceTimersByTimeAsync(patience * 5);
  expect(await answer).toBe('new');
});

test('where what is kept cannot be read the network is waited for as well', async () => {
  const slow = new Promise<string>((done) => setTimeout(() => done('new'), patience * 5));
  const answer = networkFirst(slow, () => Promise.reject(new DOMException('', 'UnknownError')), patience);
  await Promise.all([vi.advanceTimersByTimeAsync(patience * 5), expect(answer).resolves.toBe('new')]);
});

test('where nothing is kept either, it failed', async () => {
  await expect(networkFirst(Promise.reject(new TypeError('offline')), nothing, patience)).rejects.toThrow('offline');
});
