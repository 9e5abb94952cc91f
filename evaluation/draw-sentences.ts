/**
 * Draws Dutch sentences of real advertisements to annotate, by a seed, so that the same ones can be drawn again:
 *
 *     node evaluation/draw-sentences.ts [--text]
 *
 * Prints a line of JSON a sentence: advertisement, place in its description, the first 16 digits of the SHA-256 of the sentence. No text, for advertisements
 * have no licence; `--text` adds it, for the eyes of annotators only. Sections are drawn apart, for demands are rarer than the rest and matter most.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { diceOf } from '../benchmarks/dice.ts'
import { readSentences } from '../src/engine/reading/index.ts'

interface Advertisement {
  readonly id: string
  readonly language: string
  readonly description: string
}

interface Drawn {
  readonly ad: string
  readonly start: number
  readonly end: number
  readonly hash: string
  readonly section: string
  readonly text?: string
}

const seed = 20261129
const quotas = { demands: 120, tasks: 100, rest: 110 } as const
const mostPerAd = 3
const [shortest, longest] = [25, 400]

const data = process.env.SCHAKEL_SHARED_DATA
if (!data) throw new Error('Set SCHAKEL_SHARED_DATA to the folder that holds ads/ads-sample.jsonl.')
const withText = process.argv.includes('--text')

const advertisements = readFileSync(join(data, 'ads', 'ads-sample.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Advertisement)
  .filter(({ language }) => language === 'nl')

const groupOf = (section: string): keyof typeof quotas => (section === 'demands' || section === 'tasks' ? section : 'rest')
const dice = diceOf(seed)
const all = advertisements.flatMap(({ id, description }) =>
  readSentences(description)
    .filter(({ start, end, language }) => language === 'nl' && end - start >= shortest && end - start <= longest)
    .map(({ start, end, section }) => ({ ad: id, start, end, section, text: description.slice(start, end) })),
)
const left: Record<string, number> = { ...quotas }
const perAd = new Map<string, number>()
const seen = new Set<string>()
const drawn: Drawn[] = []
for (const one of dice.several(all, all.length)) {
  const group = groupOf(one.section)
  const hash = createHash('sha256').update(one.text).digest('hex').slice(0, 16)
  if (left[group] === 0 || (perAd.get(one.ad) ?? 0) >= mostPerAd || seen.has(hash)) continue
  left[group] = (left[group] ?? 0) - 1
  perAd.set(one.ad, (perAd.get(one.ad) ?? 0) + 1)
  seen.add(hash)
  const { ad, start, end, section, text } = one
  drawn.push({ ad, start, end, hash, section, ...(withText ? { text } : {}) })
}
drawn.sort((a, b) => a.ad.localeCompare(b.ad) || a.start - b.start)
for (const one of drawn) console.log(JSON.stringify(one))
