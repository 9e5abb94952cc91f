import { Link, useLoaderData } from 'react-router'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import { pathTo } from '../paths.ts'
import { AgainstDemand, isTaught } from '../programme-demand/against-demand.tsx'
import { DemandForm } from '../programme-demand/demand-form.tsx'
import { DemandHead } from '../programme-demand/demand-head.tsx'
import { type DemandLoaded, demandLoader } from '../programme-demand/demand-loader.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { dateText, numberText } from '../words/format.ts'
import { programmeDemandWords } from '../words/programme-demand.ts'
import { useLanguage } from '../words/use-words.ts'

export const loader = demandLoader
export const headers = () => ({ 'cache-control': 'no-store' })

export const meta = pageMeta<(typeof programmeDemandWords)['nl'], DemandLoaded>(programmeDemandWords, (words, loaded) =>
  loaded ? `${words.demand.title} ${loaded.view.programme.title}` : words.demand.title,
)

/** What a programme teaches, against what the vacancies ask of the occupations that it leads to. */
export default function TeachingDemandPage() {
  const { organisation, view, mayWrite, regions } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const { demand: words, form, waiting } = programmeDemandWords[language]
  const { programme } = view
  const where = view.region?.name ?? form.all
  const lacking = view.asked.find((one) => !isTaught(one) && one.missing > 0)
  const at = { organisation: organisation.id, programme: programme.id }
  return (
    <div className="wrap">
      <DemandHead
        {...{ organisation, programme }}
        title={lacking ? words.headline(lacking.label, numberText(lacking.essential + lacking.plus, language)) : words.title}
        other="waiting"
      >
        {words.lead(programme.title, numberText(view.vacancies, language), where)}
      </DemandHead>
      <div className="stack-6">
        <DemandForm {...{ view, regions }} />
        {view.nothing ? (
          <EmptyState title={words.nothingTitle}>
            <p>{words.nothing[view.nothing]}</p>
            {view.nothing === 'noOutcomes' && mayWrite ? (
              <p>
                <Link className="btn" to={pathTo('teachingProgramme', language, at)}>
                  {waiting.mend}
                </Link>
              </p>
            ) : null}
          </EmptyState>
        ) : (
          <AgainstDemand view={view} />
        )}
        <p className="note">
          {waiting.date(dateText(view.basis.on, language))}
          {view.basis.demo ? ` ${waiting.demo}` : null}
        </p>
      </div>
    </div>
  )
}
