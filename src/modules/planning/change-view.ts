import type { Change, GoodQuestion } from '../../engine/planning/index.ts'
import type { ChangeFinding } from '../engines/index.ts'
import { conditionLabel } from './condition-view.ts'
import type { Naming } from './showing.ts'
import { summariseVacancyById } from './vacancy-summary.ts'
import type { ChangeView, QuestionView } from './views.ts'

export function changeView(naming: Naming, change: ChangeFinding): ChangeView {
  return {
    changes: change.changes.map((one) => named(naming, one)),
    opensLow: change.opensLow,
    opensHigh: change.opensHigh,
    examples: change.examples.map((id) => summariseVacancyById(naming, id)),
    withTraining: change.withTraining,
  }
}

function named(naming: Naming, change: Change): Change & { readonly label?: string } {
  switch (change.item) {
    case 'skill': {
      const skill = naming.catalogue.standsFor(change.skill)
      return { ...change, skill, label: naming.catalogue.label(skill, naming.language) }
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

export function questionView(naming: Naming, question: GoodQuestion | undefined): QuestionView | undefined {
  if (!question) return undefined
  // The engine names a concept by the lowest of its equal ids; people and forms know the one that stands for it.
  const [kind = '', ...rest] = question.ask.split(':')
  const isSkill = kind === 'skill' || kind === 'level'
  const ask = isSkill ? (`${kind}:${naming.catalogue.standsFor(rest.join(':'))}` as QuestionView['ask']) : question.ask
  const label = conditionLabel(naming, ask)
  return { ask, changes: question.changes, ...(label === undefined ? {} : { label }) }
}
