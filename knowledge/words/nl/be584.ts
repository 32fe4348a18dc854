import type { be584 as En } from '../en/be584.ts'
import type { Same } from '../words.ts'

export const be584 = {
  title: 'Belgische wet: bevel van een rechter (Gerechtelijk Wetboek, artikel 584)',
  gives:
    'Een rechter kan de verwijdering bevelen binnen zes uur. Dit is het dossier: een advocaat of het Instituut brengt het naar de rechtbank.',
  exposes:
    'De advocaat of het Instituut krijgt te weten wie het vraagt. Voor de rechter kan ook de andere partij dat lezen. Een advocaat kan zeggen hoe een naam beschermd wordt.',
  because: 'Dit past als ze zwijgen of als de foto zich verspreidt, want het vraagt een advocaat of het Instituut.',
  rule: 'Deze wet geeft zes uur vanaf het moment dat de deurwaarder het bevel overhandigt. Nachten en weekends tellen mee.',
  questions: {
    'be584.applicant':
      'Wat is je volledige naam? Jij bent degene die het vraagt. Je advocaat of het Instituut leest hem.',
    'be584.applicant.minor':
      'Wie stapt naar de rechter? Ben je vandaag jonger dan 18, dan is dat een ouder of voogd: schrijf die naam. Ben je 18 of ouder, schrijf dan je eigen naam.',
    'be584.applicant.parent':
      'Wat is je volledige naam? Je vraagt het voor je kind. Schrijf de naam van je kind niet op.',
    'be584.applicant.agent':
      'Wie vraagt het: wie te zien is, een wettelijke vertegenwoordiger, of het Instituut met toestemming van wie te zien is? Schrijf de naam.',
    'be584.missing':
      'Ontbreekt er iets in de lijst met adressen? Schrijf wat, en waarom je het niet kunt geven. Je mag dit leeg laten.',
    'be584.missing.minor':
      'Ontbreekt er iets in de lijst met adressen? Schrijf wat, en waarom je het niet kunt geven. Je mag dit leeg laten.',
    'be584.missing.parent':
      'Ontbreekt er iets in de lijst met adressen? Schrijf wat, en waarom je het niet kunt geven. Je mag dit leeg laten.',
    'be584.missing.agent':
      'Ontbreekt er iets in de lijst met adressen? Schrijf wat, en waarom je het niet kunt geven. Je mag dit leeg laten.',
    'be584.addressee':
      'Welk bedrijf beheert de site, en welk bedrijf host ze? Schrijf naam en adres, voor zover je die kent. “Niet bekend” is ook een antwoord.',
    'be584.addressee.minor':
      'Welk bedrijf beheert de site, en welk bedrijf host ze? Schrijf naam en adres, voor zover je die kent. “Niet bekend” is ook een antwoord.',
    'be584.addressee.parent':
      'Welk bedrijf beheert de site, en welk bedrijf host ze? Schrijf naam en adres, voor zover je die kent. “Niet bekend” is ook een antwoord.',
    'be584.addressee.agent':
      'Welk bedrijf beheert de site, en welk bedrijf host ze? Schrijf naam en adres, voor zover je die kent. “Niet bekend” is ook een antwoord.',
  },
  gaps: {
    'be584.applicant': 'je naam',
    'be584.applicant.minor': 'naam van wie het vraagt',
    'be584.applicant.parent': 'je naam',
    'be584.applicant.agent': 'naam van wie het vraagt',
    'be584.missing': 'wat ontbreekt, en waarom',
    'be584.missing.minor': 'wat ontbreekt, en waarom',
    'be584.missing.parent': 'wat ontbreekt, en waarom',
    'be584.missing.agent': 'wat ontbreekt, en waarom',
    'be584.addressee': 'officiële naam en adres van elk bedrijf',
    'be584.addressee.minor': 'officiële naam en adres van elk bedrijf',
    'be584.addressee.parent': 'officiële naam en adres van elk bedrijf',
    'be584.addressee.agent': 'officiële naam en adres van elk bedrijf',
  },
  choices: {},
  steps: {
    court: {
      title: 'Terug naar de advocaat of het Instituut',
      what: 'Een bevel kan uitgevoerd worden. Weigeren om mee te werken is in België strafbaar. De advocaat of het Instituut kan zeggen wat daarna komt.',
    },
  },
  letter: {
    subject: 'Dossier voor een vordering op grond van artikel 584 Gerechtelijk Wetboek (referentie {reference})',
    title: 'Dossier met het oog op de verwijdering van intieme beelden',
    law: 'Artikel 584, vijfde lid, 7°, van het Belgische Gerechtelijk Wetboek',
    prepared:
      'Dit dossier is opgesteld voor de advocaat van de persoon die te zien is, of voor het Instituut voor de gelijkheid van vrouwen en mannen. Met dit dossier zelf wordt niets ingediend.',
    content:
      'Inhoud: een beeld of opname van een ontblote persoon of van een expliciete seksuele daad, waarop de verzoekende partij te zien is. De inhoud wordt hier alleen in woorden beschreven.',
    'content.parent':
      'Inhoud: een beeld of opname van een ontblote persoon of van een expliciete seksuele daad, waarop het kind van de verzoekende partij te zien is. De inhoud wordt hier alleen in woorden beschreven.',
    'content.agent':
      'Inhoud: een beeld of opname van een ontblote persoon of van een expliciete seksuele daad, waarop de persoon te zien is voor wie dit dossier is opgesteld. De inhoud wordt hier alleen in woorden beschreven.',
    'content.minor':
      'Inhoud: een beeld of opname, naakt of seksueel, van een persoon die jonger was dan 18 jaar toen het beeld gemaakt werd. De inhoud wordt hier alleen met deze woorden beschreven.',
    'content.minor.parent':
      'Inhoud: een beeld of opname, naakt of seksueel, van het kind van de verzoekende partij, dat jonger was dan 18 jaar toen het beeld gemaakt werd. De inhoud wordt hier alleen met deze woorden beschreven.',
    'content.minor.agent':
      'Inhoud: een beeld of opname, naakt of seksueel, van een persoon die jonger was dan 18 jaar toen het beeld gemaakt werd. De inhoud wordt hier alleen met deze woorden beschreven.',
    applicant: 'Verzoekende partij, de persoon die te zien is: {answer}',
    'applicant.minor':
      'Verzoekende partij, als wettelijke vertegenwoordiger van de persoon die te zien is, of als die persoon zelf indien nu meerderjarig: {answer}',
    'applicant.parent':
      'Verzoekende partij, als wettelijke vertegenwoordiger van de persoon die te zien is en die dit dossier niet bij naam noemt: {answer}',
    'applicant.agent':
      'Verzoekende partij (de persoon die te zien is, diens wettelijke vertegenwoordiger of rechthebbenden, of het Instituut met toestemming van de persoon die te zien is): {answer}',
    nullity:
      'Alle bekende gegevens waarmee de beelden of opnames geïdentificeerd kunnen worden. Artikel 584 eist ze op straffe van nietigheid, en de beschikking moet ze vermelden.',
    missing: 'Gegevens die niet bezorgd kunnen worden, en waarom: {answer}',
    'missing.none': 'er ontbreekt niets, voor zover bekend.',
    production:
      'Als er gegevens ontbreken, kan de voorzitter elke andere houder bevelen ze over te leggen (Gerechtelijk Wetboek, artikelen 871 en 877 tot en met 882), en een eerste beschikking geven over wat wel bekend is.',
    nonconsent:
      'De persoon die te zien is, heeft niet ingestemd met de verspreiding. De wet vermoedt de volstrekte noodzakelijkheid, en ook het gebrek aan toestemming tot bewijs van het tegendeel.',
    'nonconsent.minor':
      'Er is geen toestemming voor de verspreiding. De wet vermoedt de volstrekte noodzakelijkheid, en ook het gebrek aan toestemming tot bewijs van het tegendeel.',
    rule: 'Misdrijf: artikel 136 van het Strafwetboek (wet van 29 februari 2024), voorheen artikel 417/9; met kwaadwillig opzet of uit winstbejag artikel 137, voorheen artikel 417/10. Artikel 584 zelf noemt nog de vroegere artikelen, en ook het derde en vierde streepje van de vroegere artikelen 417/15 tot en met 417/22.',
    'rule.minor':
      'Misdrijf: artikelen 136, 143 en 144 van het Strafwetboek (wet van 29 februari 2024), voorheen artikel 417/9 en het derde en vierde streepje van de artikelen 417/15 tot en met 417/22. Artikel 584 zelf noemt nog de vroegere artikelen.',
    court:
      'Rechter: de voorzitter van de rechtbank van eerste aanleg, in kort geding of op eenzijdig verzoekschrift (artikel 584).',
    addressee: 'Beschikking gevraagd tegen elk van deze tussenpersonen, met officiële naam en adres: {answer}',
    poster:
      'Als bekend is wie de inhoud heeft geplaatst, zegt de verzoekende partij dat rechtstreeks aan de advocaat of het Instituut. Dit dossier beschuldigt niemand bij naam.',
    measure:
      'Gevraagde maatregel: de beelden of opnames met alle passende middelen onmiddellijk verwijderen of ontoegankelijk maken, uiterlijk zes uur na de betekening van de beschikking.',
    discreet:
      'Ik verzoek u de inhoud aan niemand te tonen, en die in het verzoekschrift niet met meer woorden te beschrijven dan de wet eist.',
  },
} satisfies Same<typeof En>
