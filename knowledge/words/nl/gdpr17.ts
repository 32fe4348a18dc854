import type { gdpr17 as En } from '../en/gdpr17.ts'
import type { Same } from '../words.ts'

export const gdpr17 = {
  title: 'Europese wet: algemene verordening gegevensbescherming (AVG), artikel 17',
  gives:
    'Ze moeten de foto wissen, en een naam of nummer dat erbij staat. Wie die van hen kreeg, moeten ze dat laten weten.',
  exposes:
    'De site krijgt de naam van wie schrijft. Wie jonger dan 18 was op de foto, geeft geen naam. De brief vraagt hun om aan niemand te zeggen wie schreef; deze wet belooft dat niet.',
  because: 'Deze wet geeft een vaste termijn, één maand, en geldt ook voor een naam, school of nummer bij de foto.',
  rule: 'Deze wet geeft één maand vanaf de ontvangst. Er kunnen twee maanden bij komen, als ze in de eerste maand zeggen waarom.',
  questions: {
    'gdpr17.subject':
      'Welke naam moet in de brief staan? Zo weten ze aan wie ze antwoorden. De site die je aanschrijft, leest hem.',
    'gdpr17.subject.parent':
      'Welke naam van jou moet in de brief staan? Je treedt op voor je kind. Schrijf de naam van je kind niet op.',
    'gdpr17.subject.agent':
      'Welke naam moet in de brief staan: die van jou of die van je organisatie? Schrijf de naam van wie te zien is niet op.',
  },
  gaps: {
    'gdpr17.subject': 'je naam',
    'gdpr17.subject.parent': 'je naam',
    'gdpr17.subject.agent': 'naam van wie optreedt',
  },
  choices: {},
  steps: {
    reminder: {
      title: 'Ze eraan herinneren',
      what: 'De maand is voorbij. Een korte brief zegt dat, met het nummer en de dag van de eerste brief.',
    },
    authority: {
      title: 'Klacht indienen bij de gegevensbeschermingsautoriteit',
      what: 'Dat is gratis. De autoriteit kan bevelen om te wissen. Zegt ze drie maanden niets, dan kun je naar de rechter. Ze kan een naam vragen; iemand die je vertrouwt of een organisatie kan dan schrijven.',
    },
    court: {
      title: 'Naar de rechter gaan',
      what: 'Een rechter kan bevelen om te wissen. Een advocaat of een hulplijn kan zeggen of dit past, en waar je gratis juridische hulp vindt.',
    },
  },
  letter: {
    subject: 'Verzoek tot wissing, artikel 17 AVG (referentie {reference})',
    title: 'Verzoek tot wissing van persoonsgegevens',
    law: 'Artikelen 17 en 21 van Verordening (EU) 2016/679 (algemene verordening gegevensbescherming)',
    person: 'Ik ben de betrokkene: de persoon die te zien is. Mijn naam: {answer}',
    'person.minor':
      'Ik ben de betrokkene: de persoon die te zien is. Ik was jonger dan 18 jaar toen het beeld gemaakt werd, en ik geef mijn naam niet. Uit de adressen hieronder blijkt om welke gegevens het gaat.',
    'person.parent':
      'Ik treed op voor de betrokkene, de persoon die te zien is, als ouder of voogd. Ik noem mijn kind niet bij naam. Mijn eigen naam: {answer}',
    'person.agent':
      'Ik treed als gemachtigde op voor de betrokkene, de persoon die te zien is en die ik niet bij naam noem. Wie optreedt: {answer}',
    data: 'De persoonsgegevens zijn een intieme foto of video waarop ik te zien ben. Dit verzoek geldt ook voor een naam, school, adres, telefoonnummer of accountnaam die erbij staat.',
    'data.agent':
      'De persoonsgegevens zijn een intieme foto of video waarop de betrokkene te zien is. Dit verzoek geldt ook voor een naam, school, adres, telefoonnummer of accountnaam die erbij staat.',
    'data.parent':
      'De persoonsgegevens zijn een intieme foto of video waarop mijn kind te zien is. Dit verzoek geldt ook voor een naam, school, adres, telefoonnummer of accountnaam die erbij staat.',
    'data.minor':
      'De persoonsgegevens zijn een intieme foto of video, naakt of seksueel, van mij. Ik was jonger dan 18 jaar toen het beeld gemaakt werd: het is materiaal van seksueel misbruik van kinderen. Dit verzoek geldt ook voor een naam, school, adres, telefoonnummer of accountnaam die erbij staat.',
    'data.minor.parent':
      'De persoonsgegevens zijn een intieme foto of video, naakt of seksueel, van mijn kind, dat jonger was dan 18 jaar toen het beeld gemaakt werd: het is materiaal van seksueel misbruik van kinderen. Dit verzoek geldt ook voor een naam, school, adres, telefoonnummer of accountnaam die erbij staat.',
    'data.minor.agent':
      'De persoonsgegevens zijn een intieme foto of video, naakt of seksueel, van de betrokkene, die jonger was dan 18 jaar toen het beeld gemaakt werd: het is materiaal van seksueel misbruik van kinderen. Dit verzoek geldt ook voor een naam, school, adres, telefoonnummer of accountnaam die erbij staat.',
    'reason.unlawful':
      'De gegevens zijn onrechtmatig verwerkt (artikel 17, lid 1, punt d)). Ze zijn gepubliceerd zonder toestemming van de persoon die te zien is, en mij is niets anders bekend dat dit rechtmatig maakt.',
    'reason.life':
      'Ze hebben betrekking op het seksleven van die persoon. Artikel 9, lid 1, verbiedt in beginsel de verwerking van zulke gegevens. Een uitzondering is mij hier niet bekend.',
    'reason.consent':
      'Voor zover ooit voor iets toestemming is gegeven, wordt die met deze brief ingetrokken (artikel 17, lid 1, punt b)).',
    'reason.objection':
      'Voor zover u zich op een gerechtvaardigd belang beroept, maak ik bezwaar tegen de verwerking (artikel 17, lid 1, punt c), en artikel 21). De gegevens tonen een intiem deel van iemands privéleven, dat openbaar is gemaakt tegen de wil van de persoon die te zien is. Geen enkel belang weegt zwaarder.',
    'reason.child':
      'Voor zover de gegevens zijn verzameld door een dienst van de informatiemaatschappij die rechtstreeks aan een kind is aangeboden, is ook artikel 17, lid 1, punt f), van toepassing.',
    russmedia:
      'Het Hof van Justitie heeft geoordeeld dat de exploitant van een onlinemarktplaats zelf verwerkingsverantwoordelijke is voor een advertentie met gevoelige gegevens die een gebruiker plaatste (arrest van 2 december 2025, C-492/23, Russmedia).',
    controller:
      'Dit verzoek is bestemd voor de verwerkingsverantwoordelijke of, als die niet in de Unie gevestigd is, voor zijn vertegenwoordiger in de Unie (artikel 27), met een kopie aan de functionaris voor gegevensbescherming. Als u de gegevens alleen voor iemand anders verwerkt, verzoek ik u dit verzoek door te sturen en mij te laten weten wie dat is.',
    erase:
      'Ik verzoek u deze gegevens zonder onredelijke vertraging te wissen, met elke kopie en elk voorbeeldbeeld ervan dat u bewaart.',
    recipients:
      'Ik verzoek u iedereen aan wie de gegevens zijn verstrekt in kennis te stellen van de wissing, en andere verwerkingsverantwoordelijken te laten weten dat koppelingen en kopieën gewist moeten worden (artikel 17, lid 2, en artikel 19).',
    term: 'Ik verzoek u mij onverwijld, en uiterlijk binnen een maand na ontvangst, te laten weten welk gevolg u aan dit verzoek hebt gegeven (artikel 12, lid 3).',
    refusal:
      'Als u de gegevens niet wist, verzoek ik u mij de redenen mee te delen. Ik kan dan een klacht indienen bij een toezichthoudende autoriteit (artikel 77).',
    identity:
      'De adressen hierboven volstaan om de gegevens te vinden. U mag alleen bij redelijke twijfel meer vragen over wie ik ben, en dan alleen het minste dat die twijfel wegneemt (artikel 12, lid 6).',
    silence: 'Ik verzoek u de persoon die de gegevens heeft gepubliceerd niet te laten weten van wie dit verzoek komt.',
    reply:
      'Ik verzoek u te antwoorden naar het adres waarvan deze brief komt, met vermelding van referentie {reference}.',
    'reminder.subject': 'Herinnering: verzoek tot wissing, artikel 17 AVG (referentie {reference})',
    'reminder.title': 'De termijn van één maand van artikel 12, lid 3, is verstreken',
    'reminder.law': 'Artikelen 12, 17 en 21 van Verordening (EU) 2016/679 (algemene verordening gegevensbescherming)',
    'reminder.late':
      'Artikel 12, lid 3, geeft één maand vanaf de ontvangst. Twee extra maanden zijn alleen mogelijk als de redenen in de eerste maand worden meegedeeld. De gegevens zijn nog altijd te zien.',
    'reminder.ask': 'Ik verzoek u de gegevens nu te wissen en mij dat te bevestigen.',
    'reminder.reasons':
      'Als u dat niet doet, verzoek ik u mij de redenen mee te delen. Ik kan dan een klacht indienen bij een toezichthoudende autoriteit (artikel 77).',
    'authority.subject': 'Klacht, artikel 77 AVG (referentie {reference})',
    'authority.title': 'Klacht tegen een verwerkingsverantwoordelijke die persoonsgegevens niet heeft gewist',
    'authority.law': 'Artikel 77 van Verordening (EU) 2016/679 (algemene verordening gegevensbescherming)',
    'authority.what':
      'Ik heb een verwerkingsverantwoordelijke op grond van artikel 17 verzocht persoonsgegevens te wissen.',
    'authority.still': 'De gegevens zijn nog altijd te zien.',
    'authority.ask':
      'Ik verzoek u deze klacht te onderzoeken en de verwerkingsverantwoordelijke te bevelen de gegevens te wissen.',
    'authority.pass':
      'Als een andere toezichthoudende autoriteit bevoegd is, verzoek ik u deze klacht aan die autoriteit over te maken. Ik verzoek u mij op de hoogte te houden van de voortgang en het resultaat.',
    'authority.privacy':
      'Ik verzoek u alleen te laten weten van wie deze klacht komt als ze niet op een andere manier behandeld kan worden.',
  },
} satisfies Same<typeof En>
