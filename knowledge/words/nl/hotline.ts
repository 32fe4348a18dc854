import type { hotline as En } from '../en/hotline.ts'
import type { Same } from '../words.ts'

/** De eerste brief en het eerste telefoongesprek. */
export const hotline = {
  letter: {
    subject: 'Melding van beelden van een jongere (referentie {reference})',
    hello: 'Hallo,',
    age: {
      '16-17': 'Op de beelden ben ik 16 of 17 jaar.',
      'under-16': 'Op de beelden ben ik jonger dan 16 jaar.',
    },
    what: 'Het zijn naaktbeelden of seksuele beelden van mij. Ik wil dat ze verdwijnen.',
    where: 'Ze staan hier:',
    ask: 'Kunnen jullie ze laten weghalen, ook in andere landen?',
    anonymous: 'Ik geef mijn naam niet. Ik weet dat dat niet nodig is.',
    first: 'Praat alsjeblieft eerst met mij, en dan pas met iemand anders over mij.',
    reference: 'Mijn referentie is {reference}.',
  },
  police: {
    subject: 'Voor de politie (referentie {reference})',
    adult: 'Intieme beelden van mij worden verspreid zonder mijn toestemming. Ik wil een klacht indienen.',
    minor:
      'Naaktbeelden of seksuele beelden van mij worden verspreid. Ik ben daarop jonger dan 18 jaar. Ik wil dit aangeven.',
    where: 'Ze staan hier:',
    offence: 'Misschien gaat het om dit misdrijf:',
    list: 'Ik kan een lijst geven met adressen, dagen en uren, en de verstuurde verzoeken. Er staat geen beeld in.',
    anyZone: 'In België neemt elke politiezone deze klacht aan.',
    copy: 'Ik vraag het nummer van het proces-verbaal en een kopie van mijn verklaring.',
    public: 'Houd mijn naam graag weg uit alles wat openbaar wordt.',
  },
  call: {
    hotline: {
      say: [
        'Hallo.',
        '{age}',
        'Naaktbeelden of seksuele beelden van mij staan op het internet. Ik heb de adressen.',
        'Ik wil mijn naam niet geven.',
        'Wat kunnen jullie doen, en wat gebeurt er dan?',
      ],
      age: {
        '16-17': 'Op de beelden ben ik 16 of 17 jaar.',
        'under-16': 'Op de beelden ben ik jonger dan 16 jaar.',
      },
      mayAsk: [
        'Waar de beelden staan. Lees de adressen voor, of zeg je referentie.',
        'Hoe oud je bent op de beelden.',
        'Of je nu veilig bent, en of iemand je bedreigt.',
        'Hoe ze je kunnen bereiken. Je mag zeggen: “Ik bel zelf terug.”',
      ],
      leaveOut: [
        'Je hoeft je naam, je school of je adres niet te geven.',
        'Je hoeft niet te zeggen hoe de beelden gemaakt zijn, of wie ze had.',
        'Niemand hoeft de beelden te zien. Ze blijven waar ze zijn: de adressen zijn genoeg.',
      ],
      goodToKnow: [
        'Je hebt niets verkeerd gedaan. Wie de beelden doorgaf, is verantwoordelijk.',
        'Je kunt op elk moment stoppen, en later terugbellen.',
        'Iemand die je vertrouwt, mag naast je zitten.',
        'Jij kiest of je ouders het weten. Je mag vragen wat onder jullie blijft.',
      ],
      secrecy: 'De mensen van Child Focus moeten je geheim bewaren.',
    },
    police: {
      minor: [
        'Hallo.',
        '{age}',
        'Naaktbeelden of seksuele beelden van mij worden verspreid. Ik wil dat melden.',
        'Wanneer kan ik komen, en mag ik met iemand praten die hier iets van weet?',
      ],
      adult: [
        'Hallo.',
        'Intieme beelden van mij worden verspreid zonder mijn toestemming. Ik wil een klacht indienen.',
        'Wanneer kan ik komen, en mag ik met iemand praten die hier iets van weet?',
      ],
      mayAsk: [
        'Je naam, en hoe ze je kunnen bereiken.',
        'Waar de beelden staan, en sinds wanneer. Je hebt de lijst.',
        'Of je weet wie het deed. “Dat weet ik niet” is ook een antwoord.',
        'Of iemand je bedreigt of geld wil.',
      ],
      leaveOut: [
        'Je hoeft de beelden niet te tonen. De adressen zijn genoeg.',
        'Vragen ze je telefoon, dan mag je eerst vragen waarvoor dat dient.',
        'Je hoeft niet te praten over andere dingen in je leven.',
      ],
      goodToKnow: [
        'Wie de beelden verspreidt, is verantwoordelijk, ook als je ooit instemde met het maken ervan.',
        'Vraag of iemand die je vertrouwt bij je mag blijven.',
        'Je mag vragen om een pauze, om een glas water, of om een andere dag verder te gaan.',
      ],
      goodToKnowMinor: [
        'Je hebt niets verkeerd gedaan. Wie de beelden doorgaf, is verantwoordelijk.',
        'Vraag of iemand die je vertrouwt bij je mag blijven.',
        'Je mag vragen om een pauze, om een glas water, of om een andere dag verder te gaan.',
      ],
      belgium: 'In België neemt elke politiezone je klacht aan. De Computer Crime Unit kan daarbij helpen.',
      belgiumMinor:
        'In België kun je zonder je ouders naar de politie gaan. Ze hoeven het niet goed te vinden. Je mag iemand meebrengen die je vertrouwt.',
    },
  },
  sextortion: {
    title: 'Iemand bedreigt je of wil geld',
    intro: 'Je staat er niet alleen voor, en je hebt niets verkeerd gedaan. Doe deze vijf dingen, in deze volgorde.',
    minorIntro:
      'Je staat er niet alleen voor, en je hebt niets verkeerd gedaan. Doe deze vijf dingen, in deze volgorde.',
    steps: [
      {
        title: 'Betaal niet',
        text: 'Geef geen geld, geen codes en geen beelden meer. Deed je dat al? Stop dan nu.',
      },
      { title: 'Bewaar de berichten', text: 'Wis niets. Namen, nummers, accounts en uren helpen de politie.' },
      {
        title: 'Antwoord niet',
        text: 'Schrijf niets meer terug. Blokkeer het account als je de berichten bewaard hebt.',
      },
      {
        title: 'Vertel het aan iemand die je vertrouwt',
        text: 'Een vriend of vriendin, iemand thuis of op het werk. Je hoeft dit niet alleen te dragen.',
      },
      {
        title: 'Bel de politie en een hulplijn',
        text: 'De nummers staan hieronder. Ben je in gevaar, bel dan het noodnummer.',
      },
    ],
    minorSteps: [
      {
        title: 'Betaal niet',
        text: 'Geef geen geld, geen codes en geen beelden meer. Deed je dat al? Stop dan nu.',
      },
      { title: 'Bewaar de berichten', text: 'Wis niets. Namen, nummers, accounts en uren helpen de politie.' },
      {
        title: 'Antwoord niet',
        text: 'Schrijf niets meer terug. Blokkeer het account als je de berichten bewaard hebt.',
      },
      {
        title: 'Vertel het aan iemand die je vertrouwt',
        text: 'Een vriend of vriendin, iemand op school of thuis: jij kiest. Je hoeft dit niet alleen te dragen.',
      },
      {
        title: 'Bel de hulplijn en de politie',
        text: 'De nummers staan hieronder. De hulplijn heeft je naam niet nodig. Ben je in gevaar, bel dan het noodnummer.',
      },
    ],
    afterwards: 'Daarna vragen we om de beelden weg te halen.',
  },
} satisfies Same<typeof En>
