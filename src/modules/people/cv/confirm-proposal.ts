import type { Profile } from '../profile.ts'
import type { ProfileProposal } from './proposal.ts'

/** The parts of a profile that a resume or CV can fill. */
export type ConfirmedParts = Pick<Profile, 'occupations' | 'answers'> &
  Partial<Pick<Profile, 'languages' | 'workLevel' | 'diplomas' | 'experienceYears'>>

/** As many as a profile can hold. */
const mostOccupations = 10
const mostDiplomas = 20
const mostYears = 60

/**
 * What of a proposal goes into the profile: all of it, or only what the keys in `chosen` name. Keys of nothing are passed over, so an old
 * form does no harm.
 */
export function confirmProposal(proposal: ProfileProposal, chosen?: Iterable<string>): ConfirmedParts {
  const keys = chosen && new Set(chosen)
  const isChosen = ({ key }: { readonly key: string }): boolean => keys?.has(key) ?? true
  const languages = proposal.languages.filter(isChosen)
  const diplomas = proposal.diplomas.filter(isChosen).slice(0, mostDiplomas)
  const { workLevel, experienceYears } = proposal
  return {
    occupations: proposal.occupations
      .filter(isChosen)
      .map(({ concept }) => concept)
      .slice(0, mostOccupations),
    answers: Object.fromEntries(proposal.answers.filter(isChosen).map(({ concept, level }) => [concept, level ?? 'yes'])),
    ...(languages.length > 0 && { languages: Object.fromEntries(languages.map(({ code, level }) => [code, level])) }),
    ...(diplomas.length > 0 && {
      diplomas: diplomas.map(({ level, field }) => (field === undefined ? { level } : { level, field })),
    }),
    ...(workLevel !== undefined && isChosen({ key: 'workLevel' }) && { workLevel }),
    ...(experienceYears !== undefined &&
      isChosen({ key: 'experienceYears' }) && { experienceYears: Math.min(experienceYears, mostYears) }),
  }
}
