import { Link } from 'react-router'
import type { Profile } from '../../modules/people/index.ts'
import { Icon } from '../components/icon/icon.tsx'
import { pathTo } from '../paths.ts'
import { lowerFirst, numberText } from '../words/format.ts'
import { profileWords } from '../words/profile.ts'
import { useLanguage } from '../words/use-words.ts'

/** From so many answers on, silence about a skill means no: enough to be certain. */
const enoughAnswers = 8

interface OpenThing {
  readonly id: string
  readonly anchor: string
  readonly isDone: boolean
}

/** What is still to be said, in the order of the page. */
function openThings(profile: Profile): OpenThing[] {
  return [
    { id: 'occupation', anchor: 'beroep', isDone: profile.occupations.length > 0 },
    { id: 'skills', anchor: 'skills', isDone: Object.keys(profile.answers).length >= enoughAnswers },
    { id: 'hours', anchor: 'uren', isDone: profile.hours !== undefined },
    { id: 'place', anchor: 'reizen', isDone: profile.postcode4 !== undefined || profile.municipality !== undefined },
    { id: 'languages', anchor: 'talen', isDone: Object.keys(profile.languages ?? {}).length > 0 },
    { id: 'study', anchor: 'leren', isDone: profile.study?.hoursPerWeek !== undefined },
  ]
}

/** How far the profile is, told as what each answer is worth. */
export function ProfileMeter({ profile, fitNow }: { readonly profile: Profile; readonly fitNow: readonly [number, number] }) {
  const language = useLanguage()
  const words = profileWords[language]
  const things = openThings(profile)
  const next = things.find(({ isDone }) => !isDone)
  const [low, high] = fitNow
  return (
    <aside className="card value stick" aria-labelledby="val">
      <h2 id="val" className="h3">
        {words.meterTitle(things.filter(({ isDone }) => !isDone).length)}
      </h2>
      <ol className="meter mt5">
        {things.map((thing) => (
          <MeterStep key={thing.id} thing={thing} isNext={thing === next} answers={Object.keys(profile.answers).length} />
        ))}
      </ol>
      <p className="cnt">
        <b className="num">{numberText(high, language)}</b>
        <span>{words.countNow(low)}</span>
      </p>
      {next ? (
        <p className="mt4">
          <a className="btn full" href={`#${next.anchor}`}>
            {words.next(lowerFirst(words.meter[next.id]?.[0] ?? ''))}
          </a>
        </p>
      ) : null}
      <p className={next ? undefined : 'mt4'}>
        <Link className={next ? 'btn btn-2 full' : 'btn full'} to={pathTo('plans', language)}>
          {words.toPlans}
        </Link>
      </p>
      <p>
        <Link className="btn btn-3 full" to={pathTo('doors', language)}>
          {words.toDoors}
        </Link>
      </p>
      <p className="note">
        <Icon name="lock" /> {words.privacy} <Link to={pathTo('yourData', language)}>{words.yourData}</Link>.
      </p>
    </aside>
  )
}

/** The same in one line, at the bottom of a small screen. */
export function MeterBar({ profile, fitNow }: { readonly profile: Profile; readonly fitNow: readonly [number, number] }) {
  const language = useLanguage()
  const words = profileWords[language]
  const next = openThings(profile).find(({ isDone }) => !isDone)
  return (
    <div className="mob noprint">
      <span className="num">{words.countBar(numberText(fitNow[1], language), numberText(fitNow[0], language))}</span>
      {next ? (
        <a className="btn btn-s" href={`#${next.anchor}`}>
          {words.nextShort}
        </a>
      ) : (
        <Link className="btn btn-s" to={pathTo('plans', language)}>
          {words.routesShort}
        </Link>
      )}
    </div>
  )
}

function MeterStep({
  thing,
  isNext,
  answers,
}: {
  readonly thing: OpenThing
  readonly isNext: boolean
  readonly answers: number
}) {
  const words = profileWords[useLanguage()]
  const [title, note] = words.meter[thing.id] ?? ['', '']
  const said = thing.id === 'skills' && answers > 0 ? words.meterSkills(answers) : undefined
  return (
    <li className={thing.isDone ? 'done' : isNext ? 'now' : undefined}>
      {thing.isDone ? <Icon name="check" /> : null}
      <a href={`#${thing.anchor}`}>
        <strong>{title}</strong>
      </a>
      {(said ?? (thing.isDone ? undefined : note)) ? (
        <>
          <br />
          <span className="note">{said ?? note}</span>
        </>
      ) : null}
    </li>
  )
}
