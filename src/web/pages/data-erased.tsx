import { data, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Alert } from '../components/alert/alert.tsx'
import { siteContext } from '../context.ts'
import { erasedCookie, readCookie, writeCookie } from '../cookies.ts'
import { pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { dataRightsWords } from '../words/data-rights.ts'
import { dateText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'

/** The proof, once: the cookie that brings it is taken away with the answer. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const text = decoded(readCookie(request, erasedCookie))
  const on = text === undefined ? undefined : site.modules.dataRights.checkProof(text)
  if (on === undefined) return data({ proof: undefined })
  const gone = writeCookie(erasedCookie, '', { days: 0, secure: site.secure })
  return data({ proof: { on, text: text ?? '' } }, { headers: { 'set-cookie': gone } })
}

function decoded(value: string | undefined): string | undefined {
  try {
    return value === undefined ? undefined : decodeURIComponent(value)
  } catch {
    return undefined
  }
}

export const headers = ({ loaderHeaders }: { readonly loaderHeaders: Headers }) => {
  const own = new Headers({ 'cache-control': 'no-store' })
  for (const cookie of loaderHeaders.getSetCookie()) own.append('set-cookie', cookie)
  return own
}

export const meta = pageMeta(
  dataRightsWords,
  ({ erased }) => erased.title,
  ({ erased }) => erased.description,
)

export default function DataErasedPage() {
  const { proof } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = dataRightsWords[language].erased
  return (
    <div className="wrap">
      <div className="head">
        <h1>{proof ? words.title : words.noneTitle}</h1>
        <p className="lead">{proof ? words.lead(dateText(proof.on, language)) : words.none}</p>
      </div>
      <div className="stack-6 narrow">
        {proof ? (
          <>
            <Alert kind="ok" title={words.proofTitle} isNew>
              <p>{words.proofText}</p>
            </Alert>
            <div className="card">
              <p>
                <code className="breakable">{proof.text}</code>
              </p>
              <p className="small mt4">{words.check}</p>
            </div>
          </>
        ) : null}
        <p>
          <Link className="btn btn-2" to={pathTo('home', language)}>
            {words.home}
          </Link>
        </p>
      </div>
    </div>
  )
}
