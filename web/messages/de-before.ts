import type { Choose } from './de.ts'
import type { Messages } from './en.ts'

/** German, up to the secret words: everything that is read before there is a file. */
export const before = (y: Choose): Pick<Messages, 'frame' | 'help' | 'start' | 'leave' | 'enrol'> => ({
  frame: {
    skip: 'Zum Inhalt',
    leave: 'Seite verlassen',
    leaveLeft: (presses) =>
      y(
        `Drücken Sie noch ${presses}-mal die Umschalttaste, um zu gehen.`,
        `Drück noch ${presses}-mal die Umschalttaste, um zu gehen.`,
      ),
    leaveHow: '3-mal die Umschalttaste drücken wirkt genauso.',
    language: 'Sprache',
    home: 'Übersicht',
    signOut: 'Abmelden',
    aboutLeaving: 'Was „Seite verlassen“ bewirkt',
    idleWarning: y('Sie werden in 2 Minuten abgemeldet.', 'Du wirst in 2 Minuten abgemeldet.'),
    idleStay: 'Angemeldet bleiben',
    back: 'Zurück',
    next: 'Weiter',
    undo: 'Rückgängig machen',
    copied: 'Kopiert.',
    tryAgain: y(
      'Das ist nicht angekommen. Nichts ist verloren. Prüfen Sie die Verbindung und drücken Sie den Knopf noch einmal.',
      'Das ist nicht angekommen. Nichts ist verloren. Prüf die Verbindung und drück den Knopf noch einmal.',
    ),
    problemHeading: y('Sehen Sie sich zuerst das an', 'Sieh dir zuerst das an'),
  },

  help: {
    heading: 'Mit jemandem sprechen',
    more: 'Mehr Menschen, die helfen',
    title: 'Menschen, die helfen',
    intro: y(
      'Sie können mit ihnen sprechen, bevor Sie etwas entscheiden. Ihren Namen müssen Sie nicht sagen.',
      'Du kannst mit ihnen sprechen, bevor du etwas entscheidest. Deinen Namen musst du nicht sagen.',
    ),
    traces: 'Ein Anruf bleibt in der Anrufliste dieses Handys. Eine Website bleibt im Verlauf.',
    country: 'Land',
    show: 'Anzeigen',
    anywhere: 'Alle Länder',
    adults: y('Wenn Sie auf dem Bild 18 oder älter sind', 'Wenn du auf dem Bild 18 oder älter bist'),
    minors: y('Wenn Sie auf dem Bild unter 18 sind', 'Wenn du auf dem Bild unter 18 bist'),
    minorsIntro: y(
      'Dort helfen Menschen jeden Tag jungen Leuten. Verantwortlich ist, wer das Bild weitergegeben hat, nicht Sie.',
      'Dort helfen Menschen jeden Tag jungen Leuten. Verantwortlich ist, wer das Bild weitergegeben hat, nicht du.',
    ),
    call: (number) => `${number} anrufen`,
    site: 'Website',
    none: 'Für dieses Land kennen wir noch niemanden. Die Stellen unten helfen in jedem Land.',
    danger: 'Jetzt in Gefahr? In Europa 112 anrufen, im Vereinigten Königreich 999, in den Vereinigten Staaten 911.',
  },

  start: {
    heading: y('Erfahren, wenn ein Bild von Ihnen auftaucht', 'Erfahren, wenn ein Bild von dir auftaucht'),
    what: y(
      'Wir hören zu, wo Bilder öffentlich gemeldet werden. Wird Ihres genannt, sagen wir es Ihnen und bereiten den Löschantrag vor.',
      'Wir hören zu, wo Bilder öffentlich gemeldet werden. Wird deines genannt, sagen wir es dir und bereiten den Löschantrag vor.',
    ),
    device: y(
      'Ihre Bilder bleiben auf diesem Gerät. Wir bekommen nur Fingerabdrücke: Zeilen aus Buchstaben und Ziffern.',
      'Deine Bilder bleiben auf diesem Gerät. Wir bekommen nur Fingerabdrücke: Zeilen aus Buchstaben und Ziffern.',
    ),
    watch: 'Auf meine Bilder achten',
    link: 'Ich habe einen Link zu einem Bild von mir',
    again: 'Ich war schon einmal hier',
    reads: 'Benutzt noch jemand dieses Handy?',
    readsLink: y('Lesen Sie zuerst das hier', 'Lies zuerst das hier'),
    limits: 'Was wir nicht können',
    limitsText: [
      'Wir hören nur, was öffentlich gemeldet wird. Aus privaten Chats hören wir nichts.',
      y(
        'Wir können selbst kein Bild löschen. Wir schreiben den Antrag; Sie entscheiden, ob Sie ihn senden.',
        'Wir können selbst kein Bild löschen. Wir schreiben den Antrag; du entscheidest, ob du ihn sendest.',
      ),
      'Ein verändertes Bild kann uns entgehen. Stille heißt nicht immer, dass nichts da ist.',
    ],
  },

  leave: {
    title: 'Was „Seite verlassen“ bewirkt',
    intro: 'Der Knopf „Seite verlassen“ steht oben auf jeder Seite.',
    doesHeading: 'Das bewirkt er sofort',
    does: [
      'Die Seite wird verdeckt.',
      y('Sie werden abgemeldet.', 'Du wirst abgemeldet.'),
      'Eine gewöhnliche Website öffnet sich.',
      y(
        'Die Zurück-Taste zeigt dann unsere erste Seite, nie Ihre Akte.',
        'Die Zurück-Taste zeigt dann unsere erste Seite, nie deine Akte.',
      ),
    ],
    doesNotHeading: 'Das bewirkt er nicht',
    doesNot: [
      'Der Verlauf dieses Browsers wird nicht geleert. Unsere Adresse kann darin stehen bleiben.',
      'Auf anderen Geräten mit demselben Browser-Konto ändert sich nichts.',
      'Gegen eine App, die auf diesem Handy mitliest, hilft er nicht.',
    ],
    betterHeading: 'Was mehr hilft',
    better: [
      y(
        'Öffnen Sie uns in einem privaten Fenster. Schließen Sie es, wenn Sie fertig sind.',
        'Öffne uns in einem privaten Fenster. Schließ es, wenn du fertig bist.',
      ),
      y(
        'Nehmen Sie ein Handy oder einen Computer, an den die andere Person nie kommt.',
        'Nimm ein Handy oder einen Computer, an den die andere Person nie kommt.',
      ),
      y(
        'Liest vielleicht jemand auf diesem Handy mit? Sprechen Sie zuerst mit einer Hilfsstelle, von einem anderen Handy aus.',
        'Liest vielleicht jemand auf diesem Handy mit? Sprich zuerst mit einer Hilfsstelle, von einem anderen Handy aus.',
      ),
    ],
    try: 'Jetzt ausprobieren',
    tryText: y('Drücken Sie den Knopf einmal, damit Sie ihn kennen.', 'Drück den Knopf einmal, damit du ihn kennst.'),
    goBack: 'Zurück zur ersten Seite',
  },

  enrol: {
    before: {
      title: y('Bevor Sie beginnen', 'Bevor du beginnst'),
      intro: y(
        'Es dauert etwa 3 Minuten. Sie können bei jeder Frage aufhören; vor dem Ende wird nichts gespeichert.',
        'Es dauert etwa 3 Minuten. Du kannst bei jeder Frage aufhören; vor dem Ende wird nichts gespeichert.',
      ),
      points: [
        y(
          'Wir fragen hier nie nach Ihrem Namen, und nie, warum es ein Bild gibt.',
          'Wir fragen hier nie nach deinem Namen, und nie, warum es ein Bild gibt.',
        ),
        'Bilder bleiben auf diesem Gerät. Nur Zeilen aus Buchstaben und Ziffern verlassen es.',
        y(
          'Kommt jemand herein? Drücken Sie oben auf „Seite verlassen“.',
          'Kommt jemand herein? Drück oben auf „Seite verlassen“.',
        ),
      ],
      leave: 'Was „Seite verlassen“ bewirkt und was nicht',
      go: 'Beginnen',
    },
    step: (at, of) => `Frage ${at} von ${of}`,
    age: {
      title: y('Wie alt sind Sie auf dem Bild?', 'Wie alt bist du auf dem Bild?'),
      hint: y(
        'Nicht heute: als das Bild entstand. Bei mehreren Bildern wählen Sie das jüngste Alter.',
        'Nicht heute: als das Bild entstand. Bei mehreren Bildern wählst du das jüngste Alter.',
      ),
      adult: '18 oder älter',
      teen: '16 oder 17',
      child: 'Unter 16',
      unsure: y('Nicht sicher? Wählen Sie „16 oder 17“.', 'Nicht sicher? Wähl „16 oder 17“.'),
      missing: y('Wählen Sie eine der drei Altersstufen.', 'Wähl eine der drei Altersstufen.'),
    },
    // Read by those alone who have just said that they are under 18 in the picture.
    minor: {
      title: 'Zuerst: Menschen, die dir jetzt helfen können',
      text: 'Du hast nichts falsch gemacht. Verantwortlich ist, wer das Bild weitergegeben hat.',
      noName: 'Du kannst anrufen oder schreiben, ohne deinen Namen zu sagen und ohne deinen Eltern davon zu erzählen.',
      on: 'Wenn du willst, achten wir auch auf das Bild.',
      go: 'Weiter zur nächsten Frage',
    },
    country: {
      title: y('In welchem Land leben Sie?', 'In welchem Land lebst du?'),
      hint: y(
        'Davon hängt ab, welche Hilfe und welche Gesetze wir Ihnen zeigen.',
        'Davon hängt ab, welche Hilfe und welche Gesetze wir dir zeigen.',
      ),
      guess: y(
        'Wir haben es nach der Sprache Ihres Browsers vermutet. Ändern Sie es, wenn es nicht stimmt.',
        'Wir haben es nach der Sprache deines Browsers vermutet. Ändere es, wenn es nicht stimmt.',
      ),
      label: 'Land',
      choose: 'Land wählen',
      near: 'Oft gewählt',
      all: 'Alle Länder',
      missing: y('Wählen Sie ein Land aus der Liste.', 'Wähl ein Land aus der Liste.'),
    },
    pictures: {
      title: 'Auf welche Bilder sollen wir achten?',
      addTitle: 'Bilder hinzufügen',
      hint: 'Dieses Gerät macht Fingerabdrücke von jedem Bild oder Video. Das Bild selbst wird nie gesendet.',
      choose: 'Bilder oder Videos wählen',
      drop: y(
        'Sie können sie auch hierher ziehen oder hier einfügen.',
        'Du kannst sie auch hierher ziehen oder hier einfügen.',
      ),
      noScript: y(
        'Dieser Browser führt keine Skripte aus und kann keine Fingerabdrücke machen. Machen Sie mit Links weiter, oder öffnen Sie uns in einem anderen Browser.',
        'Dieser Browser führt keine Skripte aus und kann keine Fingerabdrücke machen. Mach mit Links weiter, oder öffne uns in einem anderen Browser.',
      ),
      blurred: 'Die Bilder sind unscharf zu sehen, und nur hier.',
      progress: (done, all) => `${done} von ${all} fertig`,
      reading: 'Der Fingerabdruck entsteht',
      waiting: 'Wartet',
      ready: 'Fertig',
      same: y('Dieses Bild haben Sie schon gewählt.', 'Dieses Bild hast du schon gewählt.'),
      plain:
        'Fertig. Es ist zu wenig darauf, um eine veränderte Kopie zu erkennen. Wir finden nur genau dieselbe Datei.',
      readingClip: 'Die Fingerabdrücke entstehen',
      reduced:
        'Fertig. Das Bild ist zu groß für dieses Gerät, darum nahmen wir eine kleinere Form. Eine veränderte Kopie kann uns entgehen.',
      weakQuality: 'Fertig. Es ist wenig darauf zu sehen. Wir melden nur Kopien, die fast genau gleich sind.',
      weakOneAxis:
        'Fertig. Das Bild sieht in einer Richtung überall gleich aus. Wir melden nur Kopien, die fast genau gleich sind.',
      weakCommon: 'Fertig. Viele Bilder sehen so ähnlich aus. Wir melden nur Kopien, die fast genau gleich sind.',
      plainClip:
        'Fertig. Es ist zu wenig zu sehen, um eine veränderte Kopie zu erkennen. Wir finden nur genau dieselbe Datei.',
      clip: y(
        'Dieser Browser kann dieses Video nicht abspielen. Speichern Sie es als MP4, oder nehmen Sie einen anderen Browser.',
        'Dieser Browser kann dieses Video nicht abspielen. Speicher es als MP4, oder nimm einen anderen Browser.',
      ),
      stop: 'Anhalten',
      stopped: 'Angehalten. Davon bleibt nichts gespeichert.',
      full: y(
        'Noch nicht dabei. Fügen Sie es später Ihrer Akte hinzu.',
        'Noch nicht dabei. Füg es später deiner Akte hinzu.',
      ),
      unreadable: y(
        'Diese Datei ist kein Bild oder Video, das dieser Browser lesen kann. Wählen Sie ein Foto.',
        'Diese Datei ist kein Bild oder Video, das dieser Browser lesen kann. Wähl ein Foto.',
      ),
      heic: y(
        'Dieses Foto hat Apples HEIC-Format, das dieser Browser nicht lesen kann. Speichern Sie es als JPEG, oder nehmen Sie Safari.',
        'Dieses Foto hat Apples HEIC-Format, das dieser Browser nicht lesen kann. Speicher es als JPEG, oder nimm Safari.',
      ),
      tooLarge: y(
        'Dieses Bild ist zu groß für diesen Browser. Wählen Sie eine kleinere Kopie oder einen anderen Browser.',
        'Dieses Bild ist zu groß für diesen Browser. Wähl eine kleinere Kopie oder einen anderen Browser.',
      ),
      tiny: y(
        'Diese Datei ist zu klein, um sie von anderen zu unterscheiden. Wählen Sie das Foto selbst.',
        'Diese Datei ist zu klein, um sie von anderen zu unterscheiden. Wähl das Foto selbst.',
      ),
      many: (fit, left) =>
        y(
          `Es passen ${fit} auf einmal, und ${left} nicht. Machen Sie mit diesen weiter, und fügen Sie die anderen später Ihrer Akte hinzu.`,
          `Es passen ${fit} auf einmal, und ${left} nicht. Mach mit diesen weiter, und füg die anderen später deiner Akte hinzu.`,
        ),
      noise: y(
        'Dieser Browser verändert Bilder, bevor wir sie lesen können. Die Fingerabdrücke wären falsch. Nehmen Sie für diesen Schritt einen anderen Browser.',
        'Dieser Browser verändert Bilder, bevor wir sie lesen können. Die Fingerabdrücke wären falsch. Nimm für diesen Schritt einen anderen Browser.',
      ),
      old: y(
        'Dieser Browser ist zu alt für Fingerabdrücke. Nehmen Sie für diesen Schritt einen anderen, oder machen Sie mit Links weiter.',
        'Dieser Browser ist zu alt für Fingerabdrücke. Nimm für diesen Schritt einen anderen, oder mach mit Links weiter.',
      ),
      remove: 'Entfernen',
      views: 'Welche veränderten Kopien sollen wir finden?',
      balanced: 'Übliche Veränderungen',
      balancedHint:
        'Das findet Kopien, die gespiegelt, zur Seite gedreht oder auf eine übliche Form geschnitten sind. Würden die Fingerabdrücke je gestohlen, ließe sich daraus ein unscharfes Bild machen. Es passen etwa 400 Bilder auf einmal.',
      wide: 'Mehr Veränderungen',
      wideHint:
        'Das findet auch Kopien, von denen mehr fehlt, auch an einer Seite. Das unscharfe Bild würde etwas mehr zeigen. Es passen etwa 100 Bilder auf einmal.',
      freely: y(
        'Jemand kann irgendein anderes Stück aus dem Bild schneiden. So eine Kopie wird damit nicht gefunden. Wenn Sie auf eine stoßen, fügen Sie sie hier auch hinzu.',
        'Jemand kann irgendein anderes Stück aus dem Bild schneiden. So eine Kopie wird damit nicht gefunden. Wenn du auf eine stößt, füg sie hier auch hinzu.',
      ),
      sees: y('Genau sehen, was Ihr Gerät verlässt', 'Genau sehen, was dein Gerät verlässt'),
      seesIntro: y(
        'Diese Zeilen, und sonst nichts über Ihre Bilder:',
        'Diese Zeilen, und sonst nichts über deine Bilder:',
      ),
      seesNothing: 'Noch nichts.',
      seesAll: 'Alles, genau so, wie es gesendet wird',
      pictureLine: (n, count) => `Bild ${n}: ${count} Zeilen`,
      clipLine: (n, count) => `Video ${n}: ${count} Zeilen`,
      check: y(
        'So prüfen Sie es: Schalten Sie jetzt den Flugmodus ein und wählen Sie Ihre Bilder. Auch dann werden sie fertig, denn nichts wird gesendet.',
        'So prüfst du es: Schalt jetzt den Flugmodus ein und wähl deine Bilder. Auch dann werden sie fertig, denn nichts wird gesendet.',
      ),
      keep: 'Aus diesen Zeilen könnte jemand eine unscharfe Kopie machen, auf der vielleicht ein Gesicht zu erkennen ist. Wir bewahren sie verschlossen auf.',
      missing: y(
        'Wählen Sie ein Bild, oder geben Sie bei der nächsten Frage einen Link an.',
        'Wähl ein Bild, oder gib bei der nächsten Frage einen Link an.',
      ),
      broken: y(
        'Diese Fingerabdrücke sind nicht lesbar. Wählen Sie die Bilder noch einmal.',
        'Diese Fingerabdrücke sind nicht lesbar. Wähl die Bilder noch einmal.',
      ),
    },
    links: {
      title: y('Haben Sie Links zu den Bildern?', 'Hast du Links zu den Bildern?'),
      addTitle: 'Links hinzufügen',
      hint: y(
        'Fügen Sie ein, was Sie haben: einen Link oder eine ganze Nachricht. Wir suchen die Links heraus. Wir öffnen sie nicht.',
        'Füg ein, was du hast: einen Link oder eine ganze Nachricht. Wir suchen die Links heraus. Wir öffnen sie nicht.',
      ),
      label: y('Links, wenn Sie welche haben', 'Links, wenn du welche hast'),
      none: y(
        'Wir fanden keinen Link in diesem Text. Fügen Sie die ganze Adresse ein, zum Beispiel über den Teilen-Knopf.',
        'Wir fanden keinen Link in diesem Text. Füg die ganze Adresse ein, zum Beispiel über den Teilen-Knopf.',
      ),
      noneShort: y('Sie können das leer lassen.', 'Du kannst das leer lassen.'),
      missing: y(
        'Wir brauchen ein Bild oder einen Link, auf den wir achten. Geben Sie eines von beiden an.',
        'Wir brauchen ein Bild oder einen Link, auf den wir achten. Gib eines von beiden an.',
      ),
      count: (n) => (n === 1 ? '1 Link erkannt' : `${n} Links erkannt`),
      look: 'Erkannte Links anzeigen',
    },
    name: {
      offer: 'Auch nach Ordnern mit einem Namen suchen',
      label: 'Vorname und Nachname',
      hint: 'Gestohlene Bilder liegen oft unter einem Namen. Wir speichern ihn nur als Code, aus dem ihn niemand lesen kann.',
      wrong: y(
        'Schreiben Sie Vorname und Nachname. Ein Wort allein ist der Name von zu vielen Menschen.',
        'Schreib Vorname und Nachname. Ein Wort allein ist der Name von zu vielen Menschen.',
      ),
    },
    reach: {
      save: 'Speichern',
      title: y('Wie dürfen wir Sie erreichen?', 'Wie dürfen wir dich erreichen?'),
      nothing: 'Gar nicht',
      nothingHint: y(
        'Sie melden sich an, wann Sie wollen, und sehen nach.',
        'Du meldest dich an, wann du willst, und siehst nach.',
      ),
      mail: 'Per Mail',
      mailHint: 'Die Mail sagt nur, dass es etwas Neues gibt.',
      address: y('Ihre Mailadresse', 'Deine Mailadresse'),
      addressHint: y(
        'Wählen Sie eine Adresse, die nur Sie lesen können.',
        'Wähl eine Adresse, die nur du lesen kannst.',
      ),
      addressMissing: y(
        'Schreiben Sie eine Mailadresse wie name@example.org, oder wählen Sie „Gar nicht“.',
        'Schreib eine Mailadresse wie name@example.org, oder wähl „Gar nicht“.',
      ),
      noServer: y(
        'Dieser Dienst kann noch keine Mails senden. Bis dahin melden Sie sich an, um nachzusehen.',
        'Dieser Dienst kann noch keine Mails senden. Bis dahin meldest du dich an, um nachzusehen.',
      ),
      preview: 'Das ist genau diese Mail. So sieht sie immer aus:',
      from: 'Von',
      subject: 'Betreff',
      missing: y('Wählen Sie eines von beiden.', 'Wähl eines von beiden.'),
    },
    ready: {
      title: 'Stimmt das so?',
      pictures: (n) => (n === 1 ? '1 Bild, als Fingerabdruck' : `${n} Bilder, als Fingerabdrücke`),
      clips: (n) => (n === 1 ? '1 Video, als Fingerabdrücke' : `${n} Videos, als Fingerabdrücke`),
      links: (n) => (n === 1 ? '1 Link' : `${n} Links`),
      name: 'Ordner mit einem Namen',
      noMail: y('Gar nicht; Sie melden sich an und sehen nach', 'Gar nicht; du meldest dich an und siehst nach'),
      mail: (address) => `Per Mail an ${address}`,
      watch: 'Wir achten auf',
      reach: y('Wir erreichen Sie', 'Wir erreichen dich'),
      country: 'Land',
      statement:
        'Die Bilder zeigen mich oder eine Person, für die ich handeln darf. Die Bilder waren nicht zum Weitergeben bestimmt.',
      statementWhy:
        'Dieser Dienst ist nur für die Person auf den Bildern da. Er ist nicht dazu da, auf jemand anderen zu achten.',
      statementMissing: y(
        'Bestätigen Sie, dass die Bilder Sie zeigen, oder eine Person, für die Sie handeln dürfen.',
        'Bestätige, dass die Bilder dich zeigen, oder eine Person, für die du handeln darfst.',
      ),
      go: 'Jetzt darauf achten',
      after: y(
        'Danach bekommen Sie eine Aktennummer und geheime Wörter. Sie können jederzeit alles löschen.',
        'Danach bekommst du eine Aktennummer und geheime Wörter. Du kannst jederzeit alles löschen.',
      ),
      refused: y(
        'Das konnten wir nicht annehmen. Gehen Sie zurück, und wählen Sie die Bilder und Links noch einmal.',
        'Das konnten wir nicht annehmen. Geh zurück, und wähl die Bilder und Links noch einmal.',
      ),
      busy: y(
        'Das geht gerade nicht. Nichts ist verloren. Warten Sie eine Minute und drücken Sie den Knopf noch einmal.',
        'Das geht gerade nicht. Nichts ist verloren. Warte eine Minute und drück den Knopf noch einmal.',
      ),
    },
    words: {
      title: y('Ihre Aktennummer und geheimen Wörter', 'Deine Aktennummer und geheimen Wörter'),
      intro: y(
        'Sie brauchen beides, um zurückzukommen. Wir zeigen es nur einmal und können es nicht noch einmal senden.',
        'Du brauchst beides, um zurückzukommen. Wir zeigen es nur einmal und können es nicht noch einmal senden.',
      ),
      number: 'Aktennummer',
      words: 'Geheime Wörter',
      print: 'Drucken',
      copy: 'Kopieren',
      save: 'Als Datei speichern',
      byHand: y(
        'Oder schreiben Sie beides auf Papier. Heben Sie es auf, wo andere nicht nachsehen.',
        'Oder schreib beides auf Papier. Heb es auf, wo andere nicht nachsehen.',
      ),
      fileName: 'notizen.txt',
      fileText: (number, words) => `${number}\n${words}\n`,
      others: 'Schauen andere in dieses Handy?',
      othersText: [
        y(
          'Speichern Sie die Wörter nicht darauf. Schreiben Sie sie auf, oder geben Sie sie einer Person, der Sie vertrauen.',
          'Speicher die Wörter nicht darauf. Schreib sie auf, oder gib sie einer Person, der du vertraust.',
        ),
        y(
          'Löschen Sie die Datei und leeren Sie die Zwischenablage, wenn die Wörter anderswo stehen.',
          'Lösch die Datei und leer die Zwischenablage, wenn die Wörter anderswo stehen.',
        ),
        y(
          'Sagen Sie Nein, wenn der Browser anbietet, sie zu speichern.',
          'Sag Nein, wenn der Browser anbietet, sie zu speichern.',
        ),
      ],
      go: 'Ich habe beides aufgehoben',
    },
    check: {
      title: 'Ein Wort, zur Sicherheit',
      label: (place) =>
        y(`Was ist Wort ${place} Ihrer geheimen Wörter?`, `Was ist Wort ${place} deiner geheimen Wörter?`),
      hint: 'Groß- und Kleinschreibung und Akzente spielen keine Rolle.',
      wrong: y(
        'Das ist nicht dieses Wort. Sehen Sie noch einmal nach; es eilt nicht.',
        'Das ist nicht dieses Wort. Sieh noch einmal nach; es eilt nicht.',
      ),
      again: 'Die Wörter noch einmal zeigen',
      go: 'Meine Akte öffnen',
      skip: 'Weiter ohne das',
    },
  },
})
