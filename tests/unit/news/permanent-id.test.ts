import { expect, test } from 'vitest';
import { permanentFeedId, permanentId, permanentQuestionId } from '#news/permanent-id.ts';

test('a derived id never changes', () => {
  expect(permanentId('hoi-nghi')).toBe('urn:uuid:8afc85b5-0669-5ebc-9d1d-2ffb5457a459');
  expect(permanentQuestionId('hoi-nghi')).toBe('urn:uuid:b3a8d56d-50c9-5c53-b938-250480d105f8');
  expect(permanentFeedId('Liên hiệp hội tỉnh Mẫu', '/thong-bao/')).toBe(
    'urn:uuid:c35bd917-6e1a-5903-b9e4-fe717139dc54',
  );
});
