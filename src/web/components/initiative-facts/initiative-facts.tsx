import { Link } from 'react-router'
import { pathTo } from '../../paths.ts'
import type { InitiativeView } from '../../search/initiative-view.ts'
import { dateText, euroText, listText, numberText } from '../../words/format.ts'
import { initiativesWords } from '../../words/initiatives.ts'
import { useLanguage } from '../../words/use-words.ts'
import { FactMark } from '../fact-mark/fact-mark.tsx'
import { PhaseLine } from '../phase-line/phase-line.tsx'

interface Given {
  readonly initiative: InitiativeView
}

/** What a person acts on, and must be told of when it is not known. */
const isForPeople = ({ kind }: InitiativeView): boolean => kind === 'training' || kind === 'finance'

export function WhatItDoes({ initiative: { what } }: Given) {
  return (
    <>
      <p className="lead">{what.value}</p>
      <FactMark mark={what.mark} />
    </>
  )
}

export function ForWhom({ initiative: { forWhom, audiences, training } }: Given) {
  const language = useLanguage()
  const words = initiativesWords[language]
  return (
    <section aria-labelledby="for">
      <h2 id="for">{words.forWhom}</h2>
      <p className="mt4">{forWhom.value}</p>
      <FactMark mark={forWhom.mark} />
      <ul className="row tight mt4 plain" aria-label={words.facets.audience}>
        {audiences.map((one) => (
          <li key={one}>
            <Link className="tag t-flat" to={`${pathTo('initiatives', language)}?audience=${one}`}>
              {words.audiences[one]}
            </Link>
          </li>
        ))}
      </ul>
      {training?.accessibility ? (
        <>
          <h3 className="h4 mt5">{words.accessibility}</h3>
          <p>{training.accessibility.value}</p>
          <FactMark mark={training.accessibility.mark} />
        </>
      ) : null}
      {training?.preference ? (
        <>
          <h3 className="h4 mt5">{words.preference}</h3>
          <p>
            {training.preference.value} {words.noInference}
          </p>
          <FactMark mark={training.preference.mark} />
        </>
      ) : null}
    </section>
  )
}

export function Entry({ initiative }: Given) {
  const words = initiativesWords[useLanguage()]
  const { entry } = initiative
  if (entry.value === undefined && !isForPeople(initiative)) return null
  return (
    <section aria-labelledby="entry">
      <h2 id="entry">{words.entry}</h2>
      {entry.value ? (
        <ol className="steps mt4">
          {entry.value.map((step) => (
            <li key={step} className="k-wait">
              <p>{step}</p>
            </li>
          ))}
        </ol>
      ) : (
        <p className="mt4">{words.entryUnknown}</p>
      )}
      <FactMark mark={entry.mark} />
    </section>
  )
}

export function Phases({ initiative: { name, phases, training } }: Given) {
  const words = initiativesWords[useLanguage()]
  if (!training && phases.value === undefined) return null
  const own = training?.tracks.filter((track) => track.phases !== undefined) ?? []
  return (
    <section aria-labelledby="phases">
      <h2 id="phases">{words.phases}</h2>
      <div className="mt4">
        {own.length > 0 ? (
          own.map((track) => (
            <div key={track.programme} className="mb5">
              <h3 className="h4">{track.name}</h3>
              <PhaseLine phases={track.phases ?? []} name={track.name} />
            </div>
          ))
        ) : phases.value ? (
          <PhaseLine phases={phases.value} name={name} />
        ) : (
          <p>{words.phasesUnknown}</p>
        )}
      </div>
      <FactMark mark={phases.mark} />
    </section>
  )
}

export function Tracks({ initiative: { training } }: Given) {
  const language = useLanguage()
  const words = initiativesWords[language]
  if (!training) return null
  const { tracks, award, jobGuarantee } = training
  return (
    <section aria-labelledby="tracks">
      <h2 id="tracks">{words.tracks}</h2>
      <ul className="find card mt4">
        {tracks.map(({ programme, name, skills }) => (
          <li key={programme}>
            <strong>{name}.</strong> {skills.length > 0 ? words.trackLearn(listText(skills, language)) : null}{' '}
            <Link to={pathTo('programme', language, { programme })}>{words.toProgramme(name)}</Link>
          </li>
        ))}
      </ul>
      <p className="note mt4">{words.tracksNote}</p>
      <p className="mt4">
        {words.askFirst} <Link to={pathTo('plans', language)}>{words.toPlans}</Link>
      </p>
      {award?.value ? (
        <>
          <h3 className="h4 mt5">{words.award}</h3>
          <p>{award.value}</p>
          <FactMark mark={award.mark} />
        </>
      ) : null}
      {jobGuarantee?.value === undefined ? null : (
        <>
          <h3 className="h4 mt5">{words.jobGuarantee}</h3>
          <p>{jobGuarantee.value ? words.jobYes : words.jobNo}</p>
          <FactMark mark={jobGuarantee.mark} />
        </>
      )}
    </section>
  )
}

export function WhoPays({
  initiative,
  rule,
}: Given & { readonly rule?: { readonly title: string; readonly checkedOn: string } | undefined }) {
  const language = useLanguage()
  const words = initiativesWords[language]
  const { whoPays } = initiative
  if (whoPays.value === undefined && !isForPeople(initiative)) return null
  return (
    <section aria-labelledby="pays">
      <h2 id="pays">{words.whoPays}</h2>
      {whoPays.value ? (
        <dl className="dl card mt4">
          {whoPays.value.map(({ party, euro, text }) => (
            <div key={`${party} ${text}`}>
              <dt>{words.parties[party]}</dt>
              <dd>
                {euro ? `${euroText(euro, language)}. ` : null}
                {text}
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="mt4">{words.paysUnknown}</p>
      )}
      <FactMark mark={whoPays.mark} />
      {initiative.kind === 'finance' ? <p className="mt4">{words.loanNote}</p> : null}
      {rule ? <p className="note">{words.ruleNote(rule.title, dateText(rule.checkedOn, language))}</p> : null}
    </section>
  )
}

export function Figures({ initiative: { figures } }: Given) {
  const language = useLanguage()
  const words = initiativesWords[language]
  const { figureColumns: columns } = words
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{words.figures}</h2>
      {figures.length === 0 ? <p className="mt4">{words.figuresNone}</p> : null}
      {figures.length === 0 ? null : (
        <div className="scroll mt4">
          <table className="stacked">
            <caption className="vh">{words.figures}</caption>
            <thead>
              <tr>
                <th scope="col">{columns.value}</th>
                <th scope="col">{columns.cohort}</th>
                <th scope="col">{columns.source}</th>
              </tr>
            </thead>
            <tbody>
              {figures.map((figure) => (
                <tr key={`${figure.measure} ${figure.cohort} ${figure.value}`}>
                  <th scope="row">
                    <FigureValue figure={figure} /> <span className="figure-of">{figure.measure}</span>
                  </th>
                  <td data-l={columns.cohort}>
                    {figure.cohort ?? <span className="unk">{words.cohortUnknown}</span>}
                    {figure.unit === 'percent' ? (
                      <span className="note below">
                        {figure.outOf ? words.outOfKnown(numberText(figure.outOf, language)) : words.outOfUnknown}
                      </span>
                    ) : null}
                  </td>
                  <td data-l={columns.source}>
                    <FactMark mark={figure.mark} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

/** Always a fraction or a count, as the source gives it. */
function FigureValue({ figure: { value, unit, near, outOf } }: { readonly figure: InitiativeView['figures'][number] }) {
  const language = useLanguage()
  const words = initiativesWords[language]
  const number = numberText(value, language)
  const about = near === undefined ? '' : `${words.near[near]} `
  if (unit === 'percent') return <span className="num">{about + words.percent(number)}</span>
  return <span className="num">{about + (outOf === undefined ? number : words.outOf(number, numberText(outOf, language)))}</span>
}
