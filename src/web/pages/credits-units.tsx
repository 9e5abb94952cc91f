import { Form, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { scales, toCredits } from '../../modules/credits/index.ts'
import { isPermitted } from '../../modules/permissions/index.ts'
import { OrgNav } from '../components/org-nav/org-nav.tsx'
import type { CreditsWrong } from '../credits/credits-action.ts'
import { toHours } from '../credits/load-credits.ts'
import { CreditsTold } from '../credits/told.tsx'
import { unitsAction } from '../credits/units-intents.ts'
import { Choice, Field } from '../organisation/field.tsx'
import { openOrganisation } from '../organisation/org-loader.ts'
import { languageOfPath, pageUrl } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { creditUnitWords } from '../words/credit-units.ts'
import { creditWords } from '../words/credits.ts'
import { creditToldWords } from '../words/credits-told.ts'
import { numberText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { site, actor, id, organisation, done } = await openOrganisation(args)
  const language = languageOfPath(pageUrl(args.request).pathname)
  const units = await site.modules.credits.units.list(actor, id, args.params.programme ?? '')
  const catalogue = await site.modules.skills.catalogue()
  const programme = await site.modules.trainings.findProgramme(args.params.programme ?? '')
  return {
    ...{ organisation, done, programme: programme?.title[language] ?? '' },
    mayWrite: isPermitted(actor, 'unit.write', { kind: 'organisation', id, organisation: id }),
    scales: [...scales],
    units: units.map(({ id: unit, code, version, title, scale, amount, evidenceMinutes, outcomes }) => ({
      ...{ id: unit, code, version, title, scale, credits: toCredits(scale, amount), hours: toHours(evidenceMinutes) },
      outcomes: outcomes.map(({ text, skill }) => ({
        ...{ nl: text.nl, en: text.en, skill: skill === undefined ? undefined : catalogue.label(skill, language) },
      })),
    })),
  }
}

export const action = unitsAction
export const headers = () => ({ 'cache-control': 'no-store' })
export const meta = pageMeta(creditUnitWords, (words) => words.title)

type UnitLine = Awaited<ReturnType<typeof loader>>['units'][number]

/** Units of a programme, for the school that keeps it. */
export default function CreditsUnitsPage() {
  const { organisation, programme, units, mayWrite, done } = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as CreditsWrong | undefined
  const words = creditUnitWords[useLanguage()]
  return (
    <div className="wrap">
      <div className="head">
        <OrgNav organisation={organisation} />
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
        <p className="note">{programme}</p>
      </div>
      <CreditsTold wrong={wrong} done={done} />
      <div className="stack-6">
        {units.length === 0 ? <p>{words.none}</p> : null}
        {mayWrite && units.length > 0 ? <p>{words.supersedes}</p> : null}
        {units.map((unit) => (
          <UnitCard key={unit.id} unit={unit} wrong={wrong} />
        ))}
        {mayWrite ? (
          <section aria-labelledby="add" className="narrow">
            <h2 id="add">{words.add}</h2>
            <UnitForm key={units.length} intent="addUnit" wrong={wrong} />
          </section>
        ) : null}
      </div>
    </div>
  )
}

function UnitCard({ unit, wrong }: { readonly unit: UnitLine; readonly wrong: CreditsWrong | undefined }) {
  const { mayWrite } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = creditUnitWords[language]
  const all = creditWords[language]
  const isThis = wrong?.given.unit === unit.id
  return (
    <section className="card" aria-labelledby={`unit-${unit.id}`}>
      <h2 className="h3" id={`unit-${unit.id}`}>{`${unit.code}. ${unit.title[language]}`}</h2>
      <p>
        {all.unit[unit.scale](numberText(unit.credits, language))}, {all.flow.hours(numberText(unit.hours, language))}
        {unit.version > 1 ? `, ${words.version(unit.version)}` : ''}
      </p>
      <ul className="textlist mt2">
        {unit.outcomes.map((one) => (
          <li key={one.nl}>
            {one[language]}
            {one.skill ? <span className="note"> ({one.skill})</span> : null}
          </li>
        ))}
      </ul>
      {mayWrite ? (
        <details className="mt4" open={isThis}>
          <summary>{words.change(unit.code)}</summary>
          <UnitForm intent="changeUnit" unit={unit} wrong={isThis ? wrong : undefined} />
          <Form method="post" className="mt5">
            <input type="hidden" name="intent" value="retire" />
            <input type="hidden" name="unit" value={unit.id} />
            <p>{words.retireText}</p>
            <button className="btn btn-d mt2" type="submit">
              {words.retire}
            </button>
          </Form>
        </details>
      ) : null}
    </section>
  )
}

function UnitForm({
  intent,
  unit,
  wrong,
}: {
  readonly intent: 'addUnit' | 'changeUnit'
  readonly unit?: UnitLine
  readonly wrong: CreditsWrong | undefined
}) {
  const { scales: choices, units } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = creditUnitWords[language]
  const told = creditToldWords[language].wrong
  const isThis = wrong?.intent === intent
  const prefix = unit?.id ?? 'new'
  const field = (name: 'code' | 'titleNl' | 'titleEn' | 'credits' | 'evidenceHours' | 'outcomes', value: string) => ({
    ...{ name, id: `${prefix}-${name}`, value: isThis ? (wrong.given[name] ?? '') : value, autoComplete: 'off' },
    error: isThis && wrong.wrong === name ? told[name] : undefined,
  })
  const number = (value: number | undefined): string => (value === undefined ? '' : numberText(value, language))
  const lines = unit?.outcomes.map(({ nl, en, skill }) => [nl, en, ...(skill ? [skill] : [])].join(' | ')).join('\n') ?? ''
  return (
    <Form method="post" className="stack-4 mt4" noValidate>
      <input type="hidden" name="intent" value={intent} />
      {unit ? <input type="hidden" name="unit" value={unit.id} /> : null}
      <Field {...field('code', unit?.code ?? '')} label={words.code} hint={words.codeHint} />
      <Field {...field('titleNl', unit?.title.nl ?? '')} label={words.titleNl} />
      <Field {...field('titleEn', unit?.title.en ?? '')} label={words.titleEn} />
      <Choice
        name="scale"
        id={`${prefix}-scale`}
        label={words.scale}
        choices={choices.map((value) => ({ value, text: words.scales[value] }))}
        value={isThis ? wrong.given.scale : (unit?.scale ?? units[0]?.scale)}
        error={isThis && wrong.wrong === 'otherScale' ? told.otherScale : undefined}
      />
      <Field {...field('credits', number(unit?.credits))} label={words.credits} hint={words.creditsHint} />
      <Field {...field('evidenceHours', number(unit?.hours))} label={words.evidenceHours} />
      <Field {...field('outcomes', lines)} type="textarea" rows={5} label={words.outcomes} hint={words.outcomesHint} />
      <button className="btn" type="submit">
        {words.save}
      </button>
    </Form>
  )
}
