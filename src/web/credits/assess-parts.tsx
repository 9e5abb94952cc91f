import { Form, useLoaderData } from 'react-router'
import { AwardBadgeForm } from '../badges/award-badge-form.tsx'
import { Field } from '../organisation/field.tsx'
import { creditWords } from '../words/credits.ts'
import { creditToldWords } from '../words/credits-told.ts'
import { dateText, numberText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'
import type { CreditsWrong } from './credits-action.ts'
import type { unitLoader } from './load-unit.ts'

interface Told {
  readonly wrong: CreditsWrong | undefined
}

/** Only for an assessor without a conflict of interest: give credits, or say what is missing. */
export function AssessPart({ wrong }: Told) {
  const { left, scale, key, canGive } = useLoaderData<typeof unitLoader>()
  const language = useLanguage()
  const words = creditWords[language].assess
  const told = creditToldWords[language].wrong
  const isAward = wrong?.intent === 'award'
  const isBack = wrong?.intent === 'sendBackUnit'
  return (
    <section aria-labelledby="award" className="narrow">
      <h2 id="award">{words.award}</h2>
      {canGive ? (
        <>
          <p className="mt4">{words.awardLead}</p>
          <Form method="post" className="stack-4 mt4" noValidate>
            <input type="hidden" name="intent" value="award" />
            <input type="hidden" name="key" value={key} />
            <Field
              name="credits"
              label={words.credits[scale]}
              hint={words.left(numberText(left, language))}
              value={isAward ? wrong.given.credits : numberText(left, language)}
              error={isAward && (wrong.wrong === 'credits' || wrong.wrong === 'moreThanUnit') ? told[wrong.wrong] : undefined}
              autoComplete="off"
            />
            <Field name="note" type="textarea" rows={3} label={words.note} value={isAward ? wrong.given.note : undefined} />
            <button className="btn" type="submit">
              {words.give}
            </button>
          </Form>
        </>
      ) : (
        <p className="mt4">{told.nothingConfirmed}</p>
      )}
      <Form method="post" className="stack-4 mt5" noValidate>
        <input type="hidden" name="intent" value="sendBackUnit" />
        <Field
          name="missing"
          type="textarea"
          rows={3}
          label={words.missing}
          hint={words.missingHint}
          value={isBack ? wrong.given.missing : undefined}
          error={isBack && wrong.wrong === 'missing' ? told.missing : undefined}
        />
        <button className="btn btn-2" type="submit">
          {words.sendBack}
        </button>
      </Form>
    </section>
  )
}

/** What was given, by whom, on what it rests; and what was taken back. */
export function AwardsPart({ wrong }: Told) {
  const { awards, scale, mayAssess, school, placement, unit } = useLoaderData<typeof unitLoader>()
  const language = useLanguage()
  const all = creditWords[language]
  const words = all.assess
  if (awards.length === 0) return null
  return (
    <section aria-labelledby="given">
      <h2 id="given">{words.given}</h2>
      <ul className="credit-files mt4">
        {awards.map(({ id, credits, by, day, work, hours, note, withdrawn }) => (
          <li key={id} className="card">
            <h3 className="h3">{all.unit[scale](numberText(credits, language))}</h3>
            <p>{words.by(by ?? all.work.someone, dateText(day, language))}</p>
            <p className="note">{work === 0 ? words.noGround : words.rests(work, numberText(hours, language))}</p>
            {note ? <p className="credit-text mt2">{note}</p> : null}
            {withdrawn ? (
              <p className="mt2">
                <strong>{words.withdrawn(withdrawn.by ?? all.work.someone, dateText(withdrawn.day, language))}</strong>
                {withdrawn.reason ? `: ${withdrawn.reason}` : null}
              </p>
            ) : mayAssess ? (
              <>
                <AwardBadgeForm organisation={school} placement={placement} award={id} title={unit.title} />
                <Withdraw award={id} wrong={wrong} />
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Withdraw({ award, wrong }: Told & { readonly award: string }) {
  const language = useLanguage()
  const words = creditWords[language].assess
  const isThis = wrong?.intent === 'withdraw' && wrong.given.award === award
  return (
    <details className="mt4" open={isThis}>
      <summary>{words.withdraw}</summary>
      <Form method="post" className="stack-4 mt4" noValidate>
        <input type="hidden" name="intent" value="withdraw" />
        <input type="hidden" name="award" value={award} />
        <p>{words.withdrawText}</p>
        <Field
          id={`reason-${award}`}
          name="reason"
          label={words.why}
          value={isThis ? wrong.given.reason : undefined}
          error={isThis && wrong.wrong === 'reason' ? creditToldWords[language].wrong.reason : undefined}
        />
        <button className="btn btn-d" type="submit">
          {words.withdraw}
        </button>
      </Form>
    </details>
  )
}
