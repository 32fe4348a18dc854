import type { gdpr17s as En } from '../en/gdpr17s.ts'
import type { Same } from '../words.ts'

export const gdpr17s = {
  title: 'Europese wet: verwijdering uit zoekresultaten (artikel 17 AVG)',
  gives:
    'Wie op de naam zoekt, ziet deze pagina’s niet meer. De pagina’s zelf blijven staan: vraag het ook aan de site.',
  exposes:
    'De zoekmachine krijgt de gezochte naam, en de naam van wie schrijft. Ze mag aan de site zeggen dat een resultaat weg is. De brief vraagt haar niet te zeggen wie dat vroeg.',
  because: 'Dit verzoek is snel geschreven, en intussen vinden minder mensen de pagina’s.',
  rule: 'Deze wet geeft één maand vanaf de ontvangst. Er kunnen twee maanden bij komen, als ze in de eerste maand zeggen waarom.',
  questions: {
    'gdpr17s.query':
      'Op welke naam moet iemand zoeken om deze pagina’s te vinden? Schrijf hem zoals mensen zoeken. De zoekmachine leest hem.',
    'gdpr17s.query.minor':
      'Op welke naam moet iemand zoeken om deze pagina’s te vinden? Deze wet kan niet zonder die naam. Je mag deze wet overslaan.',
    'gdpr17s.query.parent':
      'Op welke naam moet iemand zoeken om deze pagina’s te vinden? Schrijf hem zoals mensen zoeken. De zoekmachine leest hem.',
    'gdpr17s.query.agent':
      'Op welke naam moet iemand zoeken om deze pagina’s te vinden? Schrijf hem zoals mensen zoeken. De zoekmachine leest hem.',
    'gdpr17s.subject':
      'Welke naam moet als afzender in de brief staan? Zo weten ze aan wie ze antwoorden. De zoekmachine leest hem.',
    'gdpr17s.subject.parent': 'Welke naam van jou moet als afzender in de brief staan? Je treedt op voor je kind.',
    'gdpr17s.subject.agent': 'Welke naam moet als afzender in de brief staan: die van jou of die van je organisatie?',
  },
  gaps: {
    'gdpr17s.query': 'de gezochte naam',
    'gdpr17s.query.minor': 'de gezochte naam',
    'gdpr17s.query.parent': 'de gezochte naam',
    'gdpr17s.query.agent': 'de gezochte naam',
    'gdpr17s.subject': 'je naam',
    'gdpr17s.subject.parent': 'je naam',
    'gdpr17s.subject.agent': 'naam van wie optreedt',
  },
  choices: {},
  steps: {
    reminder: {
      title: 'Ze eraan herinneren',
      what: 'De maand is voorbij. Een korte brief zegt dat, met het nummer en de dag van de eerste brief.',
    },
    authority: {
      title: 'Klacht indienen bij de gegevensbeschermingsautoriteit',
      what: 'Dat is gratis. De autoriteit kan de verwijdering bevelen. Zegt ze drie maanden niets, dan kun je naar de rechter. Ze kan een naam vragen; iemand die je vertrouwt of een organisatie kan dan schrijven.',
    },
    court: {
      title: 'Naar de rechter gaan',
      what: 'Een rechter kan de verwijdering bevelen. Een advocaat of een hulplijn kan zeggen of dit past, en waar je gratis juridische hulp vindt.',
    },
  },
  letter: {
    subject: 'Verzoek tot verwijdering van zoekresultaten, artikel 17 AVG (referentie {reference})',
    title: 'Verzoek tot verwijdering van resultaten bij het zoeken op een naam',
    law: 'Artikelen 17 en 21 van Verordening (EU) 2016/679 (algemene verordening gegevensbescherming)',
    person: 'Ik ben de betrokkene: de persoon die op deze pagina’s te zien is. Mijn naam: {answer}',
    'person.minor':
      'Ik ben de betrokkene: de persoon die op deze pagina’s te zien is. Ik was jonger dan 18 jaar toen het beeld gemaakt werd, en ik zeg over mezelf niet meer dan de gezochte naam.',
    'person.parent':
      'Ik treed op voor de betrokkene, de persoon die op deze pagina’s te zien is, als ouder of voogd. Mijn eigen naam: {answer}',
    'person.agent':
      'Ik treed als gemachtigde op voor de betrokkene, de persoon die op deze pagina’s te zien is. Wie optreedt: {answer}',
    query: 'Gezochte naam: {answer}',
    results: 'Wie op deze naam zoekt, komt uit bij het volgende:',
    'reason.what':
      'Daar wordt een intieme foto of video waarop ik te zien ben, openbaar gemaakt zonder mijn toestemming. Dat is geen zaak van algemeen belang, maar mijn privéleven.',
    'reason.what.agent':
      'Daar wordt een intieme foto of video waarop de betrokkene te zien is, openbaar gemaakt zonder toestemming van die persoon. Dat raakt aan diens privéleven.',
    'reason.what.parent':
      'Daar wordt een intieme foto of video waarop mijn kind te zien is, openbaar gemaakt zonder toestemming. Dat raakt aan het privéleven van mijn kind.',
    'reason.what.minor':
      'Daar wordt een intieme foto of video, naakt of seksueel, van mij openbaar gemaakt. Ik was jonger dan 18 jaar toen het beeld gemaakt werd: het is materiaal van seksueel misbruik van kinderen.',
    'reason.what.minor.parent':
      'Daar wordt een intieme foto of video, naakt of seksueel, van mijn kind openbaar gemaakt. Mijn kind was jonger dan 18 jaar toen het beeld gemaakt werd: het is materiaal van seksueel misbruik van kinderen.',
    'reason.what.minor.agent':
      'Daar wordt een intieme foto of video, naakt of seksueel, van de betrokkene openbaar gemaakt. Die persoon was jonger dan 18 jaar toen het beeld gemaakt werd: het is materiaal van seksueel misbruik van kinderen.',
    'reason.unlawful':
      'De verwerking is onrechtmatig (artikel 17, lid 1, punt d)). Ze heeft betrekking op iemands seksleven, en artikel 9, lid 1, verbiedt in beginsel de verwerking van zulke gegevens.',
    'reason.consent':
      'Voor zover ooit voor iets toestemming is gegeven, wordt die met deze brief ingetrokken (artikel 17, lid 1, punt b)).',
    'reason.objection':
      'Ik maak bezwaar tegen de verwerking om redenen die met deze specifieke situatie te maken hebben (artikel 17, lid 1, punt c), en artikel 21). De resultaten leiden iedereen die de naam kent naar een intiem beeld dat verspreid is tegen de wil van de persoon die te zien is.',
    'reason.public':
      'Het publiek heeft bij deze resultaten geen belang dat zwaarder weegt dan het privéleven (Hof van Justitie, C-131/12, Google Spain).',
    delist:
      'Ik verzoek u deze resultaten niet langer te tonen wanneer iemand op deze naam zoekt, alleen of samen met andere woorden.',
    term: 'Ik verzoek u mij onverwijld, en uiterlijk binnen een maand na ontvangst, te laten weten welk gevolg u aan dit verzoek hebt gegeven (artikel 12, lid 3).',
    refusal:
      'Als u de resultaten niet verwijdert, verzoek ik u mij de redenen mee te delen. Ik kan dan een klacht indienen bij een toezichthoudende autoriteit (artikel 77).',
    identity:
      'U mag alleen bij redelijke twijfel meer vragen over wie ik ben, en dan alleen het minste dat die twijfel wegneemt (artikel 12, lid 6).',
    silence: 'Ik verzoek u de beheerders van deze pagina’s niet te laten weten van wie dit verzoek komt.',
    reply:
      'Ik verzoek u te antwoorden naar het adres waarvan deze brief komt, met vermelding van referentie {reference}.',
    'reminder.subject': 'Herinnering: verwijdering van zoekresultaten, artikel 17 AVG (referentie {reference})',
    'reminder.title': 'De termijn van één maand van artikel 12, lid 3, is verstreken',
    'reminder.law': 'Artikelen 12, 17 en 21 van Verordening (EU) 2016/679 (algemene verordening gegevensbescherming)',
    'reminder.late':
      'Artikel 12, lid 3, geeft één maand vanaf de ontvangst. Twee extra maanden zijn alleen mogelijk als de redenen in de eerste maand worden meegedeeld. De resultaten worden nog altijd getoond.',
    'reminder.ask': 'Ik verzoek u deze resultaten nu te verwijderen en mij dat te bevestigen.',
    'authority.subject': 'Klacht, artikel 77 AVG (referentie {reference})',
    'authority.title': 'Klacht tegen de exploitant van een zoekmachine',
    'authority.law': 'Artikel 77 van Verordening (EU) 2016/679 (algemene verordening gegevensbescherming)',
    'authority.what':
      'Ik heb de exploitant van een zoekmachine verzocht resultaten te verwijderen bij het zoeken op een naam (artikel 17).',
    'authority.still': 'De resultaten worden nog altijd getoond.',
    'authority.ask':
      'Ik verzoek u deze klacht te onderzoeken en de exploitant te bevelen deze resultaten te verwijderen.',
    'authority.pass':
      'Als een andere toezichthoudende autoriteit bevoegd is, verzoek ik u deze klacht aan die autoriteit over te maken. Ik verzoek u mij op de hoogte te houden van de voortgang en het resultaat.',
    'authority.privacy':
      'Ik verzoek u mijn identiteit niet bekend te maken en de gezochte naam niet te publiceren wanneer u deze klacht behandelt.',
  },
} satisfies Same<typeof En>
