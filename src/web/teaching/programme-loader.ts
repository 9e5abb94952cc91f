import { data, type LoaderFunctionArgs } from 'react-router'
import { type DeskSkill, missingOf } from '../../modules/programme-desk/index.ts'
import type { Rule } from '../../modules/rules/index.ts'
import { todayInAmsterdam } from '../../platform/index.ts'
import { mayOn } from '../desk/may-on.ts'
import { openOrganisation } from '../organisation/org-loader.ts'
import { languageOfPath, pageUrl } from '../paths.ts'
import { titleIn } from './teaching-loader.ts'

const mostSuggestions = 8

/** One programme of a desk: what is said of it, what waits for a yes, and what changed. */
export async function teachingProgrammeLoader(args: LoaderFunctionArgs) {
  const { site, actor, id, organisation, done } = await openOrganisation(args)
  const url = pageUrl(args.request)
  const language = languageOfPath(url.pathname)
  const at = { organisation: id, programme: args.params.programme ?? '' }
  const { programmeDesk, skills, rules } = site.modules
  const one = await programmeDesk.get(actor, at)
  const [changes, catalogue, allRules] = await Promise.all([
    programmeDesk.changes(actor, at),
    skills.catalogue(),
    rules.list(todayInAmsterdam(site.clock.now())),
  ])
  const own = actor.kind === 'account' ? actor.account : undefined
  const named = (list: readonly DeskSkill[]) => list.map((skill) => ({ ...skill, label: catalogue.label(skill.skill, language) }))
  const searched = (name: 'outcomes' | 'prerequisites') => {
    const text = url.searchParams.get(name)?.slice(0, 100)
    if (text === undefined || text.trim() === '') return undefined
    const found = catalogue.search(text, { language, type: 'skill', limit: mostSuggestions })
    return { text, found: found.map(({ concept, label }) => ({ id: concept.id, label })) }
  }
  const maySeePeople = mayOn(actor, 'enrolment.setUp', id)
  const { content, state, version, importSource } = one
  const schemes = new Set(content.offerings.flatMap(({ facts }) => facts.funding.map(({ scheme }) => scheme)))
  return data(
    {
      organisation,
      ...{ id: one.id, state, version, importSource, content, done },
      ...titleIn(content.title, language),
      missing: missingOf(content),
      mayWrite: mayOn(actor, 'programme.write', id),
      maySeePeople,
      // Also those that an offering names no more, and months that people wished.
      startsWithPeople: maySeePeople
        ? (await site.modules.enrolments.listStarts(actor, id)).map(({ offering, startsOn }) => ({ offering, startsOn }))
        : [],
      outcomes: named(content.outcomes),
      prerequisites: named(content.prerequisites),
      searched: { outcomes: searched('outcomes'), prerequisites: searched('prerequisites') },
      schemes: [
        ...allRules.filter(isScheme).map((rule) => ({ id: rule.id, title: rule.title[language] })),
        ...[...schemes]
          .filter((scheme) => !allRules.some((rule) => rule.id === scheme))
          .map((scheme) => ({ id: scheme, title: scheme })),
      ],
      changes: changes.map(({ number, what, account, key, at: when }) => ({
        ...{ number, what, on: todayInAmsterdam(when) },
        who: who(key, account, own),
      })),
    },
    { headers: { 'cache-control': 'no-store' } },
  )
}

export type ProgrammeLoaded = Awaited<ReturnType<typeof teachingProgrammeLoader>>['data']

function who(key: string | undefined, account: string | undefined, own: string | undefined) {
  if (key !== undefined) return 'program' as const
  if (account === undefined) return 'itself' as const
  return account === own ? ('you' as const) : ('colleague' as const)
}

/** Rules that may pay a training, by their ids in data/rules/schemes.json; what an employer gets back pays no fee of a person. */
const payingSchemes: readonly string[] = ['uwv-scholing', 'municipality', 'employer', 'techmeup', 'levenlanglerenkrediet']
const isScheme = ({ id, value }: Rule): boolean => payingSchemes.includes(id) && value !== 0
