import { useActionData, useLoaderData } from 'react-router'
import { CreditBar } from '../components/credit-bar/credit-bar.tsx'
import { CreditFlow } from '../components/credit-flow/credit-flow.tsx'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import type { CreditsWrong } from '../credits/credits-action.ts'
import { overviewAction } from '../credits/intents.ts'
import { creditsLoader } from '../credits/load-credits.ts'
import { BehindPart, LedgerPart, NextPart, UnitsPart, WorkPart } from '../credits/overview-parts.tsx'
import { PlacementCrumb } from '../credits/placement-crumb.tsx'
import { CreditsTold } from '../credits/told.tsx'
import { WorkForm } from '../credits/work-form.tsx'
import { pageMeta } from '../shell/page-meta.ts'
import { creditWords } from '../words/credits.ts'
import { numberText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'

export const loader = creditsLoader
export const action = overviewAction
export const headers = () => ({ 'cache-control': 'no-store' })
export const meta = pageMeta(creditWords, (words) => words.title)

/** One page for all three parties: what was earned, what runs, what is next, and the ledger. */
export default function CreditsPage() {
  const { placement, programme, employerName, studentName, side, done, scale, units, flow, hoursPerCredit, ...bar } =
    useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as CreditsWrong | undefined
  const language = useLanguage()
  const words = creditWords[language]
  return (
    <div className="wrap">
      <div className="head">
        <PlacementCrumb placement={placement} />
        <h1>{side === 'student' ? words.title : words.titleOf(studentName)}</h1>
        <p className="lead">{side === 'student' ? words.lead : words.leadOthers}</p>
        <p className="note">{words.about(programme, employerName)}</p>
      </div>
      <CreditsTold wrong={wrong} done={done} />
      <div className="stack-6">
        <BehindPart />
        {units.length === 0 ? (
          <EmptyState title={words.nothing}>
            <p>{words.nothingText}</p>
          </EmptyState>
        ) : (
          <div>
            <CreditBar scale={scale} all={bar.all} earned={bar.earned} running={bar.running} toGo={bar.toGo} />
            {hoursPerCredit === undefined ? null : (
              <p className="note mt2">{words.sbuNote(numberText(hoursPerCredit, language))}</p>
            )}
          </div>
        )}
        <NextPart />
        {flow.length === 0 ? null : (
          <section aria-labelledby="flow">
            <h2 id="flow">{words.flow.title}</h2>
            <p className="mt4">{words.flow.lead}</p>
            <div className="card mt4">
              <CreditFlow units={flow} scale={scale} />
            </div>
          </section>
        )}
        {units.length === 0 ? null : <UnitsPart />}
        {bar.mayLog ? <AddWork wrong={wrong} /> : null}
        <WorkPart />
        <LedgerPart />
      </div>
    </div>
  )
}

function AddWork({ wrong }: { readonly wrong: CreditsWrong | undefined }) {
  const { today, outcomes } = useLoaderData<typeof loader>()
  const words = creditWords[useLanguage()].work
  return (
    <section aria-labelledby="add">
      <h2 id="add">{words.add}</h2>
      <p className="mt4">{words.addLead}</p>
      <WorkForm
        intent="log"
        wrong={wrong}
        given={{ from: today, until: today, text: '', hours: '' }}
        chosen={[]}
        units={outcomes}
      />
    </section>
  )
}
