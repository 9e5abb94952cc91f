import type { Example } from '../components/example.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { partsWords } from '../words/parts.ts'
import { useWords } from '../words/use-words.ts'

const modules = import.meta.glob<{ readonly examples: readonly Example[] }>('../components/*/examples.tsx', { eager: true })

const parts = Object.entries(modules)
  .flatMap(([file, { examples }]) => examples.map((example) => ({ ...example, folder: file.split('/').at(-2) ?? '' })))
  .map((example, index) => ({ ...example, id: `${example.folder}-${index}` }))

export const meta = pageMeta(
  partsWords,
  (words) => words.title,
  (words) => words.lead,
)

/** Every component with its examples; the tests look at this page too. */
export default function PartsPage() {
  const words = useWords(partsWords)
  return (
    <div className="wrap">
      <div className="head">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
        <nav aria-label={words.list}>
          <ul className="toc plain mt4">
            {parts.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      {parts.map(({ id, title, view: View }) => (
        <section key={id} id={id} className="partbox" aria-labelledby={`${id}-t`}>
          <h2 id={`${id}-t`}>{title}</h2>
          <View />
        </section>
      ))}
    </div>
  )
}
