import { Form, Link } from 'react-router'
import { Field } from '../organisation/field.tsx'
import { pathTo } from '../paths.ts'
import { dateText } from '../words/format.ts'
import { teachingWords } from '../words/teaching.ts'
import { useLanguage } from '../words/use-words.ts'
import type { ProgrammeLoaded } from './programme-loader.ts'
import type { PartProps } from './texts-form.tsx'

type Offering = ProgrammeLoaded['content']['offerings'][number]
/** Empty rows below the starts that are there. */
const emptyStarts = 2

/** Where and when: each offering in a form of its own, and a new one. */
export function OfferingsPart({ loaded, wrong }: PartProps) {
  const language = useLanguage()
  const words = teachingWords[language].programme
  const { content, mayWrite } = loaded
  const { offerings } = content
  const nameOf = ({ placeName, facts }: Offering): string =>
    placeName === undefined || facts.online ? words.offeringOnline : words.offeringAt(placeName)
  return (
    <section aria-labelledby="offerings" className="mt7">
      <h2 id="offerings" className="h3">
        {words.offerings}
      </h2>
      <p className="mt4">{offerings.length === 0 ? words.noOfferings : words.offeringsText}</p>
      <div className="stack-4 mt4">
        {offerings.map((offering) => (
          <details className="twin" key={offering.id} open={offerings.length === 1 || wrong?.given.offering === offering.id}>
            <summary>
              {nameOf(offering)}
              {startsText(offering, language)}
            </summary>
            <People loaded={loaded} offering={offering} />
            {mayWrite ? <OfferingForm loaded={loaded} wrong={wrong} offering={offering} /> : null}
          </details>
        ))}
        {mayWrite ? (
          <details className="twin" open={wrong?.intent === 'offering' && wrong.given.offering === ''}>
            <summary>{words.offeringNew}</summary>
            <OfferingForm loaded={loaded} wrong={wrong} offering={undefined} />
          </details>
        ) : null}
      </div>
    </section>
  )
}

function startsText({ facts: { starts } }: Offering, language: 'nl' | 'en'): string {
  const [first] = starts
  if (!first) return ''
  return `, ${dateText(first.date, language)}${starts.length > 1 ? ` ${teachingWords[language].moreStarts(starts.length - 1)}` : ''}`
}

/** To who applied, start by start; of what was never published nobody could. */
function People({ loaded, offering }: { readonly loaded: ProgrammeLoaded; readonly offering: Offering }) {
  const language = useLanguage()
  const words = teachingWords[language].programme
  const named = offering.facts.starts.map(({ date }) => date)
  const others = loaded.startsWithPeople.filter((one) => one.offering === offering.id).map(({ startsOn }) => startsOn)
  const days = [...new Set([...named, ...others])].sort()
  if (!loaded.maySeePeople || loaded.state === 'draft' || days.length === 0) return null
  return (
    <ul className="plain linkrow mt4">
      {days.map((date) => (
        <li key={date}>
          <Link
            to={pathTo('enrolmentStart', language, { organisation: loaded.organisation.id, offering: offering.id, start: date })}
          >
            {words.people}, {dateText(date, language)}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function OfferingForm({ loaded, wrong, offering }: PartProps & { readonly offering: Offering | undefined }) {
  const words = teachingWords[useLanguage()].programme
  const id = offering?.id ?? ''
  const given = wrong?.intent === 'offering' && wrong.given.offering === id ? wrong.given : undefined
  const facts = offering?.facts
  const value = (name: string, kept: string | number | undefined): string => given?.[name] ?? String(kept ?? '')
  const own = (name: string): string => `${id}-${name}`
  return (
    <>
      <Form method="post" className="stack-4 mt4" noValidate>
        <input type="hidden" name="intent" value="offering" />
        <input type="hidden" name="offering" value={id} />
        <input type="hidden" name="version" value={loaded.version} />
        <div className="fields desk-terms">
          <Field
            name="place"
            id={own('place')}
            label={words.place}
            hint={words.placeHint}
            value={value('place', offering?.placeName)}
          />
          <Field name="feeEuro" id={own('fee')} label={words.fee} hint={words.feeHint} value={value('feeEuro', facts?.feeEuro)} />
          <Field name="siteDays" id={own('days')} label={words.siteDays} value={value('siteDays', facts?.siteDays)} />
          <Field
            name="incomeMonthEuro"
            id={own('income')}
            label={words.income}
            hint={words.incomeHint}
            value={value('incomeMonthEuro', facts?.incomeMonthEuro)}
          />
        </div>
        <div className="row">
          <label className="check">
            <input
              type="checkbox"
              name="online"
              value="yes"
              defaultChecked={given ? given.online === 'yes' : facts?.online === true}
            />
            <span>{words.online}</span>
          </label>
          <label className="check">
            <input
              type="checkbox"
              name="rolling"
              value="yes"
              defaultChecked={given ? given.rolling === 'yes' : facts?.rolling === true}
            />
            <span>{words.rolling}</span>
          </label>
        </div>
        <LessonDays days={facts?.lessonDays ?? 0} given={given} />
        <Starts starts={facts?.starts ?? []} own={own} value={value} />
        <Funding schemes={loaded.schemes} funding={facts?.funding ?? []} own={own} value={value} />
        <button className="btn btn-2" type="submit">
          {words.saveOffering}
        </button>
      </Form>
      {offering ? (
        <Form method="post" className="mt4">
          <input type="hidden" name="intent" value="dropOffering" />
          <input type="hidden" name="offering" value={id} />
          <input type="hidden" name="version" value={loaded.version} />
          <button className="btn btn-3" type="submit">
            {words.dropOffering}
          </button>
        </Form>
      ) : null}
    </>
  )
}

interface Named {
  readonly own: (name: string) => string
  readonly value: (name: string, kept: string | number | undefined) => string
}

/** None ticked: it is not known on which days there are lessons. */
function LessonDays({ days, given }: { readonly days: number; readonly given: Readonly<Record<string, string>> | undefined }) {
  const words = teachingWords[useLanguage()].programme
  return (
    <fieldset className="plainset">
      <legend className="label">{words.lessonDays}</legend>
      <p className="hint">{words.lessonDaysHint}</p>
      <div className="row">
        {words.weekdays.map((name, day) => (
          <label className="check" key={name}>
            <input
              type="checkbox"
              name={`lessonDay-${day}`}
              value="yes"
              defaultChecked={given ? given[`lessonDay-${day}`] === 'yes' : (days & (1 << day)) !== 0}
            />
            <span>{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function Starts({ starts, own, value }: Named & { readonly starts: Offering['facts']['starts'] }) {
  const words = teachingWords[useLanguage()].programme
  const rows = Math.min(60, starts.length + emptyStarts)
  return (
    <fieldset className="plainset">
      <legend className="label">{words.starts}</legend>
      <p className="hint">{words.startsHint}</p>
      <input type="hidden" name="startRows" value={rows} />
      {Array.from({ length: rows }, (_, at) => ({ at, start: starts[at] })).map(({ at, start }) => (
        <fieldset className="plainset mt4" key={at}>
          <legend className="note">{words.start(at + 1)}</legend>
          <div className="fields desk-terms">
            <Day name={`date-${at}`} id={own(`date-${at}`)} label={words.date} value={value(`date-${at}`, start?.date)} />
            <Field
              name={`seats-${at}`}
              id={own(`seats-${at}`)}
              label={words.seatCount}
              value={value(`seats-${at}`, start?.seats)}
            />
            <Day
              name={`enrolFrom-${at}`}
              id={own(`enrolFrom-${at}`)}
              label={words.enrolFrom}
              value={value(`enrolFrom-${at}`, start?.enrolFrom)}
            />
            <Day
              name={`enrolUntil-${at}`}
              id={own(`enrolUntil-${at}`)}
              label={words.enrolUntil}
              value={value(`enrolUntil-${at}`, start?.enrolUntil)}
            />
          </div>
        </fieldset>
      ))}
    </fieldset>
  )
}

function Day({
  name,
  id,
  label,
  value,
}: {
  readonly name: string
  readonly id: string
  readonly label: string
  readonly value: string
}) {
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <input className="input" id={id} name={name} type="date" defaultValue={value} autoComplete="off" />
    </div>
  )
}

function Funding({
  schemes,
  funding,
  own,
  value,
}: Named & { readonly schemes: ProgrammeLoaded['schemes']; readonly funding: Offering['facts']['funding'] }) {
  const words = teachingWords[useLanguage()].programme
  return (
    <details className="twin" open={funding.length > 0}>
      <summary>{words.funding}</summary>
      <div className="fields desk-terms mt4">
        {schemes.map(({ id, title }, at) => (
          <div key={id}>
            <input type="hidden" name="scheme" value={id} />
            <Field
              name={`schemeEuro-${at}`}
              id={own(`scheme-${at}`)}
              label={title}
              value={value(`schemeEuro-${at}`, funding.find(({ scheme }) => scheme === id)?.euro)}
            />
          </div>
        ))}
      </div>
    </details>
  )
}
