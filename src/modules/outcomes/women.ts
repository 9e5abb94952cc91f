/**
 * The share of women without knowing of anybody. Of what somebody answers, a coin decides whether the answer or a second toss is counted (randomised response,
 * Warner 1965), before anything is written. So a count that goes up by one says of nobody what they said, not even to who watches the record all the time;
 * over many people the tosses are taken out again. Pure: tosses come from outside.
 */
import { roundCount } from '../engines/index.ts'

/**
 * What is counted of one answer.
 * @param tosses two numbers from 0 up to 1, of good chance
 * @param coinShare how often the second toss counts instead
 */
export function mixed(answer: boolean, [first, second]: readonly [number, number], coinShare: number): boolean {
  return first < coinShare ? second < 0.5 : answer
}

/** A share with its margin: in whole percents by fives. */
export interface ShareOfWomen {
  readonly lowPercent: number
  readonly highPercent: number
  /** How many people answered, in tens. */
  readonly answers: number
}

const steps = 5
/** Of a normal spread, 95 of 100 lie within so many times its width. */
const widths = 1.96

/**
 * Undefined where too few answered, or where either group may be fewer than ten.
 * @param least answers that are needed
 */
export function shareOfWomen(
  { yes, no }: { readonly yes: number; readonly no: number },
  { coinShare, least }: { readonly coinShare: number; readonly least: number },
): ShareOfWomen | undefined {
  const all = yes + no
  const answers = roundCount(all)
  if (all < least || answers === null) return undefined
  const counted = yes / all
  const share = Math.min(1, Math.max(0, (counted - coinShare / 2) / (1 - coinShare)))
  if (roundCount(share * all) === null || roundCount((1 - share) * all) === null) return undefined
  const margin = (widths * Math.sqrt((counted * (1 - counted)) / all)) / (1 - coinShare)
  const percent = (part: number, round: (value: number) => number): number =>
    Math.min(100, Math.max(0, round((part * 100) / steps) * steps))
  return { lowPercent: percent(share - margin, Math.floor), highPercent: percent(share + margin, Math.ceil), answers }
}
