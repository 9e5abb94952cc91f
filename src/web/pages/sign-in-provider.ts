import { type LoaderFunctionArgs, redirect } from 'react-router'
import { backAfterSignIn } from '../actor.ts'
import { siteContext } from '../context.ts'
import { isNamed } from '../page-errors.ts'
import { languageOfPath, pageUrl, pathTo, providerBackPath } from '../paths.ts'
import { giveBrowserToken } from '../sign-in/signing-in.ts'

/**
 * The way to an OpenID provider. A link and not a form: the security policy lets forms, and where they lead on to, go to this site only. What
 * another site can make of it is no more than that somebody sees their own provider.
 */
export async function loader({ request, context, params }: LoaderFunctionArgs): Promise<Response> {
  const site = context.get(siteContext)
  const { pathname, searchParams } = pageUrl(request)
  const language = languageOfPath(pathname)
  const { token, cookie } = giveBrowserToken(site, request)
  try {
    const address = await site.modules.accounts.goToProvider({
      provider: params.provider ?? '',
      language,
      returnTo: backAfterSignIn(searchParams.get('back'), pathTo('account', language)),
      browser: token,
      address: site.address,
      backAt: `${site.origin}${providerBackPath}`,
    })
    return redirect(address, { headers: { 'set-cookie': cookie, 'cache-control': 'no-store' } })
  } catch (error) {
    if (!isNamed(error, 'Busy')) throw error
    return redirect(`${pathTo('signIn', language)}?problem=down`)
  }
}
