import type { Cefr } from '../../../engine/matching/index.ts'
import type { Level } from '../../../engine/taxonomy/index.ts'
import { monthsWorked, type Period } from './periods.ts'
import type { ProfileProposal, ProposedAnswer, ProposedDiploma, ProposedLanguage, ProposedOccupation } from './proposal.ts'

/** Words found in some place of a resume or CV. */
export interface Source {
  readonly words: string
  readonly where: string
}

/** Longer words are cut: they are there to recognise the place, not to repeat the CV. */
const mostWords = 120
const monthsPerYear = 12

/** Gathers what is read, each thing once: of a skill and a language the best level that is stated. */
export class ProposalGatherer {
  readonly #answers = new Map<string, ProposedAnswer>()
  readonly #denied = new Set<string>()
  readonly #occupations = new Map<string, ProposedOccupation>()
  readonly #languages = new Map<string, ProposedLanguage>()
  readonly #diplomas = new Map<string, ProposedDiploma>()
  readonly #periods: Period[] = []
  readonly #ignored = new Set<string>()
  #workLevel: number | undefined

  answer(concept: string, source: Source, level?: Level): void {
    const there = this.#answers.get(concept)
    // A stated level says more than a mention, however high the mention may be.
    if (there && (there.level ?? 0) >= (level ?? 0)) return
    this.#answers.set(concept, { key: `skill:${concept}`, concept, ...(level && { level }), ...cut(source) })
  }

  /** `geen ervaring met X`: a mere mention elsewhere is then no *yes*. */
  deny(concept: string): void {
    this.#denied.add(concept)
  }

  /** Of one occupation held several times the latest is kept. */
  occupation(concept: string, source: Source, period?: Period): void {
    const there = this.#occupations.get(concept)
    const next: ProposedOccupation = {
      key: `occupation:${concept}`,
      concept,
      ...cut(source),
      ...(period && { from: period.from.text, ...(period.until && { until: period.until.text }) }),
    }
    if (!there || laterFirst(next, there) < 0) this.#occupations.set(concept, next)
  }

  language(code: string, level: Cefr, source: Source): void {
    const there = this.#languages.get(code)
    if (there && there.level >= level) return
    this.#languages.set(code, { key: `language:${code}`, code, level, ...cut(source) })
  }

  diploma(level: number, field: string | undefined, source: Source): void {
    const key = field === undefined ? `diploma:${level}` : `diploma:${level}:${field}`
    if (!this.#diplomas.has(key)) this.#diplomas.set(key, { key, level, ...(field && { field }), ...cut(source) })
    this.workLevel(level)
  }

  workLevel(level: number): void {
    this.#workLevel = Math.max(level, this.#workLevel ?? 0)
  }

  worked(period: Period): void {
    this.#periods.push(period)
  }

  ignore(where: string): void {
    this.#ignored.add(where)
  }

  /** `thisMonth`: months since year 0, for work that goes on. */
  proposal(thisMonth: number): ProfileProposal {
    const years = Math.floor(monthsWorked(this.#periods, thisMonth) / monthsPerYear)
    return {
      answers: [...this.#answers.values()].filter(({ concept, level }) => level !== undefined || !this.#denied.has(concept)),
      occupations: [...this.#occupations.values()].sort(laterFirst),
      languages: [...this.#languages.values()],
      diplomas: [...this.#diplomas.values()],
      ...(this.#workLevel !== undefined && { workLevel: this.#workLevel }),
      // Less than a year may as well be a matter of dates in whole years: left out.
      ...(years > 0 && { experienceYears: years }),
      ignored: [...this.#ignored],
    }
  }
}

function cut({ words, where }: Source): Source {
  return { words: words.replace(/\s+/g, ' ').trim().slice(0, mostWords), where }
}

type Dated = Pick<ProposedOccupation, 'from' | 'until'>

function laterFirst(a: Dated, b: Dated): number {
  return compareText(endOf(b), endOf(a)) || compareText(b.from ?? '', a.from ?? '')
}

/** What goes on comes after every date, what has no date before. */
function endOf({ from, until }: Dated): string {
  return until ?? (from === undefined ? '' : '9999')
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
