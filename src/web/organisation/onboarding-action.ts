import { redirect } from 'react-router'
import { Invalid } from '../../platform/index.ts'
import { pathTo } from '../paths.ts'
import { orgAction, textOf } from './org-action.ts'

/** What each button does. */
export const intents = {
  async read({ site, actor, form, id, language }) {
    const file = form.get('file')
    if (!(file instanceof File) || file.size === 0)
      throw new Invalid('file', 'Choose a file.', [{ where: 'file', message: 'Choose a file.' }])
    const bytes = new Uint8Array(await file.arrayBuffer())
    // Its name may say who sent it: messages call it what it is.
    const onboarding = await site.modules.organisations.readOnboarding(actor, id, { name: 'employers.csv', bytes, language })
    return redirect(`${pathTo('orgOnboarding', language, { organisation: id })}?file=${onboarding}`)
  },
  async run({ site, actor, form, id, language }) {
    const onboarding = textOf(form, 'file')
    await site.modules.organisations.runOnboarding(actor, id, onboarding, {
      openAt: pathTo('orgInvitation', language),
      tiesAt: (organisation) => pathTo('orgDetails', language, { organisation }),
    })
    return redirect(`${pathTo('orgOnboarding', language, { organisation: id })}?file=${encodeURIComponent(onboarding)}`)
  },
} satisfies Parameters<typeof orgAction>[0]

export const onboardingAction = orgAction(intents)
