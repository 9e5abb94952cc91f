import { Link } from 'react-router'
import type { OutcomesOf } from '../../modules/outcomes/index.ts'
import { OutcomeFunnel } from '../components/outcome-funnel/outcome-funnel.tsx'
import { StackedTable } from '../components/stacked-table/stacked-table.tsx'
import { pathTo } from '../paths.ts'
import { useLanguage } from '../words/use-words.ts'
import { whatWorksWords } from '../words/what-works.ts'
import { cellText, costText, fromText, timeText } from './cell-text.ts'
import type { DefinitionsIn } from './names.ts'
import { Definitions, Hiding, Women } from './parts.tsx'

/** How far people come, on the page of a programme or initiative: the last year that is over as a picture, all of them as a table. */
export function OutcomesSection({
  outcomes,
  definitions,
}: {
  readonly outcomes: OutcomesOf
  readonly definitions: DefinitionsIn
}) {
  const language = useLanguage()
  const words = whatWorksWords[language]
  const { subject, series, women } = outcomes
  const shown = series.find(({ isRunning }) => !isRunning) ?? series[0]
  const at = `${pathTo('whatWorks', language)}?${new URLSearchParams({ of: `${subject.kind}:${subject.id}` })}`
  return (
    <section aria-labelledby="outcomes" className="stack-4">
      <h2 id="outcomes">{words.section.title}</h2>
      {shown ? (
        <>
          <p>
            <strong>{sentenceOf(timeText(shown, language))}</strong> {fromText(shown, language)}.{' '}
            {shown.isRunning ? words.running : ''}
          </p>
          <OutcomeFunnel series={shown} names={definitions.names} />
          {shown.costPerPlacement === undefined ? null : (
            <p>
              {words.cost}: <span className="num">{costText(shown, language)}</span>{' '}
              <span className="note below">{words.costNote}</span>
            </p>
          )}
          <OutcomesTable outcomes={outcomes} names={definitions.names} />
        </>
      ) : (
        <p>{words.section.none}</p>
      )}
      {women ? (
        <p>
          {words.women.name}: <Women share={women} />
        </p>
      ) : null}
      {shown ? (
        <>
          <Hiding />
          <Definitions definitions={definitions} />
        </>
      ) : null}
      <p>
        <Link to={at}>{words.section.compare}</Link>
      </p>
    </section>
  )
}

const sentenceOf = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

/** All years and sources. */
export function OutcomesTable({
  outcomes: { subject, series },
  names,
}: {
  readonly outcomes: Pick<OutcomesOf, 'subject' | 'series'>
  readonly names: Readonly<Record<string, string>>
}) {
  const language = useLanguage()
  const words = whatWorksWords[language]
  const hasCost = series.some(({ costPerPlacement }) => costPerPlacement !== undefined)
  return (
    <details className="twin">
      <summary>{words.section.table}</summary>
      <StackedTable
        caption={subject.name[language]}
        isCaptionHidden
        columns={[{ title: words.time }, { title: words.measure }, { title: words.howMany }, { title: words.fromTitle }]}
        rows={series.flatMap((one) => {
          const time = one.isRunning ? `${timeText(one, language)}. ${words.running}` : timeText(one, language)
          const key = `${one.from} ${one.period} ${one.year}`
          return [
            ...one.cells
              .filter(({ state }) => state !== 'unknown')
              .map((cell) => ({
                key: `${key} ${cell.code}`,
                cells: [time, names[cell.code] ?? cell.code, cellText(cell, language), fromText(one, language)],
              })),
            ...(hasCost && one.costPerPlacement !== undefined
              ? [{ key: `${key} cost`, cells: [time, words.cost, costText(one, language), words.costNote] }]
              : []),
          ]
        })}
      />
    </details>
  )
}
