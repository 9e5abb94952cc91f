import type { VacancyState } from '../../../modules/vacancies/index.ts'
import { deskWords } from '../../words/desk.ts'
import { useLanguage } from '../../words/use-words.ts'
import { Icon, type IconName } from '../icon/icon.tsx'

const looks: Readonly<Record<VacancyState, { readonly tag: string; readonly icon: IconName }>> = {
  draft: { tag: 't-shut', icon: 'lock' },
  published: { tag: 't-open', icon: 'check' },
  paused: { tag: 't-miss', icon: 'stop' },
  filled: { tag: 't-shut', icon: 'check' },
  expired: { tag: 't-shut', icon: 'clock' },
  withdrawn: { tag: 't-shut', icon: 'cross' },
}

/** How it stands with a vacancy of a desk: in words, with a sign. */
export function DeskState({ state }: { readonly state: VacancyState }) {
  const { tag, icon } = looks[state]
  return (
    <span className={`tag ${tag}`}>
      <Icon name={icon} />
      {deskWords[useLanguage()].states[state]}
    </span>
  )
}
