import { type ActionFunctionArgs, data, redirect } from 'react-router'
import { actorOf, backAfterSignIn, signInFirst } from '../actor.ts'
import { type SiteContext, siteContext } from '../context.ts'
import { dropDraft, findDraft } from '../draft.ts'
import { languageOfPath, pageUrl, pathTo } from '../paths.ts'

interface Asked {
  readonly site: SiteContext
  readonly request: Request
}

export const intents: Readonly<Record<string, (asked: Asked) => Promise<void>>> = {
  async keep() {},
  async take({ site, request }) {
    const draft = await findDraft(site, request)
    if (draft) await site.modules.accounts.saveProfile(await actorOf(site, request), draft)
  },
}

export async function choiceAction({ request, context }: ActionFunctionArgs) {
  const site = context.get(siteContext)
  signInFirst(await actorOf(site, request), request)
  const form = await request.formData()
  const intent = String(form.get('intent'))
  const act = Object.hasOwn(intents, intent) ? intents[intent] : undefined
  if (!act) throw data('This form is not known.', { status: 400 })
  await act({ site, request })
  const back = backAfterSignIn(form.get('back'), pathTo('account', languageOfPath(pageUrl(request).pathname)))
  return redirect(back, { headers: { 'set-cookie': await dropDraft(site, request) } })
}
