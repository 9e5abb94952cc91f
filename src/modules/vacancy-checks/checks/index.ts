import type { Check } from '../check.ts'
import { createAge } from './age.ts'
import { createAgeHints } from './age-hints.ts'
import { diploma } from './diploma.ts'
import { drivingLicence } from './driving-licence.ts'
import { fullTime } from './full-time.ts'
import { createGenderTitle } from './gender-title.ts'
import { createGenderWords, createOneSex } from './gender-words.ts'
import { createHeroNames } from './hero-names.ts'
import { languageDemand } from './language-demand.ts'
import { accessNamed, contactNamed, hoursNamed, learningNamed, placeNamed } from './missing.ts'
import { createOrigin, createOriginLanguage } from './origin.ts'
import { pay } from './pay.ts'
import { longSentences, readingLevel } from './readability.ts'
import { repayment } from './repayment.ts'
import { tooManyDemands } from './too-many-demands.ts'
import { createTwoJobs } from './two-jobs.ts'
import { createAlwaysAvailable, createHardWords, createJargon, createPhysical } from './worded-checks.ts'
import type { Wording } from './wording.ts'
import { years } from './years.ts'

export { readWording, type Wording } from './wording.ts'

/**
 * All checks in a fixed order: law first, then what shuts people out, then tips, then what is missing.
 * @throws Invalid when a list of words is missing
 */
export function createChecks(wording: Wording): readonly Check[] {
  return [
    createAge(wording),
    createGenderTitle(wording),
    createOneSex(wording),
    createOrigin(wording),
    createAgeHints(wording),
    createOriginLanguage(wording),
    repayment,
    diploma,
    years,
    fullTime,
    createAlwaysAvailable(wording),
    createTwoJobs(wording),
    tooManyDemands,
    languageDemand,
    createPhysical(wording),
    drivingLicence,
    createGenderWords(wording),
    createHeroNames(wording),
    createJargon(wording),
    createHardWords(wording),
    longSentences,
    readingLevel,
    pay,
    hoursNamed,
    placeNamed,
    contactNamed,
    accessNamed,
    learningNamed,
  ]
}
