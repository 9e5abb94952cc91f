import { Link } from 'react-router'
import type { Profile } from '../../../modules/people/index.ts'
import type { ChangeView } from '../../../modules/planning/index.ts'
import { useTryPath } from '../../use-try-path.ts'
import { changeText } from '../../words/changes.ts'
import { nudgeWords } from '../../words/nudges.ts'
import { useLanguage } from '../../words/use-words.ts'
import { Icon } from '../icon/icon.tsx'

export interface NudgesProps {
  readonly changes: readonly ChangeView[]
  readonly profile: Profile
  /** Page on which a change is tried; this page when left out. */
  readonly path?: string
  /** They are about one vacancy, and open that one: then no count is said. */
  readonly isOfOne?: boolean
}

/** The smallest changes: what it is, what it becomes, exactly what that opens, and a link that tries it. */
export function Nudges({ changes, profile, path, isOfOne = false }: NudgesProps) {
  return (
    <ul className="nudges">
      {changes.map((change, index) => (
        <li key={JSON.stringify(change.changes)} className={index === 0 ? 'nudge' : 'nudge alt'}>
          <Nudge change={change} profile={profile} isFirst={index === 0} path={path} isOfOne={isOfOne} />
        </li>
      ))}
    </ul>
  )
}

function Nudge({
  change,
  profile,
  isFirst,
  path,
  isOfOne,
}: {
  readonly change: ChangeView
  readonly profile: Profile
  readonly isFirst: boolean
  readonly path: string | undefined
  readonly isOfOne: boolean
}) {
  const language = useLanguage()
  const words = nudgeWords[language]
  const tryPath = useTryPath(change.changes, profile, path)
  const texts = change.changes.map((one) => changeText(one, profile, language))
  const all = texts.map(({ becomes }) => becomes).join(` ${words.and} `)
  const high = Math.max(change.opensHigh, change.opensLow)
  return (
    <>
      {texts.map(({ was, becomes }) => (
        <span className="sw2" key={becomes}>
          {was === undefined ? null : (
            <>
              <span className="vh">{words.now}</span>
              <s>{was}</s>
            </>
          )}
          <Icon name={was === undefined ? 'plus' : 'right'} />
          <span>
            <span className="vh">{words.becomes}</span>
            {becomes}
          </span>
        </span>
      ))}
      <span className="g">{isOfOne ? words.opensThis(change.withTraining) : words.gainShort(high, change.opensLow)}</span>
      <span className="note">{change.withTraining ? words.withTraining : words.withoutTraining}</span>
      <Link className={isFirst ? 'btn' : 'btn btn-2'} to={tryPath}>
        {words.try}
        <span className="vh">{words.tryOf(all)}</span>
      </Link>
    </>
  )
}
