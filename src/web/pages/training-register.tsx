import { useLoaderData } from 'react-router'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import { OrgNav } from '../components/org-nav/org-nav.tsx'
import { StackedTable } from '../components/stacked-table/stacked-table.tsx'
import { registerLoader } from '../credentials/register-loader.ts'
import { trainingRegisterFilePath } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { credentialWords } from '../words/credentials.ts'
import { dateText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'

export const loader = registerLoader
export const headers = () => ({ 'cache-control': 'no-store' })

type Loaded = Awaited<ReturnType<typeof loader>>

export const meta = pageMeta<(typeof credentialWords)['nl'], Loaded>(credentialWords, (words, loaded) =>
  words.register.title(loaded?.organisation.name ?? ''),
)

export default function TrainingRegisterPage() {
  const { organisation, records } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = credentialWords[language].register
  const { columns } = words
  const day = (date: string | undefined): string => (date === undefined ? '' : dateText(date, language))
  const soon = records.filter(({ isSoon }) => isSoon).length
  const ended = records.filter(({ state }) => state !== 'valid').length
  return (
    <div className="wrap">
      <div className="head">
        <OrgNav organisation={organisation} />
        <h1>{words.title(organisation.name)}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      {records.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneText}</p>
        </EmptyState>
      ) : (
        <div className="stack">
          <p>{words.counts(records.length, soon, ended)}</p>
          <StackedTable
            caption={words.caption}
            isCaptionHidden
            columns={[
              { title: columns.person },
              { title: columns.title },
              { title: columns.issuer },
              { title: columns.issued, look: 'nowrap' },
              { title: columns.until, look: 'nowrap' },
              { title: columns.state },
            ]}
            rows={records.map((one) => ({
              key: one.id,
              cells: [
                one.personName,
                one.title,
                one.issuerName,
                day(one.issuedOn),
                day(one.until),
                <span key="state" className={one.state !== 'valid' ? 'tag t-miss' : one.isSoon ? 'tag t-learn' : 'tag t-have'}>
                  {one.isSoon ? words.soon : words.states[one.state]}
                </span>,
              ],
            }))}
          />
          <p className="row">
            <a className="btn btn-2" href={trainingRegisterFilePath(language, organisation.id)} download>
              {words.download}
            </a>
            <a href={trainingRegisterFilePath(language, organisation.id, 'json')} download>
              {words.downloadJson}
            </a>
          </p>
        </div>
      )}
    </div>
  )
}
