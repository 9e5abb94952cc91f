import { type Facts, readFacts, readWorkLevels } from '../../../engine/reading/index.ts'
import type { VacancyFacts } from '../vacancy.ts'
import { firstOf, isObject, type JsonObject, numberOf, textOf, valuesOf } from './posting-fields.ts'

type Asked = Pick<VacancyFacts, 'workLevel' | 'experienceYears'>

const monthsPerYear = 12

/**
 * Work level and years of experience, from the fields of the posting or else from its text. Where experience may stand in place of education, the level has `orYears`; when it is not said how
 * much experience, the level is left out, for then it is not what decides.
 */
export function readEducation(posting: JsonObject, facts: Facts, warnings: string[]): Asked {
  const inText = levelInText(facts)
  const level = readLevel(posting) ?? inText?.level
  const years = readExperience(posting, facts)
  const inPlace = firstOf(posting, 'experienceInPlaceOfEducation')
  const isEnough = inPlace === true || inPlace === 'true' || (inPlace === undefined && inText?.orExperience === true)
  if (!isEnough) {
    return {
      ...(level === undefined ? {} : { workLevel: { level } }),
      ...(years === undefined ? {} : { experienceYears: years }),
    }
  }
  if (level === undefined) return years === undefined ? {} : { experienceYears: years }
  if (years !== undefined) return { workLevel: { level, orYears: years } }
  warnings.push('Experience may stand in place of education, but how much is not said: no level is asked.')
  return {}
}

/** Of several the lowest: that is enough. */
function readLevel(posting: JsonObject): number | undefined {
  const said = [...valuesOf(posting, 'educationRequirements'), ...valuesOf(posting, 'qualifications').filter(isCredential)]
  const levels = said.flatMap((one) => {
    const words = isObject(one)
      ? valuesOf(one, 'credentialCategory').map((category) => textOf(category) ?? '')
      : [textOf(one) ?? '']
    const text = words.join('\n') || (textOf(one) ?? '')
    return readWorkLevels(text).map((found) => found.level)
  })
  return levels.length === 0 ? undefined : Math.min(...levels)
}

/** What the text demands: of several the lowest. Of a student the study is asked, not its end; and a bare level that is only named may be that of a colleague. */
function levelInText({ education }: Facts): { readonly level: number; readonly orExperience: boolean } | undefined {
  const demanded = education.filter(
    ({ kind, value }) =>
      value.levels.length > 0 &&
      value.asks !== 'student' &&
      (kind === 'essential' || (kind === 'mentioned' && value.asks !== 'level')),
  )
  const levels = demanded.flatMap(({ value }) => value.levels)
  if (levels.length === 0) return undefined
  return { level: Math.min(...levels), orExperience: demanded.some(({ value }) => value.orExperience) }
}

function isCredential(value: unknown): boolean {
  return isObject(value) && valuesOf(value, 'credentialCategory').length > 0
}

/** Whole years, rounded down: more than asked must not be asked. From text only where it says that it is the least. */
function readExperience(posting: JsonObject, facts: Facts): number | undefined {
  for (const said of valuesOf(posting, 'experienceRequirements')) {
    const months = isObject(said) ? numberOf(firstOf(said, 'monthsOfExperience')) : undefined
    if (months !== undefined) return months >= monthsPerYear ? Math.floor(months / monthsPerYear) : undefined
    const read = readFacts(textOf(said) ?? '').experienceYears
    if (read) return read.value
  }
  const read = facts.experienceYears
  return read && read.kind !== 'plus' && read.kind !== 'aside' && isLeast.test(read.words) ? read.value : undefined
}

const isLeast = /^(?:minim|minstens|ten minste|at least|minumum)|\+/i
