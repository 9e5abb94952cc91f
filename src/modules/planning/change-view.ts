import type { Change, SmallestChange } from '../../engine/planning/index.ts'
import { conditionLabel } from './condition-view.ts'
import { type Naming, summariseVacancyById } from './vacancy-summary.ts'
import type { ChangeView, QuestionView } from './views.ts'

const mostExamples = 3

export function changeView(naming: Naming, change: SmallestChange, withTraining: boolean): ChangeView {
  return {
    changes: change.changes.map((one) => named(naming, one)),
    opensLow: change.opensLow.length,
    opensHigh: change.opensHigh.length,
    examples: change.opensLow.slice(0, mostExamples).map((id) => summariseVacancyById(naming, id)),
    withTraining,
  }
}

function named(naming: Naming, change: Change): Change & { readonly label?: string } {
  switch (change.item) {
    case 'skill': {
      const skill = naming.resident.catalogue.standsFor(change.skill)
      return { ...change, skill, label: naming.resident.catalogue.label(skill, naming.language) }
    }
    case 'language': {
      const label = conditionLabel(naming, `language:${change.code}`)
      return label === undefined ? change : { ...change, label }
    }
    case 'licence':
      return { ...change, label: change.code }
    default:
      return change
  }
}

/** Those that open most first; of equals the one of fewest and smallest changes. */
export function largestFirst(changes: readonly SmallestChange[]): SmallestChange[] {
  return [...changes].sort(
    (a, b) => b.opensLow.length - a.opensLow.length || a.changes.length - b.changes.length || amountOf(a) - amountOf(b),
  )
}

function amountOf(change: SmallestChange): number {
  return change.changes.reduce((sum, one) => sum + ('by' in one ? one.by : 'to' in one ? one.to : 1), 0)
}

export function questionView(
  naming: Naming,
  question: { readonly ask: QuestionView['ask']; readonly changes: number } | undefined,
): QuestionView | undefined {
  if (!question) return undefined
  // The engine names a concept by the lowest of its equal ids; people and forms know the one that stands for it.
  const [kind = '', ...rest] = question.ask.split(':')
  const isSkill = kind === 'skill' || kind === 'level'
  const ask = isSkill ? (`${kind}:${naming.resident.catalogue.standsFor(rest.join(':'))}` as QuestionView['ask']) : question.ask
  const label = conditionLabel(naming, ask)
  return { ask, changes: question.changes, ...(label === undefined ? {} : { label }) }
}
