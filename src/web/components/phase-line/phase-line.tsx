import type { InitiativePhase } from '../../../modules/initiatives/index.ts'
import type { Language } from '../../../modules/skills/index.ts'
import type { Phase } from '../../../modules/trainings/index.ts'
import { placed } from '../../placed.ts'
import { euroText } from '../../words/format.ts'
import { initiativesWords } from '../../words/initiatives.ts'
import { useLanguage } from '../../words/use-words.ts'

/** Of an initiative, or of a programme. */
type ShownPhase = InitiativePhase | (Phase & { readonly months?: undefined })

/** The phases of a training: a line as long as each takes, and the same as a table. What is not known is said. */
export function PhaseLine({ phases, name }: { readonly phases: readonly ShownPhase[]; readonly name: string }) {
  const language = useLanguage()
  const words = initiativesWords[language]
  const { phaseColumns: columns } = words
  const inWeeks = phases.map(({ months, weeks }) => weeks ?? (months === undefined ? undefined : months * 4.33))
  // Only where every length is known do the lengths say something.
  const isToScale = inWeeks.every((weeks) => weeks !== undefined)
  const lengths = inWeeks.map((weeks) => (isToScale && weeks ? weeks : 1))
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const rows = phases.map((phase, index) => ({
    ...phase,
    key: `${index} ${phase.kind}`,
    share: (100 * (lengths[index] ?? 1)) / total,
  }))
  return (
    <>
      <ol className="phase-line" aria-hidden="true">
        {rows.map((phase) => (
          <li
            key={phase.key}
            className={`ph-${phase.kind}${phase.months || phase.weeks ? '' : ' nolength'}`}
            {...placed({ size: phase.share })}
          >
            <i />
            <strong>{words.phaseKinds[phase.kind]}</strong>
            <span>{lengthText(phase, language)}</span>
          </li>
        ))}
      </ol>
      <div className="scroll mt4">
        <table className="stacked">
          <caption className="vh">{name}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.phase}</th>
              <th scope="col">{columns.length}</th>
              <th scope="col">{columns.week}</th>
              <th scope="col">{columns.employed}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((phase) => (
              <tr key={phase.key}>
                <th scope="row">{words.phaseKinds[phase.kind]}</th>
                <td data-l={columns.length}>{lengthText(phase, language)}</td>
                <td data-l={columns.week}>{words.days(phase.workDays, phase.schoolDays) || <Unknown text={words.unknown} />}</td>
                <td data-l={columns.employed}>
                  {phase.employed === undefined ? (
                    <Unknown text={words.unknown} />
                  ) : phase.employed ? (
                    !('wageMonthEuro' in phase) || phase.wageMonthEuro === undefined ? (
                      words.employed
                    ) : (
                      words.employedFor(euroText(phase.wageMonthEuro, language))
                    )
                  ) : (
                    words.notEmployed
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Unknown({ text }: { readonly text: string }) {
  return <span className="unk">{text}</span>
}

function lengthText({ months, weeks }: ShownPhase, language: Language): string {
  const words = initiativesWords[language]
  if (weeks !== undefined) return words.weeks(weeks)
  return months === undefined ? words.lengthUnknown : words.months(months)
}
