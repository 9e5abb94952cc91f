import type { ReactNode } from 'react'
import { Form } from 'react-router'
import { Choice } from '../organisation/field.tsx'
import { conditionWords } from '../words/conditions.ts'
import { deskWords } from '../words/desk.ts'
import { useLanguage } from '../words/use-words.ts'
import type { DeskWrong } from './desk-action.ts'
import type { vacancyLoader } from './vacancy-loader.ts'

export type VacancyLoaded = Awaited<ReturnType<typeof vacancyLoader>>['data']

const euro = (cents: number | undefined): string => (cents === undefined ? '' : (cents / 100).toFixed(2).replace('.', ','))

/** Terms as they were read, to be set by hand. */
export function TermsForm({
  loaded: { record, version, byHand },
  wrong,
}: {
  readonly loaded: VacancyLoaded
  readonly wrong: DeskWrong | undefined
}) {
  const language = useLanguage()
  const words = deskWords[language].vacancy
  const { facts, closesOn } = record
  const given = wrong?.intent === 'terms' ? wrong.given : undefined
  const number = (name: string, label: string, value: number | string | undefined, isByHand: boolean): ReactNode => (
    <Line name={name} label={label} value={given?.[name] ?? String(value ?? '')} isByHand={isByHand} />
  )
  const has = (name: string): boolean => byHand.includes(name)
  const answers = [
    { value: '', text: words.unknown },
    { value: 'yes', text: words.yes },
    { value: 'no', text: words.no },
  ]
  const answer = (value: boolean | undefined): string => (value === undefined ? '' : value ? 'yes' : 'no')
  return (
    <section aria-labelledby="terms">
      <h2 id="terms" className="h3">
        {words.terms}
      </h2>
      <p className="mt4">{words.termsText}</p>
      <Form method="post" className="stack-4 mt4" noValidate>
        <input type="hidden" name="intent" value="terms" />
        <input type="hidden" name="version" value={version} />
        <div className="fields desk-terms">
          {number('hoursMin', words.hoursMin, facts.hours?.[0], has('hours'))}
          {number('hoursMax', words.hoursMax, facts.hours?.[1], has('hours'))}
          {number('wageMin', words.wageMin, euro(facts.wageCents?.[0]), has('wageCents'))}
          {number('wageMax', words.wageMax, euro(facts.wageCents?.[1]), has('wageCents'))}
          <Choice
            name="contract"
            label={words.contract}
            value={given?.contract ?? facts.contract ?? ''}
            choices={[
              { value: '', text: words.unknown },
              ...Object.entries(words.contracts).map(([value, text]) => ({ value, text })),
            ]}
          />
          <Choice
            name="level"
            label={words.level}
            value={given?.level ?? String(facts.workLevel?.level ?? '')}
            choices={[
              { value: '', text: words.unknown },
              ...conditionWords[language].nlqf.map((text, at) => ({ value: String(at + 1), text })),
            ]}
          />
          {number('years', words.years, facts.experienceYears, has('experienceYears'))}
          {number('remote', words.remote, facts.remoteShare, has('remoteShare'))}
          <Line
            name="startFrom"
            type="date"
            label={words.startFrom}
            value={given?.startFrom ?? facts.startFrom ?? ''}
            isByHand={has('startFrom')}
          />
          <Line
            name="closesOn"
            type="date"
            label={words.closesOn}
            value={given?.closesOn ?? closesOn ?? ''}
            isByHand={has('closesOn')}
          />
          <Choice
            name="conduct"
            label={words.conduct}
            value={given?.conduct ?? answer(facts.certificateOfConduct)}
            choices={answers}
          />
          <Choice name="pays" label={words.pays} value={given?.pays ?? answer(facts.paysTraining)} choices={answers} />
          <Choice name="permit" label={words.permit} value={given?.permit ?? answer(facts.sponsorsPermit)} choices={answers} />
        </div>
        <button className="btn btn-2" type="submit">
          {words.saveTerms}
        </button>
      </Form>
      {byHand.length === 0 ? null : (
        <Form method="post" className="mt4">
          <input type="hidden" name="intent" value="readAgain" />
          <input type="hidden" name="version" value={version} />
          <button className="btn btn-3" type="submit">
            {words.readAgain}
          </button>
          <p className="note">{words.readAgainText}</p>
        </Form>
      )}
    </section>
  )
}

function Line({
  name,
  label,
  value,
  isByHand,
  type = 'text',
}: {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly isByHand: boolean
  readonly type?: 'text' | 'date'
}) {
  const words = deskWords[useLanguage()].vacancy
  return (
    <div className="field">
      <label className="label" htmlFor={name}>
        {label}
        {isByHand ? <span className="note"> ({words.byHand})</span> : null}
      </label>
      <input
        className="input"
        id={name}
        name={name}
        type={type}
        inputMode={type === 'text' ? 'decimal' : undefined}
        defaultValue={value}
        autoComplete="off"
      />
    </div>
  )
}
