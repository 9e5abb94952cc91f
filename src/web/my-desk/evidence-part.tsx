import { Link } from 'react-router'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import { StackedTable } from '../components/stacked-table/stacked-table.tsx'
import { pathTo } from '../paths.ts'
import { credentialWords } from '../words/credentials.ts'
import { dateText } from '../words/format.ts'
import { myDeskWords } from '../words/my-desk.ts'
import { skillWords } from '../words/skills.ts'
import { useLanguage } from '../words/use-words.ts'
import type { ShownClaim } from './my-desk-loader.ts'

/** So many stand open; the rest is folded. */
const mostOpen = 8

/** What somebody said they can, with what stands behind it. */
export function EvidencePart({ claims }: { readonly claims: readonly ShownClaim[] }) {
  const language = useLanguage()
  const words = myDeskWords[language].evidence
  const count = (state: ShownClaim['state']): number => claims.filter((claim) => claim.state === state).length
  const rest = claims.slice(mostOpen)
  return (
    <section className="sec" aria-labelledby="evidence">
      <h2 id="evidence">{words.title}</h2>
      {claims.length === 0 ? (
        <div className="mt4">
          <EmptyState
            title={words.none}
            level="h3"
            actions={
              <Link className="btn btn-2" to={pathTo('profile', language)}>
                {words.toProfile}
              </Link>
            }
          >
            <p>{words.noneText}</p>
          </EmptyState>
        </div>
      ) : (
        <>
          <p>
            {words.lead} {words.counts(count('verified'), count('evidenced'), count('claimed'))}
          </p>
          <div className="stack mt4">
            <ClaimTable claims={claims.slice(0, mostOpen)} />
            {rest.length > 0 ? (
              <details className="twin">
                <summary>{words.more(rest.length)}</summary>
                <ClaimTable claims={rest} />
              </details>
            ) : null}
            <p>
              <Link className="btn btn-2" to={pathTo('profile', language)}>
                {words.change}
              </Link>{' '}
              <Link to={pathTo('heldCredentials', language)}>{credentialWords[language].held.title}</Link>
            </p>
          </div>
        </>
      )}
    </section>
  )
}

function ClaimTable({ claims }: { readonly claims: readonly ShownClaim[] }) {
  const language = useLanguage()
  const { columns, caption } = myDeskWords[language].evidence
  const { evidence } = skillWords[language]
  return (
    <StackedTable
      caption={caption}
      isCaptionHidden
      columns={[{ title: columns.skill }, { title: columns.level }, { title: columns.state }, { title: columns.proof }]}
      rows={claims.map(({ skill, label, level, state, proof }) => ({
        key: skill,
        cells: [
          label,
          level,
          <span key="state" className={state === 'claimed' ? 'tag t-shut' : 'tag t-open'}>
            {evidence[state]}
          </span>,
          <ProofNote key="proof" proof={proof} />,
        ],
      }))}
    />
  )
}

/** Whose credential stands behind a skill, and until when. */
function ProofNote({ proof }: { readonly proof: ShownClaim['proof'] }) {
  const language = useLanguage()
  const words = credentialWords[language]
  if (!proof) return null
  const { issuerName, until, lapsed } = proof
  const day = until === undefined ? undefined : dateText(until, language)
  const told =
    lapsed === 'expired' && day !== undefined ? words.ended(day) : lapsed ? words.held.lapsed[lapsed] : day && words.expires(day)
  return <span className="small">{[words.from(issuerName), told].filter((one) => one !== undefined).join(', ')}</span>
}
