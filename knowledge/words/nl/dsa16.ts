import type { dsa16 as En } from '../en/dsa16.ts'
import type { Same } from '../words.ts'

export const dsa16 = {
  title: 'Europese wet: digitaledienstenverordening, artikel 16',
  gives: 'Ze moeten het verzoek snel bekijken, de ontvangst bevestigen en zeggen wat ze beslissen en waarom.',
  exposes:
    'Een volwassene geeft een naam en een mailadres aan de site. Voor een foto van vóór 18 jaar is geen van beide nodig. De site mag die naam alleen doorgeven aan wie de foto plaatste als dat strikt noodzakelijk is.',
  because: 'Iedereen mag deze wet gebruiken, ze vraagt weinig, en ze moeten antwoorden.',
  rule: 'Deze wet noemt geen aantal uren of dagen. Ze zegt: tijdig, zorgvuldig en zonder onnodige vertraging.',
  questions: {
    'dsa16.identity':
      'Welke naam en welk mailadres moeten in de brief staan? De wet vraagt allebei. De site die je aanschrijft, leest ze.',
    'dsa16.identity.parent':
      'Welke naam en welk mailadres van jou moeten in de brief staan? De wet vraagt allebei. Schrijf de naam van je kind niet op.',
    'dsa16.identity.agent':
      'Welke naam en welk mailadres moeten in de brief staan: die van jou of die van je organisatie? Schrijf de naam van wie te zien is niet op.',
  },
  gaps: {
    'dsa16.identity': 'je naam en je e-mailadres',
    'dsa16.identity.parent': 'je naam en je e-mailadres',
    'dsa16.identity.agent': 'naam en e-mailadres van wie de brief stuurt',
  },
  choices: {},
  steps: {
    reminder: {
      title: 'Ze eraan herinneren',
      what: 'Een korte brief vraagt hun antwoord, met het nummer en de dag van de eerste. Die termijn is van ons, niet van de wet.',
    },
    complaint: {
      title: 'Klacht indienen bij de site zelf',
      what: 'Een platform moet je zijn beslissing laten betwisten, gratis en minstens zes maanden lang. Een machine mag niet alleen beslissen. Heel kleine bedrijven hoeven dit niet aan te bieden.',
    },
    'out-of-court': {
      title: 'Een onafhankelijk orgaan laten oordelen',
      what: 'Een erkend orgaan bekijkt de beslissing opnieuw. Het platform draagt zijn eigen kosten. Het oordeel bindt het platform niet.',
    },
    coordinator: {
      title: 'Klacht indienen bij de autoriteit van je land',
      what: 'Die gaat na of de site zich aan de regels houdt: of ze bereikbaar is en of ze antwoordt. Ze oordeelt niet over één foto. Ze kan een naam vragen; iemand die je vertrouwt of een organisatie kan dan schrijven.',
    },
    court: {
      title: 'Naar de rechter gaan',
      what: 'Een rechter kan de verwijdering bevelen. Een advocaat of een hulplijn kan zeggen of dit past, en waar je gratis juridische hulp vindt.',
    },
  },
  letter: {
    subject: 'Kennisgeving van illegale inhoud, artikel 16 DSA (referentie {reference})',
    title: 'Kennisgeving van illegale inhoud',
    law: 'Artikel 16 van Verordening (EU) 2022/2065 (digitaledienstenverordening)',
    what: 'Het gaat om een intieme foto of video. Ik ben daarop te zien. Ik heb niet ingestemd met de verspreiding.',
    'what.parent':
      'Het gaat om een intieme foto of video. Daarop is mijn kind te zien, van wie ik ouder of voogd ben en dat ik niet bij naam noem. Er is geen toestemming gegeven voor de verspreiding.',
    'what.agent':
      'Het gaat om een intieme foto of video. Daarop is een persoon te zien voor wie ik optreed en die ik niet bij naam noem. Die persoon heeft niet ingestemd met de verspreiding.',
    'what.minor':
      'Het gaat om een intieme foto of video van mij, naakt of seksueel. Ik was jonger dan 18 jaar toen het beeld gemaakt werd, en ik stem niet in met de verspreiding. Het is materiaal van seksueel misbruik van kinderen: de verspreiding ervan is een strafbaar feit als bedoeld in de artikelen 3 tot en met 7 van Richtlijn 2011/93/EU.',
    'what.minor.parent':
      'Het gaat om een intieme foto of video: naakt of seksueel, van mijn kind, dat jonger was dan 18 jaar toen het beeld gemaakt werd. Er is geen toestemming voor de verspreiding. Het is materiaal van seksueel misbruik van kinderen: de verspreiding ervan is een strafbaar feit als bedoeld in de artikelen 3 tot en met 7 van Richtlijn 2011/93/EU.',
    'what.minor.agent':
      'Het gaat om een intieme foto of video: naakt of seksueel, van een persoon voor wie ik optreed en die jonger was dan 18 jaar toen het beeld gemaakt werd. Er is geen toestemming voor de verspreiding. Het is materiaal van seksueel misbruik van kinderen: de verspreiding ervan is een strafbaar feit als bedoeld in de artikelen 3 tot en met 7 van Richtlijn 2011/93/EU.',
    remove: 'Ik verzoek u de inhoud te verwijderen of de toegang ertoe onmogelijk te maken.',
    receipt:
      'Ik verzoek u de ontvangst zonder onnodige vertraging te bevestigen (artikel 16, lid 4) en in uw antwoord referentie {reference} te vermelden.',
    decision:
      'Ik verzoek u mij uw beslissing mee te delen, met de redenen en de mogelijkheden van beroep (artikel 16, lid 5, en artikel 17).',
    silence:
      'Ik verzoek u de persoon die de inhoud heeft geplaatst niet te laten weten van wie deze kennisgeving komt. Artikel 17, lid 3, punt b), staat dat alleen toe als het strikt noodzakelijk is.',
    bonaFide:
      'Overeenkomstig artikel 16, lid 2, punt d), verklaar ik te goeder trouw van mening te zijn dat de informatie en beweringen in deze kennisgeving juist en volledig zijn.',
    channel: 'Ik dien deze kennisgeving langs elektronische weg in (artikel 16, lid 1).',
    anonymous: 'Volgens artikel 16, lid 2, punt c), zijn voor deze kennisgeving geen naam en e-mailadres nodig.',
    'reminder.subject': 'Herinnering: kennisgeving van illegale inhoud, artikel 16 DSA (referentie {reference})',
    'reminder.title': 'Herinnering aan een kennisgeving waarop geen antwoord kwam',
    'reminder.law': 'Artikel 16 van Verordening (EU) 2022/2065 (digitaledienstenverordening)',
    'reminder.still': 'De inhoud is nog altijd te zien.',
    'reminder.ask': 'Ik verzoek u de inhoud nu te verwijderen of de toegang ertoe onmogelijk te maken.',
    'reminder.decide':
      'Ik verzoek u de ontvangst te bevestigen en mij uw beslissing zonder onnodige vertraging mee te delen, met de redenen en de mogelijkheden van beroep (artikel 16, leden 4 en 5, en artikel 17).',
    'complaint.subject': 'Klacht tegen een beslissing, artikel 20 DSA (referentie {reference})',
    'complaint.title': 'Klacht tegen de beslissing over een kennisgeving',
    'complaint.law': 'Artikel 20 van Verordening (EU) 2022/2065 (digitaledienstenverordening)',
    'complaint.wrong':
      'Ik betwist deze beslissing. De inhoud is nog altijd te zien en is illegaal om de reden die hieronder staat.',
    'complaint.ask':
      'Ik verzoek u de beslissing opnieuw te bekijken en de inhoud te verwijderen of de toegang ertoe onmogelijk te maken.',
    'complaint.people':
      'Ik verzoek u de beslissing te laten nemen door gekwalificeerd personeel, en niet uitsluitend met geautomatiseerde middelen (artikel 20).',
    'complaint.reasons':
      'Ik verzoek u mij de nieuwe beslissing en de redenen zonder onnodige vertraging mee te delen, en te laten weten hoe ik een gecertificeerd orgaan voor buitengerechtelijke geschillenbeslechting kan bereiken (artikelen 20 en 21).',
    'complaint.bonaFide':
      'Ik verklaar te goeder trouw van mening te zijn dat de informatie en beweringen in deze klacht juist en volledig zijn.',
    'complaint.anonymous':
      'De kennisgeving noemde niemand bij naam, zoals artikel 16, lid 2, punt c), toestaat. Ook deze klacht noemt niemand. Ik verzoek u te antwoorden naar het adres waarvan ze komt.',
    'coordinator.subject': 'Klacht, artikel 53 DSA (referentie {reference})',
    'coordinator.title': 'Klacht tegen een aanbieder van een hostingdienst',
    'coordinator.law': 'Artikel 53 van Verordening (EU) 2022/2065 (digitaledienstenverordening)',
    'coordinator.what':
      'Ik heb een aanbieder op de hoogte gebracht van illegale inhoud, met een kennisgeving volgens artikel 16.',
    'coordinator.still': 'De inhoud is nog altijd te zien.',
    'coordinator.ask':
      'Ik verzoek u te onderzoeken of de aanbieder zijn verplichtingen nakomt: de ontvangst bevestigen, zonder onnodige vertraging beslissen en de redenen meedelen (artikelen 16 en 17).',
    'coordinator.pass':
      'Als de digitaledienstencoördinator van een andere lidstaat bevoegd is, verzoek ik u deze klacht aan die coördinator over te maken en mij dat te laten weten.',
    'coordinator.privacy':
      'Ik verzoek u mijn identiteit alleen bekend te maken aan de autoriteiten die deze klacht behandelen.',
    'coordinator.anonymous':
      'De kennisgeving noemde niemand bij naam, zoals artikel 16, lid 2, punt c), toestaat. Ook deze klacht noemt niemand. Ik verzoek u te antwoorden naar het adres waarvan ze komt.',
  },
} satisfies Same<typeof En>
