import { Link, type LoaderFunctionArgs, type MetaDescriptor, useLoaderData } from 'react-router'
import { Icon } from '../components/icon/icon.tsx'
import { FitCard } from '../occupation/fit-card.tsx'
import { type LoadedOccupation, loadOccupation } from '../occupation/load-occupation.ts'
import { Codes, Doors, Facts, Programmes, Regions, Skills, Wages } from '../occupation/sections.tsx'
import { pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { listText, numberText } from '../words/format.ts'
import { occupationWords } from '../words/occupation.ts'
import { occupationsWords } from '../words/occupations.ts'
import { useLanguage } from '../words/use-words.ts'

export function loader(given: LoaderFunctionArgs) {
  return loadOccupation(given)
}

type Words = (typeof occupationWords)['nl']

const titles = pageMeta<Words, LoadedOccupation>(
  occupationWords,
  (words, loaded) =>
    loaded ? (loaded.occupation.ict ? words.metaTitle : words.metaTitleFrom)(loaded.occupation.label) : words.eyebrow,
  (words, loaded, language) => {
    if (!loaded) return undefined
    const { label, description = '', openings } = loaded.occupation
    return words.metaDescription(label, description, occupationsWords[language].open(numberText(openings, language), openings))
  },
)

export function meta(given: Parameters<typeof titles>[0]): MetaDescriptor[] {
  const { jsonLd } = (given.loaderData ?? {}) as Partial<LoadedOccupation>
  return [...titles(given), ...(jsonLd ? [{ 'script:ld+json': jsonLd as never }] : [])]
}

export default function OccupationPage() {
  const loaded = useLoaderData<typeof loader>()
  const { label, ict, description, alternatives, openings } = loaded.occupation
  const language = useLanguage()
  const words = occupationWords[language]
  const hasJobs = ict || openings > 0
  return (
    <div className="wrap">
      <div className="head">
        <Link className="crumb" to={pathTo('occupations', language)}>
          <Icon name="left" />
          {words.all}
        </Link>
        <p className="eyebrow">{ict ? words.eyebrow : words.eyebrowFrom}</p>
        <h1>{label}</h1>
        {description ? <p className="lead">{description}</p> : null}
        {alternatives.length > 0 ? <p className="note">{words.also(listText(alternatives, language))}</p> : null}
      </div>
      <Facts loaded={loaded} />
      <div className="grid g-main mt7">
        <div className="stack-7">
          <Skills loaded={loaded} />
        </div>
        <aside className="stack-5">
          <FitCard loaded={loaded} />
          <Codes loaded={loaded} />
        </aside>
      </div>
      <Doors loaded={loaded} />
      {hasJobs ? <Wages loaded={loaded} /> : null}
      {hasJobs ? <Regions loaded={loaded} /> : null}
      {ict ? <Programmes loaded={loaded} /> : null}
    </div>
  )
}
