import type { hotline as En } from '../en/hotline.ts'
import type { Same } from '../words.ts'

/** Der erste Brief und der erste Anruf. */
export const hotline = {
  letter: {
    subject: 'Meldung von Bildern einer jungen Person (Aktenzeichen {reference})',
    hello: 'Guten Tag,',
    age: {
      '16-17': 'Auf den Bildern bin ich 16 oder 17 Jahre alt.',
      'under-16': 'Auf den Bildern bin ich unter 16 Jahre alt.',
    },
    what: 'Es sind Nacktbilder oder sexuelle Bilder von mir. Ich will, dass sie verschwinden.',
    where: 'Sie sind hier zu finden:',
    ask: 'Können Sie sie entfernen lassen, auch in anderen Ländern?',
    anonymous: 'Ich nenne meinen Namen nicht. Ich weiß, dass er nicht nötig ist.',
    first: 'Bitte sprechen Sie mit mir, bevor Sie mit anderen über mich sprechen.',
    reference: 'Mein Aktenzeichen ist {reference}.',
  },
  police: {
    subject: 'Für die Polizei (Aktenzeichen {reference})',
    adult: 'Intime Bilder von mir werden ohne meine Einwilligung verbreitet. Ich möchte Anzeige erstatten.',
    minor:
      'Nacktbilder oder sexuelle Bilder von mir werden verbreitet. Ich bin darauf unter 18 Jahre alt. Ich möchte das anzeigen.',
    where: 'Sie sind hier zu finden:',
    offence: 'Es kann sich um diese Straftat handeln:',
    list: 'Ich kann eine Liste mit Adressen, Tagen und Uhrzeiten und den gesendeten Anträgen geben. Es ist kein Bild darin.',
    anyZone: 'In Belgien nimmt jede Polizeizone diese Anzeige auf.',
    copy: 'Ich bitte um die Nummer des Protokolls und eine Kopie meiner Aussage.',
    public: 'Bitte halten Sie meinen Namen aus allem heraus, was öffentlich wird.',
  },
  call: {
    hotline: {
      say: [
        'Guten Tag.',
        '{age}',
        'Nacktbilder oder sexuelle Bilder von mir sind im Internet. Ich habe die Adressen.',
        'Ich möchte meinen Namen nicht nennen.',
        'Was können Sie tun, und was passiert dann?',
      ],
      age: {
        '16-17': 'Auf den Bildern bin ich 16 oder 17 Jahre alt.',
        'under-16': 'Auf den Bildern bin ich unter 16 Jahre alt.',
      },
      mayAsk: [
        'Wo die Bilder sind. Lies die Adressen vor, oder nenn dein Aktenzeichen.',
        'Wie alt du auf den Bildern bist.',
        'Ob du jetzt in Sicherheit bist und ob dich jemand bedroht.',
        'Wie du erreichbar bist. Du kannst sagen: „Ich rufe wieder an.“',
      ],
      leaveOut: [
        'Du musst deinen Namen, deine Schule oder deine Adresse nicht nennen.',
        'Du musst nicht sagen, wie die Bilder entstanden sind oder wer sie hatte.',
        'Niemand muss die Bilder sehen. Sie bleiben, wo sie sind: Die Adressen genügen.',
      ],
      goodToKnow: [
        'Du hast nichts falsch gemacht. Wer die Bilder weitergegeben hat, ist verantwortlich.',
        'Du kannst jederzeit auflegen und später wieder anrufen.',
        'Jemand, dem du vertraust, kann neben dir sitzen.',
        'Du wählst, ob deine Eltern es erfahren. Du kannst fragen, was unter euch bleibt.',
      ],
      secrecy: 'Die Menschen bei Child Focus müssen dein Geheimnis bewahren.',
    },
    police: {
      minor: [
        'Guten Tag.',
        '{age}',
        'Nacktbilder oder sexuelle Bilder von mir werden verbreitet. Ich möchte das anzeigen.',
        'Wann kann ich kommen? Kann ich mit jemandem sprechen, der sich damit auskennt?',
      ],
      adult: [
        'Guten Tag.',
        'Intime Bilder von mir werden ohne meine Einwilligung verbreitet. Ich möchte Anzeige erstatten.',
        'Wann kann ich kommen? Kann ich mit jemandem sprechen, der sich damit auskennt?',
      ],
      mayAsk: [
        'Den Namen, und einen Weg für Rückfragen.',
        'Wo die Bilder sind und seit wann. Das steht in der Liste.',
        'Wer es war, falls das bekannt ist. „Ich weiß es nicht“ ist eine Antwort.',
        'Ob jemand droht oder Geld will.',
      ],
      leaveOut: [
        'Niemand muss die Bilder zeigen. Die Adressen genügen.',
        'Wird das Telefon verlangt, ist zuerst die Frage erlaubt, wozu.',
        'Über andere Dinge im Leben muss niemand sprechen.',
      ],
      goodToKnow: [
        'Wer die Bilder verbreitet, ist verantwortlich, auch wenn Sie der Aufnahme einmal zugestimmt haben.',
        'Fragen Sie, ob eine Person Ihres Vertrauens dabei sein darf.',
        'Sie können um eine Pause bitten, um ein Glas Wasser oder um einen anderen Tag.',
      ],
      goodToKnowMinor: [
        'Du hast nichts falsch gemacht. Wer die Bilder weitergegeben hat, ist verantwortlich.',
        'Frag, ob jemand dabei sein darf, dem du vertraust.',
        'Du kannst um eine Pause bitten, um ein Glas Wasser oder um einen anderen Tag.',
      ],
      belgium: 'In Belgien nimmt jede Polizeizone Ihre Anzeige auf. Die Computer Crime Unit kann dabei helfen.',
      belgiumMinor:
        'In Belgien kannst du ohne deine Eltern zur Polizei gehen. Sie müssen nicht zustimmen. Du darfst jemanden mitbringen, dem du vertraust.',
    },
  },
  sextortion: {
    title: 'Jemand droht oder will Geld',
    intro:
      'Sie sind nicht allein, und Sie haben nichts falsch gemacht. Tun Sie diese fünf Dinge, in dieser Reihenfolge.',
    minorIntro: 'Du bist nicht allein, und du hast nichts falsch gemacht. Tu diese fünf Dinge, in dieser Reihenfolge.',
    steps: [
      {
        title: 'Zahlen Sie nicht',
        text: 'Geben Sie kein Geld, keine Codes und keine weiteren Bilder. Ist es schon geschehen? Dann hören Sie jetzt auf.',
      },
      {
        title: 'Bewahren Sie die Nachrichten auf',
        text: 'Löschen Sie nichts. Namen, Nummern, Konten und Uhrzeiten helfen der Polizei.',
      },
      {
        title: 'Antworten Sie nicht',
        text: 'Schreiben Sie nichts mehr. Blockieren Sie das Konto, sobald die Nachrichten gesichert sind.',
      },
      {
        title: 'Sprechen Sie mit jemandem, dem Sie vertrauen',
        text: 'Im Freundeskreis, zu Hause oder bei der Arbeit. Sie müssen das nicht allein tragen.',
      },
      {
        title: 'Rufen Sie die Polizei und eine Hilfestelle an',
        text: 'Die Nummern stehen unten. Bei Gefahr rufen Sie den Notruf an.',
      },
    ],
    minorSteps: [
      {
        title: 'Zahl nicht',
        text: 'Gib kein Geld, keine Codes und keine weiteren Bilder. Ist es schon geschehen? Dann hör jetzt auf.',
      },
      {
        title: 'Bewahre die Nachrichten auf',
        text: 'Lösch nichts. Namen, Nummern, Konten und Uhrzeiten helfen der Polizei.',
      },
      {
        title: 'Antworte nicht',
        text: 'Schreib nichts mehr. Blockiere das Konto, sobald die Nachrichten gesichert sind.',
      },
      {
        title: 'Sprich mit jemandem, dem du vertraust',
        text: 'Im Freundeskreis, in der Schule, zu Hause: Du wählst. Du musst das nicht allein tragen.',
      },
      {
        title: 'Ruf die Hilfestelle und die Polizei an',
        text: 'Die Nummern stehen unten. Die Hilfestelle braucht deinen Namen nicht. Bei Gefahr ruf den Notruf an.',
      },
    ],
    afterwards: 'Danach bitten wir darum, die Bilder zu entfernen.',
  },
} satisfies Same<typeof En>
