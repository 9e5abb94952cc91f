import { mostEssentials, mostTerms } from '../../engine/matching/index.ts'
import { Invalid } from '../../platform/index.ts'
import type { VacancyRecord } from './vacancy.ts'

/** Skills take 64 bits and terms 16 in the engine. @throws Invalid with the number found. */
export function refuseTooMuch(vacancy: Pick<VacancyRecord, 'id' | 'facts' | 'requirements'>): void {
  const essentials = vacancy.requirements.filter((one) => one.weight === 'essential').length
  if (essentials > mostEssentials) {
    throw new Invalid(
      `vacancy ${vacancy.id}`,
      `It asks ${essentials} essential skills; at most ${mostEssentials} can be compared. Make what is not needed on the first day important or somewhat.`,
    )
  }
  const { languages = [], licences = [] } = vacancy.facts
  // Nine terms stand for themselves; each language and licence is one more (docs/engine/definitions.md ruling 14).
  const terms = 10 + languages.length + licences.length
  if (terms > mostTerms) {
    throw new Invalid(
      `vacancy ${vacancy.id}`,
      `It asks ${languages.length} languages and ${licences.length} licences; at most ${mostTerms - 10} together can be compared.`,
    )
  }
}
