import { expect, test } from 'vitest';
import { createWaitingFiles } from '#desk/controls/waiting-files.ts';

const file = (name: string) => new File([''], name);

test('files wait for the text that is opened next, and go to it once', () => {
  const waiting = createWaitingFiles();
  const taken: string[] = [];
  const take = async (files: readonly File[]) => void taken.push(...files.map(({ name }) => name));
  waiting.add([file('a.docx')]);
  expect(waiting.hasReceiver()).toBe(false);
  const stop = waiting.receiveWith(take);
  waiting.add([file('b.docx')]);
  expect(taken).toEqual(['a.docx', 'b.docx']);
  stop();
  waiting.add([file('c.docx')]);
  expect(taken).toEqual(['a.docx', 'b.docx']);
  waiting.receiveWith(take);
  expect(taken).toEqual(['a.docx', 'b.docx', 'c.docx']);
});

test('a text that is closed after another was opened takes nothing from that one', () => {
  const waiting = createWaitingFiles();
  const stopFirst = waiting.receiveWith(async () => {});
  waiting.receiveWith(async () => {});
  stopFirst();
  expect(waiting.hasReceiver()).toBe(true);
});
