import { Form, useActionData, useLoaderData } from 'react-router'
import type { OrgWrong } from '../choice/choice-action.ts'
import { OrgTold } from '../choice/told.tsx'
import { OrgNav } from '../components/org-nav/org-nav.tsx'
import { OutcomeFunnel } from '../components/outcome-funnel/outcome-funnel.tsx'
import { StackedTable } from '../components/stacked-table/stacked-table.tsx'
import { pageMeta } from '../shell/page-meta.ts'
import { outcomesDeskAction } from '../what-works/desk-intents.ts'
import { loadOutcomesDesk } from '../what-works/desk-loader.ts'
import { OutcomesTable } from '../what-works/outcomes-section.tsx'
import { Definitions, Hiding, Women } from '../what-works/parts.tsx'
import { ReportForm } from '../what-works/report-form.tsx'
import { dateText, numberText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'
import { whatWorksWords } from '../words/what-works.ts'

export const loader = loadOutcomesDesk
export const action = outcomesDeskAction
export const headers = () => ({ 'cache-control': 'no-store' })

type Loaded = Awaited<ReturnType<typeof loader>>['data']

export const meta = pageMeta(
  whatWorksWords,
  (words) => words.desk.title,
  (words) => words.desk.lead,
)

/** Outcomes of an educator's own programmes. */
export default function TeachingOutcomesPage() {
  const loaded = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as OrgWrong | undefined
  const language = useLanguage()
  const words = whatWorksWords[language].desk
  const { organisation, known, subjects, definitions, mayReport, done } = loaded
  const said = wrong && words.wrong[wrong.word as keyof typeof words.wrong]
  return (
    <div className="wrap">
      <div className="head">
        <OrgNav organisation={organisation} />
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      <OrgTold
        wrong={said === undefined ? undefined : { title: words.wrongTitle, text: said }}
        done={done === 'reported' || done === 'removed' ? words.done[done] : undefined}
      />
      <div className="stack-7">
        {known.length === 0 ? <p>{words.none}</p> : null}
        {known
          .filter(({ series }) => series.length > 0)
          .map((one) => {
            const shown = one.series.find(({ isRunning }) => !isRunning) ?? one.series[0]
            const id = `${one.subject.kind}-${one.subject.id}`
            return (
              <section key={id} aria-labelledby={id} className="stack-4">
                <h2 id={id}>{one.subject.name[language]}</h2>
                {shown ? <OutcomeFunnel series={shown} names={definitions.names} /> : null}
                <OutcomesTable outcomes={one} names={definitions.names} />
                {one.women ? (
                  <p>
                    {whatWorksWords[language].women.name}: <Women share={one.women} />
                  </p>
                ) : null}
              </section>
            )
          })}
        <Own loaded={loaded} />
        <Reports loaded={loaded} />
        {mayReport && subjects.length > 0 ? <ReportForm subjects={subjects} names={definitions.names} wrong={wrong} /> : null}
        <Hiding />
        <Definitions definitions={definitions} />
      </div>
    </div>
  )
}

/** The steps that the educator makes itself. */
function Own({ loaded: { own, known, definitions } }: { readonly loaded: Loaded }) {
  const language = useLanguage()
  const words = whatWorksWords[language].desk
  if (own.length === 0) return null
  const codes = ['applied', 'admitted', 'started', 'completed'] as const
  const titleOf = (programme: string): string =>
    known.find(({ subject }) => subject.kind === 'programme' && subject.id === programme)?.subject.name[language] ?? programme
  return (
    <section aria-labelledby="own">
      <h2 id="own">{words.own}</h2>
      <p className="mt4">{words.ownLead}</p>
      <div className="mt4">
        <StackedTable
          caption={words.own}
          isCaptionHidden
          columns={[
            { title: words.programme },
            { title: words.year },
            ...codes.map((code) => ({ title: definitions.names[code] ?? code, look: 'r' as const })),
          ]}
          rows={own.map(({ programme, year, counts }) => ({
            key: `${programme} ${year}`,
            cells: [titleOf(programme), String(year), ...codes.map((code) => numberText(counts[code] ?? 0, language))],
          }))}
        />
      </div>
    </section>
  )
}

function Reports({ loaded: { reports, subjects, mayReport } }: { readonly loaded: Loaded }) {
  const language = useLanguage()
  const words = whatWorksWords[language].desk
  const nameOf = (of: Loaded['reports'][number]['of']): string => {
    const id = 'programme' in of ? of.programme : of.initiative
    return subjects.find((one) => one.id === id)?.name[language] ?? id
  }
  return (
    <section aria-labelledby="reports">
      <h2 id="reports">{words.reports}</h2>
      {reports.length === 0 ? (
        <p className="mt4">{words.reportsNone}</p>
      ) : (
        <div className="mt4">
          <StackedTable
            caption={words.reports}
            isCaptionHidden
            columns={[
              { title: words.programme },
              { title: words.year },
              { title: words.source },
              { title: words.said, look: 'nowrap' },
              ...(mayReport ? [{ title: words.action }] : []),
            ]}
            rows={reports.map(({ id, of, year, source, saidOn }) => ({
              key: id,
              cells: [
                nameOf(of),
                String(year),
                source,
                dateText(saidOn, language),
                ...(mayReport
                  ? [
                      <Form method="post" key="remove">
                        <input type="hidden" name="intent" value="takeBack" />
                        <input type="hidden" name="report" value={id} />
                        <button className="btn btn-3" type="submit" aria-label={words.removeOf(`${nameOf(of)}, ${year}`)}>
                          {words.remove}
                        </button>
                      </Form>,
                    ]
                  : []),
              ],
            }))}
          />
        </div>
      )}
    </section>
  )
}
