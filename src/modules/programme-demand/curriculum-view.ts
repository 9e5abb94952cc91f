import type { CurriculumFinding } from '../engines/index.ts'
import type { LedTo } from '../occupations/index.ts'
import type { Catalogue, Language } from '../skills/index.ts'
import type { Quote } from '../vacancies/index.ts'
import { demandKnobs } from './knobs.ts'
import { sentenceWith } from './quote-sentence.ts'
import type { AskedSkillView, CurriculumView, OccupationChoice, QuoteView } from './views.ts'

/** The occupations that it leads to, with those that are looked at: as chosen, else those of which it teaches enough, else the first. */
export function chosenOf(ledTo: readonly LedTo[], chosen: readonly string[]): OccupationChoice[] {
  const known = ledTo.filter(({ id, slug }) => chosen.includes(id) || chosen.includes(slug))
  const enough = ledTo.filter(({ teaches, outOf }) => teaches >= outOf * demandKnobs.leastShare)
  const preset = enough.length > 0 ? enough.slice(0, demandKnobs.mostOccupations) : ledTo.slice(0, 1)
  const looked = new Set((known.length > 0 ? known : preset).map(({ id }) => id))
  return ledTo.map(({ named: _named, ...one }) => ({ ...one, isChosen: looked.has(one.id) }))
}

/** The ids by which vacancies ask what is not taught to all of them, those that most ask first. */
export function skillsToQuote({ asked }: CurriculumFinding): string[] {
  return asked
    .filter(isLacking)
    .slice(0, demandKnobs.skillsQuoted)
    .flatMap(({ named }) => named)
}

const isLacking = ({ tooLow, near, missing }: CurriculumFinding['asked'][number]): boolean => tooLow + near + missing > 0

export function curriculumView(
  catalogue: Catalogue,
  finding: CurriculumFinding,
  quotes: readonly Quote[],
  language: Language,
): Pick<CurriculumView, 'vacancies' | 'concepts' | 'asked' | 'outcomes'> {
  const labelOf = (skill: string): string => catalogue.label(catalogue.standsFor(skill), language)
  const bySkill = Map.groupBy(quotes, ({ skill }) => skill)
  return {
    vacancies: finding.vacancies,
    concepts: finding.concepts,
    asked: finding.asked.map((one): AskedSkillView => {
      const { skill, named, essential, plus, taught, tooLow, near, missing } = one
      const said = isLacking(one) ? named.flatMap((id) => bySkill.get(id) ?? []) : []
      return {
        ...{ skill, label: labelOf(skill), essential, plus, taught, tooLow, near, missing },
        quotes: said.slice(0, demandKnobs.quotesEach).map(quoteView),
      }
    }),
    outcomes: finding.outcomes.map(({ skill, level, asked, askedHigher, near }) => ({
      ...{ skill, label: labelOf(skill), level, asked, askedHigher, near },
    })),
  }
}

function quoteView({ vacancy, title, employer, demo, weight, words, language, description }: Quote): QuoteView {
  const sentence = sentenceWith(description, words)
  return {
    ...{ vacancy, title, employer, demo, words, language, essential: weight === 'essential' },
    ...(sentence === undefined ? {} : { sentence }),
  }
}
