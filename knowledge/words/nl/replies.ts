import type { replies as en } from '../en/replies.ts'
import type { Same } from '../words.ts'

export const replies: Same<typeof en> = {
  receipt: {
    title: 'Ze hebben het ontvangen',
    means: 'Dit antwoord zegt dat het verzoek is aangekomen. Meer betekent het niet.',
  },
  question: {
    title: 'Ze vragen iets',
    means:
      'Het volstaat te antwoorden wat helpt om de plek te vinden. De foto zelf is nooit nodig. Een identiteitsbewijs is bijna nooit nodig: in het antwoord kan staan waarom ze dat willen.',
  },
  refused: {
    title: 'Het lijkt een weigering',
    means: 'Dit is maar hun eerste antwoord. Als het een weigering is, komt er een volgende stap.',
  },
  removed: {
    title: 'Het lijkt weg te zijn',
    means: 'Het telt als weg zodra dat gezien of bevestigd is. Tot dan gaat alles door.',
  },
  automatic: {
    title: 'Een machine heeft geantwoord',
    means: 'Het bericht is aangekomen. Zo te zien heeft nog niemand het gelezen.',
  },
  delayed: {
    title: 'Het is nog niet aangekomen',
    means: 'Hun mailserver antwoordt niet. De onze probeert het vanzelf opnieuw.',
  },
  bounce: { title: 'Het is niet aangekomen', means: 'Dat adres neemt geen mail aan. Het plan toont andere wegen.' },
  other: {
    title: 'Ze hebben geantwoord',
    means: 'Uit de woorden blijkt niet wat het antwoord betekent. Het staat hieronder.',
  },
}
