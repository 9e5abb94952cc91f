import type { Check, CheckName, Verdict } from '../../../modules/credentials/index.ts'
import { credentialWords } from '../../words/credentials.ts'
import { dateText } from '../../words/format.ts'
import { useLanguage } from '../../words/use-words.ts'
import { Icon, type IconName } from '../icon/icon.tsx'
import { StackedTable } from '../stacked-table/stacked-table.tsx'

const names = ['format', 'schema', 'dates', 'proof', 'issuer', 'status', 'subject'] as const satisfies readonly CheckName[]

const looks: Readonly<Record<Verdict, readonly [icon: IconName, tag: string]>> = {
  valid: ['check', 'tag t-have'],
  invalid: ['cross', 'tag t-miss'],
  cannotBeChecked: ['question', 'tag t-shut'],
  notPresent: ['question', 'tag t-shut'],
}

/** Each check of a credential with its own outcome, what that means and what to do: a word and an icon, never a colour alone. */
export function CredentialChecks({
  checks,
  proofs = [],
}: {
  /** One that was not made when these were kept is left out. */
  readonly checks: Readonly<Partial<Record<CheckName, Check>>>
  /** Where there are several signatures: each of them. */
  readonly proofs?: readonly Check[]
}) {
  const words = credentialWords[useLanguage()].checks
  return (
    <div className="stack">
      <CheckTable checks={names.flatMap((name) => checks[name] ?? [])} />
      {proofs.length > 1 ? (
        <>
          <p>{words.proofs(proofs.length)}</p>
          <CheckTable checks={proofs} />
        </>
      ) : null}
    </div>
  )
}

function CheckTable({ checks }: { readonly checks: readonly Check[] }) {
  const words = credentialWords[useLanguage()].checks
  return (
    <StackedTable
      caption={words.caption}
      isCaptionHidden
      columns={[{ title: words.columns.check }, { title: words.columns.verdict, look: 'nowrap' }, { title: words.columns.why }]}
      rows={checks.map((check, at) => ({
        key: `${check.name} ${at}`,
        cells: [
          words.names[check.name],
          <span key="verdict" className={looks[check.verdict][1]}>
            <Icon name={looks[check.verdict][0]} />
            {words.verdicts[check.verdict]}
          </span>,
          <Why key="why" check={check} />,
        ],
      }))}
    />
  )
}

function Why({ check }: { readonly check: Check }) {
  const language = useLanguage()
  const words = credentialWords[language].checks
  const answers: Readonly<Record<string, string>> = words.answers[check.name]
  const where = check.name === 'dates' ? (check.where ?? []).map((day) => dateText(day, language)) : (check.where ?? [])
  return (
    <>
      {answers[check.answer] ?? check.answer}
      {where.length > 0 ? <span className="small breaks"> {words.where(where.join(', '))}</span> : null}
    </>
  )
}
