import { StackedTable } from '../components/stacked-table/stacked-table.tsx'
import { dateText, euroText, numberText } from '../words/format.ts'
import { handoverWords } from '../words/handover.ts'
import { useLanguage } from '../words/use-words.ts'
import type { KitNamed } from './kit-named.ts'
import { textIn } from './text-in.ts'

/** All that a kit says, to read and to print. */
export function KitView({ kit }: { readonly kit: KitNamed }) {
  const language = useLanguage()
  const words = handoverWords[language].kit
  const outline = textIn(kit.outline, language)
  return (
    <div className="stack-7">
      {outline ? (
        <section aria-labelledby="outline">
          <h2 id="outline">{words.outline}</h2>
          <p className="mt4 lines breakable" lang={outline.lang}>
            {outline.text}
          </p>
        </section>
      ) : null}
      <Phases kit={kit} />
      <Materials kit={kit} />
      <section aria-labelledby="agreements">
        <h2 id="agreements">{words.agreements}</h2>
        {kit.agreements.length === 0 ? <p className="mt4">{words.agreementsNone}</p> : null}
        <ul className="plain stack-2 mt4">
          {kit.agreements.map(({ id, title, version }) => (
            <li key={id}>
              {title ?? id}
              {version ? `, ${words.agreementVersion(dateText(version, language))}` : null}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="funding">
        <h2 id="funding">{words.funding}</h2>
        {kit.funding.length === 0 ? <p className="mt4">{words.fundingNone}</p> : null}
        <ul className="plain stack-2 mt4">
          {kit.funding.map(({ id, title, checkedOn }) => (
            <li key={id}>
              {title ?? id}
              <span className="note below">
                {checkedOn ? words.fundingChecked(dateText(checkedOn, language)) : words.fundingGone}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <Needs kit={kit} />
    </div>
  )
}

function Phases({ kit: { phases } }: { readonly kit: KitNamed }) {
  const language = useLanguage()
  const { kit: words, phaseKinds } = handoverWords[language]
  const number = (value: number | undefined) => (value === undefined ? '–' : numberText(value, language))
  return (
    <section aria-labelledby="phases">
      <h2 id="phases">{words.phases}</h2>
      {phases.length === 0 ? (
        <p className="mt4">{words.phasesNone}</p>
      ) : (
        <div className="mt4">
          <StackedTable
            caption={words.phases}
            isCaptionHidden
            columns={[
              { title: words.phase },
              { title: words.weeks, look: 'r' },
              { title: words.schoolDays, look: 'r' },
              { title: words.workDays, look: 'r' },
            ]}
            rows={phases.map(({ kind, weeks, schoolDays, workDays }, at) => ({
              key: String(at),
              cells: [`${at + 1}. ${phaseKinds[kind]}`, number(weeks), number(schoolDays), number(workDays)],
            }))}
          />
        </div>
      )}
    </section>
  )
}

function Materials({ kit: { materials } }: { readonly kit: KitNamed }) {
  const { kit: words, licences } = handoverWords[useLanguage()]
  return (
    <section aria-labelledby="materials">
      <h2 id="materials">{words.materials}</h2>
      {materials.length === 0 ? (
        <p className="mt4">{words.materialsNone}</p>
      ) : (
        <div className="mt4">
          <StackedTable
            caption={words.materials}
            isCaptionHidden
            columns={[{ title: words.material }, { title: words.licence }]}
            rows={materials.map(({ id, title, licence, url }) => ({
              key: id,
              cells: [
                url === undefined ? (
                  title
                ) : (
                  <a key="link" className="breaks" href={url} rel="nofollow noreferrer">
                    {title}
                  </a>
                ),
                licences[licence],
              ],
            }))}
          />
        </div>
      )}
    </section>
  )
}

function Needs({ kit: { needs } }: { readonly kit: KitNamed }) {
  const language = useLanguage()
  const words = handoverWords[language].kit
  const more = textIn(needs.more, language)
  const lines = [
    [words.teachers, needs.teachers],
    [words.rooms, needs.rooms],
    [words.groupSize, needs.groupSize === undefined ? undefined : numberText(needs.groupSize, language)],
    [words.cost, needs.costEuro === undefined ? undefined : euroText(needs.costEuro, language)],
  ].filter((one): one is [string, string] => one[1] !== undefined)
  return (
    <section aria-labelledby="needs">
      <h2 id="needs">{words.needs}</h2>
      {lines.length === 0 ? null : (
        <dl className="dl card mt4">
          {lines.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {more ? (
        <p className="mt4 lines breakable" lang={more.lang}>
          {more.text}
        </p>
      ) : null}
    </section>
  )
}
