import { type Measure, type Near, nearness, type PairedTexts, rareMost, stretchLength, weights } from './nearness.ts';
import { PairHolders } from './pair-holders.ts';

/** While a text is compared, three numbers of each earlier one: what both share, the last stretch that counted, for how much. */
const [shared, stretch, counted, stride] = [0, 1, 2, 3];

/** What is near to each of the texts, by comparing all of them; notes how many hold each pair. */
export function nearAll({ starts, numbers, holders, measures }: PairedTexts): Near {
  const earlier = new PairHolders(rareMost);
  const compared = new Float64Array(measures.length * stride);
  const start = (text: number) => starts[text] ?? 0;
  const length = (text: number) => start(text + 1) - start(text);
  let met: number[] = [];
  let here = 0;
  const meet = (text: number, count: number) => {
    const at = text * stride;
    const weight = weights[count] ?? 0;
    const before = compared[at + shared] ?? 0;
    if (before === 0) met.push(text);
    const already = before > 0 && compared[at + stretch] === here ? (compared[at + counted] ?? 0) : 0;
    if (weight <= already) return;
    compared[at + shared] = before + weight - already;
    compared[at + stretch] = here;
    compared[at + counted] = weight;
  };
  const near = (text: number, measure: Measure): ReadonlyMap<number, number> => {
    met = [];
    for (let at = start(text); at < start(text + 1); at++) {
      here = Math.floor((at - start(text)) / stretchLength);
      holders[at] = earlier.each(numbers[at] ?? 0, measure.rarest, meet);
    }
    const found = new Map<number, number>();
    for (const other of met) {
      const near = nearness(compared[other * stride + shared] ?? 0, length(text), length(other), measure);
      if (near > 0) found.set(other, near);
      compared[other * stride + shared] = 0;
    }
    return found;
  };

  let added = 0;
  return measures.map((measure, text) => {
    for (; added < measure.earlier; added++)
      for (let at = start(added); at < start(added + 1); at++) earlier.add(numbers[at] ?? 0, added);
    return near(text, measure);
  });
}
