import type { Profile } from '../../modules/people/index.ts'
import type { Catalogue, Language } from '../../modules/skills/index.ts'

/** A skill we ask about, and why. */
export interface SuggestedSkill {
  readonly id: string
  readonly label: string
  readonly why: { readonly kind: 'occupation' | 'goal' | 'asked'; readonly label?: string }
}

const mostSuggested = 8

/**
 * Skills to ask about next: what the person's occupations hold and vacancies ask, then what the wanted work asks, then what
 * is asked most. Only what is not answered yet.
 */
export function suggestSkills(
  profile: Profile,
  catalogue: Catalogue,
  asked: ReadonlyMap<string, number>,
  language: Language,
): SuggestedSkill[] {
  const found = new Map<string, SuggestedSkill>()
  const offer = (id: string, why: SuggestedSkill['why']): void => {
    if (found.size >= mostSuggested || found.has(id) || profile.answers[id] !== undefined) return
    if (catalogue.find(id)?.type !== 'skill') return
    found.set(id, { id, label: catalogue.label(id, language), why })
  }
  const offerOccupations = (occupations: readonly string[], kind: 'occupation' | 'goal'): void => {
    for (const occupation of occupations) {
      const label = catalogue.label(occupation, language)
      for (const skill of byDemand(catalogue, occupation, asked)) offer(skill, { kind, label })
    }
  }
  offerOccupations(profile.occupations, 'occupation')
  offerOccupations(profile.goal?.occupations ?? [], 'goal')
  for (const [skill] of [...asked].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) offer(skill, { kind: 'asked' })
  return [...found.values()]
}

function byDemand(catalogue: Catalogue, occupation: string, asked: ReadonlyMap<string, number>): string[] {
  const weight = { essential: 4, important: 2, somewhat: 1 }
  return catalogue
    .skillsOf(occupation)
    .map(({ skill, weight: kind }) => ({ skill, value: (asked.get(skill) ?? 0) * 10 + weight[kind] }))
    .sort((a, b) => b.value - a.value || (a.skill < b.skill ? -1 : 1))
    .map(({ skill }) => skill)
}
