import { Form, Link, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { Icon } from '../components/icon/icon.tsx'
import { StackedTable } from '../components/stacked-table/stacked-table.tsx'
import { Choice, Field } from '../organisation/field.tsx'
import { openOrganisation } from '../organisation/org-loader.ts'
import { pathTo } from '../paths.ts'
import type { PlacementWrong } from '../placement/placement-action.ts'
import { schoolAction } from '../placement/placement-buttons.ts'
import { PlacementTold, useFormWrong } from '../placement/told.tsx'
import { pageMeta } from '../shell/page-meta.ts'
import { dateText, periodText } from '../words/format.ts'
import { placementWords } from '../words/placement.ts'
import { placementFormWords } from '../words/placement-forms.ts'
import { useLanguage } from '../words/use-words.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { site, actor, id, organisation, done } = await openOrganisation(args)
  const { organisations, placements } = site.modules
  const register = await placements.schoolRegister(actor, id)
  // Employers of its own placements, and others that take part here.
  const own = (await placements.list(actor, { organisation: id })).map(({ placement }) => placement.employer)
  const listed = (await organisations.list({ kind: 'employer', limit: 100 })).items.map((one) => one.id)
  const known = await organisations.findMany([
    ...new Set([...own, ...listed, ...register.recognitions.map((one) => one.organisation)]),
  ])
  return {
    organisation: { id, name: organisation.name },
    breaks: register.breaks,
    recognitions: register.recognitions.map((one) => ({
      ...one,
      name: placements.qualifications.find(({ code }) => code === one.crebo)?.nl,
    })),
    employers: known.map((one) => ({ id: one.id, name: one.name })),
    done,
  }
}

export const action = schoolAction
export const headers = () => ({ 'cache-control': 'no-store' })

type Loaded = Awaited<ReturnType<typeof loader>>

export const meta = pageMeta<(typeof placementFormWords)['nl'], Loaded>(placementFormWords, (words, loaded) =>
  words.school.title(loaded?.organisation.name ?? ''),
)

export default function PlacementSchoolPage() {
  const loaded = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as PlacementWrong | undefined
  const language = useLanguage()
  const words = placementFormWords[language].school
  const { organisation, done } = loaded
  const list = `${pathTo('placements', language)}?${new URLSearchParams({ organisation: organisation.id })}`
  return (
    <div className="wrap">
      <div className="head">
        <Link className="crumb" to={list}>
          <Icon name="left" />
          {placementWords[language].titleOf(organisation.name)}
        </Link>
        <h1>{words.title(organisation.name)}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      <PlacementTold wrong={wrong} done={done} />
      <div className="stack-6">
        <Breaks loaded={loaded} wrong={wrong} />
        <Recognitions loaded={loaded} wrong={wrong} />
      </div>
    </div>
  )
}

interface PartProps {
  readonly loaded: Loaded
  readonly wrong: PlacementWrong | undefined
}

function Remove({
  intent,
  name,
  id,
  what,
}: {
  readonly intent: string
  readonly name: string
  readonly id: string
  readonly what: string
}) {
  const words = placementFormWords[useLanguage()].school
  return (
    <Form method="post">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name={name} value={id} />
      <button className="btn btn-3 btn-s" type="submit">
        {words.remove} <span className="vh">{what}</span>
      </button>
    </Form>
  )
}

function Breaks({ loaded: { breaks }, wrong }: PartProps) {
  const language = useLanguage()
  const words = placementFormWords[language].school
  const change = placementFormWords[language].change
  const { error, given } = useFormWrong(wrong, 'addBreak')
  return (
    <section aria-labelledby="breaks">
      <h2 id="breaks">{words.breaks}</h2>
      {breaks.length === 0 ? <p className="mt4">{words.noBreaks}</p> : null}
      {breaks.length > 0 ? (
        <div className="mt4">
          <StackedTable
            caption={words.breaks}
            isCaptionHidden
            columns={[{ title: words.name }, { title: words.period }, { title: words.remove }]}
            rows={breaks.map(({ id, title, from, until }) => ({
              key: id,
              cells: [
                title,
                periodText(from, until, language),
                <Remove key="r" intent="removeBreak" name="break" id={id} what={title} />,
              ],
            }))}
          />
        </div>
      ) : null}
      <Form method="post" className="stack-4 mt5 narrow" noValidate>
        <input type="hidden" name="intent" value="addBreak" />
        <Field name="title" label={words.name} value={given('title')} error={error('title')} />
        <div className="placement-pair">
          <Field name="from" label={change.from} hint={change.dayHint} value={given('from')} error={error('period')} />
          <Field name="until" label={change.until} hint={change.dayHint} value={given('until')} error={error('period')} />
        </div>
        <button className="btn btn-2" type="submit">
          {words.addBreak}
        </button>
      </Form>
    </section>
  )
}

function Recognitions({ loaded: { recognitions, employers }, wrong }: PartProps) {
  const language = useLanguage()
  const words = placementFormWords[language].school
  const change = placementFormWords[language].change
  const { error, given } = useFormWrong(wrong, 'addRecognition')
  const nameOf = (id: string): string => employers.find((one) => one.id === id)?.name ?? id
  return (
    <section aria-labelledby="recognitions">
      <h2 id="recognitions">{words.recognitions}</h2>
      <p className="mt4">{words.recognitionsText}</p>
      {recognitions.length === 0 ? <p className="mt4">{words.noRecognitions}</p> : null}
      {recognitions.length > 0 ? (
        <div className="mt4">
          <StackedTable
            caption={words.recognitions}
            isCaptionHidden
            columns={[
              { title: words.employer },
              { title: words.crebo },
              { title: words.period },
              { title: words.checkedOn },
              { title: words.source },
              { title: words.remove },
            ]}
            rows={recognitions.map((one) => ({
              key: one.id,
              cells: [
                nameOf(one.organisation),
                [one.crebo, one.name].filter(Boolean).join(' '),
                periodText(one.from, one.until, language),
                dateText(one.checkedOn, language),
                one.source,
                <Remove key="r" intent="removeRecognition" name="recognition" id={one.id} what={nameOf(one.organisation)} />,
              ],
            }))}
          />
        </div>
      ) : null}
      <Form method="post" className="stack-4 mt5 narrow" noValidate>
        <input type="hidden" name="intent" value="addRecognition" />
        <Choice
          name="employer"
          label={words.employer}
          value={given('employer')}
          error={error('employer')}
          choices={[{ value: '', text: change.choose }, ...employers.map(({ id, name }) => ({ value: id, text: name }))]}
        />
        <Field name="crebo" label={change.crebo} value={given('crebo')} error={error('crebo')} />
        <div className="placement-pair">
          <Field
            id="r-from"
            name="from"
            label={change.from}
            hint={change.dayHint}
            value={given('from')}
            error={error('period')}
          />
          <Field
            id="r-until"
            name="until"
            label={change.until}
            hint={change.dayHint}
            value={given('until')}
            error={error('period')}
          />
        </div>
        <Field
          name="checkedOn"
          label={words.checkedOn}
          hint={change.dayHint}
          value={given('checkedOn')}
          error={error('period')}
        />
        <Field name="source" label={words.source} value={given('source')} error={error('source')} />
        <button className="btn btn-2" type="submit">
          {words.addRecognition}
        </button>
      </Form>
    </section>
  )
}
