import { data, type LoaderFunctionArgs } from 'react-router'
import { isPermitted } from '../../modules/permissions/index.ts'
import { todayInAmsterdam } from '../../platform/index.ts'
import { actorOf } from '../actor.ts'
import { siteContext } from '../context.ts'
import { openOrganisation } from '../organisation/org-loader.ts'
import { languageOfPath, pageUrl } from '../paths.ts'
import { lostPage } from '../search/near-pages.ts'
import { definitionsIn } from '../what-works/names.ts'
import { fieldName, fieldText } from './field-value.ts'
import { doneOf } from './kit-action.ts'
import { choicesIn, kitNamed } from './kit-named.ts'
import { textIn } from './text-in.ts'

const noStore = { headers: { 'cache-control': 'no-store' } } as const

/** All kits that can be taken over. */
export async function loadKits({ request, context }: LoaderFunctionArgs) {
  const { modules } = context.get(siteContext)
  const url = pageUrl(request)
  const language = languageOfPath(url.pathname)
  const initiative = url.searchParams.get('initiative') ?? undefined
  const kits = await modules.handover.published(initiative === undefined ? {} : { initiative })
  return {
    of: initiative === undefined ? undefined : modules.initiatives.find(initiative)?.name[language],
    kits: kits.map(({ id, organisationName, number, publishedAt, content }) => ({
      ...{ id, organisationName, number, publishedOn: todayInAmsterdam(publishedAt) },
      ...{ title: textIn(content.title, language), summary: textIn(content.summary, language) },
    })),
  }
}

/** One kit, with what it brought, and for whom the actor may take it over. */
export async function loadKit({ request, context, params }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const { modules } = site
  const url = pageUrl(request)
  const language = languageOfPath(url.pathname)
  const id = params.kit ?? ''
  const found = await modules.handover.get(id).catch((error: unknown) => {
    // Errors of the modules are other classes in the build of the site: their names tell what they are.
    if (error instanceof Error && error.name === 'NotFound') return undefined
    throw error
  })
  if (!found) throw await lostPage(site, request)
  const actor = await actorOf(site, request)
  const mine = actor.kind === 'account' ? await modules.organisations.mine(actor) : []
  const may = mine.filter(
    (one) =>
      one.id !== found.organisation &&
      isPermitted(actor, 'kit.takeOver', { kind: 'organisation', id: one.id, organisation: one.id }),
  )
  const copies = (await Promise.all(may.map((one) => modules.handover.copies(actor, one.id)))).flat()
  const there = copies.filter(({ kit }) => kit === id)
  const initiative = found.initiative === undefined ? undefined : modules.initiatives.find(found.initiative)
  const outcomes =
    found.programme === undefined && found.initiative === undefined
      ? undefined
      : await modules.outcomes
          .of(
            found.programme === undefined
              ? { kind: 'initiative', id: found.initiative ?? '' }
              : { kind: 'programme', id: found.programme },
          )
          .catch(() => undefined)
  return {
    ...{ id, organisation: found.organisation, organisationName: found.organisationName, demo: found.demo, copies: found.copies },
    ...{ number: found.number, publishedOn: todayInAmsterdam(found.publishedAt), contacts: found.contacts },
    title: textIn(found.content.title, language),
    summary: textIn(found.content.summary, language),
    kit: await kitNamed(site, found.content, language),
    initiative: initiative && { id: initiative.id, name: initiative.name[language] },
    outcomes,
    definitions: definitionsIn(modules.outcomes.definitions, language),
    done: doneOf(url),
    isSignedIn: actor.kind === 'account',
    mayTakeOver: may
      .filter((one) => !there.some((copy) => copy.organisation === one.id))
      .map((one) => ({ id: one.id, name: one.name })),
    there: there.map((copy) => ({ copy: copy.id, organisation: copy.organisation })),
  }
}

/** Kits and copies of an organisation. */
export async function loadKitDesk(args: LoaderFunctionArgs) {
  const { site, actor, id, organisation } = await openOrganisation(args)
  const url = pageUrl(args.request)
  const language = languageOfPath(url.pathname)
  const { handover } = site.modules
  const [kits, copies] = [await handover.kits(actor, id), await handover.copies(actor, id)]
  return data(
    {
      organisation,
      done: doneOf(url),
      kits: kits.map(({ id: kit, state, published, content }) => ({
        id: kit,
        state,
        published,
        title: textIn(content.title, language),
      })),
      copies: copies.map(({ id: copy, fromName, takenAt, content }) => ({
        ...{ id: copy, fromName, takenOn: todayInAmsterdam(takenAt), title: textIn(content.title, language) },
      })),
    },
    noStore,
  )
}

/** A kit of one's own, to change. */
export async function loadKitEdit(args: LoaderFunctionArgs) {
  const { site, actor, id, organisation } = await openOrganisation(args)
  const url = pageUrl(args.request)
  const language = languageOfPath(url.pathname)
  const { kit, contacts, choices, isAhead } = await site.modules.handover.kit(actor, {
    organisation: id,
    id: args.params.kit ?? '',
  })
  return data(
    {
      ...{ organisation, done: doneOf(url), isAhead },
      ...{ id: kit.id, state: kit.state, published: kit.published, version: kit.version, content: kit.content },
      ...{ initiative: kit.initiative ?? '', programme: kit.programme ?? '', title: textIn(kit.content.title, language) },
      contacts: contacts.map(({ account, name, email }) => ({ account, name, email })),
      isContact: actor.kind === 'account' && contacts.some(({ account }) => account === actor.account),
      initiatives: choices.initiatives.map((one) => ({
        id: one,
        name: site.modules.initiatives.find(one)?.name[language] ?? one,
      })),
      programmes: choices.programmes.map(({ id: one, title }) => ({ id: one, title: title[language] })),
      choices: await choicesIn(site, language),
    },
    noStore,
  )
}

/** A copy, beside what its original says now. */
export async function loadKitCopy(args: LoaderFunctionArgs) {
  const { site, actor, id, organisation } = await openOrganisation(args)
  const url = pageUrl(args.request)
  const language = languageOfPath(url.pathname)
  const { copy, original, differences, mayBecomeProgramme } = await site.modules.handover.copy(actor, {
    ...{ organisation: id, id: args.params.copy ?? '' },
  })
  const choices = await choicesIn(site, language)
  const titles = Object.fromEntries([...choices.agreements, ...choices.funding].map((one) => [one.id, one.title]))
  return data(
    {
      ...{ organisation, done: doneOf(url), original, mayBecomeProgramme, choices },
      ...{ id: copy.id, kit: copy.kit, fromName: copy.fromName, baseNumber: copy.baseNumber, version: copy.version },
      ...{ takenOn: todayInAmsterdam(copy.takenAt), content: copy.content, title: textIn(copy.content.title, language) },
      differences: differences.map(({ field, base, mine, theirs, isOwn }) => ({
        ...{ field, isOwn, name: fieldName(field, language) },
        base: fieldText(field, base, language, titles),
        mine: fieldText(field, mine, language, titles),
        theirs: fieldText(field, theirs, language, titles),
      })),
    },
    noStore,
  )
}
