import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { Alert } from '../components/alert/alert.tsx'
import { AssessPart, AwardsPart } from '../credits/assess-parts.tsx'
import type { CreditsWrong } from '../credits/credits-action.ts'
import { unitAction } from '../credits/intents.ts'
import { unitLoader } from '../credits/load-unit.ts'
import { PlacementCrumb } from '../credits/placement-crumb.tsx'
import { CreditsTold } from '../credits/told.tsx'
import { UnitTag, WorkTag } from '../credits/work-tag.tsx'
import { creditFilePath, pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { creditWords } from '../words/credits.ts'
import { creditToldWords } from '../words/credits-told.ts'
import { dateText, numberText, periodText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'

export const loader = unitLoader
export const action = unitAction
export const headers = () => ({ 'cache-control': 'no-store' })
export const meta = pageMeta(creditWords, (words) => words.units.unit)

/** One unit of a student: from the work to the credits, and back. */
export default function CreditsUnitPage() {
  const { placement, programme, employerName, studentName, unit, scale, outcomes, last, mayAsk, mayAssess, isInterested, done } =
    useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as CreditsWrong | undefined
  const language = useLanguage()
  const words = creditWords[language]
  const number = (value: number): string => numberText(value, language)
  return (
    <div className="wrap">
      <div className="head">
        <PlacementCrumb placement={placement} isPart />
        <h1>{words.assess.title(unit.code, unit.title)}</h1>
        <p className="lead">
          {words.assess.gives(words.unit[scale](number(unit.all)))}{' '}
          {words.flow.evidence(number(unit.hours), number(unit.hoursAsked))}.
        </p>
        <p className="note">{`${studentName}: ${words.about(programme, employerName)}`}</p>
        <p className="mt4">
          <UnitTag state={unit.state} />
        </p>
      </div>
      <CreditsTold wrong={wrong} done={done} />
      <div className="stack-6">
        {last ? (
          <Alert
            kind="info"
            title={
              last.step === 'asked'
                ? words.assess.askedOn(dateText(last.day, language))
                : words.assess.sentBackOn(dateText(last.day, language))
            }
          >
            {last.text ? <p className="credit-text">{last.text}</p> : null}
          </Alert>
        ) : null}
        <section aria-labelledby="outcomes">
          <h2 id="outcomes">{words.assess.outcomes}</h2>
          <ul className="textlist mt4">
            {outcomes.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </section>
        <Work />
        {mayAsk ? (
          <section aria-labelledby="ask" className="narrow">
            <h2 id="ask">{words.assess.ask}</h2>
            <p className="mt4">{words.assess.askText}</p>
            <Form method="post" className="mt4">
              <input type="hidden" name="intent" value="ask" />
              <button className="btn" type="submit">
                {words.assess.ask}
              </button>
            </Form>
          </section>
        ) : null}
        {isInterested ? <Alert kind="warn" title={creditToldWords[language].wrong.ofEmployer} /> : null}
        {mayAssess ? <AssessPart wrong={wrong} /> : null}
        <AwardsPart wrong={wrong} />
      </div>
    </div>
  )
}

function Work() {
  const { work, placement } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = creditWords[language]
  return (
    <section aria-labelledby="work">
      <h2 id="work">{words.assess.ground}</h2>
      {work.length === 0 ? <p className="mt4">{words.assess.none}</p> : null}
      <ul className="credit-files mt4">
        {work.map(({ id, from, until, text, hours, state, isUsed, by, files }) => (
          <li key={id} className="card">
            <h3 className="h3">
              <Link to={pathTo('creditsWork', language, { placement, activity: id })}>
                {from === until ? dateText(from, language) : periodText(from, until, language)}
              </Link>
              {`, ${words.flow.hours(numberText(hours, language))}`}
            </h3>
            <p className="credit-text mt2">{text}</p>
            <p className="row mt2">
              <WorkTag state={state} />
              {by === undefined ? null : <span className="note">{by}</span>}
              {isUsed ? <span className="note">{words.assess.used}</span> : null}
            </p>
            {files.length === 0 ? null : (
              <ul className="textlist mt2">
                {files.map((file) => (
                  <li key={file.id}>
                    {file.isEmptied ? (
                      `${file.name}, ${words.file.emptied}`
                    ) : (
                      <a href={creditFilePath(language, placement, file.id)} download>
                        {file.name}
                      </a>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
