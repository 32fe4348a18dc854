import type { hdca24 as En } from '../en/hdca24.ts'
import type { Same } from '../words.ts'

export const hdca24 = {
  title: 'Nieuw-Zeelandse wet: Harmful Digital Communications Act, artikel 24',
  gives:
    'De host moet binnen 48 uur laten weten aan wie de foto plaatste dat er een klacht is. Komt er dan binnen 48 uur geen antwoord, dan haalt de host de foto weg.',
  exposes:
    'De host krijgt je naam, telefoonnummer, adres en mailadres. Wie de foto plaatste, hoort dat er een klacht is, maar niet van wie, tenzij je dat goed vindt.',
  because: 'Deze wet bindt hosts in Nieuw-Zeeland, zoals MEGA, maar ze vraagt veel gegevens.',
  rule: 'Deze wet geeft de host 48 uur om de klacht door te sturen. Wie de foto plaatste, heeft daarna nog 48 uur.',
  questions: {
    'hdca24.complainant':
      'Welke naam, welk telefoonnummer, welk postadres en welk mailadres moeten in de brief staan? Deze wet vraagt ze alle vier.',
    'hdca24.complainant.minor':
      'Welke volwassene dient de klacht in voor jou? Schrijf de naam, het telefoonnummer, het postadres en het mailadres van die persoon. Laat je eigen naam weg.',
    'hdca24.complainant.parent':
      'Wat zijn je naam, telefoonnummer, postadres en mailadres? Deze wet vraagt ze alle vier. Schrijf de naam van je kind niet op.',
    'hdca24.complainant.agent':
      'Welke naam, welk telefoonnummer, welk postadres en welk mailadres moeten in de brief staan? Die van de organisatie zijn goed.',
    'hdca24.disclosure':
      'Mag de host zeggen wie je bent aan wie de foto plaatste? Kies “nee” als je twijfelt. De wet laat jou kiezen.',
    'hdca24.disclosure.parent':
      'Mag de host zeggen wie je bent aan wie de foto plaatste? Kies “nee” als je twijfelt. De wet laat jou kiezen.',
    'hdca24.disclosure.agent':
      'Mag de host zeggen wie je bent aan wie de foto plaatste? Kies “nee” als je twijfelt. De wet laat jou kiezen.',
    'hdca24.disclosure.minor':
      'Mag de host zeggen wie de klacht indient aan wie de foto plaatste? Kies “nee” als je twijfelt. De wet laat jou kiezen.',
    'hdca24.agency':
      'Verstuur je dit via Netsafe, de Nieuw-Zeelandse organisatie? Dan blijft je naam bij Netsafe. Je mag dit leeg laten.',
    'hdca24.agency.parent':
      'Verstuur je dit via Netsafe, de Nieuw-Zeelandse organisatie? Dan blijft je naam bij Netsafe. Je mag dit leeg laten.',
    'hdca24.agency.agent':
      'Verstuur je dit via Netsafe, de Nieuw-Zeelandse organisatie? Dan blijft je naam bij Netsafe. Je mag dit leeg laten.',
    'hdca24.agency.minor':
      'Verstuur je dit via Netsafe, de Nieuw-Zeelandse organisatie? Dan blijven namen bij Netsafe. Je mag dit leeg laten.',
  },
  gaps: {
    'hdca24.complainant': 'je naam, telefoonnummer, postadres en mailadres',
    'hdca24.complainant.minor': 'naam, telefoonnummer, postadres en mailadres van de volwassene die klaagt',
    'hdca24.complainant.parent': 'je naam, telefoonnummer, postadres en mailadres',
    'hdca24.complainant.agent': 'naam, telefoonnummer, postadres en mailadres van wie klaagt',
    'hdca24.disclosure': 'ja of nee',
    'hdca24.agency': 'ja of nee',
  },
  choices: {
    'hdca24.disclosure:no': 'Nee, de host mag mijn persoonsgegevens niet doorgeven aan de auteur.',
    'hdca24.disclosure:yes': 'Ja, de host mag mijn persoonsgegevens doorgeven aan de auteur.',
    'hdca24.agency:no': 'Ik stuur deze klacht rechtstreeks naar de host.',
    'hdca24.agency:yes': 'Deze klacht wordt verstuurd via Netsafe, de erkende organisatie (“Approved Agency”).',
  },
  steps: {
    reminder: {
      title: 'Ze eraan herinneren',
      what: 'De 48 uur zijn voorbij. Een korte brief zegt dat, met het nummer en de dag van de eerste brief.',
    },
    netsafe: {
      title: 'Hulp vragen aan Netsafe, de Nieuw-Zeelandse organisatie',
      what: 'Netsafe helpt iedereen gratis. Het kan zelf aan de host schrijven; je naam blijft dan bij Netsafe.',
    },
  },
  letter: {
    subject: 'Klacht (“notice of complaint”), Harmful Digital Communications Act 2015 (referentie {reference})',
    title: 'Klacht (“notice of complaint”)',
    law: 'Harmful Digital Communications Act 2015 (Nieuw-Zeeland), artikel 24',
    what: 'De inhoud waarover het gaat, staat hierboven. Het is een intieme beeldopname (“intimate visual recording”). Ik ben daarop te zien.',
    'what.agent':
      'De inhoud waarover het gaat, staat hierboven. Het is een intieme beeldopname (“intimate visual recording”). Daarop is een persoon te zien voor wie ik optreed.',
    'what.minor':
      'De inhoud waarover het gaat, staat hierboven. Het is een intieme beeldopname (“intimate visual recording”). De persoon die te zien is, was jonger dan 18 jaar toen het beeld gemaakt werd. Ik dien de klacht in voor die persoon en noem die niet bij naam.',
    'what.minor.agent':
      'De inhoud waarover het gaat, staat hierboven. Het is een intieme beeldopname (“intimate visual recording”). De persoon die te zien is, was jonger dan 18 jaar toen het beeld gemaakt werd. Ik dien de klacht in voor die persoon en noem die niet bij naam.',
    reason:
      'De inhoud is onwettig: het is een intieme beeldopname die geplaatst is zonder toestemming van de persoon die te zien is (artikel 22A).',
    'reason.minor':
      'De inhoud is onwettig: het is een intieme beeldopname die zonder toestemming geplaatst is (artikel 22A), en materiaal van seksueel misbruik van kinderen.',
    harm: 'De inhoud schaadt de persoon die te zien is zolang ze zichtbaar blijft.',
    remove: 'Ik verzoek u de inhoud te verwijderen.',
    process:
      'Artikel 24 geeft u 48 uur vanaf de ontvangst om deze klacht aan de auteur door te geven. Als de auteur niet binnen 48 uur antwoordt of niet te bereiken is, verzoek ik u de inhoud te verwijderen.',
    disclosure: 'Mag u mijn persoonsgegevens doorgeven aan de auteur? {answer}',
    receipt: 'Ik verzoek u de ontvangst te bevestigen en mij te laten weten wat u gedaan hebt.',
    agency: '{answer}',
    complainant: 'Indiener van de klacht (naam, telefoon, adres, e-mail): {answer}',
    'reminder.subject': 'Tweede brief over een klacht (referentie {reference})',
    'reminder.title': '48 uur na mijn klacht',
    'reminder.law': 'Harmful Digital Communications Act 2015 (Nieuw-Zeeland), artikel 24',
    'reminder.late': 'Er zijn meer dan 48 uur verstreken sinds u mijn klacht ontving. De inhoud is nog altijd te zien.',
    'reminder.ask': 'Ik verzoek u de inhoud nu te verwijderen en mij te laten weten wat u met mijn klacht gedaan hebt.',
    'netsafe.subject': 'Vraag om hulp bij schadelijke inhoud (referentie {reference})',
    'netsafe.title': 'Vraag om hulp bij een klacht',
    'netsafe.law': 'Harmful Digital Communications Act 2015 (Nieuw-Zeeland)',
    'netsafe.what': 'Een intieme beeldopname is geplaatst zonder toestemming van de persoon die te zien is.',
    'netsafe.ask':
      'Ik verzoek u mij te helpen om die te laten verwijderen, en voor mij een klacht (“notice of complaint”) naar de host te sturen.',
    'netsafe.privacy': 'Ik verzoek u mijn naam en contactgegevens niet door te geven aan de host of aan de auteur.',
  },
} satisfies Same<typeof En>
