import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { ExamplePeople } from '../components/example-people/example-people.tsx'
import { Icon } from '../components/icon/icon.tsx'
import { siteContext } from '../context.ts'
import { isEmptyProfile, loadDraft } from '../draft.ts'
import { languageOfPath, pageUrl, pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { numberText } from '../words/format.ts'
import { homeWords } from '../words/home.ts'
import { useLanguage } from '../words/use-words.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const language = languageOfPath(pageUrl(request).pathname)
  const [draft, people, vacancies] = await Promise.all([
    loadDraft(site, request),
    site.modules.demo.profiles(),
    site.modules.vacancies.count({}),
  ])
  return {
    hasProfile: !isEmptyProfile(draft.profile),
    vacancies,
    people: people.map(({ id, title, story }) => ({ id, title: title[language], story: story[language] })),
  }
}

export const meta = pageMeta(
  homeWords,
  (words) => words.pageTitle,
  (words) => words.lead,
)

export default function HomePage() {
  const { hasProfile, people, vacancies } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = homeWords[language]
  const starts = [
    { to: pathTo('profile', language), title: words.start, note: words.startNote },
    { to: '#voorbeelden', title: words.example, note: words.exampleNote },
    { to: pathTo('vacancies', language), title: words.vacancies, note: words.vacanciesNote(numberText(vacancies, language)) },
  ]
  return (
    <>
      <div className="hero">
        <div className="wrap cols">
          <div>
            <h1>{words.title}</h1>
            <p className="lead">{words.lead}</p>
          </div>
          <nav aria-label={words.choose}>
            <ul className="starts">
              {starts.map(({ to, title, note }, index) => (
                <li key={to} className={index === 0 ? 'begin first' : 'begin'}>
                  <Link to={to}>
                    <span className="dot" aria-hidden="true" />
                    <span className="dt">{title}</span>
                    <span className="dd">{note}</span>
                    <span className="go" aria-hidden="true">
                      <Icon name="right" />
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <span className="feed" aria-hidden="true" />
          <span className="you" aria-hidden="true">
            <i />
            <span>{words.here}</span>
          </span>
        </div>
      </div>
      <section className="wrap ex" aria-labelledby="ex">
        <p className="eyebrow">{words.exEyebrow}</p>
        <h2 id="ex">{words.exTitle}</h2>
        <ol className="xl exline">
          {words.exSteps.map(([when, what], index) => (
            <li key={when} className={['w n', 'w', 'l', 'j'][index]}>
              <strong>{when}</strong>
              <span>{what}</span>
            </li>
          ))}
        </ol>
        <p className="note mt4">{words.exNote}</p>
      </section>
      <section className="wrap ex" id="voorbeelden" aria-labelledby="people">
        <h2 id="people">{words.peopleTitle}</h2>
        <p className="lead mt4">{words.peopleLead}</p>
        {hasProfile ? <p className="note">{words.peopleReplaces}</p> : null}
        <ExamplePeople people={people} isWide />
      </section>
      <section className="band" aria-label={words.promiseLabel}>
        <div className="wrap">
          <ul className="promise">
            {words.promises.map(([title, text]) => (
              <li key={title}>
                <h3>{title}</h3>
                <p className="small">{text}</p>
              </li>
            ))}
          </ul>
        </div>
      </section>
    </>
  )
}
