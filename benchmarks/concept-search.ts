/**
 * Concept search on the whole of ESCO in two languages with the starter vocabulary: 95 % of queries within 20 ms, slips of the pen
 * included. Needs SCHAKEL_SHARED_DATA: the folder that holds esco-en-1.1.1 and esco-nl-1.1.
 */
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createSkills } from '../src/modules/skills/index.ts'
import { freshDatabases, silentLog } from '../test/databases.ts'

const shared = process.env.SCHAKEL_SHARED_DATA ?? ''
const releases = ['esco-en-1.1.1', 'esco-nl-1.1'].map((name) => join(shared, name))

if (shared === '' || !releases.every((path) => existsSync(path))) {
  console.log('concept search: not measured; set SCHAKEL_SHARED_DATA to the folder with esco-en-1.1.1 and esco-nl-1.1')
} else {
  await measure()
}

async function measure(): Promise<void> {
  const db = await freshDatabases()[0]!.open()
  const skills = createSkills({
    db,
    clock: { now: () => Date.now() },
    ids: { next: () => randomUUID(), token: () => randomUUID() },
    log: silentLog,
  })
  await skills.loadStarter(join(import.meta.dirname, '../data/vocabulary'))
  const importMs = await timed(() => skills.importEsco(releases))
  const loadMs = await timed(() => skills.catalogue())
  console.log(`import ${importMs.toFixed(0)} ms, catalogue read and built in ${loadMs.toFixed(0)} ms`)

  const catalogue = skills.current()
  const labels = [...catalogue.labels()].filter(({ type }) => type !== 'group').map(({ label }) => label)
  const random = pseudoRandom(20_261_125)
  const pick = (): string => labels[Math.floor(random() * labels.length)]!
  const kinds: Record<string, () => string> = {
    'whole label': pick,
    'while typing': () => pick().slice(0, 1 + Math.floor(random() * 8)),
    'one word': () => pick().split(' ').at(-1)!,
    'a slip': () => slip(pick(), random),
    'a word with a slip': () => slip(pick().split(' ').at(-1)!, random),
    'nothing like it': () => `${pick().slice(0, 6)}qzx`,
  }
  for (const query of Array.from({ length: 300 }, pick)) catalogue.search(query, { language: 'nl' })
  const all: number[] = []
  for (const [kind, query] of Object.entries(kinds)) {
    const times: number[] = []
    for (let run = 0; run < 1_000; run++) {
      const text = query()
      const started = performance.now()
      catalogue.search(text, { language: run % 2 === 0 ? 'nl' : 'en' })
      times.push(performance.now() - started)
    }
    all.push(...times)
    print(kind, times)
  }
  print('all together', all)
  await db.close()
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** Leaves out a letter, doubles one, changes one or swaps two. */
function slip(text: string, random: () => number): string {
  const at = Math.floor(random() * text.length)
  const [before, one, two, after] = [text.slice(0, at), text.charAt(at), text.charAt(at + 1), text.slice(at + 2)]
  const ways = [before + two + after, before + one + one + two + after, `${before}e${two}${after}`, before + two + one + after]
  return ways[Math.floor(random() * ways.length)]!
}

/** Mulberry32: the same queries each time. */
function pseudoRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function print(what: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number): string => sorted[Math.floor(sorted.length * share)]!.toFixed(2)
  console.log(
    `${what.padEnd(20)} p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, most ${sorted.at(-1)!.toFixed(2)} ms`,
  )
}
