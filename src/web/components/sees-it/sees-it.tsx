import { Form, Link } from 'react-router'
import type { Releasable } from '../../../modules/introductions/index.ts'
import { pathTo } from '../../paths.ts'
import { dateText } from '../../words/format.ts'
import { introductionWords } from '../../words/introduction.ts'
import { useLanguage } from '../../words/use-words.ts'
import { Icon } from '../icon/icon.tsx'
import { StackedTable } from '../stacked-table/stacked-table.tsx'

export interface SeesItProps {
  readonly organisation: string
  readonly organisationId: string
  readonly introduction: string
  /** Whether the organisation knows of it yet. */
  readonly isKnown: boolean
  readonly adviserSees: boolean
  /** Until when what stands in it is kept: a day, or so many days after an end that is not known yet. */
  readonly kept: { readonly until?: string | undefined; readonly days: number }
  /** What is released now, each with its last day. */
  readonly released: Readonly<Partial<Record<Releasable, string>>>
}

/** Who sees what until when, and taking it back. */
export function SeesIt(props: SeesItProps) {
  const { organisation, organisationId, introduction, isKnown, adviserSees, kept, released } = props
  const language = useLanguage()
  const words = introductionWords[language].sees
  const keptText = isKnown
    ? kept.until === undefined
      ? words.afterEnd(kept.days)
      : dateText(kept.until, language)
    : words.suggestedOnly
  const fields = Object.keys(words.fields) as Releasable[]
  const hasReleased = fields.some((field) => released[field] !== undefined)
  const needs = `${pathTo('needs', language)}?${new URLSearchParams({ organisation: organisationId, introduction })}`
  return (
    <section className="sec" aria-labelledby="sees">
      <h2 id="sees">{words.title}</h2>
      <div className="mt4">
        <StackedTable
          caption={words.caption}
          isCaptionHidden
          columns={[{ title: words.what }, { title: organisation }, { title: words.adviser }, { title: words.until }]}
          rows={[
            {
              key: 'profile',
              cells: [words.rows.profile, <Sees key="o" it={isKnown} />, <Sees key="a" it={adviserSees} />, keptText],
            },
            {
              key: 'messages',
              cells: [words.rows.messages, <Sees key="o" it={isKnown} />, <Sees key="a" it={false} />, keptText],
            },
            ...fields.map((field) => {
              const until = released[field]
              return {
                key: field,
                cells: [
                  words.fields[field],
                  <Sees key="o" it={until !== undefined} />,
                  <Sees key="a" it={false} />,
                  until === undefined ? (
                    words.notShared
                  ) : (
                    <span className="row" key="u">
                      {dateText(until, language)} <TakeBack field={field} text={words.takeBack(words.fields[field])} />
                    </span>
                  ),
                ],
              }
            }),
            {
              key: 'needs',
              cells: [
                words.rows.needs,
                <Link key="n" to={needs}>
                  {words.toNeeds}
                </Link>,
                <Sees key="a" it={false} />,
                '',
              ],
            },
            { key: 'cv', cells: [words.rows.cv, <Sees key="o" it={false} />, <Sees key="a" it={false} />, words.never] },
          ]}
        />
      </div>
      <div className="row mt4">
        {hasReleased ? <TakeBack text={words.takeBackAll} isAll /> : null}
        <Link to={pathTo('yourData', language)}>{words.toLog}</Link>
      </div>
      <p className="note mt4">{words.note}</p>
    </section>
  )
}

function Sees({ it }: { readonly it: boolean }) {
  const words = introductionWords[useLanguage()].sees
  return (
    <span className={it ? 'tag t-open' : 'tag t-shut'}>
      <Icon name={it ? 'eye' : 'eyeShut'} />
      {it ? words.yes : words.no}
    </span>
  )
}

function TakeBack({
  field,
  text,
  isAll = false,
}: {
  readonly field?: Releasable
  readonly text: string
  readonly isAll?: boolean
}) {
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="takeBack" />
      {field ? <input type="hidden" name="field" value={field} /> : null}
      <button className={isAll ? 'btn btn-2' : 'btn btn-2 btn-s'} type="submit">
        <Icon name="undo" />
        {text}
      </button>
    </Form>
  )
}
