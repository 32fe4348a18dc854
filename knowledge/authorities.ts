/**
 * Who is asked next when a recipient refuses or stays silent: coordinators under Article 53 DSA, data protection
 * authorities under Article 77 GDPR, certified bodies, the FTC, Ofcom, Netsafe, and courts. For a country that is not
 * here, the public list on which its authority stands.
 */
import type { Lang } from '#core/case/types.ts'
import { isEea } from './countries.ts'
import type { RecipientKind, Step } from './grounds/ground.ts'

export type AuthorityKind = Exclude<Step['to'], 'same'>

export interface Authority {
  /** Stable, e.g. `be-coordinator`. */
  id: string
  kind: AuthorityKind
  /** ISO 3166-1; null: for whoever has no own one here. */
  country: string | null
  /** As a letter names it. */
  name: string | Record<Lang, string>
  /** A form is its page on which one begins; an address takes the letter itself. */
  to: { form: string } | { email: string }
  /** Its own page about this, or the list on which it stands. */
  page: string
  /** Languages in which it takes a complaint, ISO 639-1, as far as known. */
  speaks: readonly string[]
  /** What to know before one writes. */
  note: Record<Lang, string>
  source: string
  checked: string
  /** Read on its own page or an official list; in the press or a law firm's note; or not known well enough. */
  sure: 'published' | 'reported' | 'unconfirmed'
}

/** One authority in one language, as a letter is addressed to it. */
export interface Addressee {
  id: string
  /** As `Recipient.kind` of a letter. */
  kind: Extract<RecipientKind, 'authority' | 'court'>
  name: string
  to: Authority['to']
  page: string
  speaks: readonly string[]
  note: string
  source: string
  checked: string
  sure: Authority['sure']
}

const checked = '2026-11-24'
const commissionList = 'https://digital-strategy.ec.europa.eu/en/policies/dsa-dscs'
const bodiesList = 'https://digital-strategy.ec.europa.eu/en/policies/dsa-out-court-dispute-settlement'
const boardList = 'https://www.edpb.europa.eu/about-edpb/about-edpb/members_en'

const coordinates: Record<Lang, string> = {
  en: 'It takes complaints about notices that nobody answers, and about sites that cannot be reached. It does not judge single pictures.',
  fr: 'Elle examine les plaintes sur des notifications restées sans réponse et sur des sites injoignables. Elle ne juge pas une image en particulier.',
  nl: 'Ze behandelt klachten over kennisgevingen zonder antwoord en over sites die niet bereikbaar zijn. Ze oordeelt niet over één foto.',
  de: 'Sie nimmt Beschwerden über unbeantwortete Meldungen und unerreichbare Seiten an. Über einzelne Bilder entscheidet sie nicht.',
}

const protects: Record<Lang, string> = {
  en: 'A complaint is free. Write to the site first, and add the number and the day of that letter.',
  fr: 'La plainte est gratuite. Il faut d’abord écrire au site, puis indiquer le numéro et le jour de cette lettre.',
  nl: 'Een klacht is gratis. Schrijf eerst naar de site, en geef het nummer en de dag van die brief.',
  de: 'Eine Beschwerde ist kostenlos. Zuerst ist die Seite anzuschreiben; Nummer und Tag dieses Briefs gehören dazu.',
}

/** Where we have no own entry, the list shows it. */
const onTheList: Record<Lang, string> = {
  en: 'This page lists the authority of each country.',
  fr: 'Cette page indique l’autorité de chaque pays.',
  nl: 'Op deze pagina staat de autoriteit van elk land.',
  de: 'Auf dieser Seite steht die Behörde jedes Landes.',
}

/** Named on the Commission's list; the way in is found from there. */
const listed = (country: string, name: string): Authority => ({
  id: `${country.toLowerCase()}-coordinator`,
  kind: 'coordinator',
  country,
  name,
  to: { form: commissionList },
  page: commissionList,
  speaks: [],
  note: coordinates,
  source: commissionList,
  checked,
  sure: 'published',
})

const protector = (
  country: string,
  of: Pick<Authority, 'name' | 'page' | 'speaks' | 'sure'> & Partial<Pick<Authority, 'note' | 'source'>>,
): Authority => ({
  id: `${country.toLowerCase()}-data-protection`,
  kind: 'data-protection-authority',
  country,
  to: { form: of.page },
  note: protects,
  source: of.page,
  checked,
  ...of,
})

export const authorities: readonly Authority[] = [
  // ---- coordinators, Article 53 DSA: the one of the state where she is
  {
    id: 'be-coordinator',
    kind: 'coordinator',
    country: 'BE',
    name: {
      en: 'BIPT, Digital Services Coordinator of Belgium',
      fr: 'IBPT, coordinateur pour les services numériques en Belgique',
      nl: 'BIPT, digitaledienstencoördinator van België',
      de: 'BIPT, Koordinator für digitale Dienste in Belgien',
    },
    to: { email: 'klachtdsa@bipt.be' },
    page: 'https://www.bipt.be/consumers/filing-a-complaint-against-online-platforms-or-search-engines',
    speaks: ['nl', 'fr', 'de', 'en'],
    note: {
      en: 'It has a form on its page. Send the form and this letter to the address. It takes “my notice was not answered” and “nobody can be reached”, and does not judge single pictures.',
      fr: 'Sa page propose un formulaire, à envoyer à cette adresse avec la lettre. Elle examine « ma notification est restée sans réponse » et « personne n’est joignable », sans juger une image en particulier.',
      nl: 'Op de pagina staat een formulier. Stuur dat met deze brief naar het adres. Ze behandelt “geen antwoord op mijn kennisgeving” en “niemand is bereikbaar”, en oordeelt niet over één foto.',
      de: 'Auf der Seite steht ein Formular, das mit diesem Brief an die Adresse geht. Angenommen wird „keine Antwort auf meine Meldung“ und „niemand ist erreichbar“. Über einzelne Bilder wird nicht entschieden.',
    },
    source: 'https://www.bipt.be/consumers/filing-a-complaint-against-online-platforms-or-search-engines',
    checked,
    sure: 'published',
  },
  {
    ...listed('DE', 'Bundesnetzagentur, Koordinierungsstelle für digitale Dienste'),
    to: { form: 'https://www.dsc.bund.de' },
    page: 'https://www.dsc.bund.de',
    speaks: ['de'],
    source: 'https://www.dsc.bund.de/DSC/DE/1DSC/DSC/start.html',
  },
  {
    ...listed('LU', 'Autorité de la concurrence (Luxembourg)'),
    to: {
      form: 'https://guichet.public.lu/fr/citoyens/justice/protection-consommateur/marches-numeriques/plainte-dsa.html',
    },
    page: 'https://guichet.public.lu/fr/citoyens/justice/protection-consommateur/marches-numeriques/plainte-dsa.html',
    speaks: ['fr', 'de'],
    source: 'https://guichet.public.lu/en/citoyens/justice/protection-consommateur/marches-numeriques/plainte-dsa.html',
  },
  {
    ...listed('IE', 'Coimisiún na Meán'),
    to: { form: 'https://www.cnam.ie/general-public/report-complain/' },
    page: 'https://www.cnam.ie',
    speaks: ['en'],
    source: 'https://www.cnam.ie',
  },
  {
    ...listed('AT', 'Kommunikationsbehörde Austria (KommAustria)'),
    to: { form: 'https://www.rtr.at/DSA_Austria' },
    page: 'https://www.rtr.at/DSA_Austria',
    speaks: ['de'],
  },
  {
    ...listed('NL', 'Autoriteit Consument en Markt (ACM)'),
    to: { form: 'https://www.acm.nl' },
    page: 'https://www.acm.nl',
    speaks: ['nl'],
  },
  {
    ...listed('FR', 'Arcom, coordinateur pour les services numériques'),
    to: { form: 'https://www.arcom.fr' },
    page: 'https://www.arcom.fr',
    speaks: ['fr'],
    source:
      'https://arcom.fr/espace-professionnel/reglement-sur-les-services-numeriques-ou-dsa-obligations-et-services-concernes',
  },
  listed('BG', 'Комисия за регулиране на съобщенията'),
  listed('CY', 'Αρχή Ραδιοτηλεόρασης Κύπρου'),
  listed('CZ', 'Český telekomunikační úřad'),
  listed('DK', 'Konkurrence- og Forbrugerstyrelsen'),
  listed('ES', 'Comisión Nacional de los Mercados y la Competencia (CNMC)'),
  listed('FI', 'Liikenne- ja viestintävirasto Traficom'),
  listed('HR', 'Hrvatska regulatorna agencija za mrežne djelatnosti (HAKOM)'),
  listed('HU', 'Nemzeti Média- és Hírközlési Hatóság'),
  listed('IT', 'Autorità per le garanzie nelle comunicazioni (AGCOM)'),
  listed('PT', 'Autoridade Nacional de Comunicações (ANACOM)'),
  listed('RO', 'Autoritatea Națională pentru Administrare și Reglementare în Comunicații (ANCOM)'),
  listed('SE', 'Post- och telestyrelsen (PTS)'),
  { ...listed('SI', 'Agencija za komunikacijska omrežja in storitve (AKOS)'), source: 'https://www.akos-rs.si' },
  {
    ...listed('EU', ''),
    id: 'any-coordinator',
    country: null,
    name: {
      en: 'The Digital Services Coordinator',
      fr: 'Le coordinateur pour les services numériques',
      nl: 'De digitaledienstencoördinator',
      de: 'Der Koordinator für digitale Dienste',
    },
    note: onTheList,
    sure: 'unconfirmed',
  },

  // ---- data protection authorities, Article 77 GDPR: where she lives
  protector('BE', {
    name: {
      en: 'Belgian Data Protection Authority',
      fr: 'Autorité de protection des données',
      nl: 'Gegevensbeschermingsautoriteit',
      de: 'Belgische Datenschutzbehörde',
    },
    page: 'https://www.autoriteprotectiondonnees.be/citoyen/agir/introduire-une-plainte',
    speaks: ['fr', 'nl', 'de'],
    note: {
      en: 'A complaint is free. It needs a day, a signature and the letter that went to the site, in French, Dutch or German. Its form is on the page. It can also mediate.',
      fr: 'La plainte est gratuite. Il y faut une date, une signature et la lettre envoyée au site, en français, en néerlandais ou en allemand. Le formulaire est sur la page. Une médiation est aussi possible.',
      nl: 'Een klacht is gratis. Er moet een datum op staan, een handtekening, en de brief aan de site moet erbij, in het Nederlands, Frans of Duits. Het formulier staat op de pagina. Bemiddelen kan ook.',
      de: 'Eine Beschwerde ist kostenlos. Sie braucht ein Datum, eine Unterschrift und den Brief an die Seite, auf Deutsch, Französisch oder Niederländisch. Das Formular steht auf der Seite. Auch eine Vermittlung ist möglich.',
    },
    sure: 'published',
  }),
  protector('NL', {
    name: 'Autoriteit Persoonsgegevens',
    page: 'https://www.autoriteitpersoonsgegevens.nl',
    speaks: ['nl'],
    sure: 'reported',
  }),
  protector('FR', {
    name: 'Commission nationale de l’informatique et des libertés (CNIL)',
    page: 'https://www.cnil.fr/fr/plaintes',
    speaks: ['fr'],
    sure: 'reported',
  }),
  protector('DE', {
    name: {
      en: 'The data protection authority of the Land',
      fr: 'L’autorité de protection des données du Land',
      nl: 'De gegevensbeschermingsautoriteit van de deelstaat',
      de: 'Die Datenschutzaufsichtsbehörde des Landes',
    },
    page: 'https://www.bfdi.bund.de',
    speaks: ['de'],
    note: {
      en: 'In Germany each Land has its own authority. The federal authority lists them on its site.',
      fr: 'En Allemagne, chaque Land a sa propre autorité. L’autorité fédérale en donne la liste sur son site.',
      nl: 'In Duitsland heeft elke deelstaat een eigen autoriteit. De federale autoriteit noemt ze op haar site.',
      de: 'In Deutschland hat jedes Land eine eigene Behörde. Die Bundesbeauftragte führt sie auf ihrer Seite auf.',
    },
    sure: 'reported',
  }),
  protector('LU', {
    name: 'Commission nationale pour la protection des données (CNPD)',
    page: 'https://cnpd.public.lu/fr/particuliers/faire-valoir.html',
    speaks: ['fr', 'de', 'en'],
    source: 'https://cnpd.public.lu/en/particuliers/faire-valoir.html',
    sure: 'published',
  }),
  protector('IE', {
    name: 'Data Protection Commission',
    page: 'https://www.dataprotection.ie',
    speaks: ['en'],
    source: boardList,
    sure: 'unconfirmed',
  }),
  protector('AT', {
    name: 'Österreichische Datenschutzbehörde',
    page: 'https://www.dsb.gv.at',
    speaks: ['de'],
    sure: 'published',
  }),
  protector('ES', {
    name: 'Agencia Española de Protección de Datos (AEPD)',
    page: 'https://www.aepd.es',
    speaks: ['es'],
    sure: 'reported',
  }),
  protector('IT', {
    name: 'Garante per la protezione dei dati personali',
    page: 'https://www.garanteprivacy.it',
    speaks: ['it'],
    sure: 'reported',
  }),
  {
    ...protector('EU', {
      name: {
        en: 'The data protection authority',
        fr: 'L’autorité de protection des données',
        nl: 'De gegevensbeschermingsautoriteit',
        de: 'Die Datenschutzbehörde',
      },
      page: boardList,
      speaks: [],
      note: onTheList,
      sure: 'unconfirmed',
    }),
    id: 'any-data-protection',
    country: null,
  },

  // ---- certified bodies, Article 21 DSA
  {
    id: 'out-of-court',
    kind: 'out-of-court-body',
    country: null,
    name: {
      en: 'A certified out-of-court dispute settlement body',
      fr: 'Un organe certifié de règlement extrajudiciaire des litiges',
      nl: 'Een gecertificeerd orgaan voor buitengerechtelijke geschillenbeslechting',
      de: 'Eine zertifizierte Stelle für außergerichtliche Streitbeilegung',
    },
    to: { form: bodiesList },
    page: bodiesList,
    speaks: [],
    note: {
      en: 'The list says which body takes which site and language. It usually costs nothing or little. Its view does not bind the site.',
      fr: 'La liste indique quel organe traite quel site et quelle langue. C’est souvent gratuit ou peu coûteux. L’avis ne lie pas le site.',
      nl: 'De lijst zegt welk orgaan welke site en taal behandelt. Meestal kost het niets of weinig. Het oordeel bindt de site niet.',
      de: 'Die Liste sagt, welche Stelle welche Seite und Sprache bearbeitet. Meist kostet es nichts oder wenig. Das Ergebnis bindet die Seite nicht.',
    },
    source: bodiesList,
    checked,
    sure: 'published',
  },

  // ---- authorities of single laws
  {
    id: 'ftc',
    kind: 'ftc',
    country: null,
    name: 'Federal Trade Commission',
    to: { form: 'https://takeitdown.ftc.gov' },
    page: 'https://takeitdown.ftc.gov',
    speaks: ['en'],
    note: {
      en: 'The form asks which site did not act, and when it was asked. The FTC settles no single case and removes nothing itself.',
      fr: 'Le formulaire demande quel site n’a pas agi, et quand la demande a été faite. La FTC ne règle pas les cas individuels et ne retire rien elle-même.',
      nl: 'Het formulier vraagt welke site niets deed, en wanneer je het vroeg. De FTC lost geen individuele gevallen op en verwijdert zelf niets.',
      de: 'Das Formular fragt, welche Seite nicht gehandelt hat und wann der Antrag gestellt wurde. Die FTC entscheidet keine Einzelfälle und entfernt selbst nichts.',
    },
    source: 'https://takeitdown.ftc.gov',
    checked,
    sure: 'reported',
  },
  {
    id: 'ofcom',
    kind: 'ofcom',
    country: null,
    name: 'Ofcom',
    to: { form: 'https://www.ofcom.org.uk/make-a-complaint' },
    page: 'https://www.ofcom.org.uk/make-a-complaint',
    speaks: ['en'],
    note: {
      en: 'Ask the site first. Ofcom reads every complaint and answers none: it looks at whether sites keep their duties.',
      fr: 'Il faut d’abord écrire au site. Ofcom lit chaque plainte sans y répondre : il vérifie si les sites respectent leurs obligations.',
      nl: 'Vraag het eerst aan de site. Ofcom leest elke klacht en antwoordt niet: het gaat na of sites hun plichten nakomen.',
      de: 'Zuerst ist die Seite anzuschreiben. Ofcom liest jede Beschwerde und beantwortet keine: Geprüft wird, ob Seiten ihre Pflichten erfüllen.',
    },
    source: 'https://www.ofcom.org.uk/make-a-complaint',
    checked,
    sure: 'published',
  },
  {
    id: 'netsafe',
    kind: 'netsafe',
    country: null,
    name: 'Netsafe',
    to: { form: 'https://netsafe.org.nz/report' },
    page: 'https://netsafe.org.nz/our-work/helpline-services/hdca-helpline',
    speaks: ['en'],
    note: {
      en: 'Free, every day. It can write to the site for you and keep your name out of it. It asks for addresses; of intimate pictures it needs no copy.',
      fr: 'Gratuit, tous les jours. Netsafe peut écrire au site sans donner de nom. On y demande des adresses ; pour une image intime, aucune copie n’est nécessaire.',
      nl: 'Gratis, elke dag. Netsafe kan voor je naar de site schrijven en je naam erbuiten houden. Het vraagt adressen; van een intieme foto is geen kopie nodig.',
      de: 'Kostenlos, jeden Tag. Netsafe kann die Seite anschreiben, ohne einen Namen zu nennen. Gefragt wird nach Adressen; von einem intimen Bild braucht es keine Kopie.',
    },
    source: 'https://netsafe.org.nz/our-work/helpline-services/hdca-helpline',
    checked,
    sure: 'published',
  },

  // ---- courts
  {
    id: 'be-court',
    kind: 'court',
    country: 'BE',
    name: {
      en: 'The president of the court of first instance',
      fr: 'Le président du tribunal de première instance',
      nl: 'De voorzitter van de rechtbank van eerste aanleg',
      de: 'Der Präsident des Gerichts Erster Instanz',
    },
    to: { form: 'https://igvm-iefh.belgium.be' },
    page: 'https://igvm-iefh.belgium.be',
    speaks: ['fr', 'nl', 'de'],
    note: {
      en: 'A lawyer goes there, or the Institute for the Equality of Women and Men with your consent. A first legal advice is free for everybody, for example in a justice house. Whether a lawyer must sign is not confirmed here.',
      fr: 'C’est une avocate, un avocat ou, avec l’accord de la personne montrée, l’Institut pour l’égalité des femmes et des hommes qui s’y adresse. Un premier conseil juridique est gratuit, par exemple en maison de justice. Nous n’avons pas confirmé si une signature d’avocat est exigée.',
      nl: 'Een advocaat stapt ernaartoe, of met jouw toestemming het Instituut voor de gelijkheid van vrouwen en mannen. Een eerste juridisch advies is gratis voor iedereen, bijvoorbeeld in een justitiehuis. Of een advocaat moet tekenen, is hier niet bevestigd.',
      de: 'Dorthin wendet sich eine anwaltliche Vertretung oder, mit Zustimmung der gezeigten Person, das Institut für die Gleichheit von Frauen und Männern. Eine erste Rechtsberatung ist für alle kostenlos, zum Beispiel in einem Justizhaus. Ob eine anwaltliche Unterschrift nötig ist, ist hier nicht bestätigt.',
    },
    source: 'https://www.ejustice.just.fgov.be',
    checked,
    sure: 'reported',
  },
  {
    id: 'any-court',
    kind: 'court',
    country: null,
    name: {
      en: 'A court of the country',
      fr: 'Un tribunal du pays',
      nl: 'Een rechtbank van het land',
      de: 'Ein Gericht des Landes',
    },
    to: { form: 'https://e-justice.europa.eu' },
    page: 'https://e-justice.europa.eu',
    speaks: [],
    note: {
      en: 'Which court it is differs by country. A lawyer or a helpline can say, and where to find free legal help.',
      fr: 'Le tribunal compétent varie d’un pays à l’autre. Une avocate, un avocat ou une ligne d’aide peut l’indiquer, et dire où trouver une aide juridique gratuite.',
      nl: 'Welke rechtbank het is, verschilt per land. Een advocaat of een hulplijn kan het zeggen, en waar je gratis juridische hulp vindt.',
      de: 'Welches Gericht zuständig ist, hängt vom Land ab. Eine Anwältin, ein Anwalt oder eine Beratungsstelle weiß es, und auch, wo es kostenlose Rechtshilfe gibt.',
    },
    source: 'https://e-justice.europa.eu',
    checked,
    sure: 'unconfirmed',
  },
]

/** Coordinators of the state where a place has its representative, who are competent whoever complains. */
const establishedIn: Record<string, string> = {
  // EDSR in Brussels represents Telegram in the EU.
  telegram: 'be-coordinator',
}

/**
 * Whom a step goes to, first hers: the authority of the country where she lives, then one that the place itself is under.
 * Empty where the law has none for her country: no coordinator and no data protection authority outside the EEA.
 */
export function authoritiesFor(
  kind: AuthorityKind,
  { country, lang, platform }: { country: string; lang: Lang; platform?: string },
): Addressee[] {
  const european = kind === 'coordinator' || kind === 'data-protection-authority' || kind === 'out-of-court-body'
  if (european && !isEea(country)) return []
  const hers =
    authorities.find((each) => each.kind === kind && each.country === country) ??
    authorities.find((each) => each.kind === kind && each.country === null)
  const own = authorities.find(({ id, kind: of }) => of === kind && id === establishedIn[platform ?? ''])
  return [...new Set([hers, own])].filter((each) => each !== undefined).map((each) => addressed(each, lang))
}

function addressed({ kind, name, note, country: _, ...rest }: Authority, lang: Lang): Addressee {
  return {
    ...rest,
    kind: kind === 'court' ? 'court' : 'authority',
    name: typeof name === 'string' ? name : name[lang],
    note: note[lang],
  }
}
