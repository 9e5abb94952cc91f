import { Form } from 'react-router'
import type { KitContent, Licence, PhaseKind } from '../../modules/handover/index.ts'
import { Checks, Choice, Field } from '../organisation/field.tsx'
import { handoverWords } from '../words/handover.ts'
import { useLanguage } from '../words/use-words.ts'
import type { KitWrong } from './kit-action.ts'
import type { choicesIn } from './kit-named.ts'

interface Props {
  readonly content: KitContent
  readonly version: number
  readonly choices: Awaited<ReturnType<typeof choicesIn>>
  readonly wrong: KitWrong | undefined
  /** What stands under the fields of the content, in the same form. */
  readonly children?: React.ReactNode
}

/** All that a kit or a copy says, as one form that works without a script: rows that are left empty are not there. */
export function KitForm({ content, version, choices, wrong, children }: Props) {
  const language = useLanguage()
  const { edit: words, kit, wrong: wrongs } = handoverWords[language]
  const given = wrong?.intent === 'save' ? wrong.given : undefined
  const value = (name: string, own: string | number | undefined): string =>
    given?.[name]?.[0] ?? (own === undefined ? '' : String(own))
  const errorAt = (name: string): string | undefined => (given && wrong?.wrong === name ? wrongs[wrong.wrong] : undefined)
  const both = (name: 'title' | 'summary' | 'outline', own: KitContent['title'], label: (of: string) => string) =>
    (['nl', 'en'] as const).map((of) => (
      <Field
        key={`${name}-${of}`}
        name={`${name}-${of}`}
        label={label(of === 'nl' ? words.inNl : words.inEn)}
        type={name === 'title' ? 'text' : 'textarea'}
        value={value(`${name}-${of}`, own[of])}
        error={name === 'title' && of === 'nl' ? errorAt('title') : undefined}
      />
    ))
  return (
    <Form method="post" className="stack-6" noValidate>
      <input type="hidden" name="intent" value="save" />
      <input type="hidden" name="version" value={version} />
      <fieldset className="plainset stack">
        <legend className="h3">{words.texts}</legend>
        <p className="hint">{words.oneLanguage}</p>
        {both('title', content.title, words.titleOf)}
        {both('summary', content.summary, words.summaryOf)}
        {both('outline', content.outline, words.outlineOf)}
      </fieldset>
      <Phases {...{ content, value }} error={errorAt('phases')} />
      <Materials {...{ content, value }} error={errorAt('materials')} />
      <Checks
        name="agreements"
        label={words.agreements}
        choices={choices.agreements.map(({ id, title }) => ({ value: id, text: title }))}
        chosen={given?.agreements ?? (given ? [] : content.agreements)}
        error={errorAt('agreements')}
      />
      <Checks
        name="funding"
        label={words.funding}
        choices={choices.funding.map(({ id, title }) => ({ value: id, text: title }))}
        chosen={given?.funding ?? (given ? [] : content.funding)}
        error={errorAt('funding')}
      />
      <fieldset className="plainset stack">
        <legend className="h3">{words.needs}</legend>
        <Field name="teachers" label={kit.teachers} value={value('teachers', content.needs.teachers)} />
        <Field name="rooms" label={kit.rooms} value={value('rooms', content.needs.rooms)} />
        <Field
          {...{ name: 'groupSize', label: kit.groupSize, type: 'number', error: errorAt('groupSize') }}
          value={value('groupSize', content.needs.groupSize)}
        />
        <Field
          {...{ name: 'costEuro', label: kit.cost, type: 'number', error: errorAt('costEuro') }}
          value={value('costEuro', content.needs.costEuro)}
        />
        {(['nl', 'en'] as const).map((of) => (
          <Field
            key={of}
            name={`more-${of}`}
            label={words.moreOf(of === 'nl' ? words.inNl : words.inEn)}
            type="textarea"
            value={value(`more-${of}`, content.needs.more[of])}
          />
        ))}
      </fieldset>
      <fieldset className="plainset stack">
        <legend className="h3">{words.contact}</legend>
        <Field
          {...{ name: 'email', label: words.email, hint: words.emailHint, error: errorAt('email') }}
          value={value('email', content.contact.email)}
        />
        <Field {...{ name: 'url', label: words.url, error: errorAt('url') }} value={value('url', content.contact.url)} />
      </fieldset>
      {children}
      <button className="btn" type="submit">
        {words.save}
      </button>
    </Form>
  )
}

interface RowsProps {
  readonly content: KitContent
  readonly value: (name: string, own: string | number | undefined) => string
  readonly error: string | undefined
}

/** What is filled in, and one row more. */
const rowsOf = <T,>(filled: readonly T[]): readonly (T | undefined)[] => [...filled, undefined]

function Phases({ content, value, error }: RowsProps) {
  const { edit: words, kit, phaseKinds } = handoverWords[useLanguage()]
  const choices = (Object.keys(phaseKinds) as PhaseKind[]).map((kind) => ({ value: kind, text: phaseKinds[kind] }))
  return (
    <fieldset className="plainset stack">
      <legend className="h3">{kit.phases}</legend>
      <p className="hint">{words.emptyRow}</p>
      {rowsOf(content.phases).map((phase, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
        <fieldset className="plainset kit-row" key={at}>
          <legend className="label">{words.phase(at + 1)}</legend>
          <Choice
            {...{ name: `phase-kind-${at}`, label: kit.phase, value: value(`phase-kind-${at}`, phase?.kind) }}
            choices={[{ value: '', text: words.phaseNone }, ...choices]}
            error={at === 0 ? error : undefined}
          />
          <Field
            {...{ name: `phase-weeks-${at}`, label: kit.weeks, value: value(`phase-weeks-${at}`, phase?.weeks) }}
            type="number"
          />
          <Field
            {...{ name: `phase-school-${at}`, label: kit.schoolDays, value: value(`phase-school-${at}`, phase?.schoolDays) }}
          />
          <Field {...{ name: `phase-work-${at}`, label: kit.workDays, value: value(`phase-work-${at}`, phase?.workDays) }} />
        </fieldset>
      ))}
    </fieldset>
  )
}

function Materials({ content, value, error }: RowsProps) {
  const { edit: words, kit, licences } = handoverWords[useLanguage()]
  const choices = (Object.keys(licences) as Licence[]).map((one) => ({ value: one, text: licences[one] }))
  return (
    <fieldset className="plainset stack">
      <legend className="h3">{kit.materials}</legend>
      <p className="hint">{words.emptyRow}</p>
      {rowsOf(content.materials).map((one, at) => (
        <fieldset className="plainset kit-row" key={one?.id ?? 'new'}>
          <legend className="label">{words.material(at + 1)}</legend>
          {one ? <input type="hidden" name={`material-id-${at}`} value={one.id} /> : null}
          <Field
            {...{ name: `material-title-${at}`, label: words.materialTitle, value: value(`material-title-${at}`, one?.title) }}
            error={at === 0 ? error : undefined}
          />
          <Choice
            {...{ name: `material-licence-${at}`, label: kit.licence, choices }}
            value={value(`material-licence-${at}`, one?.licence ?? 'unknown')}
          />
          <Field {...{ name: `material-url-${at}`, label: words.materialUrl, value: value(`material-url-${at}`, one?.url) }} />
        </fieldset>
      ))}
    </fieldset>
  )
}
