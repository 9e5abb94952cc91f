import type { CompiledVacancy, Market } from '../matching/index.ts'
import type { FoundForVacancy } from './answer.ts'
import type { Asking } from './asking.ts'
import { BestPeople } from './best-people.ts'
import type { Ground } from './count-unmet.ts'
import { FitTable } from './fit-table.ts'
import { Near } from './near.ts'
import { quotient, rowOf } from './people-for.ts'
import type { Segment } from './segment.ts'
import { SegmentFits } from './segment-fits.ts'
import { Sieve } from './sieve.ts'
import { SkillSets } from './skill-sets.ts'
import { TermTable, termKeysOf } from './term-table.ts'
import type { UsefulTrainings } from './trainings.ts'

interface Asked {
  readonly asking: Asking
  /** Trainings that teach something asked. */
  readonly useful: UsefulTrainings
  readonly limits: { readonly now: number; readonly near: number }
}

interface Lists {
  readonly now: BestPeople
  readonly near: BestPeople
}

/** Who fits a vacancy now, and who misses only what some training teaches (ruling 52). A dual job has nobody. */
export function foundForVacancy(
  market: Market,
  vacancy: CompiledVacancy,
  segments: readonly Segment[],
  asked: Asked,
  ground: Ground,
): FoundForVacancy {
  const { limits } = asked
  const all = Number.POSITIVE_INFINITY
  const { keepBest } = ground.shortcuts
  const lists: Lists = { now: new BestPeople(keepBest ? limits.now : all), near: new BestPeople(keepBest ? limits.near : all) }
  if (vacancy.vacancy.carriedBy === undefined) {
    const fits = new FitTable(market, vacancy)
    for (const segment of segments) searchSegment(segment, asked, fits, ground, lists)
  }
  return {
    now: lists.now.done(limits.now).map((one) => rowOf(market, vacancy, one)),
    near: lists.near.done(limits.near).map(({ id, fit }) => ({ person: id, fitLow: quotient(fit, vacancy) })),
  }
}

function searchSegment(segment: Segment, asked: Asked, fits: FitTable, ground: Ground, lists: Lists): void {
  const { graph, shortcuts, scratch, searched } = ground
  const { asking, useful } = asked
  const terms = new TermTable(segment, asking, termKeysOf(asking), shortcuts)
  const skills = new SkillSets(segment, graph, asking.skills, shortcuts, scratch, searched)
  const fit = new SegmentFits(segment, fits, shortcuts.fitLists, scratch, searched)
  const near = new Near(useful, 0, asking.skills.length, shortcuts.groups, scratch)
  const sieve = new Sieve(scratch, segment.size, 0)
  const { start } = segment.blocks
  for (let block = 0; block + 1 < start.length; block++) {
    const [from, to] = [start[block] as number, start[block + 1] as number]
    if (from !== to) terms.addReachable(sieve, from, Math.min(to, terms.outFrom(block)))
  }
  terms.sift(sieve)
  terms.addUncertain(sieve)
  const missing = new Uint32Array(skills.words)
  for (let at = 0; at < sieve.length; at++) {
    const row = sieve.rows[at] as number
    let low = 0
    let high = 0
    for (let word = 0; word < missing.length; word++) {
      const missed = skills.missingLow(row, word)
      // High never misses what low does not.
      missing[word] = missed === 0 ? 0 : skills.missingHigh(row, word)
      low |= missed
      high |= missing[word] as number
    }
    if (high === 0) lists.now.offer(segment, row, low === 0 && sieve.used[at] === 0, fit.of(row))
    else if (near.isHelped(missing)) lists.near.offer(segment, row, true, fit.of(row))
  }
  skills.release()
}
