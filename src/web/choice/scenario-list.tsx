import { Form, Link } from 'react-router'
import type { Aim } from '../../engine/choosing/index.ts'
import { StackedTable } from '../components/stacked-table/stacked-table.tsx'
import { pathTo } from '../paths.ts'
import { choiceWords } from '../words/choice.ts'
import { euroText, numberText, shortDateText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'

interface Line {
  readonly id: string
  readonly name: string
  readonly madeAt: number
  readonly aim: Aim
  readonly budgetEuro: number
  readonly placed: readonly [number, number]
}

/** What was asked before: to look at again, to hold beside what is shown, to take away. */
export function ScenarioList({
  lines,
  shown,
  organisation,
  mayRemove,
}: {
  readonly lines: readonly Line[]
  readonly shown: string | undefined
  readonly organisation: string
  readonly mayRemove: boolean
}) {
  const language = useLanguage()
  const { scenarios: words, form, sure } = choiceWords[language]
  const at = pathTo('chooseCohorts', language, { organisation })
  return (
    <section aria-labelledby="scenarios">
      <h2 id="scenarios">{words.title}</h2>
      <div className="mt4">
        <StackedTable
          caption={words.title}
          isCaptionHidden
          columns={[
            { title: words.name },
            { title: words.made, look: 'nowrap' },
            { title: words.aim },
            { title: words.budget, look: 'r' },
            { title: words.placed, look: 'r' },
            { title: words.compare },
          ]}
          rows={lines.map(({ id, name, madeAt, aim, budgetEuro, placed }) => ({
            key: id,
            cells: [
              id === shown ? (
                <strong key="name">{name}</strong>
              ) : (
                <Link key="name" to={`${at}?scenario=${encodeURIComponent(id)}`}>
                  {name}
                </Link>
              ),
              shortDateText(new Date(madeAt).toISOString().slice(0, 10), language),
              form.aims[aim],
              euroText(budgetEuro, language),
              sure(numberText(placed[0], language), numberText(placed[1], language)),
              <span key="do" className="row">
                {id === shown || shown === undefined ? null : (
                  <Link to={`${at}?scenario=${encodeURIComponent(shown)}&with=${encodeURIComponent(id)}`}>
                    <span aria-hidden="true">{words.compare}</span>
                    <span className="vh">{words.comparing(name)}</span>
                  </Link>
                )}
                {mayRemove ? (
                  <Form method="post">
                    <input type="hidden" name="intent" value="remove" />
                    <input type="hidden" name="scenario" value={id} />
                    <button className="btn-3" type="submit" aria-label={words.removeOf(name)}>
                      {words.remove}
                    </button>
                  </Form>
                ) : null}
              </span>,
            ],
          }))}
        />
      </div>
    </section>
  )
}
