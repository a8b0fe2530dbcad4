import { PairPostings } from './pair-postings.ts';
import {
  maxRareFrequency,
  pairsPerWindow,
  type ScoreParameters,
  type SimilarityScores,
  similarityScore,
  type WordPairsByText,
  weightByFrequency,
} from './similarity-score.ts';

/** The fields of an earlier text during a comparison: the shared weight, the last window that counted, its weight. */
const [shared, lastWindow, windowWeight, stride] = [0, 1, 2, 3];

/** The similarity of each text to earlier ones, by comparing all texts; fills in the frequencies of the word pairs. */
export function compareAll({ starts, numbers, frequencies, parameters }: WordPairsByText): SimilarityScores {
  const postings = new PairPostings(maxRareFrequency);
  const compared = new Float64Array(parameters.length * stride);
  const start = (text: number) => starts[text] ?? 0;
  const length = (text: number) => start(text + 1) - start(text);
  let visited: number[] = [];
  let currentWindow = 0;
  const visit = (text: number, frequency: number) => {
    const at = text * stride;
    const weight = weightByFrequency[frequency] ?? 0;
    const sharedBefore = compared[at + shared] ?? 0;
    if (sharedBefore === 0) visited.push(text);
    const counted =
      sharedBefore > 0 && compared[at + lastWindow] === currentWindow ? (compared[at + windowWeight] ?? 0) : 0;
    if (weight <= counted) return;
    compared[at + shared] = sharedBefore + weight - counted;
    compared[at + lastWindow] = currentWindow;
    compared[at + windowWeight] = weight;
  };
  const scoresOf = (text: number, params: ScoreParameters): ReadonlyMap<number, number> => {
    visited = [];
    for (let at = start(text); at < start(text + 1); at++) {
      currentWindow = Math.floor((at - start(text)) / pairsPerWindow);
      frequencies[at] = postings.visitTexts(numbers[at] ?? 0, params.maxFrequency, visit);
    }
    const scores = new Map<number, number>();
    for (const other of visited) {
      const score = similarityScore(compared[other * stride + shared] ?? 0, length(text), length(other), params);
      if (score > 0) scores.set(other, score);
      compared[other * stride + shared] = 0;
    }
    return scores;
  };

  let added = 0;
  return parameters.map((params, text) => {
    for (; added < params.earlierCount; added++)
      for (let at = start(added); at < start(added + 1); at++) postings.add(numbers[at] ?? 0, added);
    return scoresOf(text, params);
  });
}
