import { Link } from 'react-router'
import { countSkills, SkillStrip } from '../components/skill-strip/skill-strip.tsx'
import { pathTo } from '../paths.ts'
import { searchLink } from '../search/query.ts'
import { numberText } from '../words/format.ts'
import { occupationWords } from '../words/occupation.ts'
import { skillWords } from '../words/skills.ts'
import { useLanguage } from '../words/use-words.ts'
import type { LoadedOccupation } from './load-occupation.ts'

/** What this work is to this person: how many jobs fit now, and the nearest one skill by skill. */
export function FitCard({ loaded: { occupation, fit } }: { readonly loaded: LoadedOccupation }) {
  const language = useLanguage()
  const words = occupationWords[language]
  if (!occupation.ict) return null
  const count = (n: number): string => numberText(n, language)
  return (
    <section className="card card-ink" aria-labelledby="fit-t">
      <h2 id="fit-t" className="h3">
        {words.fit}
      </h2>
      {fit ? (
        <>
          <p className="small mt4">
            {fit.fitNow[1] > 0 ? words.fitPair(count(fit.fitNow[1]), count(fit.fitNow[0])) : words.fitNone}
          </p>
          {fit.best && fit.skills && countSkills(fit.skills).have > 0 ? (
            <>
              <p className="small">
                {words.fitBest}{' '}
                <Link to={pathTo('whyNot', language, { vacancy: fit.best.id })}>
                  {fit.best.title}, {fit.best.employer}
                </Link>
              </p>
              <p>
                <SkillStrip skills={fit.skills} />
              </p>
              <p className="note">{skillWords[language].counts(countSkills(fit.skills))}</p>
            </>
          ) : null}
          <p>
            <Link className="btn full" to={searchLink(pathTo('plans', language), { goal: [occupation.id] })}>
              {words.fitRoutes}
            </Link>
          </p>
        </>
      ) : (
        <>
          <p className="small mt4">{words.fitEmpty}</p>
          <p>
            <Link className="btn full" to={pathTo('profile', language)}>
              {words.fitEmptyAction}
            </Link>
          </p>
        </>
      )}
    </section>
  )
}
