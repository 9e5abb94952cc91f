import { Link } from 'react-router'
import type { SkillReason } from '../../modules/planning/index.ts'
import type { DateText } from '../../platform/calendar.ts'
import { Alert } from '../components/alert/alert.tsx'
import { pathTo } from '../paths.ts'
import { credentialWords } from '../words/credentials.ts'
import { dateText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'
import type { EvidenceDays } from './evidence-ends.ts'

/**
 * Says of which skills here the credential ended, or ends before somebody is ready: then it has to be renewed on the way. Nothing where there is none.
 * @param readyOn day on which a plan is through; left out: only what ended already is said
 */
export function EndingEvidence({
  skills,
  days: { ends, over },
  readyOn,
}: {
  readonly skills: readonly SkillReason[]
  readonly days: EvidenceDays
  readonly readyOn?: DateText
}) {
  const language = useLanguage()
  const words = credentialWords[language].ending
  const used = new Map(
    skills.flatMap(({ through, skill, label }) => {
      const of = through ?? { skill, label }
      return [[of.skill, of.label] as const]
    }),
  )
  const lines = [...used].flatMap(([skill, label]) => {
    const [end, ended] = [ends[skill], over[skill]]
    if (ended !== undefined) return [{ skill, text: words.ended(label, dateText(ended, language)) }]
    // The last day itself counts: it is there on the day that somebody is ready.
    if (end === undefined || readyOn === undefined || end >= readyOn) return []
    return [{ skill, text: words.before(label, dateText(end, language), dateText(readyOn, language)) }]
  })
  if (lines.length === 0) return null
  return (
    <div className="mt4 mb5">
      <Alert kind="warn" title={words.title(lines.length)}>
        <ul>
          {lines.map(({ skill, text }) => (
            <li key={skill}>{text}</li>
          ))}
        </ul>
        <p>
          <Link to={pathTo('heldCredentials', language)}>{words.renew}</Link>
        </p>
      </Alert>
    </div>
  )
}
