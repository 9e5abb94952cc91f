import type { Encoder } from '../src/engine/linking/index.ts'
import type { SkillToRead } from '../src/engine/reading/skills/skill-to-read.ts'
import { words } from '../src/engine/text/index.ts'
import { addTo, bestOf, toLengthOne } from './encoder-linking.ts'

const longestWindow = 7
const windowsCounted = 5

/** Per skill one vector of length 1: the mean of what it is called, half its description, half its label. */
export function skillVectors(encoder: Encoder, skills: readonly SkillToRead[]): Float32Array {
  const { dimensions } = encoder
  const vectors = new Float32Array(skills.length * dimensions)
  skills.forEach(({ forms, description }, at) => {
    const sum = vectors.subarray(at * dimensions, (at + 1) * dimensions)
    for (const { label, language } of forms) addTo(sum, encoder.encode(words(label), language), 1 / forms.length)
    const preferred = forms.find((form) => form.preferred)
    if (preferred) addTo(sum, encoder.encode(words(preferred.label), preferred.language), 0.5)
    if (description) addTo(sum, encoder.encode(words(description), 'en'), 0.5)
    toLengthOne(sum)
  })
  return vectors
}

/** Numbers of the skills that a text says most of: by the mean of its five nearest windows of one to seven words. */
export function nearest(encoder: Encoder, text: string, vectors: Float32Array, depth: number): number[] {
  const { dimensions } = encoder
  const windows = windowsOf(text).map((window) => encoder.encode(window, 'en'))
  const scores = new Float32Array(vectors.length / dimensions)
  const best = new Float64Array(windowsCounted)
  const counted = Math.min(windowsCounted, windows.length)
  for (let skill = 0; skill < scores.length; skill++) {
    best.fill(-2)
    for (let window = 0; window < windows.length; window += 4) keepBestOfFour(best, windows, window, vectors, skill * dimensions)
    let sum = 0
    for (let at = 0; at < counted; at++) sum += best[at]!
    scores[skill] = sum / counted
  }
  return bestOf(scores, depth)
}

/** Four windows at once with one skill: its numbers are fetched once. */
function keepBestOfFour(
  best: Float64Array,
  windows: readonly Float32Array[],
  first: number,
  vectors: Float32Array,
  from: number,
): void {
  const last = windows.length - 1
  const a = windows[first]!
  const b = windows[Math.min(first + 1, last)]!
  const c = windows[Math.min(first + 2, last)]!
  const d = windows[Math.min(first + 3, last)]!
  let sumA = 0
  let sumB = 0
  let sumC = 0
  let sumD = 0
  for (let k = 0; k < a.length; k++) {
    const value = vectors[from + k]!
    sumA += a[k]! * value
    sumB += b[k]! * value
    sumC += c[k]! * value
    sumD += d[k]! * value
  }
  keepBest(best, sumA)
  if (first + 1 <= last) keepBest(best, sumB)
  if (first + 2 <= last) keepBest(best, sumC)
  if (first + 3 <= last) keepBest(best, sumD)
}

/** Falling. */
function keepBest(best: Float64Array, value: number): void {
  let at = best.length - 1
  if (value <= best[at]!) return
  while (at > 0 && best[at - 1]! < value) {
    best[at] = best[at - 1]!
    at--
  }
  best[at] = value
}

function windowsOf(text: string): string[][] {
  // What was masked stands as <ORGANIZATION>.
  const all = words(text.replaceAll(/<[A-Z_]{1,30}>/g, ' '))
  const windows: string[][] = []
  for (let from = 0; from < all.length; from++) {
    for (let upTo = from + 1; upTo <= Math.min(all.length, from + longestWindow); upTo++) windows.push(all.slice(from, upTo))
  }
  return windows
}
