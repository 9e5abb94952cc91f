import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServedApi, serveApi } from '../../../test/api/serve-api.ts'

let served: ServedApi
beforeAll(async () => {
  served = await serveApi()
})
afterAll(() => served.close())

/** All objects in a view, however deep. */
function* objectsIn(value: unknown): Generator<Record<string, unknown>> {
  if (value === null || typeof value !== 'object') return
  if (!Array.isArray(value)) yield value as Record<string, unknown>
  for (const inside of Object.values(value)) yield* objectsIn(inside)
}

test('a view asks for the record of every id that it shows: none is shown by its id alone', async () => {
  const { planning, demo, vacancies } = served.modules
  const published = await vacancies.allPublished()
  const shown = { vacancies: 0, trainings: 0 }
  for (const [at, { profile }] of (await demo.profiles()).entries()) {
    const asked = { profile, language: 'en' as const }
    const plans = await planning.plans(asked)
    const [first] = plans.groups
    const views = [
      plans,
      first && (await planning.findPlan(asked, first.best.id)),
      await planning.doors(asked),
      await planning.matches(asked),
      await planning.whyNot(asked, published[at * 11]?.id ?? ''),
    ]
    for (const object of objectsIn(views)) {
      if ('employer' in object) {
        shown.vacancies++
        expect(object.title).not.toBe(object.id)
        expect(object.employer).not.toBe('')
      }
      if ('provider' in object) {
        shown.trainings++
        expect(object.title).not.toBe(object.offering)
        expect(object.provider).not.toBe('')
      }
    }
  }
  expect(shown.vacancies).toBeGreaterThan(10)
  expect(shown.trainings).toBeGreaterThan(10)
})
