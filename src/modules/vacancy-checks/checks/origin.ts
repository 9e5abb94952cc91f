import type { Check } from '../check.ts'
import { opensTheDoor } from './excuses.ts'
import { around } from './sentences.ts'
import { createWordCheck } from './word-check.ts'
import { listOf, type Wording } from './wording.ts'

const source = { name: 'AWGB: godsdienst, levensovertuiging, ras, nationaliteit', sureness: 'seen' } as const

/** The law: nobody is asked where they come from. */
export function createOrigin(wording: Wording): Check {
  return createWordCheck({
    id: 'origin',
    severity: 'law',
    title: { nl: 'Afkomst of nationaliteit', en: 'Origin or nationality' },
    markTitle: (words) => ({ nl: `‘${words}’ mag niet in een vacature`, en: `‘${words}’ is not allowed in a vacancy` }),
    why: () => ({
      nl: 'De wet verbiedt onderscheid op afkomst en nationaliteit. Eist een andere wet dit? Noem die dan. (AWGB)',
      en: 'The law forbids a distinction by origin and nationality. Does another law ask for it? Then name it. (AWGB)',
    }),
    lists: [listOf(wording, 'origin-people')],
    sources: [source],
    excused: (checked, found) => opensTheDoor(checked, found) || lawAsks.test(around(checked, found).whole),
  })
}

/** Posts of trust, defence: there a law asks for it. A permit to work may be asked of everybody. */
const lawAsks =
  /(?<!\p{L})(?:vertrouwensfunctie|AIVD|MIVD|defensie|defence|defense|screening|security clearance|wvo|wet veiligheidsonderzoeken|veiligheidsonderzoek|veiligheidsmachtiging|export control|ITAR|(?:werk|verblijfs)?vergunning\p{L}*|work permit|residence permit|right to work|EU-?(?:paspoort|burger|nationaliteit))(?!\p{L})/iu

/** How somebody sounds, and the language they grew up with. */
export function createOriginLanguage(wording: Wording): Check {
  return createWordCheck({
    id: 'origin-language',
    severity: 'shutsOut',
    title: { nl: 'Accent of moedertaal', en: 'Accent or mother tongue' },
    markTitle: (words) => ({ nl: `‘${words}’ sluit uit om afkomst`, en: `‘${words}’ shuts people out by origin` }),
    why: () => ({
      nl: 'Wie de taal later leerde, valt af. Zonder goede reden mag dat niet. (AWGB) Zeg welk niveau het werk vraagt.',
      en: 'It shuts out people who learned the language later. Without a good reason that is not allowed. (AWGB) Say which level the work needs.',
    }),
    lists: [listOf(wording, 'origin-language')],
    sources: [source],
    demands: ['language:nl', 'language:en'],
    excused: (checked, found) => opensTheDoor(checked, found) || ofOthers.test(around(checked, found).whole),
  })
}

/** The mother tongue of customers; colleagues who check a text. */
const ofOthers =
  /(?<!\p{L})(?:klanten?|customers?|gebruikers?|users?|patiënten|cliënten|leerlingen|studenten|students|deelnemers|bezoekers|readers|lezers|apps?|onze native|our native|van onze|collega['’]?s|team van|wij helpen|we help|wachtwoord|toetsenbord|assistant|voice|spraak\p{L}*|vertal\p{L}*|translat\p{L}*|hulp van)(?!\p{L})/iu
