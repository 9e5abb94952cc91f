import { Alert } from '../components/alert/alert.tsx'
import { centsText, dateText, listText, numberText } from '../words/format.ts'
import { placementWords } from '../words/placement.ts'
import { placementGuideWords } from '../words/placement-guides.ts'
import { useLanguage } from '../words/use-words.ts'
import type { LoadedPlacement } from './load-placement.ts'

/** Who takes part and what was agreed, with warnings beside it: recognition and wage. None of them blocks anything. */
export function Facts({ loaded }: { readonly loaded: LoadedPlacement }) {
  const language = useLanguage()
  const words = placementWords[language]
  const guideWords = placementGuideWords[language]
  const { placement, names, week, creboName, guides } = loaded
  const lines: readonly (readonly [name: string, value: string])[] = [
    [words.roles.student, names.student ?? words.someone],
    [words.roles.school, names.school ?? ''],
    [words.roles.employer, names.employer ?? ''],
    ...(names.supporter === undefined ? [] : [[words.roles.supporter, names.supporter] as const]),
    [words.people.supervisor, names.supervisor ?? words.people.unknown],
    [words.people.coach, names.coach ?? words.people.unknown],
    ...guides.map(
      ({ as, minutesPerWeek, state }) =>
        [guideWords.lines[as], guideWords.line(numberText(minutesPerWeek / 60, language), guideWords.states[state])] as const,
    ),
    [words.lines.period, words.from(dateText(placement.from, language), dateText(placement.until, language))],
    [words.lines.hours, words.hoursPerWeek(numberText(placement.hoursPerWeek, language))],
    ...(placement.crebo === undefined
      ? []
      : [[words.lines.crebo, [placement.crebo, creboName].filter(Boolean).join(' ')] as const]),
    ...(placement.wageCents === undefined ? [] : [[words.lines.wage, centsText(placement.wageCents, language)] as const]),
    [words.lines.week, week.inWords[language]],
  ]
  return (
    <div className="card">
      <dl className="dl placement-facts">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

export function Warnings({ loaded }: { readonly loaded: LoadedPlacement }) {
  const language = useLanguage()
  const words = placementWords[language]
  const { recognition, wage, placement } = loaded
  const low = wage.filter(({ verdict }) => verdict === 'short')
  if (placement.state === 'ended') return null
  return (
    <>
      {recognition?.kind === 'none' ? (
        <Alert kind="warn" title={words.recognition.none}>
          <p>{words.recognition.noneText}</p>
        </Alert>
      ) : recognition?.kind === 'part' ? (
        <Alert kind="warn" title={words.recognition.part(dateText(recognition.until, language))}>
          <p>{words.recognition.partText}</p>
        </Alert>
      ) : recognition ? (
        <p className="small">{words.recognition.whole(dateText(recognition.checkedOn, language), recognition.source)}</p>
      ) : null}
      {low.length > 0 ? (
        <Alert kind="warn" title={words.wage.short}>
          <p>
            {words.wage.shortText(
              listText(
                low.map(({ age, cents = 0 }) => words.wage.age(age, centsText(cents, language))),
                language,
              ),
            )}
          </p>
        </Alert>
      ) : wage.some(({ verdict }) => verdict === 'unknown') ? (
        <p className="small">{words.wage.unknown}</p>
      ) : wage.length > 0 ? (
        <p className="small">{words.wage.enough}</p>
      ) : null}
    </>
  )
}
