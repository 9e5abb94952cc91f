import { Form } from 'react-router'
import { Choice, Field } from '../organisation/field.tsx'
import { cefrText, languageName } from '../words/format.ts'
import { initiativesWords } from '../words/initiatives.ts'
import { programmeWords } from '../words/programme.ts'
import { teachingWords } from '../words/teaching.ts'
import { useLanguage } from '../words/use-words.ts'
import { formNames, parties, phaseKinds } from './choices.ts'
import type { ProgrammeLoaded } from './programme-loader.ts'
import type { PartProps } from './texts-form.tsx'

const languageCodes = ['nl', 'en']
/** Empty rows below the parts that are there. */
const emptyPhases = 2

/** Form, length, language, admission, who pays and the parts. */
export function FactsForm({ loaded: { content, version }, wrong }: PartProps) {
  const language = useLanguage()
  const words = teachingWords[language].programme
  const { facts, admission } = content
  const given = wrong?.intent === 'facts' ? wrong.given : undefined
  const value = (name: string, kept: string | number | undefined): string => given?.[name] ?? String(kept ?? '')
  const codes = [...new Set([...languageCodes, ...(facts.language ? [facts.language.code] : [])])]
  return (
    <section aria-labelledby="facts">
      <h2 id="facts" className="h3">
        {words.facts}
      </h2>
      <p className="mt4">{words.factsText}</p>
      <Form method="post" className="stack-4 mt4" noValidate>
        <input type="hidden" name="intent" value="facts" />
        <input type="hidden" name="version" value={version} />
        <div className="fields desk-terms">
          <Choice
            name="form"
            label={words.form}
            value={value('form', facts.form)}
            choices={formNames.map((one) => ({ value: one, text: programmeWords[language].forms[one] }))}
          />
          <Field name="weeks" type="number" label={words.weeks} value={value('weeks', facts.weeks)} />
          <Field name="hoursPerWeek" type="number" label={words.hours} value={value('hoursPerWeek', facts.hoursPerWeek)} />
          <Choice
            name="language"
            label={words.spoken}
            value={value('language', facts.language?.code)}
            choices={[
              { value: '', text: words.unknown },
              ...codes.map((code) => ({ value: code, text: languageName(code, language) })),
            ]}
          />
          <Choice
            name="languageLevel"
            label={words.level}
            value={value('languageLevel', facts.language?.level)}
            choices={[
              { value: '', text: words.unknown },
              ...[1, 2, 3, 4, 5, 6].map((one) => ({ value: String(one), text: cefrText(one) })),
            ]}
          />
        </div>
        <Field name="award" label={words.award} value={value('award', facts.award)} />
        <Field name="url" type="url" label={words.url} value={value('url', facts.url)} />
        {(['nl', 'en'] as const).map((one) => (
          <Field
            key={one}
            name={`admission-${one}`}
            type="textarea"
            label={words.admission[one]}
            hint={words.admissionHint}
            value={value(`admission-${one}`, admission.flatMap((step) => step[one] ?? []).join('\n'))}
            rows={3}
          />
        ))}
        <Payers facts={facts} />
        <Phases phases={facts.phases ?? []} />
        <button className="btn btn-2" type="submit">
          {words.saveFacts}
        </button>
      </Form>
    </section>
  )
}

type Facts = ProgrammeLoaded['content']['facts']

function Payers({ facts: { whoPays = [] } }: { readonly facts: Facts }) {
  const language = useLanguage()
  const words = teachingWords[language].programme
  const names = initiativesWords[language].parties
  return (
    <details className="twin" open={whoPays.length > 0}>
      <summary>{words.whoPays}</summary>
      <ul className="plain stack-3 mt4">
        {parties.map((party) => {
          const there = whoPays.find((one) => one.party === party)
          return (
            <li key={party} className="row">
              <label className="check">
                <input type="checkbox" name="pays" value={party} defaultChecked={there !== undefined} />
                <span>{names[party]}</span>
              </label>
              <label className="vh" htmlFor={`euro-${party}`}>
                {words.payerEuro(names[party])}
              </label>
              <input
                className="input input-s"
                id={`euro-${party}`}
                name={`euro-${party}`}
                inputMode="numeric"
                placeholder="€"
                defaultValue={there?.euro ?? ''}
              />
            </li>
          )
        })}
      </ul>
    </details>
  )
}

function Phases({ phases }: { readonly phases: NonNullable<Facts['phases']> }) {
  const words = teachingWords[useLanguage()].programme
  const rows = Math.min(12, phases.length + emptyPhases)
  return (
    <details className="twin">
      <summary>{words.phases}</summary>
      <p className="hint">{words.phasesHint}</p>
      <input type="hidden" name="phaseRows" value={rows} />
      {Array.from({ length: rows }, (_, at) => ({ at, phase: phases[at] })).map(({ at, phase }) => (
        <fieldset className="plainset mt4" key={at}>
          <legend className="label">{words.phase(at + 1)}</legend>
          <div className="fields desk-terms">
            <Choice
              name={`phase-${at}`}
              label={words.phaseKind}
              value={phase?.kind ?? ''}
              choices={[
                { value: '', text: words.phaseNone },
                ...phaseKinds.map((kind) => ({ value: kind, text: words.phaseKinds[kind] })),
              ]}
            />
            <Field name={`phaseWeeks-${at}`} type="number" label={words.weeks} value={String(phase?.weeks ?? '')} />
            <Field name={`schoolDays-${at}`} type="number" label={words.schoolDays} value={String(phase?.schoolDays ?? '')} />
            <Field name={`workDays-${at}`} type="number" label={words.workDays} value={String(phase?.workDays ?? '')} />
            <label className="check">
              <input type="checkbox" name={`employed-${at}`} value="yes" defaultChecked={phase?.employed === true} />
              <span>{words.employed}</span>
            </label>
          </div>
        </fieldset>
      ))}
    </details>
  )
}
