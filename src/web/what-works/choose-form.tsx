import type { OutcomeSubject } from '../../modules/outcomes/index.ts'
import { Checks, Field } from '../organisation/field.tsx'
import { pathTo } from '../paths.ts'
import { useLanguage } from '../words/use-words.ts'
import { whatWorksWords } from '../words/what-works.ts'

/** What is put side by side: a plain form that leads to an address one can keep. */
export function ChooseForm({
  subjects,
  chosen,
  most,
  year,
}: {
  readonly subjects: readonly OutcomeSubject[]
  readonly chosen: readonly string[]
  readonly most: number
  readonly year: number | undefined
}) {
  const language = useLanguage()
  const words = whatWorksWords[language].choose
  const choicesOf = (kind: OutcomeSubject['kind']) =>
    subjects
      .filter((one) => one.kind === kind)
      .map(({ id, name, by, demo }) => {
        const beside = [
          ...(by === name[language] ? [] : [by]),
          ...(demo && !name[language].includes('(demo)') ? [words.demo] : []),
        ]
        return { value: `${kind}:${id}`, text: beside.length === 0 ? name[language] : `${name[language]} (${beside.join(', ')})` }
      })
  const group = (kind: OutcomeSubject['kind'], label: string) => {
    const choices = choicesOf(kind)
    return choices.length === 0 ? null : <Checks name="of" id={`of-${kind}`} label={label} choices={choices} chosen={chosen} />
  }
  return (
    <form method="get" action={pathTo('whatWorks', language)} className="card stack" aria-labelledby="choose">
      <h2 id="choose" className="h3">
        {words.title}
      </h2>
      <p className="hint">{words.hint(most)}</p>
      {group('programme', words.programmes)}
      {group('initiative', words.initiatives)}
      <Field name="year" label={words.year} hint={words.lastYear} value={year === undefined ? '' : String(year)} type="number" />
      <button className="btn" type="submit">
        {words.button}
      </button>
    </form>
  )
}
