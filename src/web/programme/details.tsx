import { Unknown } from '../components/facts-band/facts-band.tsx'
import { PhaseLine } from '../components/phase-line/phase-line.tsx'
import { euroText } from '../words/format.ts'
import { initiativesWords } from '../words/initiatives.ts'
import { programmeWords } from '../words/programme.ts'
import { useLanguage } from '../words/use-words.ts'
import type { LoadedProgramme } from './load-programme.ts'

type Details = LoadedProgramme['details']

interface Given {
  readonly details: Details
  readonly title: string
}

/** Parts with days at work and at school, and the wage on the way. */
export function PhasesSection({ details: { phases }, title }: Given) {
  const words = initiativesWords[useLanguage()]
  if (phases === undefined) return null
  return (
    <section aria-labelledby="phases">
      <h2 id="phases">{words.phases}</h2>
      <div className="mt4">
        <PhaseLine phases={phases} name={title} />
      </div>
    </section>
  )
}

/** For whom it is, with the ground of a preference where there is one. */
export function ForWhomSection({ details: { forWhom, ground, accessibility } }: Pick<Given, 'details'>) {
  const words = initiativesWords[useLanguage()]
  if (forWhom === undefined && accessibility === undefined) return null
  if (forWhom === undefined) {
    return (
      <section aria-labelledby="for">
        <h2 id="for">{words.accessibility}</h2>
        <p className="mt4 lines">{accessibility}</p>
      </section>
    )
  }
  return (
    <section aria-labelledby="for">
      <h2 id="for">{words.forWhom}</h2>
      <p className="mt4 lines">{forWhom}</p>
      {ground === undefined ? null : (
        <>
          <h3 className="h4 mt5">{words.preference}</h3>
          <p>
            {ground} {words.noInference}
          </p>
        </>
      )}
      {accessibility === undefined ? null : (
        <>
          <h3 className="h4 mt5">{words.accessibility}</h3>
          <p className="lines">{accessibility}</p>
        </>
      )}
    </section>
  )
}

export function AdmissionSection({ details: { admission, url } }: Pick<Given, 'details'>) {
  const language = useLanguage()
  const words = initiativesWords[language]
  if (admission === undefined && url === undefined) return null
  return (
    <section aria-labelledby="entry">
      <h2 id="entry">{words.entry}</h2>
      {admission === undefined ? (
        <p className="mt4">{words.entryUnknown}</p>
      ) : (
        <ol className="steps mt4">
          {admission.map((step) => (
            <li key={step} className="k-wait">
              <p className="lines">{step}</p>
            </li>
          ))}
        </ol>
      )}
      {url === undefined ? null : (
        <p className="mt4">
          <a href={url} rel="nofollow noopener">
            {programmeWords[language].toProvider}
          </a>
        </p>
      )}
    </section>
  )
}

/** Who pays, as the provider says it, and whether a job comes with it. */
export function PaysCard({ details: { whoPays, jobGuarantee } }: Pick<Given, 'details'>) {
  const language = useLanguage()
  const words = initiativesWords[language]
  if (whoPays === undefined && jobGuarantee === undefined) return null
  return (
    <section className="card narrow-dl" aria-labelledby="pays">
      {whoPays === undefined ? null : (
        <>
          <h2 id="pays" className="h3">
            {words.whoPays}
          </h2>
          <dl className="dl mt4">
            {whoPays.map(({ party, euro, text }) => (
              <div key={`${party} ${euro} ${text}`}>
                <dt>{words.parties[party]}</dt>
                <dd>
                  {euro === undefined && text === undefined ? <Unknown>{words.amountUnsaid}</Unknown> : null}
                  {euro === undefined ? null : `${euroText(euro, language)}. `}
                  {text}
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {jobGuarantee === undefined ? null : (
        <>
          <h2 className="h3 mt5" id={whoPays === undefined ? 'pays' : undefined}>
            {words.jobGuarantee}
          </h2>
          <p className="mt4">{jobGuarantee ? words.jobYes : words.jobNo}</p>
        </>
      )}
    </section>
  )
}
