import type { Profile } from '../people/index.ts'

/**
 * What matching uses of somebody who is found. Named one by one, so that what a profile gets later stays out until somebody decides about it.
 * Left out: the situation, the last day of a job, benefit, income, funding, what was not meant in a CV, goal and preference.
 */
const used = [
  'occupations',
  'answers',
  'evidence',
  'hours',
  'days',
  'postcode4',
  'municipality',
  'maxMinutes',
  'travelMode',
  'remoteShareEnough',
  // Keeps somebody out of lists where the wage is too low. Never shown: an employer who sees it has won the talk about pay.
  'wageFloorMonthEuro',
  'languages',
  'workLevel',
  'diplomas',
  'experienceYears',
  'licences',
  'certificateOfConduct',
  'needsPermitSponsor',
  'availableFrom',
] as const satisfies readonly (keyof Profile)[]

/** The part of a profile that is kept of a found person. Of study only the limits: a training that somebody cannot take is no way. */
export function foundProfileOf(profile: Profile): Profile {
  const { study } = profile
  const limits = study && {
    ...(study.hoursPerWeek === undefined ? {} : { hoursPerWeek: study.hoursPerWeek }),
    ...(study.totalWeeks === undefined ? {} : { totalWeeks: study.totalWeeks }),
    ...(study.ownCostEuro === undefined ? {} : { ownCostEuro: study.ownCostEuro }),
    ...(study.onlineIsFine === undefined ? {} : { onlineIsFine: study.onlineIsFine }),
  }
  const kept = Object.fromEntries(used.flatMap((field) => (profile[field] === undefined ? [] : [[field, profile[field]]])))
  return {
    ...(kept as Pick<Profile, (typeof used)[number]>),
    ...(limits === undefined ? {} : { study: limits }),
  }
}
