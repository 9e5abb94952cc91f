/**
 * Words that open a sentence or a bullet in advertisements. Where a text has lost its line ends, a capital on one of these is where the
 * next bullet began; a capital on any other word is more likely a name. Written by us.
 */
const lists = {
  /** In the middle of a sentence these have no capital at all. */
  pronouns:
    'Je Jij Jouw Wij We Wil Heb Ben Kun Kan Ken Weet Houd Hou You Your They Werk Word Solliciteer Daarnaast Verder Natuurlijk Tevens Ook ' +
    'Hiervoor Hierbij Daarbij Samen Zo Zodra Omdat Binnen Tijdens Wanneer',
  /** May begin a name (`De Efteling`, `The Hague`): only before a word in small letters. */
  articles:
    'De Het Een Dit Deze Die Onze Ons Er Als Met Voor Bij Door Om Op Na Naast Vanuit Wat Wie Waar Waarom Hoe Over The A An As For At We Our This If What Who How Why',
  /** Of the articles those that begin a name, so that a word with a capital before them may belong to it: `Jan De Vries`. */
  inNames: 'De A An As For At The We Our On Over Op Na Om Door Met',
  /** Before a colon: `Drenthe Startdatum: 1 maart`. */
  labels:
    'Locatie Standplaats Startdatum Einddatum Duur Opdrachtduur Uren Salaris Sluitingsdatum Contract Contracttype Dienstverband Tarief Uurtarief ' +
    'Plaats Regio Opleidingsniveau Werkniveau Ervaring Talen Location Duration Start Rate Hours Salary Department Language Languages Rijbewijs',
  /** Names end in these as well, as `SharePoint` and `LinkedIn` do, so glued to a word they need a small word behind them. */
  endsOfNames: 'We As At An On For Design Build Lead Work Support Drive Monitor Manage Create Over Op Zo',
  bullets:
    'Ervaring Kennis Minimaal Minstens Tenminste Goede Goed Uitstekende Sterke Sterk Ruime Aantoonbare Afgeronde Relevante Gedegen Diepgaande ' +
    'Affiniteit Bekend Bekendheid Vertrouwd Vaardig Vaardigheid Vermogen Bereid Bereidheid Beheersing Vloeiend Vloeiende Communicatief ' +
    'Communicatieve Analytisch Analytische Zelfstandig Zelfstandige Proactief Passie Interesse Beschikt Woonachtig Voldoende Enige Actuele ' +
    'Gegevens Opstellen Ontwikkelen Ontwerpen Bouwen Beheren Analyseren Uitvoeren Ondersteunen Adviseren Implementeren Monitoren Bewaken ' +
    'Onderhouden Testen Maken Vertalen Verzamelen Rapporteren Samenwerken Meedenken Bijdragen Zorgen Zorgdragen Deelnemen Afstemmen ' +
    'Automatiseren Optimaliseren Documenteren Begeleiden Inrichten Configureren Installeren Oplossen Signaleren Coördineren Leveren ' +
    'Identificeren Bepalen Opzetten Evalueren Inventariseren Programmeren Visualiseren Werken Leren Meewerken Initiatief ' +
    'Salaris Maandsalaris Vakantiegeld Vakantiedagen Reiskostenvergoeding Pensioen Pensioenregeling Thuiswerkvergoeding Budget Ruimte ' +
    'Mogelijkheid Mogelijkheden Flexibele Flexibel Laptop Telefoon Extra Volop Veel Uitdagende Uitgebreide Persoonlijke Onbepaalde Vast ' +
    'Functie Functie-eisen Functiewensen Functieomschrijving Arbeidsvoorwaarden Taken Verantwoordelijkheden Werkzaamheden Profiel Standplaats ' +
    'Requirements Qualifications Responsibilities Benefits Experience Knowledge Strong Excellent Ability Good Proven Familiarity Proficiency ' +
    'Proficient Fluent Bachelor Bachelors Minimum Understanding Demonstrated Solid Previous Hands-on Working Able Expertise Degree ' +
    'Design Develop Build Maintain Collaborate Create Manage Support Provide Ensure Contribute Conduct Coordinate Perform Implement Monitor ' +
    'Identify Communicate Analyze Analyse Prepare Assist Lead Drive Mentor Continuously Participate Work Deliver Competitive',
} as const

const setOf = (list: string): ReadonlySet<string> => new Set(list.split(' '))

export const pronounOpeners = setOf(lists.pronouns)
export const articleOpeners = setOf(lists.articles)
/** Articles that hardly ever stand inside a name. */
export const plainArticles: ReadonlySet<string> = new Set([...articleOpeners].filter((word) => !setOf(lists.inNames).has(word)))
export const endsOfNames = setOf(lists.endsOfNames)
export const labels = setOf(lists.labels)
export const bulletOpeners = setOf(lists.bullets)

/** After one of these a sentence cannot end, so the capital behind it is that of a name. */
export const cannotEnd = setOf(
  'de het een en of van in op te met voor aan bij tot uit om naar door over als dan dat die dit deze wij we je jij jouw uw onze ons is zijn ' +
    'was wordt tussen tegen zonder namens via per onder binnen naast genaamd heet richting zoals the a an and or of on to with for at by from ' +
    'as that this our your are were using called named like including into',
)
