import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { FairnessSection } from '../algorithm/fairness-section.tsx'
import { RegisterSection } from '../algorithm/register-section.tsx'
import { Contact } from '../components/contact/contact.tsx'
import { siteContext } from '../context.ts'
import { pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { algorithmWords } from '../words/algorithm.ts'
import { dataUseWords } from '../words/data-use.ts'
import { useLanguage } from '../words/use-words.ts'

export function loader({ context }: LoaderFunctionArgs) {
  const { modules, contactEmail } = context.get(siteContext)
  return { register: modules.fairness.register(), report: modules.fairness.report(), contactEmail }
}

export const meta = pageMeta(
  algorithmWords,
  (words) => words.title,
  (words) => words.description,
)

export default function AlgorithmPage() {
  const { register, report } = useLoaderData<typeof loader>()
  const words = algorithmWords[useLanguage()]
  return (
    <div className="wrap">
      <div className="head">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      <div className="stack-7">
        <FairnessSection report={report} />
        <RegisterSection register={register} />
        <Objection />
        <More />
      </div>
    </div>
  )
}

function Objection() {
  const { contactEmail } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = algorithmWords[language]
  return (
    <section aria-labelledby="object" className="card card-ink narrow">
      <h2 id="object" className="h3">
        {words.object}
      </h2>
      <ul className="textlist mt4">
        {words.objectList.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <p>
        <Link className="btn" to={pathTo('yourData', language)}>
          {words.yourData}
        </Link>
      </p>
      <Contact email={contactEmail} isQuestion />
      <p>
        {words.complain}{' '}
        <a href="https://www.mensenrechten.nl" lang="nl">
          {words.complainRights}
        </a>
        . {words.complainPrivacy}{' '}
        <a href="https://www.autoriteitpersoonsgegevens.nl" lang="nl">
          {dataUseWords[language].complainLink}
        </a>
        .
      </p>
    </section>
  )
}

function More() {
  const language = useLanguage()
  const words = algorithmWords[language]
  return (
    <section aria-labelledby="more">
      <h2 id="more">{words.more}</h2>
      <ul className="textlist mt4">
        <li>
          <Link to={pathTo('howItWorks', language)}>{words.moreHow}</Link>
        </li>
        <li>
          <Link to={pathTo('sources', language)}>{words.moreSources}</Link>
        </li>
        <li>
          <a href="/api/v1/algorithm">{words.moreData}</a>
        </li>
      </ul>
    </section>
  )
}
