import type { LetterWords } from './en.ts'

/** The words of letters, in Dutch: the terms of the regulation's own Dutch text, at home in Belgium and the Netherlands. */
export const nl: LetterWords = {
  to: 'Aan: {recipient}',
  date: 'Datum: {date}, {time} uur (Brussel, {offset})',
  reference: 'Referentie: {reference}',
  ipfs: 'IPFS-gateways',
  object: 'Object op dit adres: {ids}',

  where: 'Waar de inhoud staat',
  what: 'Wat het is',
  why: 'Waarom het illegaal is',
  ask: 'Wat ik vraag',
  statement: 'Verklaring',
  sender: 'Gegevens',

  found: 'Ik heb dit adres gevonden via een openbare melding van {date}.',
  sameFile: 'Die melding noemt precies hetzelfde bestand.',
  samePicture: 'Die melding noemt een beeld dat er hetzelfde of bijna hetzelfde uitziet.',
  again:
    'Ik vroeg al eerder om dezelfde inhoud te verwijderen, op {date} (kenmerk {reference}). Ze was weg. Nu staat ze er opnieuw.',

  gapName: '[je naam]',
  gapMail: '[je e-mailadres]',
  gapContact: '[je e-mailadres of telefoonnummer]',
  gapAdultName: '[naam van de volwassene die tekent]',
  gapAdultContact: '[e-mail of telefoon van de volwassene die tekent]',
  gapAuthority: '[ouder, voogd, advocaat of andere gemachtigde volwassene]',
  name: 'Naam: {name}',
  mail: 'E-mail: {mail}',
  contact: 'Contact: {contact}',

  dsa16: {
    subject: 'Kennisgeving van illegale inhoud, artikel 16 DSA (referentie {reference})',
    title: 'Kennisgeving van illegale inhoud',
    law: 'Artikel 16 van Verordening (EU) 2022/2065 (digitaledienstenverordening)',
    adult:
      'Het gaat om een intieme foto of video. Ik ben daarop te zien, of een persoon voor wie ik mag optreden. De persoon die te zien is, heeft niet ingestemd met de verspreiding.',
    minor:
      'Het gaat om een intieme foto of video van een persoon die jonger was dan 18 jaar toen het beeld gemaakt werd. Ik ben die persoon, of ik mag voor die persoon optreden. Het is materiaal van seksueel misbruik van kinderen: de verspreiding ervan is een strafbaar feit als bedoeld in de artikelen 3 tot en met 7 van Richtlijn 2011/93/EU.',
    crime:
      'Een intiem beeld verspreiden zonder toestemming van de persoon die te zien is, is strafbaar, bijvoorbeeld volgens {rule}.',
    crimeOfMinors: 'De verspreiding ervan is ook strafbaar volgens {rule}.',
    directive:
      'Artikel 5 van Richtlijn (EU) 2024/1385 verplicht elke lidstaat om het delen van intiem materiaal zonder toestemming van de persoon die te zien is strafbaar te stellen.',
    category: 'Categorie, zoals de transparantiedatabank van de EU die noemt:',
    remove: 'Ik verzoek u de inhoud te verwijderen of de toegang ertoe onmogelijk te maken.',
    receipt: 'Ik verzoek u de ontvangst zonder onnodige vertraging te bevestigen (artikel 16, lid 4).',
    decision:
      'Ik verzoek u mij uw beslissing mee te delen, met de redenen en de mogelijkheden van beroep (artikel 16, lid 5, en artikel 17).',
    silence:
      'Ik verzoek u de persoon die de inhoud heeft geplaatst niet te laten weten van wie deze kennisgeving komt. Artikel 17, lid 3, punt b), staat dat alleen toe als het strikt noodzakelijk is.',
    bonaFide:
      'Overeenkomstig artikel 16, lid 2, punt d), verklaar ik te goeder trouw van mening te zijn dat de informatie en beweringen in deze kennisgeving juist en volledig zijn.',
    anonymous: 'Volgens artikel 16, lid 2, punt c), zijn voor deze kennisgeving geen naam en e-mailadres nodig.',
  },

  tida: {
    subject: 'Verwijderverzoek, TAKE IT DOWN Act (referentie {reference})',
    title: 'Verwijderverzoek voor een intieme afbeelding',
    law: 'Amerikaanse wet TAKE IT DOWN Act, 47 U.S.C. 223a',
    adult:
      'Het gaat om een intieme afbeelding (“intimate visual depiction”). Ik ben daarop te zien, of een persoon namens wie ik mag optreden.',
    minor:
      'Het gaat om een intieme afbeelding (“intimate visual depiction”) van een persoon die jonger was dan 18 jaar toen het beeld gemaakt werd: materiaal van seksueel misbruik van kinderen. Ik treed op voor de persoon die te zien is en noem die persoon niet bij naam.',
    authority: 'Ik treed op als: {authority}',
    forgery: 'De wet geldt zowel voor echte beelden als voor digitale vervalsingen.',
    goodFaith:
      'Ik ben te goeder trouw van mening dat de afbeelding gepubliceerd is zonder toestemming van de persoon die te zien is.',
    remove:
      'Ik verzoek u de afbeelding zo snel mogelijk te verwijderen, uiterlijk 48 uur na ontvangst van dit verzoek.',
    copies: 'Ik verzoek u ook redelijke inspanningen te doen om bekende identieke kopieën te vinden en te verwijderen.',
    receipt:
      'Ik verzoek u de ontvangst te bevestigen met een nummer van het verzoek. Als u weigert, verzoek ik u de redenen te geven.',
    signed: 'Contact en handtekening',
  },
}
