import { Link } from 'react-router'
import { pathTo } from '../paths.ts'
import { shellWords } from '../words/shell.ts'
import { useLanguage } from '../words/use-words.ts'

/** Under the header of every page of a demo. */
export function DemoBanner() {
  const language = useLanguage()
  const words = shellWords[language]
  return (
    <div className="demo">
      <div className="wrap">
        <p>
          <strong>{words.demoTitle}</strong> {words.demo}
        </p>
        <Link to={`${pathTo('howItWorks', language)}#demo`}>{words.demoLink}</Link>
      </div>
    </div>
  )
}
