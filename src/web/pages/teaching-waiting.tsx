import { Link, useLoaderData } from 'react-router'
import type { WaitingCounts, WaitingView } from '../../modules/programme-demand/index.ts'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import { isHidden, pairText } from '../components/pool-effect/pair-text.ts'
import { pathTo } from '../paths.ts'
import { DemandHead } from '../programme-demand/demand-head.tsx'
import { OtherEnd } from '../programme-demand/other-end.tsx'
import { WaitingForm } from '../programme-demand/waiting-form.tsx'
import { type WaitingLoaded, waitingLoader } from '../programme-demand/waiting-loader.ts'
import { KeepsOut, WhoWaits } from '../programme-demand/who-waits.tsx'
import { pageMeta } from '../shell/page-meta.ts'
import { dateText, numberText } from '../words/format.ts'
import { demandThrough, programmeDemandWords } from '../words/programme-demand.ts'
import { useLanguage } from '../words/use-words.ts'

export const loader = waitingLoader
export const headers = () => ({ 'cache-control': 'no-store' })

export const meta = pageMeta<(typeof programmeDemandWords)['nl'], WaitingLoaded>(programmeDemandWords, (words, loaded) =>
  loaded ? `${words.waiting.title} ${loaded.view.programme.title}` : words.waiting.title,
)

/** Who waits for a programme: how many need it, what holds them back, and which vacancies and employers stand at its other end. */
export default function TeachingWaitingPage() {
  const { organisation, view, mayWrite, regions } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const { waiting: words, form } = programmeDemandWords[language]
  const { counts, programme } = view
  const where = view.region?.name ?? form.all
  return (
    <div className="wrap">
      <DemandHead {...{ organisation, programme }} title={titleOf(counts, language)} other="demand">
        {view.isDual ? words.dual(programme.title) : words.lead(programme.title, where)}
      </DemandHead>
      <div className="stack-6">
        <WaitingForm {...{ view, regions }} />
        {counts ? (
          <>
            <WhoWaits counts={counts} kept={view.kept} />
            <KeepsOut counts={counts} />
            <OtherEnd {...{ counts, where, isDual: view.isDual }} />
            <Basis view={view} pool={counts.pool} />
          </>
        ) : (
          <EmptyState title={words.notTitle}>
            <p>{whyNot(view, language)}</p>
            {mayWrite && view.notCounted !== 'tooFew' ? (
              <p>
                <Link
                  className="btn"
                  to={pathTo('teachingProgramme', language, { organisation: organisation.id, programme: programme.id })}
                >
                  {words.mend}
                </Link>
              </p>
            ) : null}
          </EmptyState>
        )}
      </div>
    </div>
  )
}

/** The largest thing that holds people back, else what the page is about. */
function titleOf(counts: WaitingCounts | undefined, language: 'nl' | 'en'): string {
  const words = programmeDemandWords[language].waiting
  const first = counts?.demands.find(({ against }) => !isHidden(against))
  if (!first) return words.title
  return words.headline(pairText(first.against, language), demandThrough(first, language))
}

function Basis({ view, pool }: { readonly view: WaitingView; readonly pool: number }) {
  const language = useLanguage()
  const words = programmeDemandWords[language].waiting
  return (
    <div>
      <p className="note">{words.margin}</p>
      <p className="note">
        {words.pool(numberText(pool, language))} {words.date(dateText(view.basis.on, language))} {words.days}
        {view.basis.demo ? ` ${words.demo}` : null}
      </p>
    </div>
  )
}

function whyNot({ notCounted = 'tooFew', leastPool }: WaitingView, language: 'nl' | 'en'): string {
  const { not } = programmeDemandWords[language].waiting
  return notCounted === 'tooFew' ? not.tooFew(numberText(leastPool, language)) : not[notCounted]
}
