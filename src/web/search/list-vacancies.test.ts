import { expect, test } from 'vitest'
import type { PageQuestion } from '../asked.ts'
import type { SiteContext } from '../context.ts'
import { countFit, matchedVacancies } from './list-vacancies.ts'

const question = { asked: { profile: {}, language: 'nl' } } as unknown as PageQuestion

/** A planner that knows this many matches, every second of them one that fits for certain; lists count what they are given. */
function siteWith(known: number): SiteContext {
  const all = Array.from({ length: known }, (_, at) => ({ vacancy: { id: `v${at}` }, fitsNow: at % 2 === 0, mayFit: true }))
  return {
    modules: {
      planning: { matches: async ({ limit }: { limit: number }) => ({ matches: all.slice(0, limit), eligible: [0, known] }) },
      vacancies: { count: async ({ ids }: { ids: readonly string[] }) => ids.length },
    },
  } as unknown as SiteContext
}

test('a count of fit says so when it rests on the best matches only', async () => {
  const site = siteWith(2_500)
  const matched = await matchedVacancies(site, question)
  expect(await countFit(site, {}, matched)).toEqual({ sure: 1_000, may: 2_000, lookedAt: 2_000 })
})

test('and says nothing of it when all were looked at', async () => {
  const site = siteWith(2_000)
  expect(await countFit(site, {}, await matchedVacancies(site, question))).toEqual({ sure: 1_000, may: 2_000 })
})
