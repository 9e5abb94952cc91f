import type { Education } from './facts.ts'
import type { Piece } from './piece.ts'

interface Named {
  readonly level: number
  readonly isSure: boolean
}

/** One name of a level, as a pattern: its parts are told apart by `levelOf`. */
const name = [
  // What it ends with decides: a `wo master` is a master.
  String.raw`(?:hbo|wo|universitaire?)[- ](?:bachelor|master)(?![\p{L}-]*(?:opleiding|student))`,
  '[mh]lo(?=[ -/])',
  String.raw`(?:vmbo|mbo|mts)(?:[- ]?(?:niveau|level) ?)?(?:[- ]?[1-4](?: ?[-/+] ?[34]\b)?|\+(?!\p{L}))?`,
  String.raw`(?:post-?)?hbo(?:\+|[- ]?plus)?`,
  String.raw`(?:W\.?O\.?|wo)\+?(?=[\s/,.;:)-]|$)`,
  'havo',
  'vwo',
  'hts',
  'hogeschool(?=[- ]?(?:opleiding|niveau|diploma))',
  String.raw`universitaire?(?= (?:\p{L}+ )?(?:opleiding|diploma|studie|achtergrond|denk|werk|graad|master|bachelor|niveau))|academische?(?= (?:\p{L}+ )?(?:opleiding|denk|werk|graad|niveau|achtergrond|titel|studie|degree|level|background))`,
  '(?:university|college|academic)(?= (?:degree|level|education|diploma|background|graduate))',
  "associate(?:'?s)?[- ]degree|AD-(?=opleiding|niveau|diploma)",
  "bachelors?(?:'s?|-)?(?: of (?:science|arts|engineering|laws|ict))?",
  String.raw`(?<!scrum[ -]?|data |web|head|quiz|post|toast|ring|pay|station|burge)masters?(?:'s?|-)?(?: of (?:science|arts|engineering|laws|business administration))?(?= (?:degree|diploma|opleiding|in|of|level|niveau|titel|thesis|graad|studie|student)|opleiding|degree|niveau|titel|-|\s?[/,)]|\s(?:of|or)\s|\.?$|\s\p{Lu})`,
  String.raw`B\.?Sc\.?(?!\p{L})|M\.?Sc\.?(?!\p{L})|B\.?Eng\.?(?!\p{L})`,
  String.raw`ph\.?\s?d\.?(?!\p{L})|doctoraal|gepromoveerd|doctorate`,
  'high school|secondary school|middelbare school|(?:intermediate|higher|secondary) vocational',
].join('|')
const join = String.raw`-?\s{0,2}(?:en of|\/|-|,|\+|en\/of|and\/or|of|or|tot|dan wel|en|and|&)\s{0,2}`
const prefix = String.raw`(?:afgeronde?|voltooide?|behaalde?|completed|finished|diploma(?: op)?|minimaal|minstens|ten minste|at least|minimum)\s(?:een |an? )?(?:afgeronde |voltooide )?`
const suffix = String.raw`(?:[\s-]{0,2}(?:werk[- ]{0,2}(?:en|\/|&)[- ]{0,2}denk-?\s?(?:niveau|vermogen)|denk[- ]{0,2}(?:en|\/|&)[- ]{0,2}werk-?\s?niveau|werk-?\s?niveau|(?:work(?:ing)?|thinking) (?:and|&|\/) (?:thinking|work(?:ing)?)[- ]?(?:level|ability)?|opleidingsniveau|opleiding(?:en)?|diploma|degree|graad|niveau|level(?: education| of education)?|studie|studierichting|getuigschrift|achtergrond|background|education|titel|student|graduate|qualification|richting|geschoold))?`
const pattern = new RegExp(
  `(?<![\\p{L}\\d@.])(?:${prefix})?((?:${name})(?:${join}(?:${name})){0,3})${suffix}(?![\\p{L}\\d])`,
  'giu',
)
/** Names of schools, their pupils and staff, and days of the week: `hbo'ers in ons team`, `ma t/m wo`. */
const otherAfter =
  /^(?:['’]ers?|[- ]?(?:studenten|students|stagiair|instelling|docent|onderwijs|raad|ict-onderzoek)|\s+(?:van|of) (?:amsterdam|applied|rotterdam)|\s*-?\s*(?:do|vr|za)\b|\.?\s(?:candidate|researcher|position|thesis|dissertation|project|programme|specialisation|trajector|supervis|traject|onderzoek|kandida|plaats))/i
const weekDayBefore = /(?:\b(?:ma|di)|dinsdag|maandag)\.?\s*(?:en|t\/m|,|-|\/|tot)?\s*$/i

const experienceInstead =
  /(?:(?<!\p{L})(?:of|dan wel)|\/)\s(?:(?:je|hebt|een|door|gelijkwaardige?|vergelijkbare?|aantoonbare?|relevante?|ruime|voldoende|veel|jarenlange|minimaal|niveau|verkregen|bereikt|opgedaan|in|combinatie|met|van|\d+|jaar|of|en)[\s,]{1,2}){0,7}(?:werk|praktijk)?ervaring|(?:(?<!\p{L})or|\/)\s(?:(?:you|have|an?|by|related|relevant|equivalent|equal|comparable|similar|practical|professional|proven|work|through|combination|of|and|education|in|\d+\+?|years?)[\s,]{1,2}){0,7}experience|(?:verkregen|bereikt|behaald|ontwikkeld|gained|obtained) (?:door|through|by|via|met) (?:werk|jarenlange |ruime |work |practical )?(?:ervaring|experience)|door ervaring|by experience|(?:ervaring|experience) (?:is (?:belangrijker|more important)|telt zwaarder|matters more)/iu

/** Education that a clause names, with the words from the first level to what it is called. */
export function readEducation(text: string, clause: { readonly start: number; readonly end: number }): Piece<Education>[] {
  const inside = text.slice(clause.start, clause.end)
  const found: Piece<Education>[] = []
  for (const match of inside.matchAll(pattern)) {
    const [words, names = ''] = match
    const end = match.index + words.length
    const after = inside.slice(end, end + 100)
    const before = inside.slice(Math.max(0, match.index - 40), match.index)
    if (otherAfter.test(after) || (/^wo$/i.test(names) && weekDayBefore.test(before))) continue
    const levels = levelsOf(names)
    if (levels.length === 0 || found.length >= mostNamed || /(?:^|\s)(?:het|scale|schaal|cao)\s$/i.test(before)) continue
    const asks = asksOf(words, before, after, names)
    // A bare `master` or `bachelor` in running text is seldom a demand.
    if (
      asks === 'level' &&
      /^(?:master|bachelor)s?$/i.test(names) &&
      /^\s\p{Ll}/u.test(after) &&
      !/^\s(?:in|of|or|is|en|and|met|with)\s/.test(after)
    )
      continue
    const fields = fieldsOf(words, after)
    found.push({
      value: {
        levels: [...new Set(levels.map(({ level }) => level))].sort((a, b) => a - b),
        asks,
        orExperience: experienceInstead.test(after),
        ...(fields === undefined ? {} : { fields }),
      },
      start: clause.start + match.index,
      end: clause.start + end,
      ...(levels.every(({ isSure }) => isSure) ? {} : { confidence: 'likely' }),
    })
  }
  return found.length > 0 ? found : withoutLevel(inside, clause.start)
}

const unnamed =
  /(?<!\p{L})(?:(?:afgeronde?|voltooide?) (?:\(?(?:relevante|technische|beta|bèta|passende|bijpassende)\)? )?(?:opleiding|studie)|opleiding afgerond|(?:a |completed a |technical |relevant )?degree(?= in\s)|technical diploma)(?!\p{L})/giu

/** `een afgeronde opleiding`: a diploma, but not of which level. */
function withoutLevel(inside: string, from: number): Piece<Education>[] {
  return [...inside.matchAll(unnamed)].slice(0, mostNamed).map((match) => {
    const [start, end] = [match.index, match.index + match[0].length]
    const after = inside.slice(end, end + 100)
    const fields = fieldsOf(match[0], after)
    const value = {
      levels: [],
      asks: 'diploma' as const,
      orExperience: experienceInstead.test(after),
      ...(fields ? { fields } : {}),
    }
    return { value, start: from + start, end: from + end }
  })
}

const mostNamed = 10

function levelsOf(names: string): Named[] {
  return names
    .split(/\/|,|\s(?:en\/of|and\/or|of|or|tot|dan wel|en|and|&)\s|(?<=o\+?)\s?-\s?(?=[hwb])|\+\s(?=\p{L})/iu)
    .flatMap((part) => levelOf(part.trim()))
}

function levelOf(part: string): Named[] {
  const plain = part.toLowerCase().replaceAll('.', '')
  const sure = (level: number): Named[] => [{ level, isSure: true }]
  if (/^(?:[34]|niveau [34])$/.test(plain)) return sure(Number(plain.at(-1)))
  const both = /^(?:hbo|wo|universitaire?)[- ](bachelor|master)/.exec(plain)?.[1]
  if (both) return sure(both === 'master' ? 7 : 6)
  if (/^[mh]lo/.test(plain)) return sure(plain.startsWith('m') ? 4 : 6)
  if (/^vmbo/.test(plain)) return sure(2)
  if (/^m(?:bo|ts)/.test(plain)) {
    const figure = /[1-4]/.exec(plain)?.[0]
    if (figure) return sure(Number(figure))
    return [{ level: 4, isSure: plain.endsWith('+') }]
  }
  if (/^(?:havo|high school|secondary|middelbare|intermediate)/.test(plain)) return sure(4)
  if (/^vwo/.test(plain)) return sure(4)
  if (/^(?:associate|ad-)/.test(plain)) return sure(5)
  if (/^(?:ph|doctora?t|gepromoveerd)/.test(plain)) return sure(8)
  if (/^(?:master|msc|doctoraal)/.test(plain)) return sure(7)
  if (/^(?:post-?)?hbo|^hts|^hogeschool|^bachelor|^bsc|^beng|^higher/.test(plain)) return sure(6)
  // `wo` may be a bachelor or a master: what is asked is the lowest.
  return /^(?:wo|universit|academi|college)/.test(plain) ? sure(6) : []
}

function asksOf(words: string, before: string, after: string, names: string): Education['asks'] {
  if (/denk|thinking|werk-?\s?niveau|working and|work and/i.test(words)) return 'thinkingLevel'
  if (
    /student$/i.test(words) ||
    /(?:je volgt|volgt momenteel|studeert|bezig met|student|currently (?:enrolled|studying|pursuing|following)|you are (?:enrolled|studying))[^.;]{0,30}$/i.test(
      before,
    )
  )
    return 'student'
  if (
    /opleiding(?:en)?$|diploma|degree|graad|getuigschrift|studie|titel|afgerond|voltooid|behaald|completed|finished|graduate|qualification|education$/i.test(
      words,
    )
  )
    return /opleidingsniveau$/i.test(words) ? 'level' : 'diploma'
  if (
    /(?:in (?:het )?bezit (?:van|bent van)|afgeronde|diploma|degree|graduated|afgestudeerd(?: met| in)?)(?: een| an?| relevante?| technische)*\s*$/i.test(
      before,
    )
  )
    return 'diploma'
  if (/^(?:\s(?:in|of)\s|\s(?:\p{L}+\s)?(?:degree|diploma))/iu.test(after) && /bachelor|master|sc$|ph/i.test(names))
    return 'diploma'
  return /^\s?(?:(?!door|of|en|by|or)\p{L}+ )?(?:opleiding|diploma|degree|afgerond|afgestudeerd)/iu.test(after)
    ? 'diploma'
    : 'level'
}

const fieldPattern =
  /^\s*[(,]?\s*(?:in (?:de )?(?:richting (?:van )?)?|op het gebied van |(?:in de )?richting (?:van )?|met (?:als )?richting |(?:of|in) the field of |in the area of |- ?)?((?:\p{Lu}|ICT|IT|informatica|(?:bedrijfs)?(?:kundige )?(?:informatica|econometrie|wiskunde|techniek|economie|technische|computer|data|business|electro|elektro|bestuurs))[\p{L}&/ -]{1,60})/u
const endOfField =
  /\s(?:of|or|en\/of|met|with|dan|is|aangevuld|plus|bij|die|and relevant|op|verkregen|door|voor|als|heb|een|in een|from|preferred|required)\s.*$|\s(?:of|or|is|preferred|required)$/i

const noField =
  /^(?:En|Je|You|De|Het|Of|Met|Uitzicht|M\.?Sc|B\.?Sc|PhD|Phd|Master|Bachelor|Minimaal|Ervaring|Kennis|Experience|Solliciteer)(?![\p{L}])/u

/** What was to be studied, where it stands behind the level. */
function fieldsOf(words: string, after: string): string | undefined {
  if (/denk|thinking/i.test(words) && !/^\s(?:in |op het gebied|richting|of the)/.test(after)) return undefined
  const named = fieldPattern.exec(after)?.[1]?.replace(endOfField, '').trim()
  return named && named.length > 1 && !noField.test(named) ? named : undefined
}
