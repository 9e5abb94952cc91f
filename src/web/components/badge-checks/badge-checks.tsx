import type { BadgeCheck } from '../../../modules/credentials/index.ts'
import { badgeWords } from '../../words/badges.ts'
import { useLanguage } from '../../words/use-words.ts'
import { Icon, type IconName } from '../icon/icon.tsx'
import { StackedTable } from '../stacked-table/stacked-table.tsx'

const looks: Readonly<Record<BadgeCheck['verdict'], readonly [icon: IconName, tag: string]>> = {
  valid: ['check', 'tag t-have'],
  invalid: ['cross', 'tag t-miss'],
  cannotBeChecked: ['question', 'tag t-shut'],
}

/** Each check of a badge with its own outcome, and what that means: a word and an icon, never a colour alone. */
export function BadgeChecks({ checks }: { readonly checks: readonly BadgeCheck[] }) {
  const words = badgeWords[useLanguage()].checks
  return (
    <StackedTable
      caption={words.title}
      isCaptionHidden
      columns={[{ title: words.columns.what }, { title: words.columns.verdict, look: 'nowrap' }, { title: words.columns.why }]}
      rows={checks.map(({ what, verdict, why }) => ({
        key: what,
        cells: [
          words.what[what],
          <span key="verdict" className={looks[verdict][1]}>
            <Icon name={looks[verdict][0]} />
            {words.verdicts[verdict]}
          </span>,
          words.why[why],
        ],
      }))}
    />
  )
}
