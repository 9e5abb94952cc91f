import { Icon } from '../components/icon/icon.tsx'
import { creditWords } from '../words/credits.ts'
import { useLanguage } from '../words/use-words.ts'
import type { UnitShown, WorkShown } from './load-credits.ts'

/** How a piece of work stands, in a word with a shape. */
export function WorkTag({ state }: { readonly state: WorkShown['state'] }) {
  const words = creditWords[useLanguage()].work
  const [look, icon] = (
    {
      loose: ['t-miss', 'question'],
      logged: ['t-learn', 'clock'],
      confirmed: ['t-have', 'check'],
      returned: ['t-miss', 'undo'],
      awarded: ['t-have', 'check'],
    } as const
  )[state]
  return (
    <span className={`tag ${look}`}>
      <Icon name={icon} />
      {words[state]}
    </span>
  )
}

/** The same of a unit. */
export function UnitTag({ state }: { readonly state: UnitShown['state'] }) {
  const words = creditWords[useLanguage()].units
  const [look, icon] = (
    {
      open: ['t-miss', 'minus'],
      runs: ['t-learn', 'clock'],
      full: ['t-learn', 'flag'],
      asked: ['t-learn', 'clock'],
      sentBack: ['t-miss', 'undo'],
      done: ['t-have', 'check'],
    } as const
  )[state]
  return (
    <span className={`tag ${look}`}>
      <Icon name={icon} />
      {words[state]}
    </span>
  )
}
