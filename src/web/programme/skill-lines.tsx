import { Icon } from '../components/icon/icon.tsx'
import { programmeWords } from '../words/programme.ts'
import { skillWords } from '../words/skills.ts'
import { useLanguage } from '../words/use-words.ts'
import type { LoadedProgramme } from './load-programme.ts'

/** Skills with their level, and the words they were read from where nobody stated them. */
export function SkillLines({
  skills,
  showsHad = false,
}: {
  readonly skills: LoadedProgramme['outcomes']
  readonly showsHad?: boolean
}) {
  const language = useLanguage()
  const words = programmeWords[language]
  const { levels } = skillWords[language]
  return (
    <ul className="find card mt4">
      {skills.map(({ skill, label, level, isHad, readFrom }) => (
        <li key={skill} className="row between">
          <span>
            <strong>{label}</strong>{' '}
            <span className="note">
              {words.level(levels[level as 1 | 2 | 3 | 4])}
              {readFrom === undefined ? null : `. ${words.readFrom(readFrom)}`}
            </span>
          </span>
          {showsHad && isHad ? (
            <span className="tag t-have">
              <Icon name="check" />
              {words.have}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
