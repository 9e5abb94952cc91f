import { type LoaderFunctionArgs, redirect } from 'react-router'
import { siteContext } from '../context.ts'
import { languageOfPath, pathTo, providerBackPath } from '../paths.ts'
import { afterSignIn, browserTokenOf, signingBrowser } from '../sign-in/signing-in.ts'

/** Somebody is back from an OpenID provider. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const site = context.get(siteContext)
  const address = new URL(`${providerBackPath}${new URL(request.url).search}`, site.origin)
  const outcome = await site.modules.accounts.backFromProvider(address, browserTokenOf(site, request), {
    ...signingBrowser(site, request),
    openPath: (language) => pathTo('signInOpen', language),
  })
  const returnTo = 'returnTo' in outcome ? outcome.returnTo : undefined
  const language = languageOfPath(returnTo ?? '/nl')
  const signIn = (query: Record<string, string>): Response =>
    redirect(
      `${pathTo('signIn', language)}?${new URLSearchParams({ ...query, ...(returnTo ? { back: returnTo, own: 'yes' } : {}) })}`,
    )
  switch (outcome.kind) {
    case 'signed-in': {
      const { path, headers } = afterSignIn(site, outcome, language)
      return redirect(path, { headers })
    }
    case 'link-mailed':
      return signIn({ sent: 'yes' })
    case 'no-email':
      return signIn({ problem: 'noEmail' })
    case 'failed':
      return signIn({ problem: 'provider' })
  }
}
