/**
 * Meeting in two steps: somebody keeps a profile, is found without a name, is asked, releases name and e-mail only, talks and is hired; another gets a no
 * with a reason and a next route; an employer stays silent, and its vacancy stands still. One site for all, and in this order: later ones meet who came before.
 */
import { afterAll, beforeAll, beforeEach, describe } from 'vitest'
import { aNo } from './introductions/a-no.ts'
import { aSilentEmployer } from './introductions/a-silent-employer.ts'
import { afterwards } from './introductions/afterwards.ts'
import { fromFoundToHired } from './introductions/from-found-to-hired.ts'
import { fittingVacancy, smallWorld, stage, testDay } from './introductions/stage.ts'
import { withAKey } from './introductions/with-a-key.ts'
import { chromiumPath, noChromium, serveSite } from './serve.ts'

describe.skipIf(chromiumPath === undefined)(`introductions, unless there is ${noChromium}`, () => {
  beforeAll(async () => {
    stage.site = await serveSite(smallWorld)
    for (const language of ['nl', 'en']) await fittingVacancy(`journey-${language}`)
  }, 300_000)
  afterAll(() => stage.site?.close())
  beforeEach(() => stage.site.passTo(testDay))

  fromFoundToHired()
  aNo()
  aSilentEmployer()
  withAKey()
  afterwards()
})
