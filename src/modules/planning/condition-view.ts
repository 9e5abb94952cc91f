import type { Condition } from '../../engine/matching/index.ts'
import type { Naming } from './showing.ts'
import type { ConditionView } from './views.ts'

export function conditionView(naming: Naming, condition: Condition): ConditionView {
  const label = conditionLabel(naming, condition.key)
  return label === undefined ? condition : { ...condition, label }
}

/** The name of what a key names: a skill's label, a language's name, a licence's code. */
export function conditionLabel(naming: Naming, key: string): string | undefined {
  const colon = key.indexOf(':')
  if (colon < 0) return undefined
  const [kind, id] = [key.slice(0, colon), key.slice(colon + 1)]
  if (kind === 'skill' || kind === 'level') {
    return naming.catalogue.label(naming.catalogue.standsFor(id), naming.language)
  }
  if (kind === 'language') return new Intl.DisplayNames([naming.language], { type: 'language' }).of(id) ?? id
  return id
}
