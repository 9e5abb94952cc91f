import type { CheckItem, VacancyCheckView } from '../../../modules/vacancy-checks/index.ts'
import { useLanguage } from '../../words/use-words.ts'
import { vacancyCheckWords } from '../../words/vacancy-check.ts'
import { peopleText } from '../vacancy-check-people/people-text.ts'
import { type ActsOn, AdviceForm } from './advice-form.tsx'
import { AdviceItem } from './advice-item.tsx'
import { Severity } from './severity.tsx'

/** What a text can be changed in: demands with what that brings, words, what is missing, and what is good. Without `on` it is only told. */
export function Advice({ view, on }: { readonly view: VacancyCheckView; readonly on?: ActsOn | undefined }) {
  const language = useLanguage()
  const words = vacancyCheckWords[language]
  const { items, missing, praise, counts } = view
  const said = items.filter((item) => item.said)
  const isClean = said.length === 0 && missing.length === 0
  const accepted = counts?.accepted
  return (
    <>
      <Group id="su" title={words.better} items={said.filter(({ demands }) => demands.length > 0)} view={view} on={on}>
        <p className="mt4">
          {words.betterText} {accepted ? words.betterAll(accepted.changes, peopleText(accepted.people, language)) : null}
        </p>
        {on && accepted && accepted.changes > 1 ? (
          <AdviceForm intent="acceptAll" on={on}>
            <button className="btn btn-2 mb5" type="submit">
              {words.acceptAll(accepted.changes)}
            </button>
          </AdviceForm>
        ) : null}
      </Group>
      <Group id="wo" title={words.words} items={said.filter(({ demands }) => demands.length === 0)} view={view} on={on} />
      {missing.length > 0 ? (
        <section className="mt7" aria-labelledby="mi">
          <h2 id="mi">{words.missing}</h2>
          <ul className="find card mt4">
            {missing.map(({ check, severity, title, why, example }) => (
              <li key={`${check} ${title}`}>
                <strong>{title}</strong> <Severity severity={severity} />
                <p className="small">{why}</p>
                <p className="small">
                  {words.example}: <q lang={view.textLanguage === language ? undefined : view.textLanguage}>{example}</q>
                </p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {isClean ? <p className="mt7">{words.clean}</p> : null}
      {praise.length > 0 ? (
        <section className="mt7" aria-labelledby="go">
          <h2 id="go">{words.good}</h2>
          <ul className="find card mt4">
            {praise.map(({ check, title, start, words: read }) => (
              <li key={`${check} ${start}`}>
                <strong>{title}</strong> <q lang={view.textLanguage === language ? undefined : view.textLanguage}>{read}</q>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

function Group({
  id,
  title,
  items,
  view,
  on,
  children,
}: {
  readonly id: string
  readonly title: string
  readonly items: readonly CheckItem[]
  readonly view: VacancyCheckView
  readonly on: ActsOn | undefined
  readonly children?: React.ReactNode
}) {
  if (items.length === 0) return null
  return (
    <section className="mt7" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
      <ol className="plain sgs">
        {items.map((item) => (
          <AdviceItem key={item.key} item={item} view={view} on={on} />
        ))}
      </ol>
    </section>
  )
}
